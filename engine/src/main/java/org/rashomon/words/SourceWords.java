package org.rashomon.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a phrase that names a source. */
public final class SourceWords {
    /** Pronouns that open a relative clause. */
    public static final Set<String> RELATIVE =
            WordLists.of("en/source-words.tsv").list("relative");

    public static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'\u2019.-]*");

    /** Words that make a phrase somebody undecided, whatever names it holds: a spokesman for Putin. */
    public static final Set<String> INDEFINITE =
            WordLists.of("en/source-words.tsv").list("indefinite");

    private static final Set<String> ENDS = WordLists.of("en/source-words.tsv").list("end");

    /** Nouns for those who speak. */
    public static final Set<String> COMMON_HEADS = PersonWords.of(PersonWords.Use.SOURCE);

    private SourceWords() {}

    /** Words without marks and possessive endings. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(word.endsWith("'s") || word.endsWith("\u2019s") ? word.substring(0, word.length() - 2) : word);
        }
        return words;
    }

    /** Last word of the phrase before its first preposition, relative clause or comma: source of <em>a military source in Homs</em>. */
    public static String headWord(String phrase) {
        String last = "";
        for (String part : phrase.split("[,(]", 2)[0].split("\\s+")) {
            String word = part.toLowerCase(Locale.ROOT);
            if (!last.isEmpty() && ENDS.contains(word)) {
                break;
            }
            last = word.replaceAll("[^\\p{L}'-]", "");
        }
        return last;
    }

    public static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }
}

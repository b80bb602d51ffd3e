package org.rashomon.bench;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.words.English;
import org.rashomon.words.Tsv;

/**
 * A text in capitals only, as the wires of the 1980s sent it, written as news is written today, character by character, so that no offset changes. Words
 * that news writes in small letters get those, all others a capital.
 */
final class SentenceCase {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> ORDINARY = Stream.of(
                    English.commonWords(),
                    Tsv.words("en/stop-words.tsv"),
                    Tsv.words("en/acting-words.tsv"),
                    Tsv.words("en/incident-triggers.tsv"),
                    Tsv.words("en/targets.tsv"),
                    Tsv.words("en/weapons.tsv"),
                    Set.of("a", "s", "t"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    /** Share of small letters up to which a text is in capitals only: a name or a note may be written otherwise. */
    private static final double FEW = 0.05;

    private SentenceCase() {}

    /** The text itself where it has small letters of its own. */
    static String of(String text) {
        long small = text.codePoints().filter(Character::isLowerCase).count();
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (letters == 0 || small > FEW * letters) {
            return text;
        }
        StringBuilder written = new StringBuilder(text);
        Matcher words = WORD.matcher(text);
        for (MatchResult word : (Iterable<MatchResult>) words.results()::iterator) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            if (lower.length() != word.group().length()) {
                continue;
            }
            boolean ordinary = ORDINARY.contains(lower);
            String kept = ordinary && !opensSentence(text, word.start())
                    ? lower
                    : word.group().charAt(0) + lower.substring(1);
            written.replace(word.start(), word.end(), kept);
        }
        return written.toString();
    }

    private static boolean opensSentence(String text, int at) {
        int before = at - 1;
        while (before >= 0 && !Character.isLetterOrDigit(text.charAt(before))) {
            if (".!?".indexOf(text.charAt(before)) >= 0
                    || (text.charAt(before) == '\n' && text.startsWith("\n\n", before - 1))) {
                return true;
            }
            before--;
        }
        return before < 0;
    }
}

package org.rashomon.annotate.patterns;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.nlp.Pos;

/** What one word may be: one of some words, of some beginnings and endings, of some kinds, of some parts of speech; or none of them. */
final class WordTest {
    /** The kinds of words, by their signs, that a word's first character tells. */
    private static final Map<String, IntPredicate> KINDS = Map.of(
            "*", Character::isLetterOrDigit,
            "Aa", Character::isUpperCase,
            "aa", Character::isLowerCase,
            "0", Character::isDigit);

    private static final Map<String, Pos> TAGS =
            Stream.of(Pos.values()).collect(Collectors.toUnmodifiableMap(Pos::name, tag -> tag));

    /** A beginning and an ending, with at least so many letters between them. */
    private record Affixes(String start, String end, int between, boolean small) {
        boolean fit(String word, char initial) {
            return word.length() >= start.length() + between + end.length()
                    && word.startsWith(start)
                    && word.endsWith(end)
                    && (!small || Character.isLowerCase(initial));
        }
    }

    private static final String SMALL_LETTERS = "aaa";

    private final Set<String> words = new HashSet<>();
    private final List<Affixes> affixes = new ArrayList<>();
    private final List<IntPredicate> kinds = new ArrayList<>();
    private final Set<Pos> tags = EnumSet.noneOf(Pos.class);
    private final boolean wanted;

    /**
     * @param alternatives as {@link PatternNotation} says
     * @param lists the words of a list, by its name
     */
    WordTest(String alternatives, Function<String, List<String>> lists) {
        boolean not = alternatives.length() > 1 && alternatives.charAt(0) == '!';
        wanted = !not;
        for (String word : alternatives.substring(not ? 1 : 0).split("\\|")) {
            if (word.length() > 1 && word.charAt(0) == '@') {
                lists.apply(word.substring(1)).forEach(this::add);
            } else {
                add(word);
            }
        }
    }

    private void add(String word) {
        int star = word.indexOf('*');
        if (KINDS.containsKey(word)) {
            kinds.add(Objects.requireNonNull(KINDS.get(word)));
        } else if (TAGS.containsKey(word)) {
            tags.add(Objects.requireNonNull(TAGS.get(word)));
        } else if (star >= 0) {
            String start = word.substring(0, star);
            boolean small = start.equals(SMALL_LETTERS);
            affixes.add(new Affixes(small ? "" : start, word.substring(star + 1), small ? start.length() : 0, small));
        } else {
            words.add(word.toLowerCase(Locale.ROOT));
        }
    }

    /** The words that are named one by one. */
    Set<String> words() {
        return words;
    }

    /** Whether the word at a place, where one stands, is as the pattern wants it. */
    boolean takes(WordRow row, int at) {
        return at >= 0 && at < row.size() && fits(row, at) == wanted;
    }

    private boolean fits(WordRow row, int at) {
        String word = row.lower(at);
        if (words.contains(word)) {
            return true;
        }
        if (!tags.isEmpty() && tags.contains(row.tag(at))) {
            return true;
        }
        char initial = row.initial(at);
        for (IntPredicate kind : kinds) {
            if (kind.test(initial)) {
                return true;
            }
        }
        for (Affixes affix : affixes) {
            if (affix.fit(word, initial)) {
                return true;
            }
        }
        return false;
    }
}

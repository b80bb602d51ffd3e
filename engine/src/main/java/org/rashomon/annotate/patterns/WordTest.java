package org.rashomon.annotate.patterns;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.nlp.Pos;

/**
 * What one word may be: one of some words, of some beginnings and endings, of some kinds, of some parts of speech; or none of them; or
 * all of several such.
 */
final class WordTest {
    /** The kinds of words, by their signs, that a word's first character tells. */
    private static final Map<String, IntPredicate> KINDS = Map.of(
            "*", Character::isLetterOrDigit,
            "Aa", Character::isUpperCase,
            "aa", Character::isLowerCase,
            "0", Character::isDigit);

    private static final Map<String, Pos> TAGS =
            Stream.of(Pos.values()).collect(Collectors.toUnmodifiableMap(Pos::name, tag -> tag));

    private static final String SMALL_LETTERS = "aaa";

    private final List<Clause> clauses = new ArrayList<>();

    /**
     * @param notation as the package's manual says
     * @param lists the words of a list, by its name
     */
    WordTest(String notation, Function<String, List<String>> lists) {
        String[] parts = notation.length() > 1 ? notation.split("&") : new String[] {notation};
        for (String part : parts) {
            clauses.add(new Clause(part, lists));
        }
    }

    /** The words that are named one by one. */
    Set<String> words() {
        return clauses.get(0).words;
    }

    /** Whether the word at a place, where one stands, is as the pattern wants it. */
    boolean takes(WordRow row, int at) {
        if (at < 0 || at >= row.size()) {
            return false;
        }
        for (Clause clause : clauses) {
            if (clause.fits(row, at) != clause.wanted) {
                return false;
            }
        }
        return true;
    }

    /** Alternatives, or what none of them may be. */
    private static final class Clause {
        private final Set<String> words = new HashSet<>();
        private final List<BiPredicate<String, Character>> forms = new ArrayList<>();
        private final List<IntPredicate> kinds = new ArrayList<>();
        private final List<String> classes = new ArrayList<>();
        private final Set<Pos> tags = EnumSet.noneOf(Pos.class);
        private final boolean wanted;

        Clause(String alternatives, Function<String, List<String>> lists) {
            wanted = alternatives.length() < 2 || alternatives.charAt(0) != '!';
            add(alternatives.substring(wanted ? 0 : 1), lists);
        }

        private void add(String alternatives, Function<String, List<String>> lists) {
            for (String word : alternatives.split("\\|")) {
                if (word.length() > 1 && word.charAt(0) == '@') {
                    lists.apply(word.substring(1)).forEach(listed -> add(listed, lists));
                } else if (KINDS.containsKey(word)) {
                    kinds.add(Objects.requireNonNull(KINDS.get(word)));
                } else if (TAGS.containsKey(word)) {
                    tags.add(Objects.requireNonNull(TAGS.get(word)));
                } else if (word.length() > 2 && word.charAt(0) == '{') {
                    classes.add(word.substring(1, word.length() - 1));
                } else if (word.indexOf('*') >= 0) {
                    forms.add(form(word));
                } else {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
            }
        }

        private static BiPredicate<String, Character> form(String form) {
            String start = form.substring(0, form.indexOf('*'));
            String end = form.substring(form.lastIndexOf('*') + 1);
            if (start.equals(SMALL_LETTERS)) {
                return (word, initial) -> Character.isLowerCase(initial)
                        && word.length() >= start.length() + end.length()
                        && word.endsWith(end);
            }
            if (form.length() > 2 && start.isEmpty() && end.isEmpty()) {
                String inner = form.substring(1, form.length() - 1);
                return (word, initial) -> word.indexOf(inner) > 0;
            }
            int least = start.length() + end.length();
            return (word, initial) -> word.length() >= least && word.startsWith(start) && word.endsWith(end);
        }

        private boolean fits(WordRow row, int at) {
            String word = row.lower(at);
            if (words.contains(word)) {
                return true;
            }
            if (!tags.isEmpty() && tags.contains(row.tag(at))) {
                return true;
            }
            for (String wordClass : classes) {
                if (row.isOf(at, wordClass)) {
                    return true;
                }
            }
            for (IntPredicate kind : kinds) {
                if (kind.test(row.initial(at))) {
                    return true;
                }
            }
            for (BiPredicate<String, Character> form : forms) {
                if (form.test(word, row.initial(at))) {
                    return true;
                }
            }
            return false;
        }
    }
}

package org.rashomon.annotate.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;
import org.rashomon.words.NameForms;
import org.rashomon.words.Tsv;

/** The table {@code figure-words.tsv}: words and phrases by class, in lower case but for names, with what they stand for. */
final class CountWords {
    private record Entries(Map<String, String> values, int longest) {}

    private final Map<String, Entries> classes = new HashMap<>();

    CountWords() {
        Map<String, Map<String, String>> values = new HashMap<>();
        for (Tsv.Row row : Tsv.rows("en/figure-words.tsv")) {
            Map<String, String> words = values.computeIfAbsent(row.cell(0), key -> new HashMap<>());
            row.list(2).forEach(word -> words.put(NameForms.lower(word), row.cell(1)));
        }
        values.forEach((name, words) -> classes.put(
                name,
                new Entries(
                        Map.copyOf(words),
                        words.keySet().stream()
                                .mapToInt(word -> word.split(" ").length)
                                .max()
                                .orElse(1))));
    }

    /**
     * Words found.
     *
     * @param start first word
     * @param end one past the last
     */
    record Found(String value, int start, int end) {
        /** What the words say of the counted, in a class whose values are units. */
        Unit unit() {
            return Unit.valueOf(value);
        }
    }

    /** What the word stands for in a class, or null. */
    @Nullable
    String value(String wordClass, String lowerWord) {
        return entries(wordClass).values().get(lowerWord);
    }

    /** Who or what the word counts as the head of a phrase, or null. */
    @Nullable
    PersonClass noun(String lowerWord) {
        String noun = value("noun", lowerWord);
        if (noun != null) {
            return PersonClass.valueOf(noun);
        }
        return value("thing", lowerWord) == null ? null : PersonClass.THING;
    }

    /** The longest phrase of the class that begins at word {@code at}, or null. */
    @Nullable
    Found at(String wordClass, List<String> lowerWords, int at) {
        Entries entries = entries(wordClass);
        for (int length = Math.min(entries.longest(), lowerWords.size() - at); length > 0 && at >= 0; length--) {
            String value = entries.values().get(phrase(lowerWords, at, at + length));
            if (value != null) {
                return new Found(value, at, at + length);
            }
        }
        return null;
    }

    /** The longest phrase of the class that ends before word {@code end}, or null. */
    @Nullable
    Found before(String wordClass, List<String> lowerWords, int end) {
        Entries entries = entries(wordClass);
        for (int length = Math.min(entries.longest(), end); length > 0; length--) {
            String value = entries.values().get(phrase(lowerWords, end - length, end));
            if (value != null) {
                return new Found(value, end - length, end);
            }
        }
        return null;
    }

    private static String phrase(List<String> words, int start, int end) {
        return end == start + 1 ? words.get(start) : String.join(" ", words.subList(start, end));
    }

    private Entries entries(String wordClass) {
        Entries entries = classes.get(wordClass);
        if (entries == null) {
            throw new IllegalStateException("table figure-words.tsv has no class \"" + wordClass + "\"");
        }
        return entries;
    }
}

package org.rashomon.words;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Nouns for people and for bodies that speak, by what rules make of them. */
public final class PersonWords {
    /** What a noun may do beside or in place of a name; the table defines each. */
    public enum Use {
        NAME,
        TITLE,
        SOURCE,
        OFFICE
    }

    private static final Map<Use, Set<String>> WORDS = load();

    private PersonWords() {}

    /** All words of one use, in lower case. */
    public static Set<String> of(Use use) {
        return Set.copyOf(WORDS.getOrDefault(use, Set.of()));
    }

    /** Whether a word, in lower case, ends a title. */
    public static boolean isTitleWord(String word) {
        return WORDS.getOrDefault(Use.TITLE, Set.of()).contains(word);
    }

    private static Map<Use, Set<String>> load() {
        Map<Use, Set<String>> words = new EnumMap<>(Use.class);
        for (Tsv.Row row : Tsv.rows("en/person-words.tsv")) {
            for (String use : row.list(1)) {
                words.computeIfAbsent(Use.valueOf(use.toUpperCase(Locale.ROOT)), key -> new HashSet<>())
                        .add(row.cell(0));
            }
        }
        return words;
    }
}

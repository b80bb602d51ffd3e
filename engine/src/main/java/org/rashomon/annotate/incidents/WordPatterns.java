package org.rashomon.annotate.incidents;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.words.Tsv;

/** The sequences of words under one name of {@code en/incident-patterns.tsv}; its header tells how a row is written. */
final class WordPatterns {
    private static final List<Tsv.Row> ROWS = Tsv.rows("en/incident-patterns.tsv");

    private final List<List<Set<String>>> patterns;

    private WordPatterns(List<List<Set<String>>> patterns) {
        this.patterns = patterns;
    }

    static WordPatterns of(String name) {
        return new WordPatterns(ROWS.stream()
                .filter(row -> row.cell(0).equals(name))
                .map(row -> Arrays.stream(row.cell(1).split(" "))
                        .map(slot -> Set.of(slot.split("/")))
                        .toList())
                .toList());
    }

    /** The number of tokens of the first pattern that stands at token {@code i}; 0 where none does. */
    int lengthAt(TaggedSentence s, int i) {
        return patterns.stream()
                .filter(slots -> IntStream.range(0, slots.size())
                        .allMatch(k -> slots.get(k).contains("*") || s.isAny(i + k, slots.get(k))))
                .mapToInt(List::size)
                .findFirst()
                .orElse(0);
    }

    boolean standAt(TaggedSentence s, int i) {
        return lengthAt(s, i) > 0;
    }
}

package org.rashomon.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the word lists of this package: tab-separated, UTF-8, lines that begin with {@code #} are comments. */
final class Lexicon {
    private Lexicon() {}

    static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        for (String[] row : rows(name)) {
            words.add(row[0]);
        }
        return Set.copyOf(words);
    }

    static Map<String, String> pairs(String name) {
        Map<String, String> pairs = new HashMap<>();
        for (String[] row : rows(name)) {
            pairs.put(row[0], row[1]);
        }
        return Map.copyOf(pairs);
    }

    static Map<String, Integer> counts(String name) {
        Map<String, Integer> counts = new HashMap<>();
        for (String[] row : rows(name)) {
            counts.put(row[0], Integer.valueOf(row[1]));
        }
        return Map.copyOf(counts);
    }

    private static List<String[]> rows(String name) {
        try (InputStream stream = Lexicon.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks org/rashomon/compare/" + name);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read org/rashomon/compare/" + name, e);
        }
    }
}

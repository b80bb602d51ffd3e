package org.rashomon.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The engine's tables: tab-separated resources, UTF-8, lines that begin with {@code #} are comments. A table is named by its path
 * under {@code org/rashomon} ({@code en/cues.tsv}): a language's words stand in the folder of the language, facts of the world in
 * {@code facts}.
 */
public final class Tsv {
    private static final String ROOT = "/org/rashomon/";

    private Tsv() {}

    /** One line; a column that the line does not reach is empty. */
    public record Row(List<String> cells) {
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /** The parts of a cell that holds a list parted by {@code |}. */
        public List<String> list(int column) {
            return cell(column).isEmpty() ? List.of() : List.of(cell(column).split("\\|"));
        }
    }

    /**
     * The bytes of a resource.
     *
     * @throws IllegalStateException when the jar lacks it
     */
    public static InputStream open(String resource) {
        InputStream stream = Tsv.class.getResourceAsStream(ROOT + resource);
        if (stream == null) {
            throw new IllegalStateException("the class path lacks " + ROOT + resource);
        }
        return stream;
    }

    /** The lines of a table, in order, without comments. */
    public static List<Row> rows(String resource) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(new Row(List.of(line.split("\t", -1))));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(ROOT + resource + " cannot be read", e);
        }
    }

    /** The first column as a set. */
    public static Set<String> words(String resource) {
        Set<String> words = new HashSet<>();
        rows(resource).forEach(row -> words.add(row.cell(0)));
        return Set.copyOf(words);
    }

    /** The second column by the first. */
    public static Map<String, String> pairs(String resource) {
        Map<String, String> pairs = new HashMap<>();
        rows(resource).forEach(row -> pairs.put(row.cell(0), row.cell(1)));
        return Map.copyOf(pairs);
    }

    /** The second column, whole numbers, by the first. */
    public static Map<String, Integer> counts(String resource) {
        Map<String, Integer> counts = new HashMap<>();
        rows(resource).forEach(row -> counts.put(row.cell(0), Integer.valueOf(row.cell(1))));
        return Map.copyOf(counts);
    }
}

package org.rashomon.annotate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lexicons of this package: tab-separated resources, UTF-8, lines that begin with {@code #} are comments. */
final class Tsv {
    private Tsv() {}

    /** One line; a column that the line does not reach is empty. */
    record Row(List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /** The parts of a cell that holds a list parted by {@code |}. */
        List<String> list(int column) {
            return cell(column).isEmpty() ? List.of() : List.of(cell(column).split("\\|"));
        }
    }

    static BufferedReader reader(String resource) {
        InputStream stream = Tsv.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("resource " + resource + " of package annotate is missing");
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    static List<Row> rows(String resource) {
        try (BufferedReader reader = reader(resource)) {
            List<Row> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(new Row(List.of(line.split("\t", -1))));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

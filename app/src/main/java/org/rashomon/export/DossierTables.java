package org.rashomon.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rashomon.model.dossier.Dossier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tables of one dossier, each to be had by its name, as lines or as objects. */
public final class DossierTables {
    /** The names of the tables, in their order. */
    public static final List<String> NAMES = List.of(
            "articles",
            "claims",
            "actors",
            "incidents",
            "figures",
            "agreements",
            "relations",
            "stories",
            "lineage",
            "omissions");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Dossier dossier;

    /** Takes a line. */
    @FunctionalInterface
    public interface LineSink {
        void take(String line) throws IOException;
    }

    public DossierTables(Dossier dossier) {
        this.dossier = dossier;
    }

    /**
     * The rows of a table as lines of JSON, without line ends.
     *
     * @throws IllegalArgumentException when there is no such table
     */
    public void lines(String table, LineSink sink) throws IOException {
        try (Stream<String> lines = lines(table)) {
            for (String line : (Iterable<String>) lines::iterator) {
                sink.take(line);
            }
        }
    }

    /** The same as objects. */
    public List<ObjectNode> rows(String table) {
        List<ObjectNode> rows = new ArrayList<>();
        try (Stream<String> lines = lines(table)) {
            lines.forEach(line -> rows.add((ObjectNode) MAPPER.readTree(line)));
        }
        return rows;
    }

    /** How many rows each table has; none is made for it. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        new TableWriter().tables(dossier).forEach((table, rows) -> counts.put(table, rows.count()));
        return counts;
    }

    private Stream<String> lines(String table) {
        Stream<String> lines = new TableWriter().tables(dossier).get(table);
        if (lines == null) {
            throw new IllegalArgumentException("there is no table " + table + "; there are " + NAMES);
        }
        return lines;
    }
}

package org.rashomon.casefile.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of a case that travel, each after those that it points at. Names of tables and columns are always ours, never a bundle's. */
final class CaseTables {
    /** Columns of each table, those that name its order first. */
    static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

    /** What is a number. */
    static final Set<String> NUMBERS = Set.of("position", "number", "revision", "bytes");

    /** What stands about the case itself, beside its format. */
    static final Set<String> META = Set.of("head", "run");

    static {
        COLUMNS.put("run", List.of("id", "version", "reader", "digests", "parsers"));
        COLUMNS.put("capture", List.of("sha256", "bytes"));
        COLUMNS.put("article", List.of("position", "id", "given_id", "home", "path", "part", "url"));
        COLUMNS.put(
                "revision",
                List.of(
                        "position",
                        "article",
                        "number",
                        "file",
                        "imprint",
                        "blocks",
                        "notes",
                        "content",
                        "sha256",
                        "capture",
                        "read_at"));
        COLUMNS.put("analysis", List.of("position", "article", "revision", "run", "body", "made_at"));
        COLUMNS.put("unread", List.of("position", "source", "kind", "body"));
        COLUMNS.put("correction", List.of("position", "id", "kind", "body", "author", "made_at"));
        COLUMNS.put("undoing", List.of("position", "correction", "author", "made_at"));
        COLUMNS.put("event", List.of("position", "kind", "subject", "digest", "at", "previous", "hash"));
    }

    private CaseTables() {}

    /** The name of a table's file in a bundle. */
    static String file(String table) {
        return "case/" + table + ".jsonl";
    }
}

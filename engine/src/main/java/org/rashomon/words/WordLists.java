package org.rashomon.words;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Named sets of words that rules ask for, read from a table with the columns name and words, the words parted by blanks. A list too
 * long for one line goes on in another of the same name.
 */
public final class WordLists {
    private static final Map<String, WordLists> TABLES = new ConcurrentHashMap<>();

    private final String table;
    private final Map<String, Set<String>> lists = new HashMap<>();

    private WordLists(String table) {
        this.table = table;
        Map<String, Set<String>> words = new HashMap<>();
        for (Tsv.Row row : Tsv.rows(table)) {
            words.computeIfAbsent(row.cell(0), name -> new LinkedHashSet<>())
                    .addAll(List.of(row.cell(1).split(" ")));
        }
        words.forEach((name, list) -> lists.put(name, Set.copyOf(list)));
    }

    /**
     * The lists of a table, read once.
     *
     * @param table its path under the engine's resources, {@code en/source-words.tsv}
     */
    public static WordLists of(String table) {
        return TABLES.computeIfAbsent(table, WordLists::new);
    }

    /** The list of this name, which the table must hold. */
    public Set<String> list(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("table " + table + " has no list \"" + name + "\""));
    }

    /** The list of this name, if there is one. */
    public Optional<Set<String>> find(String name) {
        return Optional.ofNullable(lists.get(name));
    }
}

package org.rashomon.annotate.patterns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.WordPattern.Lexicon;
import org.rashomon.annotate.patterns.WordPattern.Walk;
import org.rashomon.words.Tsv;
import org.rashomon.words.WordLists;

/** A construction, by its name in a table with the columns name and pattern: it is there when one of its patterns is. */
public final class PhrasePattern {
    /** Name of the rows that say in which tables of lists to look for words. */
    private static final String LISTS = "lists";

    private static final Map<String, Map<String, List<String>>> TABLES = new ConcurrentHashMap<>();

    private final List<WordPattern> patterns;

    private PhrasePattern(List<WordPattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Where a construction stands.
     *
     * @param from its first word
     * @param end one past its last word, {@code from} where it takes none
     */
    public record Found(int from, int end) {}

    /**
     * The construction of this name in a table.
     *
     * @throws IllegalStateException when the table has none
     */
    public static PhrasePattern of(String table, String name) {
        List<String> rows = rowsOf(table, name);
        if (rows.isEmpty()) {
            throw new IllegalStateException("table " + table + " has no construction \"" + name + "\"");
        }
        return new PhrasePattern(rows.stream()
                .map(row -> PatternNotation.read(row, list -> words(table, list)))
                .toList());
    }

    /** The rows of a name, in order; a table is read once for all constructions in it. */
    private static List<String> rowsOf(String table, String name) {
        return TABLES.computeIfAbsent(
                        table,
                        path -> Tsv.rows(path).stream()
                                .collect(Collectors.groupingBy(
                                        row -> row.cell(0),
                                        Collectors.mapping(row -> row.cell(1), Collectors.toList()))))
                .getOrDefault(name, List.of());
    }

    /** The words of a list: one of the tables that its rows <em>lists</em> name, whose blanks are hyphens here, or rows of the table. */
    private static List<String> words(String table, String list) {
        List<String> words = rowsOf(table, LISTS).stream()
                .map(path -> WordLists.of(path).find(list.replace('-', ' ')))
                .flatMap(Optional::stream)
                .findFirst()
                .map(List::copyOf)
                .orElseGet(() -> rowsOf(table, list));
        if (words.isEmpty()) {
            throw new IllegalStateException("table " + table + " has no list \"" + list + "\"");
        }
        return words;
    }

    /** Whether the construction stands anywhere. */
    public boolean in(WordRow row) {
        return found(row, false) != null;
    }

    /** Whether a row begins with the construction. */
    public boolean opens(WordRow row) {
        return standsAt(row, 0);
    }

    /** Whether a row ends with the construction. */
    public boolean closes(WordRow row) {
        return found(row, true) != null;
    }

    /** Whether a row is the construction and nothing else. */
    public boolean is(WordRow row) {
        return endAt(new Walk(row, Lexicon.NONE, true), 0) >= 0;
    }

    /** Where the construction stands for the first time. */
    public Optional<Found> find(WordRow row) {
        return Optional.ofNullable(found(row, false));
    }

    /** Where the longest construction stands with which a row ends. */
    public Optional<Found> closing(WordRow row) {
        return Optional.ofNullable(found(row, true));
    }

    /** Whether the construction begins at a place. */
    public boolean standsAt(WordRow row, int at) {
        return endAt(row, at) >= 0;
    }

    /** How many words the construction takes that begins at a place; 0 where none does. */
    public int lengthAt(WordRow row, int at) {
        return Math.max(at, endAt(row, at)) - at;
    }

    private @Nullable Found found(WordRow row, boolean closing) {
        Walk walk = new Walk(row, Lexicon.NONE, closing);
        for (int at = 0; at < Math.max(1, row.size()); at++) {
            int end = endAt(walk, at);
            if (end >= 0) {
                return new Found(at, end);
            }
        }
        return null;
    }

    /** One past the last word of the first pattern that stands at a place, -1 where none does. */
    private int endAt(WordRow row, int at) {
        for (WordPattern pattern : patterns) {
            int end = pattern.end(row, at);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private int endAt(Walk walk, int at) {
        for (WordPattern pattern : patterns) {
            int end = pattern.end(walk, at);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }
}

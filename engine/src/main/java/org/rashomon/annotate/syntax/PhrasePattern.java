package org.rashomon.annotate.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rashomon.model.Span;
import org.rashomon.words.Tsv;

/**
 * A construction: words in a fixed order, some of them free, some of them left out at will. Rows of a table say what it looks like; it
 * is there when one of its rows is.
 *
 * <p>A table has the columns name and row. A row is written in words, parted by blanks; each is matched to one word or mark of the text
 * without regard to case:
 *
 * <ul>
 *   <li>{@code a|an|the} one of these; {@code declin*} begins so, {@code *ly} ends so, {@code *} is any word, {@code Aa} any that
 *       begins with a capital, {@code aa} any that begins with a small letter, {@code 0} any that begins with a digit
 *   <li>{@code @name} the words of the row of that name, which is a list of them
 *   <li>{@code !of|for} any word or mark but these
 *   <li>{@code the?} may be missing; {@code *?3} stands up to three times; {@code [as well]} may be missing as a whole
 *   <li>{@code ^} first: nothing stands before; {@code $} last: nothing behind
 * </ul>
 *
 * <p>{@code 's, 've} and the like are words of their own, as is each mark; hyphens and other apostrophes are part of their word. Curly
 * quotation marks and apostrophes count as straight ones.
 */
public final class PhrasePattern {
    private static final Pattern WORD = Pattern.compile(
            "'(?:s|d|m|ve|re|ll)\\b|[\\p{L}\\p{N}](?:(?!'(?:s|d|m|ve|re|ll)\\b)(?:['.-]|,(?=\\d))?[\\p{L}\\p{M}\\p{N}])*|\\S",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Map<String, List<String>>> TABLES = new ConcurrentHashMap<>();

    private final List<Row> rows = new ArrayList<>();

    private record Row(List<Step> steps, boolean first, boolean last) {}

    /** One word of a row, which may stand from {@code least} to {@code most} times. */
    private record Step(List<String> words, boolean not, int least, int most) {
        boolean takes(Word word) {
            return not != words.stream().anyMatch(word::fits);
        }
    }

    /**
     * A word or mark of a text.
     *
     * @param start offset in the text
     */
    private record Word(int start, String raw, String lower) {
        boolean fits(String wanted) {
            int star = wanted.indexOf('*');
            char first = raw.charAt(0);
            return switch (wanted) {
                case "*" -> Character.isLetterOrDigit(first);
                case "Aa" -> Character.isUpperCase(first);
                case "aa" -> Character.isLowerCase(first);
                case "0" -> Character.isDigit(first);
                default ->
                    star < 0
                            ? lower.equals(wanted)
                            : lower.length() >= wanted.length() - 1
                                    && lower.startsWith(wanted.substring(0, star))
                                    && lower.endsWith(wanted.substring(star + 1));
            };
        }
    }

    private PhrasePattern(String table, String name) {
        List<String> told = rowsOf(table, name);
        if (told.isEmpty()) {
            throw new IllegalStateException("table " + table + " has no construction \"" + name + "\"");
        }
        told.forEach(row -> add(table, row));
    }

    /**
     * The construction of this name in a table.
     *
     * @throws IllegalStateException when the table has none
     */
    public static PhrasePattern of(String table, String name) {
        return new PhrasePattern(table, name);
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

    private void add(String table, String row) {
        int open = row.indexOf('[');
        int close = row.indexOf(']');
        if (open >= 0) {
            add(table, row.substring(0, open) + row.substring(open + 1, close) + row.substring(close + 1));
            add(table, row.substring(0, open) + row.substring(close + 1));
            return;
        }
        List<String> parts = new ArrayList<>(List.of(row.strip().split("\\s+")));
        boolean first = parts.remove("^");
        boolean last = parts.remove("$");
        rows.add(new Row(parts.stream().map(part -> step(table, part)).toList(), first, last));
    }

    private static Step step(String table, String part) {
        int mark = part.length() > 1 ? part.lastIndexOf('?') : -1;
        String times = mark < 0 ? "" : part.substring(mark + 1);
        boolean not = part.length() > 1 && part.charAt(0) == '!';
        String words = part.substring(not ? 1 : 0, mark < 0 ? part.length() : mark);
        List<String> listed = new ArrayList<>();
        for (String word : words.split("\\|")) {
            if (word.startsWith("@")) {
                rowsOf(table, word.substring(1)).forEach(list -> listed.addAll(List.of(list.split("\\|"))));
            } else {
                listed.add(word);
            }
        }
        return new Step(listed, not, mark < 0 ? 1 : 0, times.isEmpty() ? 1 : Integer.parseInt(times));
    }

    /** Whether the construction stands anywhere in a text. */
    public boolean in(String text) {
        return first(text) >= 0;
    }

    /** Whether a text begins with the construction. */
    public boolean opens(String text) {
        return place(text, true, false)[0] >= 0;
    }

    /** Whether a text ends with the construction. */
    public boolean closes(String text) {
        return closing(text) >= 0;
    }

    /** Whether a text is the construction and nothing else. */
    public boolean is(String text) {
        return place(text, true, true)[0] >= 0;
    }

    /** Where the construction begins for the first time in a text, in UTF-16 code units, or -1. */
    public int first(String text) {
        return place(text, false, false)[0];
    }

    /** Where the longest construction begins with which a text ends, or -1. */
    public int closing(String text) {
        return place(text, false, true)[0];
    }

    /** Where the construction stands for the first time in a text. */
    public Optional<Span> find(String text) {
        int[] place = place(text, false, false);
        return place[0] < place[1] ? Optional.of(new Span(place[0], place[1])) : Optional.empty();
    }

    /** The words and marks of a text, as rows are matched to them. */
    public static List<String> tokens(String text) {
        return words(text).stream().map(Word::raw).toList();
    }

    /** Where the construction begins and ends, -1 for both where it is not there. */
    private int[] place(String text, boolean first, boolean last) {
        List<Word> words = words(text);
        for (int at = 0; at == 0 || (at < words.size() && !first); at++) {
            for (Row row : rows) {
                int end = at == 0 || !row.first() ? end(row.steps(), words, at, last || row.last()) : -1;
                if (end >= 0) {
                    Word closing = end == 0 ? new Word(0, "", "") : words.get(end - 1);
                    int start = at < words.size() ? words.get(at).start() : text.length();
                    return new int[] {start, closing.start() + closing.raw().length()};
                }
            }
        }
        return new int[] {-1, -1};
    }

    /** One past the last word of the steps, which begin at a word; -1 where they do not stand there. */
    private static int end(List<Step> steps, List<Word> words, int at, boolean last) {
        if (steps.isEmpty()) {
            return last && at < words.size() ? -1 : at;
        }
        Step step = steps.get(0);
        int taken = at;
        while (taken < Math.min(at + step.most(), words.size()) && step.takes(words.get(taken))) {
            taken++;
        }
        for (int next = taken; next >= at + step.least(); next--) {
            int end = end(steps.subList(1, steps.size()), words, next, last);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private static List<Word> words(String text) {
        String plain = text.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"');
        return WORD.matcher(plain)
                .results()
                .map(found ->
                        new Word(found.start(), found.group(), found.group().toLowerCase(Locale.ROOT)))
                .toList();
    }
}

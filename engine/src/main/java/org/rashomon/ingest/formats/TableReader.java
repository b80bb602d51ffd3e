package org.rashomon.ingest.formats;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.records.ArticleRecord;
import org.rashomon.ingest.formats.records.FieldNames;
import org.rashomon.ingest.formats.records.FieldNames.Fact;
import org.rashomon.ingest.formats.records.RecordDrafts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Tables (CSV, TSV), an article a row, never one article: columns by the names in the first row, cells parted by comma, semicolon, tab or
 * bar, quoted cells over many lines. The place of an article is its row; the heading is row 1.
 */
public final class TableReader implements DocumentReader {
    private static final String SEPARATORS = ",;\t|";
    /** No cell of a heading is longer, nor has it a full stop at its end: prose with commas in its first line is no table. */
    private static final int LONGEST_NAME = 60;
    /** What one cell may have in memory before the table is given up; a quotation mark that is never closed makes all that follows one cell. */
    private static final int LONGEST_CELL = 4 * Source.MAX_DOCUMENT_BYTES;

    private static final ObjectReader ROWS = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_CELL)
                            .build())
                    .build())
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .build()
            .readerFor(String[].class);

    private final FieldNames names;
    private final RecordDrafts drafts;

    public TableReader(FieldNames names) {
        this.names = names;
        this.drafts = new RecordDrafts(names);
    }

    /** A heading whose names are those of articles' facts, a file that calls itself a table, or rows alike with long quoted cells. */
    @Override
    public boolean recognises(Source.Head head) {
        return !head.looksBinary()
                && (heading(head).isPresent() || isNamed(head) || TableShape.isHeadless(head.text(), SEPARATORS));
    }

    private static boolean isNamed(Source.Head head) {
        return head.name().endsWith(".csv")
                || head.name().endsWith(".tsv")
                || head.name().endsWith(".tab");
    }

    @Override
    public boolean streams() {
        return true;
    }

    /** The heading, and what parts its cells. */
    private record Heading(char separator, List<String> columns) {
        boolean isMadeOfNames() {
            return columns.size() > 1
                    && columns.stream()
                            .allMatch(name -> !name.isBlank() && name.length() <= LONGEST_NAME && !name.endsWith("."));
        }
    }

    private Optional<Heading> heading(Source.Head head) {
        String text = head.text();
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(4).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        boolean hinted = lines.get(0).matches("(?i)sep=.");
        if (hinted && lines.size() > 1) {
            return Optional.of(heading(lines.get(1), lines.get(0).charAt(4)));
        }
        String first = lines.get(0);
        Heading best = SEPARATORS
                .chars()
                .mapToObj(separator -> heading(first, (char) separator))
                .reduce((a, b) -> b.columns.size() > a.columns.size() ? b : a)
                .orElseThrow();
        if (isNamed(head)
                && best.columns.size() == 1
                && names.named(best.columns.get(0)).isPresent()) {
            return Optional.of(best);
        }
        return Optional.of(best)
                .filter(Heading::isMadeOfNames)
                .filter(it -> isOfArticles(it) || (isNamed(head) || isEven(it, lines)));
    }

    private static Heading heading(String line, char separator) {
        return new Heading(
                separator,
                Arrays.stream(line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1))
                        .map(TableReader::bare)
                        .toList());
    }

    private static String bare(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private boolean isOfArticles(Heading heading) {
        long facts = heading.columns.stream()
                .flatMap(name -> names.named(name).stream())
                .distinct()
                .count();
        boolean text = heading.columns.stream()
                .anyMatch(
                        name -> names.named(name).filter(it -> it == Fact.TEXT).isPresent());
        return facts > 2 || (text && facts > 1);
    }

    /** Whether three lines below the heading have as many cells as it, which lines of prose do not. */
    private static boolean isEven(Heading heading, List<String> lines) {
        return heading.columns.size() > 2
                && lines.size() > 3
                && lines.stream()
                        .limit(3)
                        .allMatch(
                                line -> heading(line, heading.separator).columns.size() == heading.columns.size());
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        Heading heading = heading(source.head())
                .orElseThrow(() ->
                        new BadInputException("a table whose first row holds no names of columns; put such a row first"
                                + " (id,outlet,date,title,text), or name the file .txt if it is a text"));
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(heading.separator);
        int row = 0;
        try (Reader text = LargeText.of(source.content());
                MappingIterator<String[]> rows = ROWS.with(schema).readValues(text)) {
            Columns columns = null;
            while (rows.hasNextValue()) {
                String[] cells = rows.nextValue();
                row++;
                if (isHint(cells, heading) || isBlank(cells)) {
                    continue;
                }
                if (columns == null) {
                    columns = columns(List.of(cells));
                } else {
                    row(columns, cells, "#" + row, sink);
                }
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            sink.rejected(
                    "#" + (row + 1),
                    "the table cannot be read from this row on (" + e.getOriginalMessage()
                            + "); a quotation mark within a quoted cell is written twice, and each is closed: mend the row");
        }
    }

    private static boolean isHint(String[] cells, Heading heading) {
        return cells.length <= 2 && cells[0].equalsIgnoreCase("sep=" + (cells.length == 1 ? heading.separator : ""));
    }

    private static boolean isBlank(String[] cells) {
        return Arrays.stream(cells).allMatch(String::isBlank);
    }

    private Columns columns(List<String> heading) {
        Columns columns = new Columns(heading);
        boolean holdsText = heading.stream()
                .anyMatch(name -> names.named(name)
                        .filter(fact -> fact == Fact.TEXT || fact == Fact.SUMMARY)
                        .isPresent());
        if (!holdsText) {
            throw new BadInputException(
                    "a table without a column that is known to hold articles' text; its columns are "
                            + shortened(String.join(", ", heading)) + ": tell which it is, --columns text=NAME");
        }
        return columns;
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private void row(Columns columns, String[] cells, String place, Sink sink) {
        if (cells.length > columns.size()) {
            sink.rejected(
                    place,
                    "the row has " + cells.length + " cells, the heading " + columns.size()
                            + "; put a cell that has the separator in it in quotation marks");
            return;
        }
        if (Arrays.stream(cells).anyMatch(cell -> cell.length() > Source.MAX_DOCUMENT_BYTES)) {
            sink.rejected(
                    place,
                    "a cell of the row is longer than " + Source.MAX_DOCUMENT_BYTES / 1_000_000
                            + " million characters, the limit for one article; shorten or remove it");
            return;
        }
        try {
            sink.article(drafts.draft(columns.row(cells), place));
        } catch (BadInputException e) {
            sink.rejected(place, String.valueOf(e.getMessage()));
        }
    }

    /** The heading's names and where they stand; of two columns of one name the first counts. */
    private static final class Columns {
        private final Map<String, Integer> places = new HashMap<>();
        private final int size;

        Columns(List<String> heading) {
            size = heading.size();
            IntStream.range(0, size).forEach(i -> places.putIfAbsent(FieldNames.folded(heading.get(i)), i));
        }

        int size() {
            return size;
        }

        ArticleRecord row(String[] cells) {
            return new ArticleRecord() {
                @Override
                public Optional<String> text(String name) {
                    return Optional.ofNullable(places.get(name))
                            .filter(column -> column < cells.length)
                            .map(column -> cells[column])
                            .filter(cell -> !cell.isBlank());
                }

                @Override
                public List<String> list(String name) {
                    return text(name).map(List::of).orElse(List.of());
                }
            };
        }
    }
}

package org.rashomon.ingest.formats;

import java.util.ArrayList;
import java.util.List;

/** Whether a text is laid out in rows and cells although no heading says so. */
final class TableShape {
    /** Rows that have to be alike. */
    private static final int ROWS = 2;

    private static final int LEAST_CELLS = 3;
    /** Characters; a cell with an article in it has more, and is quoted since it has commas. */
    private static final int LONG_CELL = 80;

    private TableShape() {}

    /** Whether the first rows have as many cells each, one of them a long one in quotation marks: no prose is written so. */
    static boolean isHeadless(String text, String separators) {
        return separators.chars().anyMatch(separator -> isHeadless(text, (char) separator));
    }

    private static boolean isHeadless(String text, char separator) {
        List<List<String>> rows = rows(text, separator);
        return rows.size() == ROWS
                && rows.get(0).size() >= LEAST_CELLS
                && rows.stream().allMatch(row -> row.size() == rows.get(0).size())
                && rows.stream().allMatch(row -> row.stream().anyMatch(TableShape::isLongAndQuoted));
    }

    private static boolean isLongAndQuoted(String cell) {
        return cell.length() > LONG_CELL && cell.startsWith("\"") && cell.endsWith("\"");
    }

    /** The first rows that the text holds whole, quotation marks left where they are. */
    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length() && rows.size() < ROWS; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == separator || c == '\n')) {
                row.add(text.substring(start, i).strip());
                start = i + 1;
            }
            if (!quoted && c == '\n') {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }
}

package org.rashomon.office.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Lines that stand side by side. Most programs write one column after the other; where one writes row by row, the columns are told by the gap between
 * them, and two voices that stand beside each other are not read as one. A gap with few words around it is a table's, or that between a byline and a date.
 */
final class Columns {
    private static final int FEWEST_ROWS = 3;
    /** Words of a line on average: a cell of a table has fewer. */
    private static final double FEWEST_WORDS = 2.5;

    private static final float NARROWEST = 6;
    /** Of the size of the letters: words that are farther apart on one line are two lines. */
    private static final float APART = 4;

    private Columns() {}

    /** The lines in the order in which they are read. */
    static List<Line> ordered(List<Line> lines) {
        List<Line> out = new ArrayList<>();
        List<List<Line>> page = new ArrayList<>();
        for (Line line : lines) {
            Line last = page.isEmpty() ? null : page.get(page.size() - 1).get(0);
            if (last != null && last.page() != line.page()) {
                order(page, out);
                page.clear();
                last = null;
            }
            if (last != null && last.row() == line.row()) {
                page.get(page.size() - 1).add(line);
            } else {
                page.add(new ArrayList<>(List.of(line)));
            }
        }
        order(page, out);
        return out;
    }

    private static void order(List<List<Line>> rows, List<Line> out) {
        for (int i = 0; i < rows.size(); ) {
            int end = rows.get(i).size() > 1 ? columns(rows, i, out) : i;
            if (end > i) {
                i = end;
            } else {
                joined(rows.get(i), out);
                i++;
            }
        }
    }

    /** Writes the columns that begin with row {@code from} and gives the row behind them; {@code from} where none begin there. */
    private static int columns(List<List<Line>> rows, int from, List<Line> out) {
        float gapLeft = rows.get(from).get(0).right();
        float gapRight = rows.get(from).get(1).left();
        List<List<Line>> left = new ArrayList<>();
        List<List<Line>> right = new ArrayList<>();
        int both = 0;
        int words = 0;
        int parts = 0;
        int end = from;
        for (; end < rows.size(); end++) {
            List<Line> row = rows.get(end);
            if (end > from && row.get(0).top() <= rows.get(end - 1).get(0).top()) {
                break;
            }
            List<Line> onLeft = new ArrayList<>();
            List<Line> onRight = new ArrayList<>();
            float newLeft = gapLeft;
            float newRight = gapRight;
            boolean crosses = false;
            for (Line line : row) {
                if (line.left() >= gapLeft + 1) {
                    onRight.add(line);
                    newRight = Math.min(newRight, line.left());
                } else if (line.right() <= gapRight - 1) {
                    onLeft.add(line);
                    newLeft = Math.max(newLeft, line.right());
                } else {
                    crosses = true;
                }
            }
            if (crosses || newRight - newLeft < NARROWEST) {
                break;
            }
            gapLeft = newLeft;
            gapRight = newRight;
            if (!onLeft.isEmpty() && !onRight.isEmpty()) {
                both++;
                parts += row.size();
                words += row.stream()
                        .mapToInt(line -> new StringTokenizer(line.words()).countTokens())
                        .sum();
            }
            add(onLeft, left);
            add(onRight, right);
        }
        if (both < FEWEST_ROWS || words < FEWEST_WORDS * parts) {
            return from;
        }
        order(left, out);
        order(right, out);
        return end;
    }

    private static void add(List<Line> row, List<List<Line>> column) {
        if (!row.isEmpty()) {
            column.add(row);
        }
    }

    private static void joined(List<Line> row, List<Line> out) {
        Line line = row.get(0);
        for (Line next : row.subList(1, row.size())) {
            float gap = next.left() - line.right();
            if (gap >= 0 && gap <= APART * line.size()) {
                line = new Line(
                        line.page(),
                        line.left(),
                        next.right(),
                        line.top(),
                        line.size(),
                        line.bold(),
                        line.row(),
                        line.words() + " " + next.words());
            } else {
                out.add(line);
                line = next;
            }
        }
        out.add(line);
    }
}

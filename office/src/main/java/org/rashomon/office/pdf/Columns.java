package org.rashomon.office.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rashomon.office.Telling;

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

    /** Steps upwards within one column, of all steps of a page, with which it was written in no order of reading. */
    private static final double DISORDER = 0.15;

    private static final float SAME_BASELINE = 2;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final List<Line> out = new ArrayList<>();
    private final Telling telling;

    private Columns(Telling telling) {
        this.telling = telling;
    }

    /** The lines in the order in which they are read; numbers of lines in the margin are told and left out. */
    static List<Line> ordered(List<Line> lines, Telling telling) {
        Columns columns = new Columns(telling);
        Map<Integer, List<Line>> pages =
                lines.stream().collect(Collectors.groupingBy(Line::page, LinkedHashMap::new, Collectors.toList()));
        pages.values().forEach(page -> columns.page(isDisordered(page) ? downwards(page) : page));
        return columns.out;
    }

    private static List<Line> downwards(List<Line> page) {
        return page.stream().sorted(Comparator.comparing(Line::top)).toList();
    }

    /** Whether lines of one column were written upwards or at random; with columns beside each other nobody can say. */
    private static boolean isDisordered(List<Line> page) {
        int up = 0;
        for (int i = 1; i < page.size(); i++) {
            Line last = page.get(i - 1);
            Line line = page.get(i);
            up += line.top() < last.top() - SAME_BASELINE && line.left() < last.right() && line.right() > last.left()
                    ? 1
                    : 0;
        }
        if (up < 2 || up <= DISORDER * page.size()) {
            return false;
        }
        List<Line> down = downwards(page);
        for (int i = 1; i < down.size(); i++) {
            if (down.get(i).top() - down.get(i - 1).top() < SAME_BASELINE
                    && down.get(i).row() != down.get(i - 1).row()) {
                return false;
            }
        }
        return true;
    }

    private void page(List<Line> lines) {
        List<List<Line>> page = new ArrayList<>();
        for (Line line : lines) {
            List<Line> last = page.isEmpty() ? List.of() : page.get(page.size() - 1);
            if (!last.isEmpty() && last.get(0).row() == line.row()) {
                last.add(line);
            } else {
                page.add(new ArrayList<>(List.of(line)));
            }
        }
        order(page);
    }

    private void order(List<List<Line>> rows) {
        for (int i = 0; i < rows.size(); ) {
            int end = rows.get(i).size() > 1 ? columns(rows, i) : i;
            if (end > i) {
                i = end;
            } else {
                joined(rows.get(i));
                i++;
            }
        }
    }

    /** Writes the columns that begin with row {@code from} and gives the row behind them; {@code from} where none begin there. */
    private int columns(List<List<Line>> rows, int from) {
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
        if (left.stream().allMatch(row -> NUMBER.matcher(row.get(0).text()).matches())) {
            telling.aside(
                    "page " + left.get(0).get(0).page(),
                    left.stream().map(row -> row.get(0).text()).collect(Collectors.joining(" ")),
                    "numbers of lines in the margin");
        } else {
            order(left);
        }
        order(right);
        return end;
    }

    private static void add(List<Line> row, List<List<Line>> column) {
        if (!row.isEmpty()) {
            column.add(row);
        }
    }

    private void joined(List<Line> row) {
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

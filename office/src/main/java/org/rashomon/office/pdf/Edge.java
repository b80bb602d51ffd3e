package org.rashomon.office.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The upper or lower edge of a page.
 *
 * @param baselines the lines of the whole page, those on one baseline together, outermost first
 * @param near how many baselines lie near the edge
 */
record Edge(List<List<Line>> baselines, int near) {
    /** Of a page's height. */
    private static final float BAND = 0.16f;

    private static final int MOST_BASELINES = 4;
    /** Of the usual distance of two lines of the page. */
    private static final float APART = 1.35f;

    private static final float OTHER_SIZE = 0.08f;

    static Edge of(List<Line> page, float height, boolean top) {
        List<Line> inwards = page.stream()
                .sorted((one, other) ->
                        top ? Float.compare(one.top(), other.top()) : Float.compare(other.top(), one.top()))
                .toList();
        List<List<Line>> baselines = new ArrayList<>();
        int near = 0;
        for (Line line : inwards) {
            List<Line> last = baselines.isEmpty() ? null : baselines.get(baselines.size() - 1);
            if (last != null && Math.abs(last.get(0).top() - line.top()) <= 1) {
                last.add(line);
                continue;
            }
            baselines.add(new ArrayList<>(List.of(line)));
            boolean within = top ? line.top() < BAND * height : line.top() > (1 - BAND) * height;
            near += within && near == baselines.size() - 1 && near < MOST_BASELINES ? 1 : 0;
        }
        return new Edge(baselines, near);
    }

    /** The lines near the edge. */
    List<Line> outer() {
        return baselines.subList(0, near).stream().flatMap(List::stream).toList();
    }

    /** Those of {@code likely} with nothing else beyond them, where they stand apart from what comes next: a sentence is never cut. */
    Set<Line> apart(Set<Line> likely) {
        Set<Line> out = new HashSet<>();
        for (int i = 0; i < near && likely.containsAll(baselines.get(i)); i++) {
            out.addAll(baselines.get(i));
        }
        boolean changed = true;
        while (changed) {
            changed = out.removeIf(line -> !isApart(line, out));
        }
        return out;
    }

    /** Whether a line is set apart from the nearest one inwards of it, above or below it if there is such a one, that is none of {@code others}. */
    private boolean isApart(Line line, Set<Line> others) {
        boolean inwards = false;
        Line nearest = null;
        for (List<Line> baseline : baselines) {
            if (inwards) {
                for (Line within : baseline) {
                    if (others.contains(within)) {
                        continue;
                    }
                    nearest = nearest == null ? within : nearest;
                    if (within.left() < line.right() && within.right() > line.left()) {
                        return isApart(line, within);
                    }
                }
            }
            inwards |= baseline.contains(line);
        }
        // on a page that holds nothing else nobody can say; other pages may
        return nearest != null && isApart(line, nearest);
    }

    private boolean isApart(Line beyond, Line within) {
        return Math.abs(within.size() - beyond.size()) > OTHER_SIZE * Math.max(within.size(), beyond.size())
                || Math.abs(within.top() - beyond.top()) > APART * usual(within.size());
    }

    private float usual(float size) {
        List<Float> distances = new ArrayList<>();
        for (int i = near + 1; i < baselines.size(); i++) {
            distances.add(Math.abs(
                    baselines.get(i).get(0).top() - baselines.get(i - 1).get(0).top()));
        }
        distances.sort(null);
        // of a page of few lines: that of usual setting
        return distances.size() < 3 ? 1.2f * size : distances.get(distances.size() / 2);
    }
}

package org.rashomon.office.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.office.Telling;

/**
 * Headers, footers and page numbers: lines near the upper or lower edge that stand on several pages at one height with the same words, numbers aside; and
 * a page's own number. A title that is repeated in small letters on later pages stays where it stands as a title.
 */
final class RunningLines {
    /** Of a page's height, from either edge. */
    private static final float SAME_HEIGHT = 6;

    private static final int MOST_NUMBERED_WORDS = 9;
    private static final Pattern NUMBER = Pattern.compile(
            "(?:page|p\\.)?[\\s|–—-]*(\\d{1,4})[\\s|–—-]*(?:(?:of|/)\\s*\\d{1,4})?", Pattern.CASE_INSENSITIVE);

    private RunningLines() {}

    /** How high a page is, in points. */
    interface Heights {
        float of(int page);
    }

    /** A place and words that may repeat. */
    private record Spot(boolean top, String shape, int height) {}

    static List<Line> cut(List<Line> lines, Heights heights, Telling telling) {
        Map<Integer, List<Line>> pages = new LinkedHashMap<>();
        lines.forEach(line ->
                pages.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line));
        Map<Spot, List<Line>> spots = new LinkedHashMap<>();
        Set<Line> numbers = new HashSet<>();
        List<Edge> edges = new ArrayList<>();
        pages.forEach((page, all) -> {
            for (boolean top : new boolean[] {true, false}) {
                Edge edge = Edge.of(all, heights.of(page), top);
                edges.add(edge);
                edge.outer()
                        .forEach(line -> spots.computeIfAbsent(spot(line, top, spots), spot -> new ArrayList<>())
                                .add(line));
                edge.outer().stream().filter(RunningLines::isOwnNumber).forEach(numbers::add);
            }
        });
        int fewest = pages.size() <= 3 ? 2 : 3;
        Set<Line> likely = new HashSet<>(numbers);
        spots.values().stream()
                .filter(found -> on(found).size() >= fewest && (isShort(found) || isOneText(found)))
                .forEach(likely::addAll);
        Set<Line> furniture = new HashSet<>();
        edges.forEach(edge -> furniture.addAll(edge.apart(likely)));
        // what is set apart on most pages is furniture on those, too, that hold nothing to set it apart from
        spots.values().stream()
                .filter(found -> found.stream().filter(furniture::contains).count() * 2 > found.size())
                .forEach(found -> found.stream().filter(likely::contains).forEach(furniture::add));
        spots.forEach((spot, found) ->
                tell(spot, found.stream().filter(furniture::contains).toList(), telling));
        return lines.stream().filter(line -> !furniture.contains(line)).toList();
    }

    /** Sentences that differ in a number are sentences. */
    private static boolean isShort(List<Line> lines) {
        return new StringTokenizer(lines.get(0).text()).countTokens() <= MOST_NUMBERED_WORDS;
    }

    private static boolean isOneText(List<Line> lines) {
        return lines.stream().map(Line::text).distinct().count() == 1;
    }

    private static void tell(Spot spot, List<Line> found, Telling telling) {
        if (found.isEmpty()) {
            return;
        }
        String reason = found.size() == 1
                ? "the page's number"
                : spot.top
                        ? "repeats at the top of pages: a header"
                        : "repeats at the bottom of pages: a footer or page number";
        telling.aside(told(on(found)), found.get(0).text(), reason);
    }

    private static Set<Integer> on(List<Line> lines) {
        Set<Integer> pages = new TreeSet<>();
        lines.forEach(line -> pages.add(line.page()));
        return pages;
    }

    /** That of a line seen before at nearly the same height, or a new one. */
    private static Spot spot(Line line, boolean top, Map<Spot, List<Line>> known) {
        String shape =
                line.text().toLowerCase(Locale.ROOT).replaceAll("\\d+", "#").replaceAll("\\s+", " ");
        int height = Math.round(line.top());
        for (int off = 0; off <= SAME_HEIGHT; off++) {
            for (int at : new int[] {height - off, height + off}) {
                Spot near = new Spot(top, shape, at);
                if (known.containsKey(near)) {
                    return near;
                }
            }
        }
        return new Spot(top, shape, height);
    }

    private static boolean isOwnNumber(Line line) {
        Matcher number = NUMBER.matcher(line.text().strip());
        return number.matches() && number.group(1).equals(String.valueOf(line.page()));
    }

    /** <em>pages 1 to 12</em>, or each where they do not follow each other. */
    private static String told(Set<Integer> pages) {
        List<Integer> all = new ArrayList<>(pages);
        int first = all.get(0);
        int last = all.get(all.size() - 1);
        if (all.size() == 1) {
            return "page " + first;
        }
        if (last - first + 1 == all.size()) {
            return "pages " + first + " to " + last;
        }
        return all.size() + " of the pages " + first + " to " + last;
    }
}

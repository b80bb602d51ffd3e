package org.rashomon.office.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rashomon.office.Telling;

/** Footnotes: lines in small letters below a page's text, the first of which begins with a mark; they and their marks are no part of the text. */
final class Footnotes {
    /** Of the size of the text's letters. */
    private static final float SMALL = 0.9f;

    private static final String SIGN = "(\\d{1,3}|[*\u2020\u2021])";
    private static final Pattern RAISED = Pattern.compile(Line.RAISED + SIGN + Line.LOWERED);
    /** A plain mark counts where the page's text has it raised. */
    private static final Pattern MARK = Pattern.compile("(?:" + Line.RAISED + "(?<raised>[^" + Line.LOWERED + "]{1,3})"
            + Line.LOWERED + "|(?<plain>\\d{1,3}|[*\u2020\u2021])(?:[.)]|(?=[\\s\\p{Lu}])))\\s*[\\p{L}\"\u201C(].*");

    private Footnotes() {}

    static List<Line> cut(List<Line> lines, Telling telling) {
        float size = textSize(lines);
        Map<Integer, List<Line>> pages =
                lines.stream().collect(Collectors.groupingBy(Line::page, LinkedHashMap::new, Collectors.toList()));
        Set<Line> notes = new HashSet<>();
        Set<String> marks = new HashSet<>();
        for (List<Line> page : pages.values()) {
            List<Line> found = foot(page, size);
            if (!found.isEmpty()) {
                notes.addAll(found);
                tell(found, marks, telling);
            }
        }
        return lines.stream()
                .filter(line -> !notes.contains(line))
                .map(line -> line.withoutMarks(marks))
                .toList();
    }

    /** The size in which most letters of the document are set. */
    static float textSize(List<Line> lines) {
        Map<Float, Integer> letters = lines.stream()
                .collect(Collectors.toMap(
                        Line::size, line -> line.words().length(), Integer::sum, java.util.TreeMap::new));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1f);
    }

    /** The small lines below all others, downwards, or none. */
    private static List<Line> foot(List<Line> page, float size) {
        List<Line> down = page.stream().sorted(Comparator.comparing(Line::top)).toList();
        int begin = down.size();
        while (begin > 0 && down.get(begin - 1).size() <= SMALL * size) {
            begin--;
        }
        Set<String> raised = new HashSet<>();
        for (Line line : down.subList(0, begin)) {
            RAISED.matcher(line.words()).results().forEach(found -> raised.add(found.group(1)));
        }
        while (begin < down.size() && !begins(down.get(begin), raised)) {
            begin++;
        }
        return begin == 0 ? List.of() : down.subList(begin, down.size());
    }

    private static boolean begins(Line line, Set<String> raised) {
        Matcher mark = MARK.matcher(line.words());
        return mark.matches() && (mark.group("raised") != null || raised.contains(mark.group("plain")));
    }

    private static void tell(List<Line> lines, Set<String> marks, Telling telling) {
        List<String> note = new ArrayList<>();
        for (Line line : lines) {
            Matcher mark = MARK.matcher(line.words());
            if (mark.matches()) {
                marks.add(mark.group("raised") != null ? mark.group("raised") : mark.group("plain"));
                if (!note.isEmpty()) {
                    telling.footnote("page " + line.page(), String.join(" ", note));
                    note.clear();
                }
            }
            note.add(line.text());
        }
        telling.footnote("page " + lines.get(0).page(), String.join(" ", note));
    }
}

package org.rashomon.export.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text with marks, written as nested elements. Marks that cross are split: where one ends inside another, the
 * inner is closed and opened again, without its id, so that the markup nests whatever the marks do.
 */
public final class MarkedText implements Content {
    private static final Comparator<Mark> OUTER_FIRST =
            Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder());

    private final String text;
    private final int from;
    private final int to;
    private final List<Mark> marks;

    /**
     * A mark on {@code [start, end)} of the text, in UTF-16 code units.
     *
     * @param element {@code mark}, {@code b} or {@code span}
     * @param style class attribute, from the program's own words only
     * @param id anchor, or null
     * @param number shown before the first word, or null
     */
    public record Mark(
            int start,
            int end,
            String element,
            String style,
            @Nullable String id,
            @Nullable String number) {}

    /** The text in {@code [from, to)}, with those marks of {@code marks} that fall into it. */
    public MarkedText(String text, int from, int to, List<Mark> marks) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.marks = marks.stream()
                .filter(mark -> mark.start() < to && from < mark.end())
                .sorted(OUTER_FIRST)
                .toList();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Deque<Mark> open = new ArrayDeque<>();
        int at = from;
        int next = 0;
        while (at < to || !open.isEmpty()) {
            closeEnded(output, open, at);
            if (at >= to) {
                closeAll(output, open);
                return;
            }
            while (next < marks.size() && marks.get(next).start() <= at) {
                Mark mark = marks.get(next++);
                open(output, mark, mark.start() >= from);
                open.push(mark);
            }
            int until = next < marks.size() ? Math.min(to, marks.get(next).start()) : to;
            for (Mark mark : open) {
                until = Math.min(until, mark.end());
            }
            escape(output, text, at, until);
            at = until;
        }
    }

    /** Closes the marks that end at {@code at}; those that lie inside them and go on are opened again. */
    private static void closeEnded(TemplateOutput output, Deque<Mark> open, int at) {
        if (open.stream().noneMatch(mark -> mark.end() <= at)) {
            return;
        }
        List<Mark> again = new ArrayList<>();
        while (open.stream().anyMatch(mark -> mark.end() <= at)) {
            Mark mark = open.pop();
            output.writeContent("</" + mark.element() + ">");
            if (mark.end() > at) {
                again.add(mark);
            }
        }
        Collections.reverse(again);
        for (Mark mark : again) {
            open(output, mark, false);
            open.push(mark);
        }
    }

    private static void closeAll(TemplateOutput output, Deque<Mark> open) {
        while (!open.isEmpty()) {
            output.writeContent("</" + open.pop().element() + ">");
        }
    }

    private static void open(TemplateOutput output, Mark mark, boolean first) {
        output.writeContent("<" + mark.element() + " class=\"" + mark.style() + "\"");
        if (first && mark.id() != null) {
            output.writeContent(" id=\"" + mark.id() + "\"");
        }
        output.writeContent(">");
        if (first && mark.number() != null) {
            output.writeContent("<sup>" + mark.number() + "</sup>");
        }
    }

    private static void escape(TemplateOutput output, String text, int from, int to) {
        int done = from;
        for (int i = from; i < to; i++) {
            String entity = switch (text.charAt(i)) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> null;
            };
            if (entity != null) {
                output.writeContent(text.substring(done, i));
                output.writeContent(entity);
                done = i + 1;
            }
        }
        output.writeContent(text.substring(done, to));
    }
}

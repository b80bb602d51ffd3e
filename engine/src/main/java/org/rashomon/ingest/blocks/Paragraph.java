package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;

/**
 * A paragraph of canonical text.
 *
 * @param role what markup says that it is, or null
 */
public record Paragraph(Span span, @Nullable BlockRole role) {
    private static final int WRAP_MIN = 45;
    private static final int WRAP_MAX = 110;

    /**
     * The paragraphs of a text without markup: one a line, except where the lines of a group were wrapped to a common width.
     */
    public static List<Paragraph> in(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Span> group = new ArrayList<>();
        int length = text.length();
        for (int start = 0; start <= length; ) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? length : feed;
            Span line = trimmed(text, start, end);
            if (line == null) {
                close(text, group, paragraphs);
            } else {
                group.add(line);
            }
            start = end + 1;
        }
        close(text, group, paragraphs);
        return paragraphs;
    }

    /** {@code [start, end)} without outer white space, or null when nothing is left. */
    static @Nullable Span trimmed(String text, int start, int end) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return start < end ? new Span(start, end) : null;
    }

    private static void close(String text, List<Span> group, List<Paragraph> paragraphs) {
        if (isWrapped(text, group)) {
            paragraphs.add(new Paragraph(joined(group), null));
        } else {
            int from = 0;
            for (int i = 1; i <= group.size(); i++) {
                if (i == group.size() || !readsOn(text, group.get(i - 1), group.get(i))) {
                    paragraphs.add(new Paragraph(joined(group.subList(from, i)), null));
                    from = i;
                }
            }
        }
        group.clear();
    }

    private static Span joined(List<Span> lines) {
        return new Span(lines.get(0).start(), lines.get(lines.size() - 1).end());
    }

    /** Wrapped lines have about one width, and most break off inside a sentence. */
    private static boolean isWrapped(String text, List<Span> group) {
        if (group.size() < 2) {
            return false;
        }
        int widest = group.stream().mapToInt(Span::length).max().orElse(0);
        if (widest < WRAP_MIN || widest > WRAP_MAX) {
            return false;
        }
        int broken = 0;
        for (Span line : group.subList(0, group.size() - 1)) {
            if (line.length() < widest - 25) {
                return false;
            }
            broken += Sentences.endsLikeOne(line.in(text)) ? 0 : 1;
        }
        return broken * 2 > group.size() - 1;
    }

    /** Whether the second line goes on with the sentence of the first. */
    private static boolean readsOn(String text, Span line, Span next) {
        return line.length() >= WRAP_MIN
                && Character.isLowerCase(text.charAt(next.start()))
                && !Sentences.endsLikeOne(text.substring(Math.max(line.start(), line.end() - 5), line.end()));
    }
}

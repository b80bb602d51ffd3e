package org.rashomon.office.pdf;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a page, or the part of one that stands by itself.
 *
 * @param page from one
 * @param left and {@code right}, in points from the page's left edge
 * @param top the baseline, in points from the page's upper edge
 * @param size of most of its letters, in points
 * @param bold whether most of its letters are
 * @param row tells the lines that PDFBox took for one; they stand on one baseline
 * @param words as they stand, raised numbers between {@link #RAISED} and {@link #LOWERED}
 */
record Line(int page, float left, float right, float top, float size, boolean bold, int row, String words) {
    static final char RAISED = '\uE000';
    static final char LOWERED = '\uE001';

    private static final Pattern MARK = Pattern.compile(RAISED + "([^" + LOWERED + "]*)" + LOWERED);
    private static final String ENDS = ".!?:\u2026";
    private static final String CLOSING = "\"'\u2019\u201D)]\u00BB";

    /** The words with raised numbers as plain ones. */
    String text() {
        return words.indexOf(RAISED) < 0
                ? words
                : MARK.matcher(words).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
    }

    /** Whether a sentence ends with it. */
    boolean endsSentence() {
        String text = text();
        int at = text.length() - 1;
        boolean marked = words.charAt(words.length() - 1) == LOWERED;
        while (at > 0 && (CLOSING.indexOf(text.charAt(at)) >= 0 || (marked && Character.isDigit(text.charAt(at))))) {
            at--;
        }
        return at >= 0 && ENDS.indexOf(text.charAt(at)) >= 0;
    }

    float width() {
        return right - left;
    }

    Line with(String other) {
        return new Line(page, left, right, top, size, bold, row, other);
    }

    /** Without raised numbers that are marks of footnotes: those that a footnote begins with, and all behind a stop, comma or quotation mark. */
    Line withoutMarks(Set<String> marks) {
        if (words.indexOf(RAISED) < 0) {
            return this;
        }
        return with(MARK.matcher(words).replaceAll(found -> {
            char before = found.start() == 0 ? ' ' : words.charAt(found.start() - 1);
            boolean mark = marks.contains(found.group(1).strip()) || !Character.isLetterOrDigit(before);
            return mark ? "" : Matcher.quoteReplacement(found.group(1));
        }));
    }
}

package org.rashomon.text;

import org.rashomon.model.Span;

/** Converts offsets of one text between UTF-16 code units (inside) and Unicode code points (public formats). */
public final class CodePoints {
    private final String text;
    /** Code units of all high surrogates of pairs, ascending; most texts have none. */
    private final int[] pairs;

    public CodePoints(String text) {
        this.text = text;
        this.pairs = java.util.stream.IntStream.range(0, Math.max(0, text.length() - 1))
                .filter(i -> Character.isHighSurrogate(text.charAt(i)) && Character.isLowSurrogate(text.charAt(i + 1)))
                .toArray();
    }

    /** The number of code points before code unit {@code unit}. */
    public int fromUnit(int unit) {
        int before = java.util.Arrays.binarySearch(pairs, unit);
        return unit - (before >= 0 ? before : -before - 1);
    }

    /** The code unit at which code point number {@code point} begins. */
    public int toUnit(int point) {
        return text.offsetByCodePoints(0, point);
    }

    /** {@code [start, end)} in code points. */
    public int[] of(Span span) {
        return new int[] {fromUnit(span.start()), fromUnit(span.end())};
    }
}

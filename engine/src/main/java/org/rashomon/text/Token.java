package org.rashomon.text;

import org.rashomon.model.Span;

/**
 * A word, number or mark.
 *
 * @param start first UTF-16 code unit, inclusive
 * @param end one past the last
 */
public record Token(int start, int end) {
    public String in(String text) {
        return text.substring(start, end);
    }

    public Span span() {
        return new Span(start, end);
    }
}

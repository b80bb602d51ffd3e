package org.rashomon.annotate.syntax;

/** Half-open range of tokens, of a block or of a sentence. */
public record TokenRange(int from, int to) {
    public int size() {
        return to - from;
    }

    public boolean overlaps(TokenRange other) {
        return from < other.to && other.from < to;
    }

    public boolean contains(TokenRange other) {
        return from <= other.from && other.to <= to;
    }
}

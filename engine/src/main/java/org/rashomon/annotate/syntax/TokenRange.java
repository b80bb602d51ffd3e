package org.rashomon.annotate.syntax;

/** Half-open range of tokens, of a block or of a sentence. */
public record TokenRange(int from, int to) {
    public boolean overlaps(TokenRange other) {
        return from < other.to && other.from < to;
    }
}

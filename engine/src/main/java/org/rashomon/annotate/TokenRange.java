package org.rashomon.annotate;

/** Half-open range of tokens, of a block or of a sentence. */
record TokenRange(int from, int to) {
    boolean overlaps(TokenRange other) {
        return from < other.to && other.from < to;
    }
}

package org.rashomon.model;

import java.util.List;

/**
 * A sentence, inside one block.
 *
 * @param span trimmed of white space
 * @param block index into {@link Article#blocks()}
 */
public record Sentence(Span span, int block) {

    /**
     * Index of the last sentence that begins at or before a place.
     *
     * @param sentences of one article, in order
     * @param offset UTF-16 code units into its text
     * @return -1 before all of them
     */
    public static int indexAt(List<Sentence> sentences, int offset) {
        return Bisection.first(sentences.size(), i -> sentences.get(i).span().start() > offset) - 1;
    }
}

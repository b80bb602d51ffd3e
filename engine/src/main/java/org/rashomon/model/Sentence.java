package org.rashomon.model;

/**
 * A sentence, inside one block.
 *
 * @param span trimmed of white space
 * @param block index into {@link Article#blocks()}
 */
public record Sentence(Span span, int block) {}

package org.rashomon.model;

/**
 * A stretch of text with one role: a paragraph, a headline, or a run of page furniture inside a line. Blocks of an article
 * stand in order and do not overlap.
 */
public record Block(Span span, BlockRole role) {}

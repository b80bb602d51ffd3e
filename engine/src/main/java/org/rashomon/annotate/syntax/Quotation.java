package org.rashomon.annotate.syntax;

import org.rashomon.model.Span;

/**
 * Words between quotation marks, inside one block.
 *
 * @param span marks included
 * @param closed false when the closing mark is missing, by the custom for quotations of several paragraphs or by mistake
 */
public record Quotation(Span span, boolean closed) {}

/**
 * PDF documents: where each word stands on its page, what of that is furniture, and which lines are one paragraph. A PDF says none of this itself.
 *
 * <p>Reading order: {@code PdfParser} (the front door), {@code PageLines} (lines with their places, from PDFBox), {@code Columns} (lines that stand side
 * by side), {@code RunningLines} (headers, footers, page numbers), {@code Footnotes}, {@code Paragraphs} and {@code Hyphens} (lines to text).
 *
 * <p>Sees {@code office}.
 */
@NullMarked
package org.rashomon.office.pdf;

import org.jspecify.annotations.NullMarked;

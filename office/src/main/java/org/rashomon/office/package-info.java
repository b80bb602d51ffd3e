/**
 * The second Java machine, which takes office documents apart: it is handed bytes, answers with text, and knows nothing of the program that asks.
 * It opens no file and asks nothing of a network.
 *
 * <p>Reading order: {@link org.rashomon.office.Listener} (its life), {@code DocumentKinds} (what a document is, and which parser takes it), {@code
 * Telling} (what a parser tells: paragraphs, what is no part of the text, properties), then the parsers: {@code pdf.PdfParser}, {@code WordParser},
 * {@code OpenDocumentParser}, {@code RichTextParser}, {@code OutlookParser}.
 *
 * <p>Sees {@code ingest.office} and {@code ingest.draft} of the engine. To add a kind, write a {@code DocumentParser}, list it in {@code
 * DocumentKinds}, and let {@code ingest.office.OfficeKind} know its first bytes.
 */
@NullMarked
package org.rashomon.office;

import org.jspecify.annotations.NullMarked;

/**
 * Office documents (PDF, DOCX, ODT, RTF, Outlook's MSG), whose parsers run in a second Java machine: they are large, and files that strangers wrote
 * can make them hang or use up memory. Nothing here knows a parser; the module {@code office} has them, and {@link
 * org.rashomon.ingest.office.Launch} says where it is.
 *
 * <p>Reading order: {@link org.rashomon.ingest.office.OfficeReader} (the front door: one document to a draft), {@link
 * org.rashomon.ingest.office.SecondMachine} (started with the first document, kept for all of a run, killed and started again where a document takes
 * too much), {@link org.rashomon.ingest.office.Parsed} and {@link org.rashomon.ingest.office.Frames} (what the two machines say to each other).
 *
 * <p>Sees {@code model}, {@code ingest.draft} and {@code ingest.formats.exports}, which reads what news archives export as office documents. To read a
 * further kind, add its first bytes to {@code OfficeKind}, and its parser to the module.
 */
@NullMarked
package org.rashomon.ingest.office;

import org.jspecify.annotations.NullMarked;

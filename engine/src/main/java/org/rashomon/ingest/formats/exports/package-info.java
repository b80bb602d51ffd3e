/**
 * Exports of news archives as plain text, many articles in a file: Nexis, Nexis Uni, Factiva, ProQuest. A class an archive ({@code
 * ExportKind} tells how to add one); front door {@link org.rashomon.ingest.formats.exports.TextExportReader}.
 *
 * <p>Sees {@code ingest.formats.records} (for names of languages), {@code ingest.draft}, {@code ingest.blocks} and {@code model}.
 */
@NullMarked
package org.rashomon.ingest.formats.exports;

import org.jspecify.annotations.NullMarked;

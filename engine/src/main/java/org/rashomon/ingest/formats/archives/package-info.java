/**
 * Files that hold whole documents: web archives ({@link org.rashomon.ingest.formats.archives.WebArchiveReader}, by jwarc) and messages ({@link
 * org.rashomon.ingest.formats.archives.MailReader}, by mime4j). What lies in them is handed back to the front door ({@code Sink.document}) and read
 * by whatever reader knows its kind.
 *
 * <p>Sees {@code ingest.draft}, {@code ingest.blocks}, {@code model}, jwarc, mime4j and jsoup.
 */
@NullMarked
package org.rashomon.ingest.formats.archives;

import org.jspecify.annotations.NullMarked;

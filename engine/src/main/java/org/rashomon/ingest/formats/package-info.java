/**
 * Formats that are no web page, a class each: plain text, JSON Lines, JSON documents and tables here; feeds, what agencies send, archives, and
 * exports of news archives in the packages below. To add one, see {@link org.rashomon.ingest.draft.DocumentReader}.
 *
 * <p>Sees {@code ingest.draft}, {@code ingest.pages} (for markup inside a field), {@code ingest.blocks}, {@code model}, the packages below, and
 * Jackson.
 */
@NullMarked
package org.rashomon.ingest.formats;

import org.jspecify.annotations.NullMarked;

/**
 * Formats that are no web page, a class each: plain text, JSON Lines. To add one, see {@link
 * org.rashomon.ingest.draft.DocumentReader}.
 *
 * <p>Sees {@code ingest.draft}, {@code ingest.pages} (for markup inside a field), {@code ingest.blocks}, {@code model} and Jackson.
 */
@NullMarked
package org.rashomon.ingest.formats;

import org.jspecify.annotations.NullMarked;

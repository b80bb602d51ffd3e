/**
 * What news agencies send: ninjs ({@link org.rashomon.ingest.formats.wires.Ninjs}), NITF and NewsML ({@link
 * org.rashomon.ingest.formats.wires.NewsXmlReader}), and whether it may be used ({@link org.rashomon.ingest.formats.wires.Release}: embargo,
 * withheld, canceled).
 *
 * <p>Sees {@code ingest.formats.xml}, {@code ingest.formats.records} (for names of languages), {@code ingest.draft}, {@code ingest.pages}, {@code
 * ingest.blocks}, {@code model}, jsoup and Jackson.
 */
@NullMarked
package org.rashomon.ingest.formats.wires;

import org.jspecify.annotations.NullMarked;

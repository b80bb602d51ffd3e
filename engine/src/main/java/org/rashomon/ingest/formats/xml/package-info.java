/**
 * XML without its dangers: what root a document begins with ({@link org.rashomon.ingest.formats.xml.XmlRoot}), and its elements ({@link
 * org.rashomon.ingest.formats.xml.XmlDocument}).
 *
 * <p>Sees {@code ingest.draft} and jsoup.
 */
@NullMarked
package org.rashomon.ingest.formats.xml;

import org.jspecify.annotations.NullMarked;

/**
 * Records of articles, whatever file they lie in: what names their fields go by ({@link org.rashomon.ingest.formats.records.FieldNames}, table
 * {@code facts/record-fields.tsv}; add the names of another export there), and how a record becomes a draft ({@link
 * org.rashomon.ingest.formats.records.RecordDrafts}).
 *
 * <p>Sees {@code ingest.draft}, {@code ingest.pages}, {@code ingest.blocks}, {@code model}, {@code words} and Jackson.
 */
@NullMarked
package org.rashomon.ingest.formats.records;

import org.jspecify.annotations.NullMarked;

/**
 * What every stretch of an article's text is for: headline, byline, dateline, body, caption, quote, furniture.
 *
 * <p>Front door: {@link org.rashomon.ingest.blocks.BlockMarker}, over the {@link org.rashomon.ingest.blocks.Paragraph}s of a
 * text. {@code Opening} reads what stands before the body, {@code Closing} what stands behind it, {@code Furniture}, {@code
 * Credits}, {@code Repeats}, {@code Running} and {@code Tags} what stands between; {@link org.rashomon.ingest.blocks.Dates} reads dates, {@link
 * org.rashomon.ingest.blocks.Byline} bylines,
 * {@link org.rashomon.ingest.blocks.FurnitureLexicon} the table {@code en/furniture.tsv}.
 *
 * <p>To add words of furniture: a row in that table. Sees {@code model}, {@code text}, {@code words}.
 */
@NullMarked
package org.rashomon.ingest.blocks;

import org.jspecify.annotations.NullMarked;

/**
 * Web pages: the article within its page ({@link org.rashomon.ingest.pages.body.MainText}) and what the page states about it
 * ({@link org.rashomon.ingest.pages.facts.PageFacts}). Front door: {@link org.rashomon.ingest.pages.HtmlReader}. For readers of other formats: {@link
 * org.rashomon.ingest.pages.Fragment} reads markup in a field, {@link org.rashomon.ingest.pages.Surroundings} puts what editors write around a text.
 *
 * <p>Sees {@code ingest.draft}, {@code ingest.blocks}, {@code model}, {@code words}, jsoup and Jackson.
 */
@NullMarked
package org.rashomon.ingest.pages;

import org.jspecify.annotations.NullMarked;

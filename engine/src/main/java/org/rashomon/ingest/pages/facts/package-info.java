/**
 * What a page states about its article: headline, day of publication, outlet, byline, authors, credit, language. Front door: {@link
 * org.rashomon.ingest.pages.facts.PageFacts}, over the page as it came, before anything is cut from it.
 *
 * <p>{@code PageAddress} knows which addresses are the page's own; {@code LinkedData} takes JSON-LD apart and leaves out what it says of
 * other articles; {@code MetaTags} holds the meta elements; {@code Headline} finds the printed headline, {@code Sighted} the lines around
 * it; {@code PublishedDay}, {@code OutletName} and {@code PageAuthors} each decide one fact among what these state. To teach one more
 * form of metadata: a name in the table of the class whose fact it is, and a row with near misses in {@code PageFactsTest}.
 *
 * <p>Sees {@code ingest.blocks}, {@code model}, {@code words}, jsoup and Jackson.
 */
@NullMarked
package org.rashomon.ingest.pages.facts;

import org.jspecify.annotations.NullMarked;

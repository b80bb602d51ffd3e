/**
 * Documents of all kinds to articles: what kind a document is, its characters, the article within its page, and what every
 * stretch of the article's text is for.
 *
 * <p>Reading order: {@link org.rashomon.ingest.Readers} (the front door), {@link org.rashomon.ingest.DocumentReader} (one format;
 * how to add another), {@link org.rashomon.ingest.Draft} (what a format states), {@link org.rashomon.ingest.Composer} (draft to
 * article), {@link org.rashomon.ingest.BlockMarker} (headline, dateline, caption, furniture, body). What nobody states stays
 * null, and what cannot be read comes back as {@link org.rashomon.model.Rejected} with the reason.
 *
 * <p>Depends on {@code model} and {@code text}, on jsoup, ICU and Jackson.
 */
@NullMarked
package org.rashomon.ingest;

import org.jspecify.annotations.NullMarked;

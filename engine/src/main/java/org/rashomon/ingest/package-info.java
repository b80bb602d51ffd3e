/**
 * Documents of all kinds to articles: what kind a document is, its characters, the article within its page.
 *
 * <p>Reading order: {@link org.rashomon.ingest.Readers} (the front door), {@link org.rashomon.ingest.draft.DocumentReader} (one
 * format; how to add another), {@link org.rashomon.ingest.draft.Draft} (what a format states), {@link
 * org.rashomon.ingest.Composer} (draft to article; {@code HeadFacts} reads what the text's head says of it); package {@code blocks} says what each paragraph is for, package {@code office} has office documents parsed elsewhere ({@link
 * org.rashomon.ingest.OfficeParsers}). What nobody
 * states stays null, and what cannot be read comes back as {@link org.rashomon.model.Rejected} with the reason.
 *
 * <p>Sees the packages below it, {@code model} and {@code text}.
 */
@NullMarked
package org.rashomon.ingest;

import org.jspecify.annotations.NullMarked;

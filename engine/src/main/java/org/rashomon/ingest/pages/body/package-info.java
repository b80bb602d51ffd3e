/**
 * The article within its page. Front door: {@link org.rashomon.ingest.pages.body.MainText}.
 *
 * <p>Nothing is cut before it is looked at. {@code Cutter} names what by tag, name or attribute looks like no article, and why;
 * {@code Weights} and {@code Votes} find the article among the rest; {@code Stretches} writes the whole page down as stretches of
 * text, those in doubt too; {@code Sieve} decides on each of them by what it says and where it stands, and gives its reason;
 * {@code Metadata} adds what JSON-LD holds and the page does not show. {@code Embeds}, {@code Stories}, {@code StoryGroups} and {@code Updates} know the
 * posts, the further articles and the updates of a live blog in a page.
 *
 * <p>To add a class name by which pages mark what is no article: a row in {@code Cutter}. Sees {@code ingest.draft}, {@code
 * ingest.blocks}, {@code model}, jsoup.
 */
@NullMarked
package org.rashomon.ingest.pages.body;

import org.jspecify.annotations.NullMarked;

/**
 * Feeds, an item an article: RSS, Atom and CDF ({@link org.rashomon.ingest.formats.feeds.FeedReader}), JSON Feed ({@link
 * org.rashomon.ingest.formats.feeds.JsonFeed}). XML goes through {@code ingest.formats.xml}, by jsoup: feeds are often ill-formed, and a
 * parser that browsers' rules made lenient reads them all without a second try, and expands no entity that it does not know.
 *
 * <p>Whoever watches feeds asks {@link org.rashomon.ingest.formats.feeds.FeedContent} what a feed leads to, and {@link
 * org.rashomon.ingest.formats.feeds.Subscription} which feeds a list (OPML) names. Nothing here fetches anything.
 *
 * <p>Sees {@code ingest.formats.xml}, {@code ingest.formats.records} (for names of languages), {@code ingest.draft}, {@code ingest.pages}, {@code
 * ingest.blocks}, {@code model}, jsoup and Jackson.
 */
@NullMarked
package org.rashomon.ingest.formats.feeds;

import org.jspecify.annotations.NullMarked;

/**
 * Watching feeds: what is asked when, what of it goes into the case, and what is remembered.
 *
 * <p>{@link org.rashomon.watch.FeedList} reads the list of feeds. {@link org.rashomon.watch.Watcher} is the front door: one look at all feeds,
 * which {@code FeedLook} takes at one of them: the feed is asked, then the pages that it leads to and that are new, that it says have changed,
 * or that were not looked at for long. What came is laid into a {@code Spool} in the case's folder and added as {@code read --case} adds files;
 * then it is remembered how the feed and its pages stand ({@code casefile.feeds}). {@code Due} decides what is asked again when.
 *
 * <p>Sees {@code watch.fetch}, which alone goes to the network, {@code casefile}, {@code service}, and of the engine {@code
 * ingest.formats.feeds}. Only the command line knows it: neither {@code read} nor the server fetches anything.
 */
@NullMarked
package org.rashomon.watch;

import org.jspecify.annotations.NullMarked;

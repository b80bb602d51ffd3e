/**
 * What watching feeds leaves in a case: how each feed stands ({@link org.rashomon.casefile.feeds.WatchedFeed}), when each page was looked at
 * ({@link org.rashomon.casefile.feeds.WatchedPage}), and what each look brought ({@link org.rashomon.casefile.feeds.Look}). {@link
 * org.rashomon.casefile.feeds.FeedLog} is the front door; an open case hands it out.
 *
 * <p>It is the watcher's own memory, to ask politely and to tell what changed: it is no evidence, stands in no chain of custody, does not
 * change the case's version, and does not travel in bundles. What came of a fetch is an original of the case like any other. Knows no network,
 * and of the case no more than its statements need ({@code FeedRows} has the SQL).
 */
@NullMarked
package org.rashomon.casefile.feeds;

import org.jspecify.annotations.NullMarked;

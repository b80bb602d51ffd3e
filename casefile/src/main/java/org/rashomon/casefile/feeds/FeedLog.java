package org.rashomon.casefile.feeds;

import java.util.Collection;
import java.util.List;

/** The watcher's memory in a case. Thread-safe; writing needs a case that is open to be changed. */
public interface FeedLog {
    /** All feeds that were ever watched, in the order in which they came. */
    List<WatchedFeed> feeds();

    /** The pages that a feed leads to, as it was read last, in its order. */
    List<WatchedPage> pages(String feed);

    /** Pages that failed when they were asked last, the latest first. */
    List<WatchedPage> failedPages(int most);

    /** Keeps how a feed stands. */
    void keep(WatchedFeed feed);

    /** The same, and the pages that it leads to in place of those that it led to before. */
    void keep(WatchedFeed feed, Collection<WatchedPage> pages);

    /** Forgets feeds that are watched no more, with their pages; their articles stay. */
    void forget(Collection<String> feeds);

    /** The end of the chain of events. */
    int position();

    /** Keeps a look; its number is given. */
    Look keep(Look look);

    /** The latest first. */
    List<Look> looks(int most);

    /** What came during a look, the latest first. */
    List<Change> changes(Look look, int most);
}

package org.rashomon.casefile.feeds;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The watcher's memory in a case. Thread-safe; writing needs a case that is open to be changed. */
public interface FeedLog {
    /** All feeds that were ever watched, in the order in which they came. */
    List<WatchedFeed> feeds();

    /** What is known of pages, by address; those that are not known are left out. */
    Map<String, WatchedPage> pages(Collection<String> urls);

    /** Pages that failed when they were asked last, the latest first. */
    List<WatchedPage> failedPages(int most);

    /** Keeps how a feed stands, and the pages that it led to, all at once. */
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

package org.rashomon.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.rashomon.casefile.feeds.Change;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.feeds.FeedRows;
import org.rashomon.casefile.feeds.Look;
import org.rashomon.casefile.feeds.WatchedFeed;
import org.rashomon.casefile.feeds.WatchedPage;
import org.rashomon.model.Imprint;

/** The watcher's memory, in the database of the case. */
final class StoredFeedLog implements FeedLog {
    private final Database database;
    /** Held by whoever changes the case. */
    private final Lock changing;

    StoredFeedLog(Database database, Lock changing) {
        this.database = database;
        this.changing = changing;
    }

    @Override
    public List<WatchedFeed> feeds() {
        return database.read(FeedRows::feeds);
    }

    @Override
    public List<WatchedPage> pages(String feed) {
        return database.read(handle -> FeedRows.pages(handle, feed));
    }

    @Override
    public List<WatchedPage> failedPages(int most) {
        return database.read(handle -> FeedRows.failed(handle, most));
    }

    @Override
    public void keep(WatchedFeed feed) {
        changing(() -> database.write(handle -> FeedRows.keep(handle, feed)));
    }

    @Override
    public void keep(WatchedFeed feed, Collection<WatchedPage> pages) {
        changing(() -> database.write(handle -> {
            FeedRows.keep(handle, feed);
            FeedRows.keep(handle, feed.url(), pages);
        }));
    }

    @Override
    public void forget(Collection<String> feeds) {
        changing(() -> database.write(handle -> feeds.forEach(feed -> FeedRows.forget(handle, feed))));
    }

    @Override
    public int position() {
        return database.read(Chain::head).position();
    }

    @Override
    public Look keep(Look look) {
        Look[] kept = {look};
        changing(() -> database.write(handle -> kept[0] = FeedRows.keep(handle, look)));
        return kept[0];
    }

    @Override
    public List<Look> looks(int most) {
        return database.read(handle -> FeedRows.looks(handle, most));
    }

    @Override
    public List<Change> changes(Look look, int most) {
        return database.read(handle -> handle.createQuery("SELECT article, number, file, imprint, read_at FROM revision"
                        + " WHERE position > :before AND position <= :after ORDER BY position DESC LIMIT :most")
                .bind("before", look.before())
                .bind("after", look.after())
                .bind("most", most)
                .map((rows, context) -> {
                    Imprint imprint = Json.read(rows.getString("imprint"), Imprint.class);
                    return new Change(
                            rows.getString("article"),
                            rows.getInt("number"),
                            imprint.title(),
                            imprint.outlet(),
                            rows.getString("file"),
                            Instant.parse(rows.getString("read_at")));
                })
                .list());
    }

    private void changing(Runnable work) {
        changing.lock();
        try {
            work.run();
        } finally {
            changing.unlock();
        }
    }
}

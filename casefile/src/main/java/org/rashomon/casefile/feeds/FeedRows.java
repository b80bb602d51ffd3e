package org.rashomon.casefile.feeds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The statements. */
public final class FeedRows {
    private static final String FEED = "url, title, etag, modified, looked_at, not_before, failures, error";
    private static final String PAGE = "url, feed, stamp, etag, modified, looked_at, failures, error";

    private FeedRows() {}

    private static @Nullable Instant time(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    public static List<WatchedFeed> feeds(Handle handle) {
        return handle.createQuery("SELECT " + FEED + " FROM feed ORDER BY number")
                .map((rows, context) -> new WatchedFeed(
                        rows.getString("url"),
                        rows.getString("title"),
                        rows.getString("etag"),
                        rows.getString("modified"),
                        time(rows, "looked_at"),
                        time(rows, "not_before"),
                        rows.getInt("failures"),
                        rows.getString("error")))
                .list();
    }

    private static WatchedPage page(ResultSet rows) throws SQLException {
        return new WatchedPage(
                rows.getString("url"),
                rows.getString("feed"),
                rows.getString("stamp"),
                rows.getString("etag"),
                rows.getString("modified"),
                time(rows, "looked_at"),
                rows.getInt("failures"),
                rows.getString("error"));
    }

    public static List<WatchedPage> pages(Handle handle, String feed) {
        return handle.createQuery("SELECT " + PAGE + " FROM feed_page WHERE feed = ? ORDER BY number")
                .bind(0, feed)
                .map((rows, context) -> page(rows))
                .list();
    }

    public static List<WatchedPage> failed(Handle handle, int most) {
        return handle.createQuery("SELECT " + PAGE
                        + " FROM feed_page WHERE error IS NOT NULL ORDER BY looked_at DESC, feed, number LIMIT :most")
                .bind("most", most)
                .map((rows, context) -> page(rows))
                .list();
    }

    public static void keep(Handle handle, WatchedFeed feed) {
        int number = handle.createQuery("SELECT coalesce(max(number), 0) + 1 FROM feed")
                .mapTo(Integer.class)
                .one();
        handle.createUpdate("INSERT INTO feed (" + FEED + ", number) VALUES (:url, :title, :etag, :modified, :looked,"
                        + " :notBefore, :failures, :error, :number) ON CONFLICT (url) DO UPDATE SET title = excluded.title,"
                        + " etag = excluded.etag, modified = excluded.modified, looked_at = excluded.looked_at,"
                        + " not_before = excluded.not_before, failures = excluded.failures, error = excluded.error")
                .bind("url", feed.url())
                .bind("title", feed.title())
                .bind("etag", feed.etag())
                .bind("modified", feed.modified())
                .bind("looked", text(feed.looked()))
                .bind("notBefore", text(feed.notBefore()))
                .bind("failures", feed.failures())
                .bind("error", feed.error())
                .bind("number", number)
                .execute();
    }

    /** In place of those that the feed had. */
    public static void keep(Handle handle, String feed, Collection<WatchedPage> pages) {
        handle.execute("DELETE FROM feed_page WHERE feed = ?", feed);
        int number = 0;
        for (WatchedPage page : pages) {
            handle.createUpdate(
                            "INSERT INTO feed_page (" + PAGE
                                    + ", number) VALUES (:url, :feed, :stamp, :etag, :modified, :looked, :failures, :error, :number)")
                    .bind("url", page.url())
                    .bind("feed", feed)
                    .bind("stamp", page.stamp())
                    .bind("etag", page.etag())
                    .bind("modified", page.modified())
                    .bind("looked", text(page.looked()))
                    .bind("failures", page.failures())
                    .bind("error", page.error())
                    .bind("number", number++)
                    .execute();
        }
    }

    public static void forget(Handle handle, String feed) {
        handle.execute("DELETE FROM feed_page WHERE feed = ?", feed);
        handle.execute("DELETE FROM feed WHERE url = ?", feed);
    }

    public static Look keep(Handle handle, Look look) {
        int number = handle.createQuery("SELECT coalesce(max(number), 0) + 1 FROM feed_look")
                .mapTo(Integer.class)
                .one();
        handle.execute(
                "INSERT INTO feed_look (number, began, ended, head_before, head_after, feeds, failed, pages, refused)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                look.began().toString(),
                look.ended().toString(),
                look.before(),
                look.after(),
                look.feeds(),
                look.failed(),
                look.pages(),
                look.refused());
        return new Look(
                number,
                look.began(),
                look.ended(),
                look.before(),
                look.after(),
                look.feeds(),
                look.failed(),
                look.pages(),
                look.refused());
    }

    public static List<Look> looks(Handle handle, int most) {
        return handle.createQuery("SELECT * FROM feed_look ORDER BY number DESC LIMIT :most")
                .bind("most", most)
                .map((rows, context) -> new Look(
                        rows.getInt("number"),
                        Instant.parse(rows.getString("began")),
                        Instant.parse(rows.getString("ended")),
                        rows.getInt("head_before"),
                        rows.getInt("head_after"),
                        rows.getInt("feeds"),
                        rows.getInt("failed"),
                        rows.getInt("pages"),
                        rows.getInt("refused")))
                .list();
    }
}

package org.rashomon.casefile.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands.
 *
 * @param url its address
 * @param title as it or the list of feeds states it, or null
 * @param etag of its last answer, or null
 * @param modified its last change as its server stated it, or null
 * @param looked when it was asked last, or null
 * @param notBefore when it may be asked again, or null where nothing speaks against it
 * @param failures in a row
 * @param error why the last look failed; null where it did not
 */
public record WatchedFeed(
        String url,
        @Nullable String title,
        @Nullable String etag,
        @Nullable String modified,
        @Nullable Instant looked,
        @Nullable Instant notBefore,
        int failures,
        @Nullable String error) {
    /** One that was never asked. */
    public static WatchedFeed fresh(String url, @Nullable String title) {
        return new WatchedFeed(url, title, null, null, null, null, 0, null);
    }

    /** How people call it. */
    public String name() {
        return title == null ? url : title;
    }
}

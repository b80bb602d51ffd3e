package org.rashomon.casefile.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that a feed led to.
 *
 * @param url as the feed has it
 * @param feed the address of the feed that leads to it
 * @param stamp what the feed said of it when it was asked last; empty where it was not
 * @param etag of its last answer, or null
 * @param modified its last change as its server stated it, or null
 * @param looked when it was asked last, or null
 * @param failures in a row; 0 where it was not asked, since that is not allowed
 * @param error why the last look failed; null where it did not
 */
public record WatchedPage(
        String url,
        String feed,
        String stamp,
        @Nullable String etag,
        @Nullable String modified,
        @Nullable Instant looked,
        int failures,
        @Nullable String error) {}

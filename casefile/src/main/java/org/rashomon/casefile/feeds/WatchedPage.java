package org.rashomon.casefile.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that a feed led to.
 *
 * @param url as the feed has it
 * @param feed the address of the feed that led to it last
 * @param stamp what the feed said of it then
 * @param etag of its last answer, or null
 * @param modified its last change as its server stated it, or null
 * @param looked when it was asked last, or null
 * @param failures in a row
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

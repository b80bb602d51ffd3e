package org.rashomon.casefile.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that came, or another text of one.
 *
 * @param article its id
 * @param revision 1 where it is new
 * @param title or null
 * @param outlet or null
 * @param file that it was read from
 * @param read when
 */
public record Change(
        String article,
        int revision,
        @Nullable String title,
        @Nullable String outlet,
        String file,
        Instant read) {}

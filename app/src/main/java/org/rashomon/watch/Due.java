package org.rashomon.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.feeds.WatchedPage;

/**
 * When something is asked again.
 *
 * @param revisit how long after a look a page that its feed still has is asked again, for changes that nobody tells
 */
record Due(Duration revisit) {
    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int DOUBLINGS = 10;

    /** Whether a page is asked now. */
    boolean isDue(WatchedPage page, String stamp, Instant now) {
        Instant looked = page.looked();
        if (looked == null || (page.error() != null && page.failures() == 0)) {
            return true;
        }
        if (page.error() != null) {
            return !now.isBefore(looked.plus(pause(page.failures())));
        }
        return !page.stamp().equals(stamp) || !now.isBefore(looked.plus(revisit));
    }

    /** Until when a feed that failed so many times in a row rests; the first failure is none of weight. */
    static @Nullable Instant rest(int failures, Instant now) {
        return failures < 2 ? null : now.plus(pause(failures - 1));
    }

    /** Twice as long each time, up to a day. */
    private static Duration pause(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}

package org.rashomon.casefile.feeds;

import java.time.Instant;

/**
 * One look at all feeds.
 *
 * @param number from 1 on
 * @param before the end of the chain of events when it began
 * @param after the same when it had ended
 * @param feeds how many were asked
 * @param failed how many of them failed
 * @param pages how many pages were asked
 * @param refused how many pages failed or were not allowed
 */
public record Look(
        int number,
        Instant began,
        Instant ended,
        int before,
        int after,
        int feeds,
        int failed,
        int pages,
        int refused) {}

package org.rashomon.watch;

import java.time.Duration;

/**
 * How feeds are watched.
 *
 * @param mostPages of one feed at one look; the rest waits for the next
 * @param revisit how long after a look a page that its feed still has is asked again
 */
public record Watching(int mostPages, Duration revisit) {
    /** As the program does where nobody says otherwise. */
    public static Watching usual() {
        return new Watching(50, Duration.ofHours(6));
    }
}

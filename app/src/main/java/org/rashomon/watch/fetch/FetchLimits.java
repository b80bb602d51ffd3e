package org.rashomon.watch.fetch;

import java.time.Duration;

/**
 * What one fetch may cost.
 *
 * @param connecting until a connection stands, encryption included
 * @param silence between two pieces of an answer
 * @param total for one request, from the connection to the last byte
 * @param feedBytes of a feed, unpacked
 * @param pageBytes of a page, unpacked
 * @param swelling how many times its size an answer may unpack to, where that is more than a megabyte
 * @param redirects one after the other
 * @param delay between two requests to one host; robots.txt may ask for more
 */
public record FetchLimits(
        Duration connecting,
        Duration silence,
        Duration total,
        int feedBytes,
        int pageBytes,
        int swelling,
        int redirects,
        Duration delay) {
    /** Of robots.txt, as RFC 9309 asks to read at least. */
    static final int ROBOTS_BYTES = 512_000;

    /** Lines of the head of an answer. */
    static final int MOST_HEADERS = 200;

    /** Bytes of one of them. */
    static final int LONGEST_HEADER = 16_384;

    /** Those of the program. */
    public static FetchLimits usual() {
        return new FetchLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                10_000_000,
                10_000_000,
                100,
                5,
                Duration.ofSeconds(2));
    }

    /** The same with another delay between two requests to one host. */
    public FetchLimits withDelay(Duration other) {
        return new FetchLimits(connecting, silence, total, feedBytes, pageBytes, swelling, redirects, other);
    }
}

package org.rashomon.watch.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for, and what is known of it from the last time.
 *
 * @param etag as it was stated, or null
 * @param modified the last change as it was stated, or null
 */
public record Asked(
        Kind kind, @Nullable String etag, @Nullable String modified) {
    /** What an answer is wanted for. */
    public enum Kind {
        FEED(
                "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9,"
                        + " text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"),
        PAGE("text/html, application/xhtml+xml, text/plain;q=0.5"),
        ROBOTS("text/plain, */*;q=0.1");

        private final String accepted;

        Kind(String accepted) {
            this.accepted = accepted;
        }

        String accepted() {
            return accepted;
        }

        int most(FetchLimits limits) {
            return switch (this) {
                case FEED -> limits.feedBytes();
                case PAGE -> limits.pageBytes();
                case ROBOTS -> FetchLimits.ROBOTS_BYTES;
            };
        }

        /** Whether a type that was stated may be it. Feeds come under many names, and what they are is told by what they hold. */
        boolean mayBe(String type) {
            return switch (this) {
                case FEED ->
                    type.isEmpty()
                            || type.startsWith("text/")
                            || type.endsWith("xml")
                            || type.endsWith("json")
                            || type.equals("application/octet-stream");
                case PAGE ->
                    type.isEmpty()
                            || type.equals("text/html")
                            || type.equals("application/xhtml+xml")
                            || type.equals("text/plain");
                case ROBOTS -> true;
            };
        }
    }

    static Asked anew(Kind kind) {
        return new Asked(kind, null, null);
    }
}

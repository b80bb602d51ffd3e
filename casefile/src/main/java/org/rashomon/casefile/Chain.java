package org.rashomon.casefile;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rashomon.text.Hashes;

/** The chain of custody: each event names what came by its digest, and the hash of the event before. */
final class Chain {
    /** What stands before the first event. */
    static final String ROOT = "0".repeat(64);

    private Chain() {}

    /** What came. */
    enum Kind {
        /** A revision: <em>article#number</em>. */
        READ,
        /** An analysis: <em>article#number run</em>. */
        ANALYSED,
        /** An input that gave no article: <em>kind source</em>. */
        UNREAD,
        CORRECTED,
        UNDONE
    }

    /**
     * A place in the chain.
     *
     * @param position from 1; 0 before the first
     */
    record Head(int position, String hash) {}

    record Event(int position, String kind, String subject, String digest, String at, String previous, String hash) {
        String computed() {
            return Chain.digest(position, kind, subject, digest, at, previous);
        }
    }

    static String digest(@Nullable Object... columns) {
        return Hashes.sha256(Stream.of(columns)
                .map(column -> column == null ? "\u0000" : column.toString())
                .collect(Collectors.joining("\u001f")));
    }

    static String now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString();
    }

    static Head head(Handle handle) {
        return handle.createQuery("SELECT position, hash FROM event ORDER BY position DESC LIMIT 1")
                .map((rows, context) -> new Head(rows.getInt(1), rows.getString(2)))
                .findOne()
                .orElse(new Head(0, ROOT));
    }

    /** Appends an event, and returns its position. */
    static int append(Handle handle, Kind kind, String subject, String digest, String at) {
        Head head = head(handle);
        int position = head.position() + 1;
        Event event = new Event(position, kind.name(), subject, digest, at, head.hash(), "");
        handle.execute(
                "INSERT INTO event (position, kind, subject, digest, at, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                position,
                event.kind,
                subject,
                digest,
                at,
                event.previous,
                event.computed());
        handle.execute("DELETE FROM meta WHERE name = 'head'");
        handle.execute("INSERT INTO meta (name, value) VALUES ('head', ?)", position + " " + event.computed());
        return position;
    }
}

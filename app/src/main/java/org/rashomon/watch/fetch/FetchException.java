package org.rashomon.watch.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why something was not fetched; the message is for people and names the thing and, where there is one, the remedy. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a caller can do. */
    public enum Kind {
        /** The address is not to be asked: its host is not allowed, its network address is private, robots.txt forbids it. */
        FORBIDDEN,
        /** The host wants to be left alone for a while. */
        LATER,
        /** The host could not be reached, or what it sent is no answer of use. */
        FAILED,
        /** The program is ending. */
        STOPPED
    }

    private final Kind kind;
    private final transient @Nullable Instant until;

    FetchException(Kind kind, String message) {
        this(kind, message, null);
    }

    FetchException(Kind kind, String message, @Nullable Instant until) {
        super(message);
        this.kind = kind;
        this.until = until;
    }

    static FetchException failed(String message) {
        return new FetchException(Kind.FAILED, message);
    }

    static FetchException forbidden(String message) {
        return new FetchException(Kind.FORBIDDEN, message);
    }

    public Kind kind() {
        return kind;
    }

    /** Until when the host is to be left alone; null where it does not say. */
    public @Nullable Instant until() {
        return until;
    }
}

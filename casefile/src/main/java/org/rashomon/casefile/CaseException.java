package org.rashomon.casefile;

import org.jspecify.annotations.Nullable;

/** A case that cannot be opened or kept; the message says what to do. */
public final class CaseException extends RuntimeException {
    private final Kind kind;

    /** What is the matter. */
    public enum Kind {
        /** There is none, or what is there is none. */
        NO_CASE,
        /** A newer version of the program made it. */
        NEWER,
        /** Another process has it. */
        LOCKED,
        /** The disk is full, may not be written to, or fails. */
        DISK,
        /** It is not what was written. */
        DAMAGED
    }

    public CaseException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

package org.rashomon.facts;

/** A table of actors cannot be read; the message names the file, the line, what is wrong there and what to write instead. */
public final class ActorTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ActorTableException(String message) {
        super(message);
    }
}

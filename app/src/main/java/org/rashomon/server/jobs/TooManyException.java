package org.rashomon.server.jobs;

/** More is handed in than the server takes at once; the message says how much that is. */
public final class TooManyException extends RuntimeException {
    TooManyException(String message) {
        super(message);
    }
}

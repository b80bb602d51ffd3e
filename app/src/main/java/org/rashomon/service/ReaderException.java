package org.rashomon.service;

/** What reads articles cannot be loaded; the message says why, and what helps. */
public final class ReaderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderException(String message, Throwable cause) {
        super(message, cause);
    }
}

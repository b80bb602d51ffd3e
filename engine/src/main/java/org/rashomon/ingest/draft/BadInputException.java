package org.rashomon.ingest.draft;

/** One document cannot be read; the message says what is wrong and what to do. The run goes on without it. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String reason) {
        super(reason);
    }
}

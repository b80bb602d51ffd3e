package org.rashomon.ingest;

/** One document cannot be read; the message says what is wrong and what to do. The run goes on without it. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(String reason) {
        super(reason);
    }
}

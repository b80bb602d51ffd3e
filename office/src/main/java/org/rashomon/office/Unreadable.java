package org.rashomon.office;

/** A document that cannot be read although it is not damaged; the message says what it is and what to do. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String reason) {
        super(reason);
    }
}

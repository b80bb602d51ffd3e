package org.rashomon.casefile;

/** A correction that cannot be made; the message names what is wrong with it. */
public final class CorrectionException extends RuntimeException {
    public CorrectionException(String message) {
        super(message);
    }
}

package org.rashomon.service;

import org.jspecify.annotations.Nullable;

/** The disk does not take or give what it should; the message names the place and the remedy. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package org.rashomon.service;

/** A setting cannot be used as given; the message names it and says what to do. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}

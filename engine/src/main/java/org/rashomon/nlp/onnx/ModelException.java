package org.rashomon.nlp.onnx;

import org.jspecify.annotations.Nullable;

/** Trained weights cannot be loaded or run; the message says which and why. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

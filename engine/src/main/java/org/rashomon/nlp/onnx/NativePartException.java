package org.rashomon.nlp.onnx;

import org.jspecify.annotations.Nullable;

/**
 * A native part of the trained reader cannot be loaded on this machine, for which it may never have been built; the message says which and
 * why, in one line.
 */
public final class NativePartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NativePartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

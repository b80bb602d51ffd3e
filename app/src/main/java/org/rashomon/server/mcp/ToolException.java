package org.rashomon.server.mcp;

/** A call that cannot be answered; the message says what to do. */
final class ToolException extends RuntimeException {
    ToolException(String message) {
        super(message);
    }
}

package org.rashomon.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rashomon.service.StoreException;

/** What a command tells on standard output, which may lead to a full disk. */
final class Screen {
    private Screen() {}

    /**
     * Writes what is left.
     *
     * @throws StoreException when not all could be written; a reader that closed its pipe ({@code | head}) has all that it wants
     */
    static void close(PrintWriter screen) {
        screen.flush();
        if (!screen.checkError()) {
            return;
        }
        // The writer keeps no reason; the next try gives the same one.
        try {
            new FileOutputStream(FileDescriptor.out).write("\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.contains("pipe")) {
                throw new StoreException(
                        "standard output could not be written (" + reason + "), and the list is not whole; lead it to a"
                                + " place with room",
                        e);
            }
        }
    }
}

package org.rashomon.service;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a disk can refuse, in words for people with the remedy. */
final class StoreFailures {
    private static final List<String> FULL =
            List.of("no space left", "quota exceeded", "not enough space", "file too large");

    private StoreFailures() {}

    /** The failure of writing a dossier. Whatever it was, none was written, and an older one is as it was. */
    static StoreException of(Path folder, IOException e) {
        String message = String.valueOf(e instanceof FileSystemException file ? file.getReason() : e.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (FULL.stream().anyMatch(lower::contains)) {
            return new StoreException(
                    "the disk that holds " + folder
                            + " is full; no dossier was written. Free some space, or give --out a"
                            + " folder on another disk, and run again",
                    e);
        }
        if (e instanceof AccessDeniedException || lower.contains("read-only")) {
            return new StoreException(
                    folder
                            + " may not be written to; no dossier was written. Change its permissions, or give --out another"
                            + " folder",
                    e);
        }
        if (e instanceof NoSuchFileException) {
            return new StoreException(
                    folder + " was removed while the dossier was written; no dossier was written. Run again", e);
        }
        return new StoreException(
                "the disk that holds " + folder + " failed (" + message
                        + "); no dossier was written. Check the disk, and run again",
                e);
    }

    /** The failure of the disk at the bottom of whatever was thrown on top of it; null where there is none. */
    static @Nullable IOException under(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof IOException io) {
                return io;
            }
        }
        return null;
    }
}

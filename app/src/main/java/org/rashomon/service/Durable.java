package org.rashomon.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Files on the disk, not only on the way to it: after a power cut they hold what was written. */
final class Durable {
    private static final boolean FOLDERS_CAN_BE_OPENED =
            !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("win");

    private Durable() {}

    /** All files of a folder, and the folder's own list of them. */
    static void all(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            force(file, StandardOpenOption.WRITE);
        }
        names(folder);
    }

    /** The list of files of a folder: what was made, renamed or removed in it. */
    static void names(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_OPENED) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}

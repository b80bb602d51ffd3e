package org.rashomon.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    /** All files of a folder and of those in it, and the folders' own lists of them. */
    static void all(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.toList();
        }
        for (Path path : all) {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                force(path, StandardOpenOption.WRITE);
            }
        }
        for (Path path : all) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                names(path);
            }
        }
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

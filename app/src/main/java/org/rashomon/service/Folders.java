package org.rashomon.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of the program's own, which go as a whole. */
final class Folders {
    private Folders() {}

    /** Removes a folder with all that is in it, as far as the system lets it; links are not followed. */
    static void delete(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> inside = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(inside::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            leftBehind(folder, e);
        }
        for (Path path : inside) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                leftBehind(path, e);
            }
        }
    }

    /** Nothing more can be done for a temporary folder; its name says what it is. */
    static void leftBehind(Path path, Exception e) {
        System.getLogger(Folders.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + path, e);
    }

    /** The permissions that any new folder there has: those of temporary folders are private. */
    static void readableByOthers(Path draft) throws IOException {
        Path plain = draft.resolveSibling(draft.getFileName() + "-plain");
        Files.createDirectory(plain);
        try {
            permissionsOf(plain, draft);
        } finally {
            Files.delete(plain);
        }
    }

    static void permissionsOf(Path model, Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(model));
        }
    }
}

package org.rashomon.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

    /** All files of a folder and of those in it, by their names from there, parted by {@code /}; sorted. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> name(folder, path))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path path) {
        return StreamSupport.stream(folder.relativize(path).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /** Makes the folder in which a file of such a name lies. */
    static void makeFor(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    /** Removes the folders in which files of such names lay, where they are empty now. */
    static void deleteEmpty(Path folder, Iterable<String> names) throws IOException {
        for (String name : names) {
            int slash = name.indexOf('/');
            Path inside = slash < 0 ? folder : folder.resolve(name.substring(0, slash));
            if (slash >= 0 && Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS) && isEmpty(inside)) {
                Files.delete(inside);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
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

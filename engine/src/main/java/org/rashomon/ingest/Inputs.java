package org.rashomon.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rashomon.ingest.draft.BadInputException;

/** Goes through the files of the inputs given: a file as it is, a folder with all below it, by name. Hidden files are left out. */
final class Inputs {
    private final BiConsumer<Intake.Place, Path> file;
    private final BiConsumer<String, Exception> failure;
    private final BiConsumer<String, String> again;
    private final Consumer<String> dossier;
    /** Real path of each folder and file read, to its name: each is read once, so that links cannot go in circles. */
    private final Map<Path, String> entered = new HashMap<>();

    /**
     * {@code file} takes each file with its place, {@code failure} each entry that cannot be looked at, {@code again} the name of each
     * that was read before, and what it was read as, {@code dossier} the name of each folder that the program has written.
     */
    Inputs(
            BiConsumer<Intake.Place, Path> file,
            BiConsumer<String, Exception> failure,
            BiConsumer<String, String> again,
            Consumer<String> dossier) {
        this.file = file;
        this.failure = failure;
        this.again = again;
        this.dossier = dossier;
    }

    /** Goes through one input. */
    void walk(Path input) {
        if (Files.isDirectory(input)) {
            folder(input, "");
        } else {
            Path name = input.getFileName();
            // What is not there has no name but the path that was given.
            boolean there = name != null && Files.exists(input, LinkOption.NOFOLLOW_LINKS);
            single(input, there ? name.toString() : input.toString());
        }
    }

    private void folder(Path folder, String prefix) {
        String name = prefix.isEmpty() ? folder.toString() : prefix;
        try {
            Path real = folder.toRealPath();
            String before = entered.putIfAbsent(real, name);
            if (before != null) {
                again.accept(name, before);
                return;
            }
            if (Dossiers.isOne(folder)) {
                dossier.accept(name);
                return;
            }
            for (Path entry : sorted(folder)) {
                String entryName = prefix + entry.getFileName();
                if (Files.isDirectory(entry)) {
                    folder(entry, entryName + "/");
                } else {
                    single(entry, entryName);
                }
            }
        } catch (IOException e) {
            failure.accept(name, e);
        }
    }

    private void single(Path path, String name) {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            failure.accept(
                    name,
                    new BadInputException(
                            "a symbolic link to a file that does not exist" + "; restore the file or remove the link"));
        } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path)) {
            failure.accept(
                    name,
                    new BadInputException("neither a file nor a folder (a device, pipe or socket)"
                            + "; give a pipe's content as - on standard input"));
        } else {
            regular(path, name);
        }
    }

    private void regular(Path path, String name) {
        try {
            Path absolute = path.toAbsolutePath().normalize();
            // The folder's real path and the file's own name: two papers' folders may hold links to one file.
            Path folder = Objects.requireNonNull(absolute.getParent(), "a file has a folder")
                    .toRealPath();
            String before = entered.putIfAbsent(folder.resolve(absolute.getFileName()), name);
            if (before != null) {
                again.accept(name, before);
                return;
            }
            Path home = folder.getFileName();
            file.accept(new Intake.Place(name, folder.toString(), home == null ? "" : home.toString()), path);
        } catch (IOException e) {
            failure.accept(name, e);
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (!String.valueOf(entry.getFileName()).startsWith(".")) {
                    entries.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
        return entries;
    }
}

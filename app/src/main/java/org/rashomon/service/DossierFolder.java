package org.rashomon.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rashomon.export.DossierWriter;
import org.rashomon.model.dossier.Dossier;
import tools.jackson.core.JacksonException;

/**
 * The folder of a dossier, which is either whole or not there.
 *
 * <p>Files are written to a folder of their own beside (or, where the target exists, inside) the target and then change
 * places by renaming, the manifest last. Files that no manifest of ours claims are never replaced nor deleted, but for a
 * {@link FaultLog} that is ours by its first line.
 */
final class DossierFolder {
    private static final String PREFIX = ".rashomon-writing-";

    private final Path folder;

    DossierFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Fails early, before hours of reading, where the folder cannot be used. */
    void check() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ConfigurationException(
                    "--out: " + folder + " is a file; give a folder that is missing, empty or an older dossier");
        }
        Path near = folder;
        while (near != null && !Files.exists(near)) {
            near = near.getParent();
        }
        if (near != null && !Files.isDirectory(near)) {
            throw new ConfigurationException("--out: " + folder + " cannot be made, since " + near + " is a file");
        }
        if (near != null && !Files.isWritable(near)) {
            throw new ConfigurationException(
                    "--out: " + near + " may not be written to; give another folder or change its permissions");
        }
    }

    /** Writes the dossier and returns the names of its files, the manifest left out. */
    List<String> write(Dossier dossier, List<DossierWriter> writers) {
        Path draft = null;
        try {
            draft = draft();
            Path made = draft;
            Thread cleaner = new Thread(() -> delete(made), "clean-up");
            Runtime.getRuntime().addShutdownHook(cleaner);
            try {
                for (DossierWriter writer : writers) {
                    writer.write(dossier, draft);
                }
                Optional<String> faults = FaultLog.of(dossier.run(), dossier.rejected());
                if (faults.isPresent()) {
                    Files.writeString(draft.resolve(FaultLog.NAME), faults.get());
                }
                List<String> files = names(draft);
                Files.writeString(draft.resolve(Manifest.NAME), Manifest.of(dossier, draft, files));
                place(draft, files);
                return files;
            } finally {
                delete(draft);
                Runtime.getRuntime().removeShutdownHook(cleaner);
            }
        } catch (IOException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            throw failure(e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (JacksonException e) {
            throw failure(e.getCause() instanceof IOException io ? io : new IOException(e));
        }
    }

    /**
     * Keeps where the program broke although there is no dossier to write. A dossier that is there stays as it is.
     *
     * @return the file; empty where another's file has its name
     */
    Optional<Path> keep(String faults) {
        Path target = folder.resolve(FaultLog.NAME);
        if (Files.exists(target) && !FaultLog.isOurs(target)) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            Path written = folder.resolve(PREFIX + FaultLog.NAME);
            try {
                Files.writeString(written, faults);
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
            return Optional.of(target);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** On the same file system as the target, so that renaming moves no bytes. */
    private Path draft() throws IOException {
        if (Files.isDirectory(folder)) {
            return Files.createTempDirectory(folder, PREFIX);
        }
        Path parent = folder.getParent();
        if (parent == null) {
            throw new ConfigurationException("--out: " + folder + " cannot hold a dossier; give another folder");
        }
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent, PREFIX);
    }

    private static List<String> names(Path draft) throws IOException {
        try (Stream<Path> files = Files.list(draft)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private void place(Path draft, List<String> files) throws IOException {
        if (!Files.exists(folder)) {
            readableByOthers(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        SortedSet<String> ours = Manifest.files(folder);
        // of a run that wrote no dossier, so that no manifest claims it
        Set<String> left = FaultLog.isOurs(folder.resolve(FaultLog.NAME)) ? Set.of(FaultLog.NAME) : Set.of();
        List<String> all = new ArrayList<>(files);
        all.add(Manifest.NAME);
        for (String file : all) {
            if (Files.exists(folder.resolve(file)) && !ours.contains(file) && !left.contains(file)) {
                throw new ConfigurationException("--out: " + folder.resolve(file)
                        + " is there already and belongs to no dossier; move it away or give another folder");
            }
        }
        TreeSet<String> claimed = new TreeSet<>(ours);
        claimed.addAll(files);
        claimed.addAll(left);
        claimed.remove(Manifest.NAME);
        Path unfinished = draft.resolve("unfinished");
        Files.writeString(unfinished, Manifest.unfinished(claimed));
        Files.move(unfinished, folder.resolve(Manifest.NAME), StandardCopyOption.REPLACE_EXISTING);
        for (String file : files) {
            Files.move(draft.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        for (String old : claimed) {
            if (!files.contains(old)) {
                Files.deleteIfExists(folder.resolve(old));
            }
        }
        Files.move(draft.resolve(Manifest.NAME), folder.resolve(Manifest.NAME), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Temporary folders are private; a dossier has the permissions that any new folder has. */
    private static void readableByOthers(Path draft) throws IOException {
        Path plain = draft.resolveSibling(draft.getFileName() + "-plain");
        Files.createDirectory(plain);
        try {
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(plain));
            }
        } finally {
            Files.delete(plain);
        }
    }

    private static void delete(Path draft) {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // Nothing more can be done for a temporary folder; its name says what it is.
            System.getLogger(DossierFolder.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + draft, e);
        }
    }

    private StoreException failure(IOException e) {
        String message = String.valueOf(e instanceof FileSystemException file ? file.getReason() : e.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota exceeded") || lower.contains("not enough space")) {
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
                "the dossier could not be written to " + folder + " (" + message + "); check the disk, and run again",
                e);
    }
}

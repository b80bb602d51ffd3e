package org.rashomon.service;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.DossierWriter;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.text.Hashes;

/**
 * The folder of a dossier, which holds a whole one or none: at each step, whether the program is killed there or the disk fails, the older
 * dossier or the new one is there, whole. How, and where that is not to be had, {@link Replacement} tells. Files that no manifest of ours claims are
 * never replaced nor deleted, but for a {@link FaultLog} that is ours by its first line.
 *
 * <p>Whoever writes holds the folder's {@link FolderLock}; whoever gets it clears away what a run left that was killed.
 */
final class DossierFolder {
    /** Of all names that a run needs for itself. */
    static final String PREFIX = ".rashomon-";

    private static final String DRAFT = PREFIX + "writing-";
    private static final String SWAPPED = PREFIX + "replaced-";
    private static final String LOCK = PREFIX + "lock-";

    private final Path folder;
    /** Stands for the folder in the names of what lies beside it. */
    private final String tag;

    private final Replacement replacement;

    DossierFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.tag = Hashes.sha256(String.valueOf(this.folder.getFileName())).substring(0, 8) + "-";
        this.replacement = new Replacement(this.folder);
    }

    /** Fails early, before hours of reading, where the folder cannot be used. */
    void check() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ConfigurationException(
                    "--out: " + folder + " is a file; give a folder that is missing, empty or an older dossier");
        }
        Path near = existing();
        if (near != null && !Files.isDirectory(near)) {
            throw new ConfigurationException("--out: " + folder + " cannot be made, since " + near + " is a file");
        }
        if (near != null && !Files.isWritable(near)) {
            throw new ConfigurationException(
                    "--out: " + near + " may not be written to; give another folder or change its permissions");
        }
    }

    /** The folder, or the nearest above it that is there. */
    private @Nullable Path existing() {
        Path near = folder;
        while (near != null && !Files.exists(near)) {
            near = near.getParent();
        }
        return near;
    }

    /**
     * Keeps other runs away, and clears what dead ones left.
     *
     * @throws StoreException when another run writes to the folder
     */
    FolderLock lock() {
        Path near = existing();
        Path parent = folder.getParent();
        Path place = parent != null && near != null && near.equals(folder) && Files.isWritable(parent) ? parent : near;
        if (place == null) {
            throw cannotHold();
        }
        try {
            FolderLock lock = FolderLock.of(
                    place.resolve(LOCK + Hashes.sha256(folder.toString()).substring(0, 16)), folder);
            clear();
            return lock;
        } catch (NoSuchFileException e) {
            // A file system of the machine's own (/proc) is writable by its permissions, and takes no files.
            throw Files.isDirectory(place)
                    ? new ConfigurationException("--out: " + place + " takes no files; give another folder")
                    : StoreFailures.of(folder, e);
        } catch (IOException e) {
            throw StoreFailures.of(folder, e);
        }
    }

    private ConfigurationException cannotHold() {
        return new ConfigurationException("--out: " + folder + " cannot hold a dossier; give another folder");
    }

    private void clear() throws IOException {
        Path parent = folder.getParent();
        if (parent != null && Files.isDirectory(parent)) {
            for (Path swapped : named(parent, SWAPPED + tag)) {
                try {
                    replacement.settle(swapped);
                } catch (FileAlreadyExistsException e) {
                    Folders.leftBehind(swapped, e); // another's file, of which there is another now: neither goes
                }
            }
            named(parent, DRAFT + tag).forEach(Folders::delete);
        }
        if (Files.isDirectory(folder)) {
            replacement.restore();
            named(folder, DRAFT).forEach(Folders::delete);
        }
    }

    /** Folders of which the name is such a beginning and a number. */
    private static List<Path> named(Path parent, String beginning) throws IOException {
        Predicate<String> ours = name -> name.startsWith(beginning)
                && name.substring(beginning.length()).chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0);
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path path : all) {
                if (ours.test(String.valueOf(path.getFileName()))
                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    /** Writes the dossier and returns the names of its files, the manifest left out. */
    List<String> write(Dossier dossier, List<DossierWriter> writers) {
        Draft draft = null;
        try {
            draft = new Draft(Files.createTempDirectory(beside(), DRAFT + tag));
            for (DossierWriter writer : writers) {
                writer.write(dossier, draft.path());
            }
            Optional<String> faults = FaultLog.of(dossier.run(), dossier.rejected());
            if (faults.isPresent()) {
                Files.writeString(draft.path().resolve(FaultLog.NAME), faults.get());
            }
            List<String> files = Folders.files(draft.path());
            Files.writeString(draft.path().resolve(Manifest.NAME), Manifest.of(dossier, draft.path(), files));
            Durable.all(draft.path());
            place(draft, files);
            return files;
        } catch (ConfigurationException | StoreException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Draft.waitWhereTheProgramEnds(draft);
            // whatever wrote may have put its own words around what the disk said
            IOException disk = StoreFailures.under(e);
            throw disk == null ? (RuntimeException) e : StoreFailures.of(folder, disk);
        } finally {
            if (draft != null) {
                draft.close();
            }
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
            throw StoreFailures.of(folder, e);
        }
    }

    /** Where the draft is made: on the file system of the folder, so that renaming moves no bytes. */
    private Path beside() throws IOException {
        Path parent = folder.getParent();
        if (Files.isDirectory(folder) && (parent == null || !Files.isWritable(parent) || isStartedIn())) {
            return folder;
        }
        if (parent == null) {
            throw cannotHold();
        }
        return Files.createDirectories(parent);
    }

    /** Whether somebody stands in the folder, who would stand nowhere if another took its place. */
    private boolean isStartedIn() throws IOException {
        return Path.of("").toRealPath().startsWith(folder.toRealPath());
    }

    private void place(Draft draft, List<String> files) throws IOException {
        if (!Files.exists(folder)) {
            Folders.readableByOthers(draft.path());
            draft.moveTo(folder);
            Durable.names(folder.resolveSibling("."));
            return;
        }
        refuseOthersFiles(files);
        boolean inside = folder.equals(draft.path().getParent());
        if (!inside && exchanged(draft)) {
            return;
        }
        if (!inside) {
            draft.copyTo(Files.createTempDirectory(folder, DRAFT));
            Durable.all(draft.path());
        }
        replacement.oneByOne(draft.path(), files);
    }

    private void refuseOthersFiles(List<String> files) {
        Set<String> ours = Replacement.ours(folder);
        List<String> all = new ArrayList<>(files);
        all.add(Manifest.NAME);
        for (String file : all) {
            Path there = folder.resolve(file);
            Path above = there.getParent();
            if (above != null && !above.equals(folder) && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                there = above; // nothing, or something in the place of a folder of ours
            }
            if (Files.exists(there, LinkOption.NOFOLLOW_LINKS) && !ours.contains(file)) {
                throw new ConfigurationException("--out: " + there
                        + " is there already and belongs to no dossier; move it away or give another folder");
            }
        }
    }

    private boolean exchanged(Draft draft) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            return false; // it stays one
        }
        Folders.permissionsOf(folder, draft.path());
        Path scratch = Files.createTempDirectory(folder.resolveSibling("."), DRAFT + tag);
        try {
            Path swapped = folder.resolveSibling(
                    SWAPPED + String.valueOf(draft.path().getFileName()).substring(DRAFT.length()));
            return draft.exchange(swapped, () -> replacement.exchange(swapped, scratch), () -> settle(swapped));
        } finally {
            Folders.delete(scratch);
        }
    }

    private void settle(Path swapped) {
        try {
            replacement.settle(swapped);
        } catch (IOException e) {
            throw new StoreException(
                    "the dossier was written to " + folder + ", but what else was there could not be moved back from "
                            + swapped + " (" + e.getMessage() + "); move it by hand, or run again",
                    e);
        }
    }
}

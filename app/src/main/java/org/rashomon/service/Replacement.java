package org.rashomon.service;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts a whole dossier in the place of an older one.
 *
 * <p>Where the system can exchange two names, the new folder takes the name of the old one in one step, and what is not ours in the old one
 * follows. Where it cannot (Windows, a folder that a disk is mounted on, the folder that the program was started in), the files change places one by
 * one: the old ones are kept until all have, and whatever comes in between puts them back, at the latest when the next run begins. Until then
 * {@code manifest.json} says that the dossier is not whole.
 */
final class Replacement {
    /** In the folder: the files of the dossier that is being replaced. Whole when its manifest is there, which is its last to come and its first to go. */
    static final String KEPT = ".rashomon-kept";

    private final Path folder;

    Replacement(Path folder) {
        this.folder = folder;
    }

    /** Files of an older dossier in a folder, or of a run that wrote none. */
    static SortedSet<String> ours(Path folder) {
        SortedSet<String> ours = Manifest.files(folder);
        if (FaultLog.isOurs(folder.resolve(FaultLog.NAME))) {
            ours.add(FaultLog.NAME); // of a run that wrote no dossier, so that no manifest claims it
        }
        return ours;
    }

    /**
     * Gives the new dossier the old one's name.
     *
     * @param swapped beside the folder: holds the new dossier, and the old one afterwards
     * @param scratch an empty folder
     * @return false where the system cannot do so
     */
    boolean exchange(Path swapped, Path scratch) throws IOException {
        if (!Exchange.swap(swapped, folder, scratch)) {
            return false;
        }
        try {
            Durable.names(folder.resolveSibling("."));
        } catch (IOException e) {
            Exchange.swap(swapped, folder, scratch);
            throw e;
        }
        return true;
    }

    /**
     * Brings back into the folder what is not ours in the folder that it was, and removes the rest.
     *
     * @throws IOException when something of another's cannot be brought back; it stays where it is then
     */
    void settle(Path swapped) throws IOException {
        SortedSet<String> ours = ours(swapped);
        for (Path path : anothers(swapped, ours)) {
            Path back = folder.resolve(swapped.relativize(path));
            if (Files.exists(back, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(path.toString(), back.toString(), "both are there");
            }
            Folders.makeFor(back);
            Files.move(path, back);
        }
        remove(swapped, ours);
    }

    /** What is not ours in a folder, and beside our files in the folders of these. */
    private static List<Path> anothers(Path swapped, SortedSet<String> ours) throws IOException {
        List<Path> anothers = new ArrayList<>();
        for (Path path : inside(swapped)) {
            String name = String.valueOf(path.getFileName());
            boolean holdsOurs = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && ours.stream().anyMatch(file -> file.startsWith(name + "/"));
            if (holdsOurs) {
                inside(path).stream()
                        .filter(file -> !ours.contains(name + "/" + file.getFileName()))
                        .forEach(anothers::add);
            } else if (!ours.contains(name) && !name.startsWith(DossierFolder.PREFIX)) {
                anothers.add(path);
            }
        }
        return anothers;
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    /** The manifest goes last: as long as it is there the next run knows which files are ours. */
    private static void remove(Path swapped, SortedSet<String> ours) {
        for (String name : ours) {
            if (!name.equals(Manifest.NAME)) {
                try {
                    Files.deleteIfExists(swapped.resolve(name));
                } catch (IOException e) {
                    Folders.leftBehind(swapped, e);
                    return;
                }
            }
        }
        Folders.delete(swapped);
    }

    /** Moves the files of the draft into the folder one by one. */
    void oneByOne(Path draft, List<String> files) throws IOException {
        SortedSet<String> old = ours(folder);
        Path kept = folder.resolve(KEPT);
        keep(old, kept);
        try {
            TreeSet<String> claimed = new TreeSet<>(old);
            claimed.addAll(files);
            claimed.remove(Manifest.NAME);
            Path unfinished = draft.resolve("unfinished");
            Files.writeString(unfinished, Manifest.unfinished(claimed));
            move(unfinished, folder.resolve(Manifest.NAME));
            for (String file : files) {
                Folders.makeFor(folder.resolve(file));
                move(draft.resolve(file), folder.resolve(file));
            }
            files.forEach(claimed::remove);
            for (String file : claimed) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Folders.deleteEmpty(folder, claimed);
            move(draft.resolve(Manifest.NAME), folder.resolve(Manifest.NAME));
            Durable.names(folder);
        } catch (IOException e) {
            restore();
            throw e;
        }
        drop(kept);
    }

    private void keep(SortedSet<String> old, Path kept) throws IOException {
        Folders.delete(kept);
        Files.createDirectory(kept);
        for (String file : old) {
            if (!file.equals(Manifest.NAME) && Files.isRegularFile(folder.resolve(file))) {
                copy(folder.resolve(file), kept.resolve(file));
            }
        }
        Durable.all(kept);
        if (old.contains(Manifest.NAME)) {
            copy(folder.resolve(Manifest.NAME), kept.resolve(Manifest.NAME));
        } else {
            Files.writeString(kept.resolve(Manifest.NAME), Manifest.unfinished(old));
        }
        Durable.all(kept);
        Durable.names(folder);
    }

    /** A second name where there can be one: it costs no space on a disk that may be full. */
    private static void copy(Path from, Path to) throws IOException {
        Folders.makeFor(to);
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(from, to);
        }
    }

    /** Puts the dossier back that a run was replacing when it ended; does nothing where none was. */
    void restore() throws IOException {
        Path kept = folder.resolve(KEPT);
        if (!Files.isRegularFile(kept.resolve(Manifest.NAME))) {
            Folders.delete(kept);
            return;
        }
        SortedSet<String> old = Manifest.files(kept);
        SortedSet<String> now = ours(folder);
        now.removeAll(old);
        now.remove(Manifest.NAME);
        for (String file : now) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Folders.deleteEmpty(folder, now);
        for (String file : old) {
            if (!file.equals(Manifest.NAME) && Files.exists(kept.resolve(file))) {
                // the name that is kept stays until all are back
                Path back = kept.resolve(file + ".back");
                Files.deleteIfExists(back);
                copy(kept.resolve(file), back);
                Folders.makeFor(folder.resolve(file));
                move(back, folder.resolve(file));
            }
        }
        if (Manifest.isWhole(kept)) {
            Path back = kept.resolve(Manifest.NAME + ".back");
            Files.deleteIfExists(back);
            copy(kept.resolve(Manifest.NAME), back);
            move(back, folder.resolve(Manifest.NAME));
        } else {
            Files.deleteIfExists(folder.resolve(Manifest.NAME));
        }
        Durable.names(folder);
        drop(kept);
    }

    private static void drop(Path kept) {
        try {
            Files.deleteIfExists(kept.resolve(Manifest.NAME));
        } catch (IOException e) {
            Folders.leftBehind(kept, e);
            return;
        }
        Folders.delete(kept);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}

package org.rashomon.ingest.office;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The only folder that a second machine writes to, removed when it ends. Whoever made it holds a lock on it, which the system gives back when that
 * program is killed: the next one to make a folder removes those that nobody holds.
 */
public final class PrivateFolder implements AutoCloseable {
    static final String PREFIX = "rashomon-office-";

    private static final String LOCK = "lock";
    /** A folder without a lock that is as old as this was left by a program that was killed before it took one. */
    private static final Duration OLD = Duration.ofMinutes(1);
    /** Closing any channel of a file gives back all locks of this process on it: its own are never tried. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final Thread atExit;

    private PrivateFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
        this.atExit = new Thread(this::remove, "rashomon-office-clean-up");
    }

    static PrivateFolder make() throws IOException {
        Path folder = Files.createTempDirectory(PREFIX).toAbsolutePath();
        OWN.add(folder);
        PrivateFolder made;
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            made = new PrivateFolder(folder, channel);
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
        try {
            Runtime.getRuntime().addShutdownHook(made.atExit);
        } catch (IllegalStateException e) {
            made.remove();
            throw new IOException("the program is ending", e);
        }
        sweep(folder.resolveSibling(""));
        return made;
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the program is ending, and the hook finds nothing more
        }
    }

    private void remove() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing is lost with it
        }
        delete(folder);
        OWN.remove(folder);
    }

    /** Removes what killed programs of the same user left. */
    static void sweep(Path place) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : left) {
                if (!OWN.contains(folder.toAbsolutePath())
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && isLeft(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            // whoever may not look there has left nothing there
        }
    }

    private static boolean isLeft(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(Instant.now().minus(OLD));
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false; // another user's
        }
    }

    /** Removes the folder that this machine was given to work in; in any other folder it does nothing. For the second machine. */
    public static void removeOwn() {
        Path folder = Path.of("").toAbsolutePath();
        if (String.valueOf(folder.getFileName()).startsWith(PREFIX)) {
            delete(folder);
        }
    }

    static void delete(Path folder) {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            return;
        }
        for (Path file : all) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // a later program tries again
            }
        }
    }
}

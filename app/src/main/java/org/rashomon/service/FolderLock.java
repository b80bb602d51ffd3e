package org.rashomon.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps two runs apart that write to one folder. The system gives the lock back when a process ends, in whichever way, so that a file that a dead
 * one left is no obstacle; what is in it only tells people who holds it.
 */
final class FolderLock implements AutoCloseable {
    /** Locks of this process: the system tells apart processes only, and drops a lock when any other opening of its file is closed. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();
    /** The most bytes behind the number of the process. */
    private static final int PADDING = 4000;

    private static final int TRIES = 20;

    private final Path file;
    private final FileChannel channel;
    private final Thread atEnd = new Thread(this::give, "unlock");

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /**
     * Takes the lock.
     *
     * @param folder which is written to, for the message
     * @throws StoreException when another run has it
     * @throws IOException when the file cannot be made
     */
    static FolderLock of(Path file, Path folder) throws IOException {
        if (!OURS.add(file)) {
            throw taken(folder, "");
        }
        try {
            for (int i = 0; i < TRIES; i++) {
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                if (isHeld(channel, file, folder)) {
                    return new FolderLock(file, channel);
                }
                channel.close();
            }
            throw taken(folder, "");
        } catch (IOException | RuntimeException e) {
            OURS.remove(file);
            throw e;
        }
    }

    /** Whether the lock is ours, and that of the file which is there now: whoever had it before may have removed that one in between. */
    private static boolean isHeld(FileChannel channel, Path file, Path folder) throws IOException {
        try {
            if (channel.tryLock() == null) {
                String holder = read(channel);
                channel.close();
                throw taken(folder, holder);
            }
        } catch (IOException e) {
            return true; // a file system that knows no locks, as some over a network: better without than not at all
        }
        String token = ProcessHandle.current().pid() + "\n"
                + " ".repeat(ThreadLocalRandom.current().nextInt(PADDING));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)));
        return Files.exists(file) && Files.size(file) == token.length();
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PADDING);
        channel.read(bytes);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    }

    private static StoreException taken(Path folder, String process) {
        return new StoreException(
                "another run" + (process.isEmpty() ? "" : " (process " + process + ")") + " is writing to " + folder
                        + "; wait until it has ended, or give another folder by --out",
                null);
    }

    /** Removes the file while the lock is held, and gives the lock back. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException alreadyGoingDown) {
            // then it is under way
        }
        give();
    }

    private synchronized void give() {
        try (FileChannel held = channel) {
            if (held.isOpen()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger(FolderLock.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + file, e);
        } finally {
            OURS.remove(file);
        }
    }
}

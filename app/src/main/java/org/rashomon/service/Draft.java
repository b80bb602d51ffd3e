package org.rashomon.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a dossier is put together, removed when it is closed or the program is told to end, unless it has become the dossier. No step that
 * gives it its place is cut in two by that.
 */
final class Draft implements AutoCloseable {
    private final Thread atEnd = new Thread(this::end, "clean-up");
    private Path path;
    private boolean gone;
    private boolean ended;

    Draft(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    synchronized Path path() {
        return path;
    }

    /** A step that gives the draft its place; false where it could not. */
    @FunctionalInterface
    interface Step {
        boolean take() throws IOException;
    }

    /** Gives the draft the name of a folder that is missing. */
    synchronized void moveTo(Path folder) throws IOException {
        Files.move(path, folder, StandardCopyOption.ATOMIC_MOVE);
        gone = true;
    }

    /**
     * Exchanges the draft and a folder.
     *
     * @param swapped the draft's name while that is done, by which a later run knows that another's files may lie there
     * @param exchange swaps it with the folder
     * @param behind what is to do once that is done
     */
    synchronized boolean exchange(Path swapped, Step exchange, Runnable behind) throws IOException {
        Files.move(path, swapped, StandardCopyOption.ATOMIC_MOVE);
        try {
            gone = exchange.take();
        } finally {
            if (!gone) {
                Files.move(swapped, path, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        if (gone) {
            behind.run();
        }
        return gone;
    }

    /** Goes on in another folder, with the same files. */
    synchronized void copyTo(Path other) throws IOException {
        Path before = path;
        path = other;
        for (String file : Folders.files(before)) {
            Folders.makeFor(other.resolve(file));
            Files.copy(before.resolve(file), other.resolve(file));
        }
        Folders.delete(before);
    }

    private synchronized void end() {
        ended = true;
        remove();
    }

    /**
     * Where the program was told to end, nobody needs to hear that the draft is gone: this waits for the end. Elsewhere it does nothing.
     *
     * @param draft or null
     */
    static void waitWhereTheProgramEnds(@Nullable Draft draft) {
        while (draft != null && draft.hasEnded()) {
            LockSupport.park();
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void remove() {
        if (!gone) {
            Folders.delete(path);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException alreadyGoingDown) {
            // then it is under way
        }
        remove();
    }
}

package org.rashomon.server.view;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.OpenCase;

/**
 * Keeps the present snapshot of a case: it is made anew when the case has changed and somebody asks. Who asks waits for it, but not for ever: of a
 * large case the state before is shown until the new one is there, under its own version. Thread-safe.
 */
public final class Snapshots {
    /** How long the making of a state may hold those up who could see the one before. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OpenCase open;
    private final long patience;
    private volatile @Nullable Snapshot held;
    private @Nullable Making making;

    /** @param begun nanoseconds of the clock of this machine */
    private record Making(FutureTask<Snapshot> task, long begun) {}

    public Snapshots(OpenCase open) {
        this(open, PATIENCE);
    }

    /** @param patience how long to wait for a new state where there is one before */
    public Snapshots(OpenCase open, Duration patience) {
        this.open = open;
        this.patience = patience.toNanos();
    }

    public OpenCase open() {
        return open;
    }

    /** Of the case as it is now; as it was before, where making that takes long. */
    public Snapshot current() {
        while (true) {
            Snapshot now = held;
            String version = open.version();
            if (now != null && now.version().equals(version)) {
                return now;
            }
            Making next = making();
            Snapshot made = now == null
                    ? awaited(next, Long.MAX_VALUE)
                    : awaited(next, patience - (System.nanoTime() - next.begun));
            if (made == null) {
                return java.util.Objects.requireNonNull(now);
            }
            // one that was begun before the change that the asker knows of is not what is asked for
            if (made.version().equals(version)) {
                return made;
            }
        }
    }

    private synchronized Making making() {
        Making now = making;
        if (now == null || now.task.isDone()) {
            now = new Making(new FutureTask<>(this::make), System.nanoTime());
            making = now;
            Thread thread = new Thread(now.task, "snapshot");
            thread.setDaemon(true);
            thread.start();
        }
        return now;
    }

    private Snapshot make() {
        String version = open.version();
        Snapshot known = held;
        if (known != null && known.version().equals(version)) {
            return known;
        }
        Snapshot made = new Snapshot(version, open);
        // a change while it was made: what it holds may be of a later state, and is not kept under the earlier one's
        // name
        if (version.equals(open.version())) {
            held = made;
        }
        return made;
    }

    /** Null where it is not there in time. */
    private static @Nullable Snapshot awaited(Making making, long nanos) {
        try {
            return making.task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while the case was compared", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

package org.rashomon.limits;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How long work on one document may take, in processor time of the thread that does it: a busy machine gives the same as an idle one. Where a thread
 * waits for something that does not come, {@value #PATIENCE} times as much on the clock is the end.
 */
public final class Deadline {
    /** Of one document: some fifty times what a report of 100,000 words takes. */
    public static final Duration STANDARD = Duration.ofMinutes(10);

    private static final int PATIENCE = 20;
    private static final long POLL_MILLIS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean MEASURED = THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    private final Duration limit;
    private final Thread thread;
    private final long clock;
    private final long processor;

    private Deadline(Duration limit, Thread thread) {
        this.limit = limit;
        this.thread = thread;
        this.clock = System.nanoTime();
        this.processor = processor(thread);
    }

    /** That of the work which the current thread begins now. */
    public static Deadline begin(Duration limit) {
        return new Deadline(limit, Thread.currentThread());
    }

    /** Whether the work, which is not done, has taken longer; asked by another thread. */
    public boolean isOver() {
        long waited = System.nanoTime() - clock;
        long worked = MEASURED ? processor(thread) - processor : waited;
        return worked > limit.toNanos() || waited / PATIENCE > limit.toNanos();
    }

    /** Tells the thread to stop, as far as it asks. */
    public void stop() {
        thread.interrupt();
    }

    private static long processor(Thread thread) {
        return MEASURED ? Math.max(0, THREADS.getThreadCpuTime(thread.getId())) : 0;
    }

    /**
     * Ends the work of a thread that was told to stop.
     *
     * @throws Overdue when it was
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Overdue("told to stop");
        }
    }

    /** For people: what is overdue, and the remedy. */
    public static String reason(Duration limit) {
        return "takes longer than " + limit.toSeconds()
                + " seconds of processor time, the limit for one document; leave it out, split it, or allow more by --deadline";
    }

    /**
     * Does work in a thread of its own, and leaves it behind where it takes too long.
     *
     * @param name of the thread
     * @throws Overdue when it takes too long; its message is for people
     * @throws ExecutionException around what the work threw
     */
    public static <T> T within(Duration limit, String name, Callable<T> work) throws ExecutionException {
        Deadline[] begun = new Deadline[1];
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(
                null,
                () -> {
                    begin(begun, limit);
                    task.run();
                },
                name);
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Deadline deadline = begun(begun);
                if (deadline != null && deadline.isOver() && !task.isDone()) {
                    deadline.stop();
                    throw new Overdue(reason(limit));
                }
            } catch (InterruptedException e) {
                thread.interrupt();
                Thread.currentThread().interrupt();
                throw new Overdue("told to stop");
            }
        }
    }

    private static void begin(Deadline[] begun, Duration limit) {
        synchronized (begun) {
            begun[0] = begin(limit);
        }
    }

    private static @Nullable Deadline begun(Deadline[] begun) {
        synchronized (begun) {
            return begun[0];
        }
    }
}

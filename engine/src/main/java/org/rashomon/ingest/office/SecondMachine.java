package org.rashomon.ingest.office;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;

/**
 * The Java machine in which the parsers of office documents run. It is started with the first document and serves all of a run, one at a time; where a
 * document takes too long or ends it, it is killed, and the next document gets a new one. Thread-safe.
 */
public final class SecondMachine implements AutoCloseable {
    /** A machine that waits for something that does not come gets so many times its processor time on the clock. */
    private static final int PATIENCE = 5;

    private static final long POLL_MILLIS = 50;
    private static final Duration START = Duration.ofSeconds(60);
    private static final int OUT_OF_MEMORY = 3;
    /** Exit codes from here on are those of a process that a signal has ended. */
    private static final int SIGNALLED = 128;

    private static final int ATTEMPTS = 2;
    private static final int LONGEST_CAUSE = 300;

    private final Launch launch;
    private @Nullable Running running;
    private int started;
    /** Why it does not start, which will be the same for the next document. */
    private @Nullable String broken;

    public SecondMachine(Launch launch) {
        this.launch = launch;
    }

    /**
     * Parses one document.
     *
     * @param limit of processor time
     * @throws BadInputException where the machine does not live to say what is in it; the message says why and what to do
     */
    public synchronized Parsed parse(byte[] document, Duration limit) {
        Ended last = new Ended(false, 0);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Running machine = running();
            Watch watch = new Watch(machine.process, limit);
            watch.start();
            try {
                Frames.send(machine.out, document);
                return Frames.read(Frames.receive(machine.in));
            } catch (IOException e) {
                watch.stop();
                last = new Ended(watch.isOver(), machine.kill());
                running = null;
                if (last.over || last.code < SIGNALLED) {
                    break;
                }
                // killed from outside, which is no fault of the document unless it happens again
            } finally {
                watch.stop();
            }
        }
        throw new BadInputException(reason(last.over, last.code, limit));
    }

    /** How a machine came to its end. */
    private record Ended(boolean over, int code) {}

    private String reason(boolean over, int code, Duration limit) {
        if (over) {
            return "takes longer than " + seconds(limit)
                    + " seconds of processor time, the limit for one office document; save it as text, split it, or allow more by --deadline,"
                    + " a tenth of which it may take";
        }
        if (code == OUT_OF_MEMORY) {
            return "needs more than " + launch.heapMegabytes()
                    + " MB of memory to be opened, the limit for one office document; save it as text, or split it";
        }
        return "ended the parser of office documents (exit code " + code
                + "), as a damaged or hostile file may; save it as text";
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0
                ? String.valueOf(limit.toSeconds())
                : String.valueOf(limit.toMillis() / 1000.0);
    }

    /** How often a machine was started. */
    public synchronized int started() {
        return started;
    }

    /** The number of the process, or -1 where none runs. */
    synchronized long pid() {
        return running == null ? -1 : running.process.pid();
    }

    private Running running() {
        if (broken != null) {
            throw new BadInputException(broken);
        }
        Running machine = running;
        if (machine != null && !machine.process.isAlive()) {
            // killed from outside between two documents: neither of them is at fault
            machine.kill();
            machine = null;
        }
        if (machine == null) {
            try {
                machine = start();
            } catch (IOException e) {
                broken = "the second Java machine, which reads office documents, does not start (" + e.getMessage()
                        + "); build the program again, or save the document as text";
                throw new BadInputException(broken);
            }
            running = machine;
        }
        return machine;
    }

    private Running start() throws IOException {
        PrivateFolder folder = PrivateFolder.make();
        Path said = folder.path().resolve("said");
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(launch.command(folder.path()))
                    .directory(folder.path().toFile())
                    .redirectError(said.toFile());
            // options that others set for every Java machine would loosen its limits
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.matches("_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS"));
            process = builder.start();
        } catch (IOException e) {
            folder.close();
            throw e;
        }
        started++;
        Running machine = new Running(process, folder);
        Watch watch = new Watch(process, START);
        watch.start();
        try {
            if (machine.in.readInt() != Frames.READY) {
                throw new IOException("it says something else");
            }
            return machine;
        } catch (IOException e) {
            String cause = cause(said);
            machine.kill();
            throw new IOException(cause.isEmpty() ? String.valueOf(e.getMessage()) : cause, e);
        } finally {
            watch.stop();
        }
    }

    private static String cause(Path said) {
        try {
            String line = Files.readString(said, StandardCharsets.UTF_8)
                    .lines()
                    .filter(any -> !any.isBlank())
                    .findFirst()
                    .orElse("");
            return line.substring(0, Math.min(line.length(), LONGEST_CAUSE));
        } catch (IOException e) {
            return "";
        }
    }

    /** Ends it; a document that comes later starts another. */
    @Override
    public synchronized void close() {
        if (running != null) {
            running.process.destroyForcibly();
            running.kill();
            running = null;
        }
    }

    /** A machine that has started. */
    private static final class Running {
        private final Process process;
        private final PrivateFolder folder;
        private final DataInputStream in;
        private final DataOutputStream out;

        Running(Process process, PrivateFolder folder) {
            this.process = process;
            this.folder = folder;
            this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
            this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        }

        /** Ends it if it runs, and gives its exit code. */
        int kill() {
            try {
                // one that ends by itself tells why
                if (!process.waitFor(POLL_MILLIS * 4, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
                return process.waitFor();
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                return -1;
            } finally {
                folder.close();
            }
        }
    }

    /** Kills a process that works, or waits, too long. */
    private static final class Watch {
        private final Process process;
        private final Duration limit;
        private final long clock = System.nanoTime();
        private final Duration worked;
        private final AtomicBoolean done = new AtomicBoolean();
        private final AtomicBoolean over = new AtomicBoolean();

        Watch(Process process, Duration limit) {
            this.process = process;
            this.limit = limit;
            this.worked = processor(process);
        }

        void start() {
            Thread thread = new Thread(this::watch, "office-watch");
            thread.setDaemon(true);
            thread.start();
        }

        private void watch() {
            while (!done.get()) {
                Duration waited = Duration.ofNanos(System.nanoTime() - clock);
                if (processor(process).minus(worked).compareTo(limit) > 0
                        || waited.compareTo(limit.multipliedBy(PATIENCE)) > 0) {
                    if (!done.get()) {
                        over.set(true);
                        process.destroyForcibly();
                    }
                    return;
                }
                try {
                    Thread.sleep(POLL_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        void stop() {
            done.set(true);
        }

        boolean isOver() {
            return over.get();
        }

        private static Duration processor(Process process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }
}

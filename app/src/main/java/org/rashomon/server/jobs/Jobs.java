package org.rashomon.server.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.rashomon.casefile.Added;
import org.rashomon.casefile.CaseException;
import org.rashomon.casefile.OpenCase;

/** Adds articles to a case, one lot at a time, in the background. Jobs that are over are forgotten after some hundred others. Thread-safe. */
public final class Jobs implements AutoCloseable {
    /** Files of one lot. */
    public static final int MOST_INPUTS = 200;

    private static final String LOT = "upload";
    private static final int MOST_WAITING = 20;
    private static final int MOST_KEPT = 200;

    private final OpenCase open;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "rashomon-add");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    public Jobs(OpenCase open) {
        this.open = open;
    }

    /**
     * Takes a lot.
     *
     * @throws TooManyException when it has too many files, or too many lots are waiting
     */
    public Job submit(List<Input> inputs) {
        if (inputs.size() > MOST_INPUTS) {
            throw new TooManyException(
                    inputs.size() + " files at once; " + MOST_INPUTS + " at most. Send the rest after them.");
        }
        byte[] id = new byte[8];
        random.nextBytes(id);
        Job job = new Job("j-" + HexFormat.of().formatHex(id), Job.State.WAITING, inputs.size(), "waiting", null, null);
        synchronized (jobs) {
            long waiting = jobs.values().stream().filter(one -> !one.isOver()).count();
            if (waiting >= MOST_WAITING) {
                throw new TooManyException(MOST_WAITING + " lots are waiting; try again when some are done.");
            }
            jobs.put(job.id(), job);
            forget();
        }
        Path folder;
        try {
            folder = kept(inputs);
        } catch (UncheckedIOException e) {
            failed(job, "the folder for temporary files takes nothing more: " + e.getMessage());
            return job;
        }
        worker.execute(() -> run(job, folder));
        return job;
    }

    private void forget() {
        var oldest = jobs.values().iterator();
        while (jobs.size() > MOST_KEPT && oldest.hasNext()) {
            if (oldest.next().isOver()) {
                oldest.remove();
            }
        }
    }

    /** All that are remembered, oldest first. */
    public List<Job> all() {
        synchronized (jobs) {
            return List.copyOf(jobs.values());
        }
    }

    public Optional<Job> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    private void keep(Job job) {
        synchronized (jobs) {
            jobs.put(job.id(), job);
        }
    }

    private static Path kept(List<Input> inputs) {
        try {
            Path folder = Files.createTempDirectory("rashomon-add");
            write(inputs, folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Job job, Path folder) {
        keep(new Job(job.id(), Job.State.RUNNING, job.inputs(), "reading", null, null));
        try {
            Added added = open.add(
                    List.of(folder.resolve(LOT)),
                    words -> keep(new Job(job.id(), Job.State.RUNNING, job.inputs(), words, null, null)));
            keep(new Job(job.id(), Job.State.DONE, job.inputs(), "done", added, null));
        } catch (CaseException e) {
            failed(job, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            System.getLogger(Jobs.class.getName()).log(System.Logger.Level.ERROR, "adding failed", e);
            failed(
                    job,
                    "a defect of the program, or its disk is full: "
                            + e.getClass().getSimpleName());
        } finally {
            delete(folder);
        }
    }

    private void failed(Job job, String why) {
        keep(new Job(job.id(), Job.State.FAILED, job.inputs(), "failed", null, why));
    }

    private static void write(List<Input> inputs, Path folder) throws IOException {
        Path lot = Files.createDirectory(folder.resolve(LOT));
        int number = 0;
        for (Input input : inputs) {
            number++;
            Path file = lot.resolve(input.fileName(number));
            if (Files.exists(file)) {
                Path apart = Files.createDirectory(lot.resolve(String.valueOf(number)));
                file = apart.resolve(input.fileName(number));
            }
            Files.write(file, input.content());
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Jobs.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}

package org.rashomon.server.jobs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;
import org.rashomon.casefile.CaseException;
import org.rashomon.casefile.OpenCase;

/**
 * Adds articles to a case, one lot at a time, and writes down what is taken away, one after another, in the background. Jobs that are over are
 * forgotten after some hundred others, and what was written down after some twenty. Thread-safe.
 */
public final class Jobs implements AutoCloseable {
    /** Files of one lot. */
    public static final int MOST_INPUTS = 200;

    private static final String LOT = "upload";
    private static final int MOST_WAITING = 20;
    private static final int MOST_KEPT = 200;
    private static final int MOST_FILES = 20;

    private final OpenCase open;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService worker = worker("rashomon-add");
    private final ExecutorService writer = worker("rashomon-export");
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    public Jobs(OpenCase open) {
        this.open = open;
    }

    private static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Writes something down. */
    @FunctionalInterface
    public interface Work {
        void to(OutputStream out) throws IOException;
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
        Job job = waiting(Job.Kind.ADD, inputs.size());
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

    private Job waiting(Job.Kind kind, int inputs) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        Job job = Job.waiting("j-" + HexFormat.of().formatHex(id), kind, inputs);
        synchronized (jobs) {
            long waiting = jobs.values().stream()
                    .filter(one -> one.kind() == kind && !one.isOver())
                    .count();
            if (waiting >= MOST_WAITING) {
                throw new TooManyException(MOST_WAITING + " lots are waiting; try again when some are done.");
            }
            jobs.put(job.id(), job);
            forget();
        }
        return job;
    }

    /**
     * Writes something down as a file, to be taken away when it is done.
     *
     * @param name of the file
     * @param type of its content
     * @throws TooManyException when too many are waiting
     */
    public Job export(String name, String type, Work work) {
        Job job = waiting(Job.Kind.EXPORT, 0);
        writer.execute(() -> write(job, name, type, work));
        return job;
    }

    private void write(Job job, String name, String type, Work work) {
        keep(job.running("writing " + name));
        Path file = null;
        try {
            file = Files.createTempFile("rashomon-export", ".part");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out =
                    new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest))) {
                work.to(out);
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            keep(job.done(null, new Job.Taken(name, type, file, Files.size(file), sha256)));
        } catch (IOException | RuntimeException | NoSuchAlgorithmException | Error e) {
            System.getLogger(Jobs.class.getName()).log(System.Logger.Level.ERROR, "export failed", e);
            delete(file);
            keep(job.failed("a defect of the program, or its disk is full: "
                    + e.getClass().getSimpleName()));
        }
    }

    /** Under the lock of the jobs. */
    private void forget() {
        var oldest = jobs.values().iterator();
        while (jobs.size() > MOST_KEPT && oldest.hasNext()) {
            Job one = oldest.next();
            if (one.isOver()) {
                oldest.remove();
                deleteTaken(one);
            }
        }
        List<Job> files =
                jobs.values().stream().filter(one -> one.taken() != null).toList();
        for (Job one : files.subList(0, Math.max(0, files.size() - MOST_FILES))) {
            jobs.remove(one.id());
            deleteTaken(one);
        }
    }

    private static void deleteTaken(Job job) {
        if (job.taken() != null) {
            delete(job.taken().path());
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
        keep(job.running("reading"));
        try {
            Added added = open.add(List.of(folder.resolve(LOT)), words -> keep(job.running(words)));
            keep(job.done(added, null));
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
        keep(job.failed(why));
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

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
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
        writer.shutdownNow();
        synchronized (jobs) {
            jobs.values().forEach(Jobs::deleteTaken);
        }
    }
}

package org.rashomon.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.Readers;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/** Documents on any file system that Hadoop knows, read by the engine's own readers, one at a time. */
final class Documents {
    private static final int WAITING = 32;

    private Documents() {}

    /**
     * A file.
     *
     * @param number in the order of reading
     * @param path where it lies
     * @param name as articles have it: below the input that was given
     * @param folder in which it lies
     */
    record Document(int number, String path, String name, String folder) implements Serializable {
        boolean isParquet() {
            return name.endsWith(".parquet");
        }
    }

    /** The files of the inputs, folders by name; hidden ones are left out. */
    static List<Document> of(List<String> inputs, Configuration hadoop) {
        List<Document> documents = new ArrayList<>();
        for (String input : inputs) {
            Path path = new Path(input);
            try {
                FileSystem files = path.getFileSystem(hadoop);
                String given = files.makeQualified(path).toUri().getPath();
                walk(files, files.getFileStatus(path), given.substring(0, given.lastIndexOf('/') + 1), documents);
            } catch (FileNotFoundException e) {
                throw new UsageException("--in " + input + ": there is no such file; check the path");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return documents;
    }

    private static void walk(FileSystem files, FileStatus at, String above, List<Document> found) throws IOException {
        Deque<FileStatus> open = new ArrayDeque<>(List.of(at));
        while (!open.isEmpty()) {
            FileStatus next = open.pop();
            String path = next.getPath().toUri().getPath();
            if (next.isDirectory()) {
                List<FileStatus> inside = new ArrayList<>(List.of(files.listStatus(next.getPath())));
                inside.removeIf(entry -> entry.getPath().getName().matches("[._].*"));
                inside.sort(Comparator.comparing(
                                (FileStatus entry) -> entry.getPath().getName())
                        .reversed());
                inside.forEach(open::push);
            } else {
                found.add(new Document(
                        found.size(),
                        next.getPath().toString(),
                        path.substring(above.length()),
                        String.valueOf(next.getPath().getParent())));
            }
        }
    }

    /** What the document gives, read as it is asked for. */
    static Iterator<Taken> read(Document document, Configuration hadoop) {
        return new Pulled(document, sink -> {
            Path path = new Path(document.path());
            try (InputStream in = path.getFileSystem(hadoop).open(path)) {
                Readers.standard().read(document.name(), in, sink);
            } catch (IOException e) {
                sink.accept(new Rejected(
                        document.name(), "cannot be read (" + e.getMessage() + "); check the disk and the file"));
            }
        });
    }

    static Taken taken(Document document, int place, ReadResult result) {
        if (result instanceof ReadResult.Read read) {
            return Taken.of(document, place, read.article());
        } else if (result instanceof ReadResult.Duplicate twice) {
            return Taken.none(document, place, twice.source(), "read before as " + twice.of(), Taken.Kind.DUPLICATE);
        } else if (result instanceof ReadResult.Skipped passed) {
            return Taken.none(document, place, passed.source(), passed.reason(), Taken.Kind.SKIPPED);
        } else if (result instanceof Rejected reject) {
            return Taken.none(document, place, reject.source(), reject.reason(), Taken.Kind.REJECTED);
        }
        return Taken.none(document, place, document.name(), "a dossier of this program", Taken.Kind.SKIPPED);
    }

    /** The readers push, a partition pulls: a thread reads some articles ahead, so that memory holds these and not a whole archive. */
    private static final class Pulled implements Iterator<Taken> {
        private static final Object END = new Object();

        private final Document document;
        private final BlockingQueue<Object> results = new ArrayBlockingQueue<>(WAITING);
        private int place;
        private @Nullable Object next;

        Pulled(Document document, Consumer<Consumer<ReadResult>> reading) {
            this.document = document;
            Thread thread = new Thread(
                    () -> {
                        try {
                            reading.accept(this::put);
                            put(END);
                        } catch (RuntimeException | Error e) {
                            put(e);
                        }
                    },
                    "read " + document.name());
            thread.setDaemon(true);
            thread.start();
        }

        private void put(Object result) {
            try {
                results.put(result);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + document.name() + " was read", e);
            }
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                try {
                    next = results.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while " + document.name() + " was read", e);
                }
            }
            if (next instanceof Error error) {
                throw error;
            }
            if (next instanceof RuntimeException fault) {
                throw new IllegalStateException("reading " + document.name() + " broke", fault);
            }
            return next != END;
        }

        @Override
        public Taken next() {
            if (!hasNext() || !(next instanceof ReadResult result)) {
                throw new NoSuchElementException();
            }
            next = null;
            return taken(document, place++, result);
        }
    }
}

package org.rashomon.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.JsonLinesReader;
import org.rashomon.ingest.formats.TextReader;
import org.rashomon.ingest.pages.HtmlReader;
import org.rashomon.limits.Deadline;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/**
 * The front door: files, folders and streams to articles.
 *
 * <p>Nothing is dropped silently: each document, and each line of a JSONL file, gives one {@link ReadResult}. One bad document
 * never stops the rest. Results come in the order of the inputs, folders by file name, one at a time, so that memory holds one
 * document and not the corpus. Instances are thread-safe; each call of {@code read} knows duplicates within that call.
 */
public final class Readers {
    private static final Path STANDARD_INPUT = Path.of("-");
    /** The step that broke when a reader did. */
    private static final String READING = "reading";

    private final List<DocumentReader> readers;
    private final Duration deadline;

    /** @param readers asked in this order */
    Readers(List<DocumentReader> readers) {
        this(readers, Deadline.STANDARD);
    }

    private Readers(List<DocumentReader> readers, Duration deadline) {
        this.readers = readers;
        this.deadline = deadline;
    }

    /**
     * The same readers with another limit for each document, which is {@link Deadline#STANDARD} otherwise; one that takes longer is rejected.
     *
     * @param limit of processor time
     */
    public Readers within(Duration limit) {
        return new Readers(readers, limit);
    }

    /** Readers for JSONL, HTML and plain text, tried in that order. */
    public static Readers standard() {
        return new Readers(List.of(new JsonLinesReader(), new HtmlReader(), new TextReader()));
    }

    /** Like {@link #read(List, InputStream, Consumer)} with the process's standard input. */
    public void read(List<Path> inputs, Consumer<ReadResult> sink) {
        read(inputs, System.in, sink);
    }

    /**
     * Reads every document of the inputs.
     *
     * @param inputs files, folders, or {@code -} for {@code standardInput}
     * @param standardInput left open
     * @param sink takes each article or rejection, on the calling thread
     */
    public void read(List<Path> inputs, InputStream standardInput, Consumer<ReadResult> sink) {
        Intake intake = new Intake(sink);
        Inputs walk = new Inputs(
                (name, path) -> file(name, path, intake),
                (name, e) -> sink.accept(new Rejected(name, reason(e))),
                name -> sink.accept(
                        new ReadResult.Skipped(
                                name,
                                "the folder of a dossier of this program, which is no news; give the articles it was made from")));
        for (Path input : inputs) {
            if (input.equals(STANDARD_INPUT)) {
                stream("-", standardInput, -1, intake);
            } else {
                walk.walk(input);
            }
        }
    }

    /**
     * Reads one document that is no file.
     *
     * @param name stands for the file in results; its ending is a hint at the kind
     * @param content left open
     */
    public void read(String name, InputStream content, Consumer<ReadResult> sink) {
        stream(name, content, -1, new Intake(sink));
    }

    private void file(String name, Path path, Intake intake) {
        try (InputStream in = Files.newInputStream(path)) {
            stream(name, in, Files.size(path), intake);
        } catch (IOException e) {
            intake.rejected(name, reason(e));
        }
    }

    /** {@code size} in bytes, or negative when not known. */
    private void stream(String name, InputStream in, long size, Intake intake) {
        try {
            Source source = Source.of(name, in);
            Source.Head head = source.head();
            if (head.isEmpty()) {
                throw new BadInputException("the file is empty; there is nothing to read");
            }
            DocumentReader reader = readerFor(head);
            if (size > Source.MAX_DOCUMENT_BYTES && !reader.streams()) {
                throw new BadInputException(size / 1_000_000 + " MB, larger than "
                        + Source.MAX_DOCUMENT_BYTES / 1_000_000
                        + " MB, the limit for one document; split it, or give one article a line as JSONL");
            }
            Bounded.read(reader, source, intake.of(name), deadline);
        } catch (IOException | BadInputException e) {
            intake.rejected(name, reason(e));
        } catch (RuntimeException | StackOverflowError e) {
            if (e == intake.thrown) {
                throw e;
            }
            intake.give(Rejected.broken(name, READING, e));
        }
    }

    private DocumentReader readerFor(Source.Head head) {
        Foreign.kind(head).ifPresent(kind -> {
            throw new BadInputException(
                    kind + "; only plain text, HTML and JSONL are read, each also gzipped: convert it");
        });
        return readers.stream()
                .filter(reader -> reader.recognises(head))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "binary data of no known kind; only plain text, HTML and JSONL are read, each also gzipped"));
    }

    private static String reason(Exception e) {
        if (e instanceof BadInputException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file; check the path";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be opened: permission denied; make it readable (chmod +r) and run again";
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            String where =
                    e instanceof EOFException && String.valueOf(e.getMessage()).startsWith("in line")
                            ? " " + e.getMessage()
                            : "";
            return "the gzip data are damaged or end too early" + where + "; fetch the file again";
        }
        return "cannot be read (" + e.getMessage() + "); check the disk and the file, and run again";
    }

    /** Makes articles of drafts, and knows which ids have been seen. */
    private static final class Intake {
        private final Consumer<ReadResult> sink;
        private final Composer composer = new Composer();
        private final Map<String, Seen> seen = new HashMap<>();
        /** What the sink threw, which is its owner's and no fault of a document. */
        private @Nullable Throwable thrown;

        Intake(Consumer<ReadResult> sink) {
            this.sink = sink;
        }

        void rejected(String source, String reason) {
            give(new Rejected(source, reason));
        }

        void give(ReadResult result) {
            try {
                sink.accept(result);
            } catch (RuntimeException | Error e) {
                thrown = e;
                throw e;
            }
        }

        DocumentReader.Sink of(String name) {
            return new DocumentReader.Sink() {
                @Override
                public void article(Draft draft) {
                    String place = name + draft.place();
                    Article article;
                    try {
                        article = composer.compose(draft, place);
                    } catch (BadInputException e) {
                        Intake.this.rejected(place, reason(e));
                        return;
                    } catch (RuntimeException | StackOverflowError e) {
                        give(Rejected.broken(place, READING, e));
                        return;
                    }
                    admit(article);
                }

                @Override
                public void rejected(String place, String reason) {
                    Intake.this.rejected(name + place, reason);
                }
            };
        }

        private void admit(Article article) {
            Seen before = seen.putIfAbsent(article.id(), new Seen(article.file(), article.sha256()));
            if (before == null) {
                give(new ReadResult.Read(article));
            } else if (before.sha256.equals(article.sha256())) {
                give(new ReadResult.Duplicate(article.file(), before.place));
            } else {
                rejected(
                        article.file(),
                        "id \"" + article.id() + "\" is taken by " + before.place
                                + ", which has another text; give one of the two another id");
            }
        }

        private record Seen(String place, String sha256) {}
    }
}

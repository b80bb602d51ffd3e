package org.rashomon.ingest;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.JsonDocumentReader;
import org.rashomon.ingest.formats.JsonLinesReader;
import org.rashomon.ingest.formats.JsonRecords;
import org.rashomon.ingest.formats.TableReader;
import org.rashomon.ingest.formats.TextReader;
import org.rashomon.ingest.formats.archives.MailReader;
import org.rashomon.ingest.formats.archives.WebArchiveReader;
import org.rashomon.ingest.formats.exports.TextExportReader;
import org.rashomon.ingest.formats.feeds.FeedReader;
import org.rashomon.ingest.formats.records.FieldNames;
import org.rashomon.ingest.formats.wires.NewsXmlReader;
import org.rashomon.ingest.formats.wires.Release;
import org.rashomon.ingest.pages.HtmlReader;
import org.rashomon.limits.Deadline;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/**
 * The front door: files, folders and streams to articles.
 *
 * <p>Nothing is dropped silently: each document, each line of a JSONL file, each item of a feed and each record of an archive gives one
 * {@link ReadResult}, or is counted in one. One bad document never stops the rest. Results come in the order of the inputs, folders by
 * file name, one at a time, so that memory holds one document and not the corpus. Instances are thread-safe; each call of {@code read}
 * knows duplicates within that call.
 */
public final class Readers {
    private static final Path STANDARD_INPUT = Path.of("-");
    /** Archives within messages within archives: what lies deeper is no news. */
    private static final int DEEPEST = 4;

    private final List<DocumentReader> readers;
    private final Duration deadline;
    /** Null where no module reads office documents. */
    private final @Nullable OfficeParsers office;
    /** Hears of each file before its results. */
    private final BiConsumer<String, Path> opened;

    /** @param readers asked in this order */
    Readers(List<DocumentReader> readers) {
        this(readers, Deadline.STANDARD, null, (name, path) -> {});
    }

    private Readers(
            List<DocumentReader> readers,
            Duration deadline,
            @Nullable OfficeParsers office,
            BiConsumer<String, Path> opened) {
        this.readers = readers;
        this.deadline = deadline;
        this.office = office;
        this.opened = opened;
    }

    /**
     * The same readers, which tell of each file before its results.
     *
     * @param hears its name, with which {@link org.rashomon.model.Article#file()} begins, and where it lies
     */
    public Readers telling(BiConsumer<String, Path> hears) {
        return new Readers(readers, deadline, office, hears);
    }

    /**
     * The same readers with another limit for each document, which is {@link Deadline#STANDARD} otherwise; one that takes longer is rejected.
     *
     * @param limit of processor time
     */
    public Readers within(Duration limit) {
        return new Readers(readers, limit, office, opened);
    }

    /**
     * The same readers, which also read office documents. Each call of {@code read} that meets one starts a second Java machine for them, and ends
     * it before it returns.
     */
    public Readers with(OfficeParsers parsers) {
        return new Readers(readers, deadline, parsers, opened);
    }

    /** Readers for all kinds, with columns found by their usual names and embargoed items left out. */
    public static Readers standard() {
        return told(Map.of(), null);
    }

    /**
     * Readers for all kinds.
     *
     * @param columns for tables and JSON records: a fact ({@code text}, {@code title}, {@code outlet}, {@code published}, {@code url},
     *     {@code id}, {@code language}, {@code byline}) to the column or field that holds it, over those that are known
     * @param asOf items under embargo until then are read; null leaves out all of which nothing says that it has ended
     * @throws IllegalArgumentException when {@code columns} names a fact that there is not; the message lists those that there are
     */
    public static Readers told(Map<String, String> columns, @Nullable OffsetDateTime asOf) {
        FieldNames names = FieldNames.builtIn().with(columns);
        Release release = new Release(asOf);
        JsonRecords records = new JsonRecords(names, release);
        // A kind stands before those that would also take its documents.
        return new Readers(List.of(
                new WebArchiveReader(),
                new MailReader(),
                new JsonDocumentReader(records),
                new JsonLinesReader(records),
                new FeedReader(),
                new NewsXmlReader(release),
                new HtmlReader(),
                new TextExportReader(),
                new TableReader(names),
                new TextReader(names)));
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
        read(inputs, standardInput, new Intake(sink, null));
    }

    /**
     * Like {@link #read(List, InputStream, Consumer)}, and tells what is left out of each article, or in it and not read for claims.
     *
     * @param leftOut called after the article's own result
     */
    public void read(
            List<Path> inputs,
            InputStream standardInput,
            Consumer<ReadResult> sink,
            Consumer<ReadResult.LeftOut> leftOut) {
        read(inputs, standardInput, new Intake(sink, leftOut));
    }

    private void read(List<Path> inputs, InputStream standardInput, Intake intake) {
        try (Kinds kinds = kinds()) {
            read(inputs, standardInput, intake, kinds);
        }
    }

    private Kinds kinds() {
        return Kinds.of(readers, office, deadline);
    }

    private void read(List<Path> inputs, InputStream standardInput, Intake intake, Kinds kinds) {
        Inputs walk = new Inputs(
                (place, path) -> file(place, path, intake, kinds),
                (name, e) -> intake.rejected(name, reason(e)),
                (name, before) -> intake.give(new ReadResult.Duplicate(name, before)),
                name -> intake.give(new ReadResult.OwnDossier(name)));
        for (Path input : inputs) {
            if (input.equals(STANDARD_INPUT)) {
                stream(standardInput, -1, new Within(intake, kinds, Intake.Place.of("-"), "", 0, draft -> draft));
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
        try (Kinds kinds = kinds()) {
            stream(
                    content,
                    -1,
                    new Within(new Intake(sink, null), kinds, Intake.Place.of(name), "", 0, draft -> draft));
        }
    }

    private void file(Intake.Place place, Path path, Intake intake, Kinds kinds) {
        opened.accept(place.name(), path);
        try (InputStream in = Files.newInputStream(path)) {
            stream(in, Files.size(path), new Within(intake, kinds, place, "", 0, draft -> draft));
        } catch (IOException e) {
            intake.rejected(place.name(), reason(e));
        }
    }

    /** {@code size} in bytes, or negative when not known. */
    private void stream(InputStream in, long size, Within within) {
        stream(within.document.name(), in, size, within);
    }

    private void stream(String name, InputStream in, long size, Within within) {
        try {
            Source source = Source.of(name, in);
            Source.Head head = source.head();
            if (head.isEmpty()) {
                throw new BadInputException("the file is empty; there is nothing to read");
            }
            DocumentReader reader = within.kinds.readerFor(head);
            if (size > Source.MAX_DOCUMENT_BYTES && !reader.streams()) {
                throw new BadInputException(size / 1_000_000 + " MB, larger than "
                        + Source.MAX_DOCUMENT_BYTES / 1_000_000
                        + " MB, the limit for one document; split it, or give one article a line as JSONL");
            }
            Bounded.read(reader, source, within, deadline);
        } catch (IOException | BadInputException e) {
            within.rejected("", reason(e));
        } catch (RuntimeException | StackOverflowError e) {
            if (within.intake.threw(e)) {
                throw e;
            }
            within.intake.give(Rejected.broken(within.document.name() + within.prefix, Intake.READING, e));
        }
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

    /** Takes what one document gives, be it a file or a part of one. */
    private final class Within implements DocumentReader.Sink {
        private final Intake intake;
        private final Kinds kinds;
        private final Intake.Place document;
        private final String prefix;
        private final int depth;
        private final UnaryOperator<Draft> completed;

        /** {@code prefix} is the part's place in the file, {@code depth} how many documents it lies in. */
        Within(
                Intake intake,
                Kinds kinds,
                Intake.Place document,
                String prefix,
                int depth,
                UnaryOperator<Draft> completed) {
            this.intake = intake;
            this.kinds = kinds;
            this.document = document;
            this.prefix = prefix;
            this.depth = depth;
            this.completed = completed;
        }

        @Override
        public void article(Draft draft) {
            intake.draft(document, completed.apply(draft).at(prefix + draft.place()));
        }

        @Override
        public void rejected(String place, String reason) {
            intake.rejected(document.name() + prefix + place, reason);
        }

        @Override
        public boolean asksWhyNot() {
            return intake.asksWhyNot();
        }

        @Override
        public void leftOut(ReadResult.LeftOut stretch) {
            intake.leftOut(new ReadResult.LeftOut(
                    document.name() + prefix + stretch.place(), stretch.where(), stretch.text(), stretch.reason()));
        }

        @Override
        public void skipped(String place, String reason) {
            intake.give(new ReadResult.Skipped(document.name() + prefix + place, reason));
        }

        @Override
        public void document(String place, String name, byte[] content, UnaryOperator<Draft> inner) {
            if (depth == DEEPEST) {
                rejected(place, "documents within documents, more than " + DEEPEST + " deep; unpack it by hand");
                return;
            }
            stream(
                    name,
                    new ByteArrayInputStream(content),
                    content.length,
                    new Within(
                            intake,
                            kinds,
                            document,
                            prefix + place,
                            depth + 1,
                            draft -> completed.apply(inner.apply(draft))));
        }
    }
}

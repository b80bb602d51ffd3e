package org.rashomon.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.Workshop;
import org.rashomon.export.DossierWriter;
import org.rashomon.export.DossierWriters;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.facts.ActorTableException;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.events.IncidentEdit;
import org.rashomon.nlp.onnx.ModelException;
import org.rashomon.nlp.onnx.NativePartException;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;
import org.rashomon.pipeline.Explanation;
import org.rashomon.text.Hashes;

/** The main use case: read articles, compare them, write the dossier. Thread-safe; a run keeps its state to itself. */
public final class ReadService {

    /** Where articles come from: gives every result of the inputs to the sink, in order, one at a time. */
    @FunctionalInterface
    public interface Source {
        void read(List<Path> inputs, Consumer<ReadResult> sink);

        /** The same, and tells of each file before its results, where it reads files. */
        default void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink) {
            read(inputs, sink);
        }
    }

    private record FromReaders(Readers readers) implements Source {
        @Override
        public void read(List<Path> inputs, Consumer<ReadResult> sink) {
            readers.read(inputs, sink);
        }

        @Override
        public void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink) {
            readers.telling(opened).read(inputs, sink);
        }
    }

    private final Function<Limits, Source> sources;
    private final Function<Article, ArticleAnalysis> analyse;
    private final BiFunction<Article, String, Optional<Explanation>> explain;
    private final BiFunction<List<ArticleAnalysis>, List<IncidentEdit>, Comparison> compare;
    private final ActorRegistry actors;
    private final Run run;
    private final List<DossierWriter> writers;
    private final @Nullable String fallback;
    private final Limits limits;

    /**
     * A service of these parts, within the usual limits.
     *
     * @param analyse one article on its own; called from several threads at once
     * @param compare all analyses, in the order of input
     * @param run what the parts are
     * @param writers the formats that a request may ask for
     */
    public ReadService(
            Source source,
            Function<Article, ArticleAnalysis> analyse,
            Function<List<ArticleAnalysis>, Comparison> compare,
            Run run,
            List<DossierWriter> writers) {
        this(
                any -> source,
                analyse,
                (article, claim) -> Optional.empty(),
                (analyses, edits) -> compare.apply(analyses),
                ActorRegistry.standard(),
                run,
                writers,
                null,
                Limits.usual());
    }

    private ReadService(
            Function<Limits, Source> sources,
            Function<Article, ArticleAnalysis> analyse,
            BiFunction<Article, String, Optional<Explanation>> explain,
            BiFunction<List<ArticleAnalysis>, List<IncidentEdit>, Comparison> compare,
            ActorRegistry actors,
            Run run,
            List<DossierWriter> writers,
            @Nullable String fallback,
            Limits limits) {
        this.sources = sources;
        this.limits = limits;
        this.analyse = analyse;
        this.explain = explain;
        this.compare = compare;
        this.actors = actors;
        this.run = run;
        this.writers = List.copyOf(writers);
        this.fallback = fallback;
    }

    /**
     * The whole chain.
     *
     * @param reader {@code rules}, {@code learned}, or null for the default: learned where the weights are built in and the machine can run
     *     them, else rules
     * @throws ConfigurationException when there is no such reader, or no weights or no machine for the trained one
     * @throws ReaderException when the weights are damaged or cannot be loaded
     */
    public static ReadService of(@Nullable String reader) {
        return of(reader, null);
    }

    /**
     * The whole chain, with actors of one's own over those of the program.
     *
     * @param reader {@code rules}, {@code learned}, or null for the default: learned where the weights are built in and the machine can run
     *     them, else rules
     * @param actors a table of actors, or null
     * @throws ConfigurationException when there is no such reader, no weights or no machine for the trained one, or a bad table
     * @throws ReaderException when the weights are damaged or cannot be loaded
     */
    public static ReadService of(@Nullable String reader, @Nullable Path actors) {
        ActorRegistry registry = registry(actors);
        Chosen chosen = choose(reader, registry);
        ArticlePipeline pipeline = chosen.pipeline();
        Map<String, String> digests = new TreeMap<>(pipeline.digests());
        if (actors != null) {
            digests.put("actors", digest(actors));
        }
        return new ReadService(
                limits -> new FromReaders(OfficeModule.with(Readers.standard()).within(limits.deadline())),
                pipeline::analyse,
                pipeline::explain,
                (analyses, edits) -> ComparisonPipeline.compare(analyses, registry, edits),
                registry,
                new Run(Build.version(), pipeline.reader(), digests, OfficeModule.versions()),
                DossierWriters.standard(),
                chosen.fallback(),
                Limits.usual());
    }

    /** The same service within other limits. */
    public ReadService within(Limits other) {
        return new ReadService(sources, analyse, explain, compare, actors, run, writers, fallback, other);
    }

    private static ActorRegistry registry(@Nullable Path actors) {
        try {
            return actors == null
                    ? ActorRegistry.standard()
                    : ActorRegistry.standard().extendedBy(actors);
        } catch (ActorTableException e) {
            throw new ConfigurationException("--actors: " + e.getMessage());
        }
    }

    private static String digest(Path actors) {
        try {
            return Hashes.sha256(Files.readAllBytes(actors));
        } catch (IOException e) {
            throw new ConfigurationException("--actors: " + actors + " cannot be read (" + e.getMessage() + ")");
        }
    }

    /**
     * What reads.
     *
     * @param fallback why the rules read where the trained reader was meant to, or null
     */
    private record Chosen(
            ArticlePipeline pipeline, @Nullable String fallback) {}

    private static Chosen choose(@Nullable String reader, ActorRegistry actors) {
        if (reader != null && !reader.equals("rules") && !reader.equals("learned")) {
            throw new ConfigurationException(
                    "--reader: there is no reader \"" + reader + "\"; there are rules and learned");
        }
        if ("rules".equals(reader)) {
            return new Chosen(ArticlePipeline.rules(actors), null);
        }
        try {
            Optional<ArticlePipeline> learned = ArticlePipeline.learned(actors);
            if (learned.isEmpty() && reader != null) {
                throw new ConfigurationException(
                        "--reader learned: no trained weights are on the class path (module models); use --reader rules");
            }
            return new Chosen(learned.orElseGet(() -> ArticlePipeline.rules(actors)), null);
        } catch (NativePartException e) {
            if (reader != null) {
                throw new ConfigurationException("--reader learned: " + e.getMessage() + "; use --reader rules");
            }
            return new Chosen(ArticlePipeline.rules(actors), e.getMessage());
        } catch (ModelException e) {
            throw new ReaderException(e.getMessage() + "; until then --reader rules does without it", e);
        }
    }

    /**
     * The same, told more of the inputs.
     *
     * @param columns a fact ({@code text}, {@code outlet}) to the column of a table, or the field of a record, that holds it
     * @param asOf news under embargo until then are read; null reads none of which nothing says that it has ended
     * @throws ConfigurationException when there is no such fact or {@code asOf} is no time
     */
    public ReadService told(Map<String, String> columns, @Nullable String asOf) {
        if (columns.isEmpty() && asOf == null) {
            return this;
        }
        Readers readers = readers(columns, asOf);
        return new ReadService(
                limits -> new FromReaders(readers.within(limits.deadline())),
                analyse,
                explain,
                compare,
                actors,
                run,
                writers,
                fallback,
                limits);
    }

    static Readers readers(Map<String, String> columns, @Nullable String asOf) {
        try {
            return OfficeModule.with(Readers.told(columns, asOf == null ? null : OffsetDateTime.parse(asOf)));
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(
                    "--as-of: \"" + asOf + "\" is no time; give one like 2029-03-07T06:00:00Z");
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("--columns: " + e.getMessage());
        }
    }

    /** What reads, analyses and compares, for a case. */
    public Workshop workshop() {
        return new CaseWorkshop(sources.apply(limits), analyse, compare, actors, run, limits);
    }

    /** Why the rules read where the trained reader was meant to, in one line; empty where what was meant to read does. */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** The formats that {@link #read} writes, in order. */
    public List<String> formats() {
        return writers.stream().map(DossierWriter::format).toList();
    }

    /**
     * Reads the inputs and writes a dossier.
     *
     * @param inputs files, folders, or {@code -} for standard input
     * @param folder where the dossier goes; made when missing, and an older dossier there is replaced. Other files in it are
     *     left alone
     * @param formats which of {@link #formats()} to write
     * @throws ConfigurationException when a format is unknown or the folder cannot be used
     * @throws NothingReadException when no input gives an article; no dossier is written then, and {@code faults.log} only where
     *     the program broke
     * @throws StoreException when the dossier cannot be written; the folder then holds what it held before
     * @throws OutOfMemory when the memory of the Java machine does not suffice; no dossier is written then
     * @throws DefectException when the program broke on more than one article; {@code faults.log} tells where
     */
    public Summary read(List<Path> inputs, Path folder, List<String> formats, Progress progress) {
        List<DossierWriter> chosen = chosen(formats);
        DossierFolder target = new DossierFolder(folder);
        target.check();
        FolderLock lock = target.lock();
        try {
            return read(inputs, target, folder, chosen, progress);
        } finally {
            lock.close();
        }
    }

    private Summary read(
            List<Path> inputs, DossierFolder target, Path folder, List<DossierWriter> chosen, Progress progress) {
        Gathered gathered = new Gathered(progress);
        try {
            return read(inputs, target, folder, chosen, gathered);
        } catch (ConfigurationException | NothingReadException | StoreException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // of one article it would be a reject
            if (OutOfMemory.in(e).isPresent()) {
                throw new OutOfMemory(gathered.doing(), gathered.analysed(), e);
            }
            Rejected all = Rejected.broken("all articles", gathered.doing(), e);
            throw new DefectException(
                    gathered.doing(), FaultLog.of(run, List.of(all)).flatMap(target::keep), e);
        }
    }

    private Summary read(
            List<Path> inputs, DossierFolder target, Path folder, List<DossierWriter> chosen, Gathered gathered) {
        Dossier dossier = dossier(inputs, gathered);
        if (dossier.analyses().isEmpty()) {
            Optional<Path> faults = FaultLog.of(run, dossier.rejected()).flatMap(target::keep);
            throw new NothingReadException(inputs, dossier.rejected(), gathered.passedOver(), faults);
        }
        gathered.begins(Progress.Phase.WRITING);
        List<String> files = target.write(dossier, chosen);
        return summary(
                dossier,
                folder,
                dossier.analyses().size(),
                dossier.rejected(),
                dossier.duplicates(),
                gathered.passedOver(),
                dossier.analyses().stream()
                        .filter(ArticleAnalysis::isTextOnly)
                        .map(analysis -> analysis.article().file())
                        .toList(),
                files);
    }

    /**
     * Reads the inputs into a case, and writes the dossier of the whole case.
     *
     * @param place of the case: a folder or the address of a database; made where there is none
     * @throws org.rashomon.casefile.CaseException when the case cannot be opened or kept
     * @throws NothingReadException when the case holds no article then
     */
    public CaseSummary read(List<Path> inputs, String place, Path folder, List<String> formats, Progress progress) {
        List<DossierWriter> chosen = chosen(formats);
        DossierFolder target = new DossierFolder(folder);
        target.check();
        FolderLock lock = target.lock();
        try (OpenCase kept = Cases.open(place, workshop(progress))) {
            progress.begins(Progress.Phase.READING);
            Added added = kept.add(inputs, line -> {});
            progress.begins(Progress.Phase.COMPARING);
            Dossier dossier = kept.dossier();
            if (dossier.analyses().isEmpty()) {
                throw new NothingReadException(
                        inputs,
                        added.rejected(),
                        added.skipped(),
                        FaultLog.of(run, added.rejected()).flatMap(target::keep));
            }
            progress.begins(Progress.Phase.WRITING);
            kept.publish(CaseService.tables(dossier));
            List<String> files = target.write(dossier, chosen);
            int orphans = (int) kept.corrections().stream()
                    .filter(correction -> correction.state() == Correction.State.ORPHAN)
                    .count();
            Summary whole = summary(
                    dossier,
                    folder,
                    added.articles(),
                    added.rejected(),
                    added.duplicates(),
                    added.skipped(),
                    added.textOnly(),
                    files);
            return new CaseSummary(added, whole, dossier.analyses().size(), orphans);
        } finally {
            lock.close();
        }
    }

    /** What reads, analyses and compares, for a case, and tells how far its reading is. */
    public Workshop workshop(Progress progress) {
        Source source = sources.apply(limits);
        return new CaseWorkshop(new Told(source, progress), analyse, compare, actors, run, limits);
    }

    /** A source of which somebody hears how far it is. */
    private record Told(Source source, Progress progress) implements Source {
        @Override
        public void read(List<Path> inputs, Consumer<ReadResult> sink) {
            read(inputs, (name, path) -> {}, sink);
        }

        @Override
        public void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink) {
            int[] counts = new int[2];
            source.read(inputs, opened, result -> {
                sink.accept(result);
                if (result instanceof ReadResult.Read read) {
                    progress.document(read.article().file(), ++counts[0], counts[1]);
                } else if (result instanceof Rejected reject) {
                    progress.document(reject.source(), counts[0], ++counts[1]);
                }
            });
        }
    }

    private Summary summary(
            Dossier dossier,
            Path folder,
            int articles,
            List<Rejected> rejected,
            List<ReadResult.Duplicate> duplicates,
            List<ReadResult.Skipped> passedOver,
            List<String> textOnly,
            List<String> files) {
        return new Summary(
                folder,
                articles,
                dossier.comparison().stories().size(),
                dossier.comparison().incidents().size(),
                dossier.analyses().stream()
                        .mapToInt(analysis -> analysis.claims().size())
                        .sum(),
                rejected,
                duplicates,
                passedOver,
                textOnly,
                files,
                fallback());
    }

    /**
     * Tells in lines of text how the program comes to a claim. Articles are read in order until one holds it; nothing is written.
     *
     * @param inputs as for {@link #read}
     * @param claim its id, as {@code claims.jsonl} has it
     * @throws ConfigurationException when no article has such a claim
     */
    public List<String> explain(List<Path> inputs, String claim, Progress progress) {
        progress.begins(Progress.Phase.READING);
        List<Explanation> found = new ArrayList<>();
        int[] read = {0};
        sources.apply(limits).read(inputs, result -> {
            if (result instanceof ReadResult.Read article && found.isEmpty()) {
                read[0]++;
                progress.document(article.article().file(), read[0], 0);
                explain.apply(article.article(), claim).ifPresent(found::add);
            }
        });
        if (found.isEmpty()) {
            throw new ConfigurationException(
                    "--explain: there is no claim \"" + claim + "\" in these inputs; " + read[0]
                            + (read[0] == 1 ? " article was" : " articles were") + " read. Ids stand in claims.jsonl");
        }
        return ClaimReport.of(found.get(0));
    }

    private Dossier dossier(List<Path> inputs, Gathered gathered) {
        gathered.begins(Progress.Phase.READING);
        List<ArticleAnalysis> analyses;
        List<Rejected> rejected;
        try (Analyser analyser = new Analyser(analyse, limits)) {
            gathered.by(analyser);
            sources.apply(limits).read(inputs, gathered);
            analyses = analyser.finish();
            rejected = gathered.rejectedWith(analyser.broken());
        }
        gathered.begins(Progress.Phase.COMPARING);
        return new Dossier(
                run, compare.apply(analyses, List.of()), rejected, gathered.duplicates(), gathered.skipped());
    }

    private List<DossierWriter> chosen(List<String> formats) {
        for (String format : formats) {
            if (!formats().contains(format)) {
                throw new ConfigurationException(
                        "--format: there is no format \"" + format + "\"; there are " + String.join(", ", formats()));
            }
        }
        return writers.stream()
                .filter(writer -> formats.contains(writer.format()))
                .toList();
    }
}

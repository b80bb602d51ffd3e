package org.rashomon.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.events.IncidentEdit;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;

/** The engine by rules; what it once analysed it knows, since many tests read the same. */
record Bench(String version) implements Workshop {
    private static final ActorRegistry ACTORS = ActorRegistry.standard();
    private static final Map<Article, ArticleAnalysis> KNOWN = new ConcurrentHashMap<>();

    private static final class Pipeline {
        static final ArticlePipeline RULES = ArticlePipeline.rules(ACTORS);
    }

    /** Of the examples those that tell of the hospital in Dorvan, by four outlets. */
    private static final List<String> FOUR = List.of(
            "caul-courier-2023-03-15.html",
            "ksna-2023-03-14-hospital.html",
            "pelang-daily-star-2023-03-15.txt",
            "torvia-today-2023-03-15.html");

    /** Lays the four into a folder. */
    static Path four(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : FOUR) {
                Files.copy(Path.of("../examples", name), folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** A case in {@code whole} there: two revisions of an article, a rejected input, a correction that holds and one undone. */
    static Path corrected(Path folder) throws IOException {
        Path whole = folder.resolve("whole");
        Path inputs = four(folder.resolve("in"));
        Files.writeString(inputs.resolve("empty.txt"), "");
        try (OpenCase made = Cases.open(whole.toString(), new org.rashomon.casefile.Bench("1"))) {
            made.add(List.of(inputs), line -> {});
            Path file = inputs.resolve("pelang-daily-star-2023-03-15.txt");
            Files.writeString(file, Files.readString(file) + "\n\nThe council of Pelang met.\n");
            made.add(List.of(inputs), line -> {});
            Claim claim = made.dossier().analyses().get(0).claims().get(0);
            Anchor anchor = Anchor.ofClaim(made.dossier(), claim.id()).orElseThrow();
            made.correct(Draft.speaker(anchor, "Ilse Marrow", null), "R. Vey");
            made.undo(made.correct(Draft.note(anchor, "look again"), "R. Vey").id(), "S. Tarn");
        }
        return whole;
    }

    @Override
    public Run run() {
        return new Run(version, "rules", Map.of("tables", "00"));
    }

    @Override
    public void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink) {
        Readers.standard().telling(opened).read(inputs, sink);
    }

    @Override
    public Workshop.Bench bench(Consumer<ArticleAnalysis> done, Consumer<Rejected> broken) {
        return new EachArticle(article -> KNOWN.computeIfAbsent(article, Pipeline.RULES::analyse), done);
    }

    @Override
    public Optional<Actor> actor(String idOrName) {
        Optional<Actor> known = ACTORS.byId(idOrName).or(() -> ACTORS.byAlias(idOrName));
        return known.isPresent() || idOrName.contains(":") ? known : Optional.of(ACTORS.personNamed(idOrName));
    }

    @Override
    public Comparison compare(List<ArticleAnalysis> analyses, List<IncidentEdit> edits) {
        return ComparisonPipeline.compare(analyses, ACTORS, edits);
    }
}

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

package org.rashomon.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Actor;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.events.IncidentEdit;

/** Reads, and finds nothing in what it reads: for tests that start many processes. */
record PlainBench() implements Workshop {
    @Override
    public Run run() {
        return new Run("1", "none", Map.of());
    }

    @Override
    public void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink) {
        Readers.standard().telling(opened).read(inputs, sink);
    }

    @Override
    public Workshop.Bench bench(Consumer<ArticleAnalysis> done, Consumer<Rejected> broken) {
        return new EachArticle(ArticleAnalysis::textOnly, done);
    }

    @Override
    public Optional<Actor> actor(String idOrName) {
        return Optional.empty();
    }

    @Override
    public Comparison compare(List<ArticleAnalysis> analyses, List<IncidentEdit> edits) {
        return new Comparison(
                analyses, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(),
                Map.of(), Map.of());
    }
}

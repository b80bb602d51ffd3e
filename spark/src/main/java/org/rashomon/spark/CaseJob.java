package org.rashomon.spark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rashomon.casefile.Added;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.Json;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.Workshop;
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
import org.rashomon.pipeline.ComparisonPipeline;

/**
 * A case of documents whose analyses a cluster has made. The documents themselves are read once more, since a case keeps their bytes;
 * their analyses are taken from the table and none is made. Meant for what somebody works on, not for a whole archive: the analyses
 * asked for lie in the memory of this machine.
 */
final class CaseJob {
    private final SparkSession spark;

    CaseJob(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * What came of it.
     *
     * @param without files of articles that no analysis was there for; they are not in the case
     */
    record Outcome(int added, int unchanged, int rejected, List<String> without) {
        String line() {
            String lacking = without.isEmpty()
                    ? ""
                    : "; without an analysis, and so not in the case: %d (first: %s); analyse these inputs first"
                            .formatted(without.size(), without.get(0));
            return "%d articles in the case, %d were there, %d not read%s"
                    .formatted(added, unchanged, rejected - without.size(), lacking);
        }

        boolean isWhole() {
            return rejected == 0;
        }
    }

    Outcome run(List<Path> inputs, String analyses, String run, String place) {
        List<Row> rows = new AnalysisTable(spark, analyses).of(run).collectAsList();
        Map<String, String> known = new HashMap<>();
        Set<String> runs = new HashSet<>();
        for (Row row : rows) {
            Article article = Json.read(row.getAs("article"), Article.class);
            known.put(stated(article), row.getAs("analysis"));
            runs.add(row.getAs("run"));
        }
        Run made = Json.read(runs.iterator().next(), Run.class);
        try (OpenCase open = Cases.open(place, new Ready(made, known, ActorRegistry.standard()))) {
            Added added = open.add(inputs, line -> {});
            List<String> without = added.rejected().stream()
                    .filter(reject -> reject.reason().equals(NONE))
                    .map(Rejected::source)
                    .toList();
            return new Outcome(
                    added.articles(), added.unchanged(), added.rejected().size(), without);
        }
    }

    private static final String NONE = "no analysis of it is in the table";

    /** All that an analysis rests on, wherever the article lies. */
    private static String stated(Article article) {
        return Json.write(List.of(article.id(), article.imprint(), article.sha256(), article.blocks()));
    }

    /** One that compares and has no analyses, for a case that is there. */
    static Workshop workshop() {
        return new Ready(new Run(AnalyseJob.version(), "rules", Map.of()), Map.of(), ActorRegistry.standard());
    }

    /** Takes analyses from where they are. */
    private record Ready(Run run, Map<String, String> known, ActorRegistry actors) implements Workshop {
        @Override
        public void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink) {
            Readers.standard().telling(opened).read(inputs, sink);
        }

        @Override
        public Bench bench(Consumer<ArticleAnalysis> done, Consumer<Rejected> broken) {
            return new Bench() {
                @Override
                public void add(Article article) {
                    String analysis = known.get(stated(article));
                    if (analysis == null) {
                        broken.accept(new Rejected(article.file(), NONE));
                    } else {
                        done.accept(Json.analysis(article, analysis));
                    }
                }

                @Override
                public void finish() {}

                @Override
                public void close() {}
            };
        }

        @Override
        public Optional<Actor> actor(String idOrName) {
            return actors.byId(idOrName).or(() -> actors.byAlias(idOrName));
        }

        @Override
        public Comparison compare(List<ArticleAnalysis> analyses, List<IncidentEdit> edits) {
            return ComparisonPipeline.compare(analyses, actors, edits);
        }
    }
}

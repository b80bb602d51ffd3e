package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rashomon.compare.corpus.ActorJoiner;
import org.rashomon.export.TableWriter;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.pipeline.ArticlePipeline;

/**
 * Task {@code dossier}: articles as {@code read} takes them in a {@code .jsonl} file give its tables of articles, claims, actors and
 * figures, in a folder for each variant of {@link Without}. Nothing is compared: what is measured is who says what.
 */
final class Dossiers implements Task {
    private final Supplier<ArticlePipeline> pipelines;
    private final Without without;

    /**
     * @param pipelines makes the pipeline when the task begins; the task closes it
     * @param without what the variants are, and where they go
     */
    Dossiers(Supplier<ArticlePipeline> pipelines, Without without) {
        this.pipelines = pipelines;
        this.without = without;
    }

    @Override
    public int predict(BufferedReader in, PrintStream out) throws IOException {
        Path folder = Objects.requireNonNull(without.folder(), "the task dossier needs a folder");
        List<Article> articles = new ArrayList<>();
        int[] unread = {0};
        byte[] lines = in.lines().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        try (InputStream stream = new java.io.ByteArrayInputStream(lines)) {
            Readers.standard().read("articles.jsonl", stream, result -> {
                if (result instanceof ReadResult.Read read) {
                    articles.add(read.article());
                } else {
                    unread[0]++;
                }
            });
        }
        Map<String, Set<String>> variants = without.variants();
        List<Set<String>> sets = List.copyOf(variants.values());
        try (ArticlePipeline pipeline = pipelines.get()) {
            Run run = new Run("", pipeline.reader(), pipeline.digests());
            List<List<ArticleAnalysis>> analyses = articles.parallelStream()
                    .map(article -> pipeline.analyses(article, sets))
                    .toList();
            int i = 0;
            for (String name : variants.keySet()) {
                int variant = i++;
                Path tables = Files.createDirectories(folder.resolve(name));
                List<ArticleAnalysis> one =
                        analyses.stream().map(each -> each.get(variant)).toList();
                new TableWriter().write(new Dossier(run, alone(one), List.of()), tables);
            }
        }
        return unread[0];
    }

    private static Comparison alone(List<ArticleAnalysis> analyses) {
        return new Comparison(
                ActorJoiner.join(analyses),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }
}

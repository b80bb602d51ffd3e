package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.text.CodePoints;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task over {@link ArticlePipeline}: each record is analysed as the program analyses an article, all steps and nothing but these,
 * so that what is measured is what ships. An article that the pipeline fails on has an empty prediction, as the program has
 * nothing of it, too.
 */
final class ArticleTask implements Task {
    private final Supplier<ArticlePipeline> pipelines;
    private final Without without;
    private final String field;
    private final Finding finding;

    /**
     * @param pipelines makes the pipeline when the task begins; the task closes it
     * @param without what the predictions are made without
     * @param field of the prediction, which holds what is found
     */
    ArticleTask(Supplier<ArticlePipeline> pipelines, Without without, String field, Finding finding) {
        this.pipelines = pipelines;
        this.without = without;
        this.field = field;
        this.finding = finding;
    }

    /** What a task reports of an analysed article. */
    @FunctionalInterface
    interface Finding {
        /** @param list empty; takes one object for each thing found */
        void report(Analysed analysed, ArrayNode list);
    }

    /** An article, analysed, with the pipeline that did it. */
    record Analysed(ArticlePipeline pipeline, ArticleAnalysis analysis, CodePoints points) {
        /** A new object of the list with {@code start} and {@code end}, in code points. */
        ObjectNode add(ArrayNode list, Span span) {
            int[] offsets = points.of(span);
            return list.addObject().put("start", offsets[0]).put("end", offsets[1]);
        }
    }

    @Override
    public int predict(BufferedReader in, PrintStream out) throws IOException {
        int[] unread = {0};
        List<Set<String>> sets = List.copyOf(without.variants().values());
        List<PrintStream> streams = List.copyOf(without.streams(out).values());
        try (ArticlePipeline pipeline = pipelines.get()) {
            Task.records(in, record -> {
                Optional<Article> article = PlainText.article(record);
                Optional<List<ArticleAnalysis>> analyses = article.flatMap(found -> analyses(pipeline, found, sets));
                unread[0] += article.isPresent() && analyses.isEmpty() ? 1 : 0;
                for (int i = 0; i < streams.size(); i++) {
                    ObjectNode prediction = JSON.createObjectNode();
                    prediction.set("id", record.get("id"));
                    ArrayNode list = prediction.putArray(field);
                    if (article.isPresent() && analyses.isPresent()) {
                        CodePoints points = new CodePoints(article.get().text());
                        finding.report(new Analysed(pipeline, analyses.get().get(i), points), list);
                    }
                    streams.get(i).println(JSON.writeValueAsString(prediction));
                }
            });
        } finally {
            streams.forEach(PrintStream::flush);
        }
        return unread[0];
    }

    private static Optional<List<ArticleAnalysis>> analyses(
            ArticlePipeline pipeline, Article article, List<Set<String>> without) {
        try {
            return Optional.of(pipeline.analyses(article, without));
        } catch (RuntimeException e) {
            System.err.println("predict: record " + article.id() + " cannot be read: " + e);
            return Optional.empty();
        }
    }
}

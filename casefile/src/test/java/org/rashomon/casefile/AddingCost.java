package org.rashomon.casefile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.events.IncidentEdit;

/** What keeping one more article costs as the case grows: analyses of the examples, under new ids. Prints a line for each size. */
final class AddingCost {
    private static final int STEP = 500;

    private AddingCost() {}

    /** @param args how many articles, and a folder for the case */
    public static void main(String[] args) throws IOException {
        int most = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]);
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("records.jsonl"), "x");
        Bench real = new Bench("1");
        List<ArticleAnalysis> samples = new ArrayList<>();
        Workshop.Bench bench = real.bench(samples::add, reject -> {});
        real.read(List.of(Bench.four(folder.resolve("in"))), (name, path) -> {}, result -> {
            if (result instanceof ReadResult.Read read) {
                bench.add(read.article());
            }
        });
        int[] next = {0};
        Workshop invented = new Workshop() {
            @Override
            public Run run() {
                return real.run();
            }

            @Override
            public void read(List<Path> inputs, BiConsumer<String, Path> opened, Consumer<ReadResult> sink) {
                opened.accept("records.jsonl", file);
                for (int i = 0; i < STEP; i++) {
                    Article sample = samples.get(next[0] % samples.size()).article();
                    sink.accept(new ReadResult.Read(new Article(
                            "n" + next[0],
                            "records.jsonl#" + next[0],
                            sample.imprint().toBuilder()
                                    .url("https://harn.example/" + next[0])
                                    .build(),
                            sample.text(),
                            sample.blocks(),
                            sample.notes(),
                            Integer.toHexString(next[0]++))));
                }
            }

            @Override
            public Workshop.Bench bench(Consumer<ArticleAnalysis> done, Consumer<Rejected> broken) {
                return new EachArticle(
                        article -> {
                            ArticleAnalysis sample =
                                    samples.get(Integer.parseInt(article.id().substring(1)) % samples.size());
                            return new ArticleAnalysis(
                                    article,
                                    sample.sentences(),
                                    sample.mentions(),
                                    sample.times(),
                                    sample.attributions(),
                                    sample.claims(),
                                    sample.figures(),
                                    sample.incidentMentions(),
                                    sample.agreementMentions(),
                                    sample.agreementStatements());
                        },
                        done);
            }

            @Override
            public Optional<Actor> actor(String idOrName) {
                return Optional.empty();
            }

            @Override
            public Comparison compare(List<ArticleAnalysis> analyses, List<IncidentEdit> edits) {
                return real.compare(analyses, edits);
            }
        };
        try (OpenCase kept = Cases.open(folder.resolve("case").toString(), invented)) {
            var threads = ManagementFactory.getThreadMXBean();
            for (int size = STEP; size <= most; size += STEP) {
                long cpu = threads.getCurrentThreadCpuTime();
                long wall = System.nanoTime();
                kept.add(List.of(file), line -> {});
                if (size <= 4 * STEP || size % (most / 5) == 0) {
                    System.out.printf(
                            "%,d articles: %.2f ms of processor time an article, %.2f ms in all%n",
                            size,
                            (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / STEP,
                            (System.nanoTime() - wall) / 1e6 / STEP);
                }
            }
        }
    }
}

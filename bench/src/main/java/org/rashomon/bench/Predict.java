package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rashomon.pipeline.ArticlePipeline;

/**
 * {@code predict TASK < in.jsonl > out.jsonl}: predictions for a benchmark task, as the shipped pipeline makes them. Exit codes are
 * those of the program: 0 done, 1 failure, 2 wrong usage, 3 done but for records that could not be read.
 */
public final class Predict {
    private static final int DONE_BUT_FOR_SOME = 3;

    /** By name, a task over the pipeline; made late, so that a task loads only the models it needs. */
    static final Map<String, Function<Supplier<ArticlePipeline>, Task>> TASKS = new TreeMap<>(Map.of(
            "attribution",
            pipelines -> new ArticleTask(pipelines, "attributions", Attributions::report),
            "entities",
            pipelines -> new ArticleTask(pipelines, "entities", Entities::report),
            "times",
            pipelines -> new ArticleTask(pipelines, "times", Times::report),
            "places",
            pipelines -> new ArticleTask(pipelines, "places", PlacePredictions::report),
            "place-candidates",
            pipelines -> new ArticleTask(pipelines, "places", PlacePredictions::reportCandidates),
            "extraction",
            pipelines -> Task.perRecord(new Extraction()::predict),
            "stories",
            pipelines -> new Stories()));

    private Predict() {}

    /**
     * What the command line asks for. An option more, for example to measure without some rule, is a component more, and a line in
     * {@link #pipeline}, where all that is measured is put together.
     *
     * @param task one of {@link #TASKS}
     * @param reader {@code rules} or {@code learned}; null for learned where trained weights are built in, else rules
     */
    record Options(String task, @Nullable String reader) {
        /** Empty for wrong usage. */
        static Optional<Options> of(List<String> arguments) {
            if (arguments.isEmpty() || arguments.size() % 2 == 0 || !TASKS.containsKey(arguments.get(0))) {
                return Optional.empty();
            }
            String reader = null;
            for (int i = 1; i < arguments.size(); i += 2) {
                String value = arguments.get(i + 1);
                boolean known = value.equals("rules") || value.equals("learned");
                if (!arguments.get(i).equals("--reader") || !known || reader != null) {
                    return Optional.empty();
                }
                reader = value;
            }
            return Optional.of(new Options(arguments.get(0), reader));
        }

        Task made() {
            return Objects.requireNonNull(TASKS.get(task)).apply(this::pipeline);
        }

        /** @throws IllegalArgumentException when there are no weights for the trained reader that was asked for */
        ArticlePipeline pipeline() {
            if ("rules".equals(reader)) {
                return ArticlePipeline.rules();
            }
            Optional<ArticlePipeline> learned = ArticlePipeline.learned();
            if (learned.isEmpty() && reader != null) {
                throw new IllegalArgumentException(
                        "--reader learned: no trained weights are on the class path (module models)");
            }
            return learned.orElseGet(ArticlePipeline::rules);
        }
    }

    public static void main(String[] arguments) {
        Optional<Options> options = Options.of(List.of(arguments));
        if (options.isEmpty()) {
            System.err.println("usage: predict TASK [--reader rules|learned] < in.jsonl > out.jsonl; TASK is one of "
                    + TASKS.keySet() + "; learned is the default where trained weights are built in");
            System.exit(2);
            return;
        }
        int code = run(options.get());
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(Options options) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try {
            Task task = options.made();
            int unread =
                    task.predict(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
            return unread == 0 ? 0 : DONE_BUT_FOR_SOME;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("predict: " + e.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }
}

package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rashomon.pipeline.ArticlePipeline;

/**
 * {@code predict TASK < in.jsonl > out.jsonl}: predictions for a benchmark task, as the shipped pipeline makes them. Exit codes are
 * those of the program: 0 done, 1 failure, 2 wrong usage, 3 done but for records that could not be read.
 */
public final class Predict {
    private static final int DONE_BUT_FOR_SOME = 3;

    /** By name, a task over the pipeline; made late, so that a task loads only the models it needs. */
    static final Map<String, Function<Options, Task>> TASKS = new TreeMap<>(Map.of(
            "attribution",
            options -> options.over("attributions", Attributions::report),
            "dossier",
            options -> new Dossiers(options::pipeline, options.without()),
            "entities",
            options -> options.over("entities", Entities::report),
            "times",
            options -> options.over("times", Times::report),
            "places",
            options -> options.over("places", PlacePredictions::report),
            "place-candidates",
            options -> options.over("places", PlacePredictions::reportCandidates),
            "extraction",
            options -> Task.perRecord(new Extraction()::predict),
            "stories",
            options -> new Stories(),
            "coreference",
            options -> new Coreference(),
            "incidents",
            options -> new Templates(options::pipeline)));

    private Predict() {}

    /**
     * What the command line asks for. An option more is a component more, and a line in {@link #pipeline}, where all that is measured is
     * put together.
     *
     * @param task one of {@link #TASKS}
     * @param reader {@code rules} or {@code learned}; null for learned where trained weights are built in, else rules
     * @param without what predictions of attributions are made without
     */
    record Options(String task, @Nullable String reader, Without without) {
        /** Empty for wrong usage. */
        static Optional<Options> of(List<String> arguments) {
            if (arguments.isEmpty() || arguments.size() % 2 == 0 || !TASKS.containsKey(arguments.get(0))) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 1; i < arguments.size(); i += 2) {
                if (values.put(arguments.get(i), arguments.get(i + 1)) != null) {
                    return Optional.empty();
                }
            }
            String reader = values.remove("--reader");
            String names = values.remove("--without");
            String folder = values.remove("--each-without");
            Without without = new Without(
                    names == null ? Set.of() : Set.of(names.split(",")), folder == null ? null : Path.of(folder));
            Options options = new Options(arguments.get(0), reader, without);
            return values.isEmpty() && options.isSound() ? Optional.of(options) : Optional.empty();
        }

        private boolean isSound() {
            boolean known = reader == null || reader.equals("rules") || reader.equals("learned");
            boolean attributes = task.equals("attribution") || task.equals("dossier");
            boolean each = without.folder() != null;
            boolean one = without.names().isEmpty()
                    || (!each && Without.unknown(without.names()).isEmpty());
            return known && one && (attributes || without.equals(Without.NOTHING)) && (each || !task.equals("dossier"));
        }

        private ArticleTask over(String field, ArticleTask.Finding finding) {
            return new ArticleTask(this::pipeline, without, field, finding);
        }

        Task made() {
            return Objects.requireNonNull(TASKS.get(task)).apply(this);
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
            System.err.println(String.format("""
            usage: predict TASK [--reader rules|learned] [--without NAME,...] [--each-without DIR] < in.jsonl > out.jsonl
            TASK is one of %s; learned is the default where trained weights are built in.
            stories and coreference read a whole corpus before they write; the other tasks go record by record.
            --without leaves out proofs of attribution and what the rules add to it; NAME is one of
            %s
            --each-without writes into DIR what there is without each of them; dossier needs it.""", TASKS.keySet(), String.join(" ", ArticlePipeline.switches())));
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

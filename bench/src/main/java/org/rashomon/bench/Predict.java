package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.rashomon.nlp.Reader;

/** {@code predict TASK < in.jsonl > out.jsonl}: predictions for a benchmark task. Exits with 2 on wrong usage, 1 on failure. */
public final class Predict {
    /** By name, a task over the trained reader, if there is one; made late, so that a task loads only the models it needs. */
    static final Map<String, Function<Optional<Reader>, Task>> TASKS = new TreeMap<>(Map.of(
            "attribution",
            reader -> Task.perRecord(new Attributions(reader)::predict),
            "entities",
            reader -> Task.perRecord(new Entities(reader)::predict),
            "times",
            reader -> Task.perRecord(new Times()::predict),
            "places",
            reader -> Task.perRecord(new PlacePredictions(reader, false)::predict),
            "place-candidates",
            reader -> Task.perRecord(new PlacePredictions(reader, true)::predict),
            "extraction",
            reader -> Task.perRecord(new Extraction()::predict),
            "stories",
            reader -> new Stories()));

    private Predict() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        boolean choice = given.size() == 3
                && given.get(1).equals("--reader")
                && List.of("rules", "learned").contains(given.get(2));
        Function<Optional<Reader>, Task> task = given.size() == 1 || choice ? TASKS.get(given.get(0)) : null;
        if (task == null) {
            System.err.println("usage: predict TASK [--reader rules|learned] < in.jsonl > out.jsonl; TASK is one of "
                    + TASKS.keySet() + "; learned is the default where trained weights are built in");
            System.exit(2);
            return;
        }
        Optional<Reader> reader = choice && given.get(2).equals("rules") ? Optional.empty() : Reader.load();
        if (choice && given.get(2).equals("learned") && reader.isEmpty()) {
            System.err.println("predict: --reader learned: no trained weights are on the class path (module models)");
            System.exit(1);
            return;
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try {
            task.apply(reader)
                    .predict(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
        } catch (IOException | IllegalArgumentException e) {
            out.flush();
            System.err.println("predict: " + e.getMessage());
            System.exit(1);
        }
        out.flush();
    }
}

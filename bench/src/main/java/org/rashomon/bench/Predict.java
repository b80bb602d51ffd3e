package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** {@code predict TASK < in.jsonl > out.jsonl}: predictions for a benchmark task. Exits with 2 on wrong usage, 1 on failure. */
public final class Predict {
    /** Suppliers, so that a task loads only the models it needs. */
    static final Map<String, Supplier<Task>> TASKS = new TreeMap<>(Map.of(
            "attribution",
            () -> Task.perRecord(new Attributions()::predict),
            "entities",
            () -> Task.perRecord(new Entities()::predict),
            "times",
            () -> Task.perRecord(new Times()::predict),
            "extraction",
            () -> Task.perRecord(new Extraction()::predict),
            "stories",
            Stories::new));

    private Predict() {}

    public static void main(String[] arguments) {
        Supplier<Task> task = arguments.length == 1 ? TASKS.get(arguments[0]) : null;
        if (task == null) {
            System.err.println("usage: predict TASK < in.jsonl > out.jsonl; TASK is one of " + TASKS.keySet());
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try {
            task.get().predict(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
        } catch (IOException | IllegalArgumentException e) {
            out.flush();
            System.err.println("predict: " + e.getMessage());
            System.exit(1);
        }
        out.flush();
    }
}

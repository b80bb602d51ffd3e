package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One benchmark task. To add one: implement this interface in a class of its own, or, for what the analysis of an article tells,
 * say in an {@link ArticleTask.Finding} what to report of it; list it in {@link Predict#TASKS}; name the command and its figure in
 * {@code docs/benchmarks.md}.
 */
interface Task {
    JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads records, one JSON object a line, and writes predictions, one a line.
     *
     * @return how many records could not be read; each has a line on standard error and an empty prediction
     * @throws IllegalArgumentException when a record lacks what the task needs; the message names it
     */
    int predict(BufferedReader in, PrintStream out) throws IOException;

    /** A task that predicts each record on its own, in the order of the input. */
    static Task perRecord(Function<JsonNode, ObjectNode> prediction) {
        return (in, out) -> {
            records(in, record -> out.println(JSON.writeValueAsString(prediction.apply(record))));
            return 0;
        };
    }

    /**
     * Hands over the records one by one, blank lines left out.
     *
     * @throws IllegalArgumentException when a line is no JSON; the message has its number
     */
    static void records(BufferedReader in, Consumer<JsonNode> each) throws IOException {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                each.accept(parsed(line, number));
            }
        }
    }

    private static JsonNode parsed(String line, int number) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("line " + number + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}

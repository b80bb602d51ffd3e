package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One benchmark task. To add one: implement this interface in a class of its own, list it in {@link Predict#TASKS}, and name
 * the command and its figure in {@code docs/benchmarks.md}.
 */
interface Task {
    JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads records, one JSON object a line, and writes predictions, one a line.
     *
     * @throws IllegalArgumentException when a record lacks what the task needs; the message names it
     */
    void predict(BufferedReader in, PrintStream out) throws IOException;

    /** A task that predicts each record on its own, in the order of the input. */
    static Task perRecord(Function<JsonNode, ObjectNode> prediction) {
        return (in, out) -> {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    out.println(JSON.writeValueAsString(prediction.apply(JSON.readTree(line))));
                } catch (tools.jackson.core.JacksonException e) {
                    throw new IllegalArgumentException("line " + number + " is no JSON: " + e.getOriginalMessage(), e);
                }
            }
        };
    }
}

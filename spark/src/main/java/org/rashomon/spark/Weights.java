package org.rashomon.spark;

import java.util.HashMap;
import java.util.Map;
import org.rashomon.pipeline.ArticlePipeline;

/** The pipelines of this Java machine: weights are loaded once in each, and shared by all its tasks. */
final class Weights {
    private static final Map<String, ArticlePipeline> LOADED = new HashMap<>();

    private Weights() {}

    /** @param reader {@code learned} or {@code rules} */
    static synchronized ArticlePipeline of(String reader) {
        return LOADED.computeIfAbsent(
                reader,
                name -> name.equals("rules")
                        ? ArticlePipeline.rules()
                        : ArticlePipeline.learned()
                                .orElseThrow(
                                        () -> new UsageException(
                                                "--reader learned: no trained weights are on the class path; use --reader rules")));
    }
}

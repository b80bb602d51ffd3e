package org.rashomon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.model.dossier.ArticleAnalysis;

/**
 * Scores the claims of {@code examples/} against what a careful reader finds, as written by hand in {@code
 * eval/examples.jsonl}. What it misses may shrink; a wrong speaker may not exist.
 */
class ExamplesEvalTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final double FOUND_FLOOR = 0.60;

    private static final Map<String, Map<String, ArticleAnalysis>> ANALYSES = new LinkedHashMap<>();

    @BeforeAll
    static void analyse() {
        for (ArticlePipeline pipeline :
                List.of(ArticlePipeline.rules(), ArticlePipeline.learned().orElseThrow())) {
            try (pipeline) {
                ANALYSES.put(pipeline.reader(), WrittenClaims.analyse(EXAMPLES, pipeline));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "learned"})
    void findsClaimsAndPutsNoneIntoTheWrongMouth(String reader) {
        WrittenClaims.Score score = WrittenClaims.score(
                "Examples, " + reader,
                WrittenClaims.lines("examples.jsonl")
                        .map(WrittenClaims.Label::of)
                        .toList(),
                analyses(reader));
        assertThat(score.wrong()).as("claims put into a wrong mouth").isEmpty();
        assertThat(score.found())
                .as("share of labelled claims found; missed: %s", score.missed())
                .isGreaterThanOrEqualTo(FOUND_FLOOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "learned"})
    void restsNothingOnFurnitureOrSilence(String reader) {
        assertThat(WrittenClaims.forbidden("forbidden.jsonl", analyses(reader))).isEmpty();
    }

    private static Map<String, ArticleAnalysis> analyses(String reader) {
        return ANALYSES.getOrDefault(reader, Map.of());
    }
}

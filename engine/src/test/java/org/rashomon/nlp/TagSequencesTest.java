package org.rashomon.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rashomon.nlp.TagSequences.Tagged;

class TagSequencesTest {
    private static final List<String> TAGS = List.of("O", "B", "I", "E", "S");
    private final TagSequences sequences = new TagSequences(TAGS, new float[5][5]);

    private static float[] word(String best) {
        float[] scores = new float[5];
        scores[TAGS.indexOf(best)] = 5;
        return scores;
    }

    private static float[][] words(String... best) {
        return java.util.Arrays.stream(best).map(TagSequencesTest::word).toArray(float[][]::new);
    }

    private List<String> spans(float[][] scores) {
        return sequences.spans(scores, 10).stream()
                .map(span -> span.first() + "-" + span.last())
                .toList();
    }

    @Test
    void spansRunFromBeginToEnd() {
        assertThat(spans(words("O", "B", "I", "E", "S", "O"))).containsExactly("11-13", "14-14");
    }

    @Test
    void aBeginWithoutAnEndBecomesAWholeSpan() {
        assertThat(spans(words("B", "I", "I"))).containsExactly("10-12");
    }

    @Test
    void typesDoNotMix() {
        TagSequences typed = new TagSequences(List.of("O", "B-X", "E-X", "B-Y", "E-Y"), new float[5][5]);
        float[][] scores = {{0, 3, 0, 2, 0}, {0, 0, 1, 0, 4}};
        assertThat(typed.spans(scores, 0))
                .singleElement()
                .satisfies(span -> assertThat(span.type()).isEqualTo("Y"));
    }

    @Test
    void transitionsCount() {
        float[][] transitions = new float[5][5];
        transitions[0][4] = 10; // a single word after an outside one
        assertThat(new TagSequences(TAGS, transitions).spans(words("O", "O"), 0))
                .extracting(Tagged::first)
                .containsExactly(1);
    }

    @Test
    void certaintyIsThatOfTheWords() {
        Tagged span = sequences.spans(words("S"), 0).get(0);
        assertThat(span.certainty()).isBetween(0.97, 0.98); // e^5 / (e^5 + 4)
    }

    @Property
    void spansAreInOrderAndInside(
            @ForAll @Size(min = 1, max = 12) List<@Size(value = 5) List<@FloatRange(min = -4, max = 4) Float>> rows) {
        float[][] scores = new float[rows.size()][5];
        for (int i = 0; i < scores.length; i++) {
            for (int t = 0; t < 5; t++) {
                scores[i][t] = rows.get(i).get(t);
            }
        }
        int end = 0;
        for (Tagged span : sequences.spans(scores, 0)) {
            assertThat(span.first()).isGreaterThanOrEqualTo(end);
            assertThat(span.last()).isGreaterThanOrEqualTo(span.first());
            assertThat(span.certainty()).isBetween(0.0, 1.0);
            end = span.last() + 1;
        }
        assertThat(end).isLessThanOrEqualTo(scores.length);
    }
}

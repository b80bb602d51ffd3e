package org.rashomon.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordShapeTest {
    @ParameterizedTest
    @CsvSource({
        "said, lower",
        "Torvia, initial",
        "EDC, capitals",
        "O’Harn, mixed",
        "iPlan, mixed",
        "A, letter",
        "a, lower",
        "2023, digits",
        "2nd, alphanumeric",
        "M5, alphanumeric",
        "…, mark",
        "שלום, lower",
        "Ёж, initial",
        "½, mark"
    })
    void shapes(String word, String shape) {
        assertThat(WordShape.of(word)).isEqualTo(shape);
    }
}

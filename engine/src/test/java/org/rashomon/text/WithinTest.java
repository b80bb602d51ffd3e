package org.rashomon.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithinTest {

    @ParameterizedTest(name = "{0} in [{1}, {2}): {3}")
    @CsvSource({
        "no,   0, 12, 0",
        "no,   1, 12, 4",
        "no,   0,  0, -1",
        "no,   1,  4, -1", // begins at the end of the stretch
        "no,   1,  5, 4", // ends behind it
        "no,  -5, 99, 0",
        "maybe, 0, 99, -1",
    })
    void findsWhereWordsBegin(String words, int from, int to, int found) {
        assertThat(Within.first("no, no, no.", words, from, to)).isEqualTo(found);
    }

    @ParameterizedTest(name = "last comma in [{0}, {1}): {2}")
    @CsvSource({"0, 11, 6", "0, 6, 2", "3, 6, -1", "7, 11, -1", "-5, 99, 6", "4, 2, -1"})
    void findsWhereACharacterLastStands(int from, int to, int found) {
        assertThat(Within.last("no, no, no.", ',', from, to)).isEqualTo(found);
    }
}

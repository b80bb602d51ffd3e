package org.rashomon.export.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidNumbersTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            at least 14 people               | 14
            1,300 civilians                  | 1300
            between 20 and 35 soldiers       | 20 35
            fourteen nurses                  | 14
            twenty-one porters               | 21
            one hundred and twelve lorries   | 112
            two thousand                     | 2000
            two dozen goats                  | 24
            seven men, two of them old       | 7 2
            3.5 million                      | 3500000
            dozens of villagers              |
            hundreds                         |
            a crowd                          |
            """)
    void numbersAreThoseThatTheWordsHold(String words, @Nullable String numbers) {
        List<Long> expected = numbers == null
                ? List.of()
                : Arrays.stream(numbers.split(" ")).map(Long::valueOf).toList();
        assertThat(SaidNumbers.in(words)).isEqualTo(expected);
    }
}

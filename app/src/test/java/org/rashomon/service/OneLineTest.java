package org.rashomon.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OneLineTest {
    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("late edition.txt", "late edition.txt"),
                Arguments.of(
                        "\u00e9t\u00e9 \u2014 \u041a\u0435\u043b\u0434\u0440\u0430 \ud83d\ude00",
                        "\u00e9t\u00e9 \u2014 \u041a\u0435\u043b\u0434\u0440\u0430 \ud83d\ude00"),
                Arguments.of(
                        "\u001b]0;owned\u0007\u001b[2J\n0 rejected\r",
                        "\\u001b]0;owned\\u0007\\u001b[2J\\u000a0 rejected\\u000d"),
                Arguments.of("a\tb\0c\u007f\u009b", "a\\u0009b\\u0000c\\u007f\\u009b"),
                Arguments.of("txt.\u202efdp", "txt.\\u202efdp"),
                Arguments.of("a\u2028b\u2066c\u200bd", "a\\u2028b\\u2066c\\u200bd"),
                Arguments.of("half \ud83d of one", "half \\ud83d of one"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void nothingSteersATerminal(String words, String line) {
        assertThat(OneLine.of(words)).isEqualTo(line);
    }
}

package org.rashomon.annotate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;

/** Mentions at 0 to 4, 5 to 9 and 12 to 14. */
class MentionsTest {
    private static final Mentions MENTIONS = new Mentions(List.of(at(0, 4), at(5, 9), at(12, 14)));

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0  | 14  | 0 5 12
            0  | 99  | 0 5 12
            -9 | 9   | 0 5
            # wholly within
            0  | 8   | 0
            1  | 9   | 5
            5  | 9   | 5
            10 | 12  | ''
            # a range that holds no character
            0  | 0   | ''
            5  | 5   | ''
            9  | 5   | ''
            -9 | 0   | ''
            -9 | -5  | ''
            99 | 120 | ''
            """)
    void between(int from, int to, String starts) {
        String found = MENTIONS.between(from, to).stream()
                .map(mention -> String.valueOf(mention.span().start()))
                .collect(Collectors.joining(" "));
        assertThat(Arrays.asList(found.split(" "))).isEqualTo(Arrays.asList(starts.split(" ")));
    }

    private static Mention at(int start, int end) {
        return new Mention(new Span(start, end), EntityType.PER, null, Mention.How.NAME);
    }
}

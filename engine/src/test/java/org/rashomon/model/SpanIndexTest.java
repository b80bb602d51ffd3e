package org.rashomon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items at 0 to 20 and, nested in it, 5 to 9; at 7 to 12, which overlaps it; twice at 30 to 34. */
class SpanIndexTest {
    private record Item(String name, Span span) {}

    private static final SpanIndex<Item> INDEX = SpanIndex.of(
            List.of(
                    new Item("twice", new Span(30, 34)),
                    new Item("overlaps", new Span(7, 12)),
                    new Item("again", new Span(30, 34)),
                    new Item("all", new Span(0, 20)),
                    new Item("nested", new Span(5, 9))),
            Item::span);

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # from | to | within | around | touching
            0  | 40 | all nested overlaps twice again | ''                  | all nested overlaps twice again
            0  | 20 | all nested overlaps             | all                 | all nested overlaps
            0  | 19 | nested overlaps                 | all                 | all nested overlaps
            1  | 9  | nested                          | all                 | all nested overlaps
            5  | 9  | nested                          | all nested          | all nested overlaps
            5  | 8  | ''                              | all nested          | all nested overlaps
            8  | 9  | ''                              | all nested overlaps | all nested overlaps
            9  | 10 | ''                              | all overlaps        | all overlaps
            12 | 13 | ''                              | all                 | all
            19 | 31 | ''                              | ''                  | all twice again
            20 | 30 | ''                              | ''                  | ''
            31 | 33 | ''                              | twice again         | twice again
            34 | 90 | ''                              | ''                  | ''
            """)
    void findsByPlace(int from, int to, String within, String around, String touching) {
        Span span = new Span(from, to);
        assertThat(names(INDEX::within, span)).isEqualTo(within);
        assertThat(names(INDEX::around, span)).isEqualTo(around);
        assertThat(names(INDEX::touching, span)).isEqualTo(touching);
    }

    private static String names(Function<Span, List<Item>> question, Span span) {
        return String.join(" ", question.apply(span).stream().map(Item::name).toList());
    }
}

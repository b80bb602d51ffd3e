package org.rashomon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpanIndexPropertyTest {
    @Provide
    Arbitrary<Span> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 12))
                .as((start, length) -> new Span(start, start + length));
    }

    @Provide
    Arbitrary<List<Span>> items() {
        return spans().list().ofMaxSize(20);
    }

    @Property
    void findsWhatAWalkThroughAllFinds(@ForAll("items") List<Span> items, @ForAll("spans") Span asked) {
        SpanIndex<Span> index = SpanIndex.of(items, span -> span);
        assertThat(index.within(asked)).isEqualTo(walked(items, asked::contains));
        assertThat(index.around(asked)).isEqualTo(walked(items, span -> span.contains(asked)));
        assertThat(index.touching(asked)).isEqualTo(walked(items, asked::overlaps));
    }

    private static List<Span> walked(List<Span> items, Predicate<Span> question) {
        return items.stream().filter(question).sorted().toList();
    }
}

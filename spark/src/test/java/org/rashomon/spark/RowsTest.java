package org.rashomon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ClaimRelation;

class RowsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # of incidents, counts, utterances | of agreements | both
            RESTATES OCCURRENCE | CONTRADICTS COMMITMENT | RESTATES OCCURRENCE
            DENIES ACTOR incident | CONTRADICTS COMMITMENT | DENIES ACTOR, CONTRADICTS COMMITMENT
            CORROBORATES COMMITMENT incident | CONTRADICTS COMMITMENT | CORROBORATES COMMITMENT
            FIGURE_CONFLICT FIGURE | CORROBORATES FIGURE | CORROBORATES FIGURE
            FIGURE_CONFLICT FIGURE | CONTRADICTS COMMITMENT | FIGURE_CONFLICT FIGURE, CONTRADICTS COMMITMENT
            - | CONTRADICTS COMMITMENT | CONTRADICTS COMMITMENT
            DENIES ACTOR incident | - | DENIES ACTOR
            """)
    void aPairIsRelatedAsOneComparisonWould(@Nullable String others, @Nullable String onAgreements, String both) {
        assertThat(Rows.merged(relations(others, null), relations(onAgreements, "deal")).stream()
                        .map(relation -> relation.kind() + " " + relation.slot())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(both);
    }

    private static List<ClaimRelation> relations(@Nullable String told, @Nullable String agreement) {
        return told == null
                ? List.of()
                : Arrays.stream(told.split(", "))
                        .map(one -> one.split(" "))
                        .map(one -> new ClaimRelation(
                                "a",
                                "b",
                                ClaimRelation.Kind.valueOf(one[0]),
                                ClaimRelation.Slot.valueOf(one[1]),
                                new Span(0, 1),
                                new Span(0, 1),
                                one.length > 2 ? one[2] : null,
                                agreement,
                                "They say so.",
                                1))
                        .toList();
    }
}

package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.server.search.SearchAnswer;
import org.rashomon.server.search.SearchIndex;
import org.rashomon.server.search.SearchQuery;

class SearchIndexTest {
    @TempDir
    static Path folder;

    private static ServedExamples served = nothing();
    private static DossierIndex dossier = nothing();
    private static SearchIndex index = nothing();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before any test
    private static <T> T nothing() {
        return null;
    }

    @BeforeAll
    static void make() throws IOException {
        served = ServedExamples.in(folder);
        dossier = new DossierIndex(served.open().dossier());
        index = new SearchIndex(dossier);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static SearchAnswer search(String typed) {
        return index.search(SearchQuery.parse(typed), 0, 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hospital",
                "hospitals",
                "\"Saint Ilka hospital\"",
                "rocket -council",
                "bomb*",
                "drone | rocket",
                "hospital act:deny"
            })
    void highlightsAreTheWordsWhereTheyStand(String typed) {
        SearchAnswer answer = search(typed);
        assertThat(answer.statements()).as(typed).isNotEmpty();
        answer.statements().forEach(SearchIndexTest::assertInPlace);
        answer.passages().forEach(SearchIndexTest::assertInPlace);
        assertThat(answer.statements()).allMatch(hit -> hit.pieces().stream().anyMatch(SearchAnswer.Piece::found));
    }

    private static void assertInPlace(SearchAnswer.Hit hit) {
        String text = dossier.article(hit.article()).text();
        assertThat(text.substring(hit.start(), hit.start() + hit.words().length()))
                .isEqualTo(hit.words());
    }

    @Test
    void facetsCountTheStatementsFound() {
        SearchAnswer answer = search("hospital");
        SearchAnswer.Facet acts = answer.facets().stream()
                .filter(facet -> facet.field().equals("act"))
                .findFirst()
                .orElseThrow();
        assertThat(acts.values().stream().mapToInt(SearchAnswer.Value::count).sum())
                .isEqualTo(answer.statementsFound());
        for (SearchAnswer.Value value : acts.values()) {
            assertThat(search("hospital act:" + value.name()).statementsFound()).isEqualTo(value.count());
        }
    }

    @Test
    void aPhraseIsFoundOnlyAsOne() {
        assertThat(search("\"hospital Ilka\"").statementsFound()).isZero();
        assertThat(search("\"Saint Ilka\"").articlesFound()).isPositive();
        assertThat(search("speaker:nobody").statementsFound()).isZero();
        assertThat(search("nobodysaidthisword").searched().articles()).isEqualTo(20);
    }

    /** However many are found: those that are shown are fetched, the others counted. */
    @Test
    void allIsCountedAndOnlyWhatIsShownIsFetched() {
        SearchAnswer all = search("hospital");
        SearchAnswer first = index.search(SearchQuery.parse("hospital"), 0, 1);
        assertThat(all.statementsFound()).isGreaterThan(1);
        assertThat(first.statementsFound()).isEqualTo(all.statementsFound());
        assertThat(first.facets()).isEqualTo(all.facets());
        assertThat(first.statements().stream().map(SearchAnswer.Hit::claim).distinct())
                .hasSize(1);
        assertThat(first.statements().get(0)).isEqualTo(all.statements().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hospital", "hospital act:deny", "\"Saint Ilka\"", "act:deny", "nobodysaidthisword"})
    void theIdsAreThoseOfTheStatements(String typed) {
        assertThat(index.claims(SearchQuery.parse(typed), 100))
                .isEqualTo(search(typed).statements().stream()
                        .map(hit -> Objects.requireNonNull(hit.claim()))
                        .collect(Collectors.toSet()));
        assertThat(index.claims(SearchQuery.parse(typed), 1)).hasSizeLessThanOrEqualTo(1);
    }
}

package org.rashomon.export.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.Origin;
import org.rashomon.export.page.Page.Sources;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Run;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Lineage;

/** Trees of origin, one tree over all articles; each five of them are a story. */
class OriginsTest {
    private static final int STORY = 5;
    private static final String TEXT = "The mills along the river stood still for a week, the council said.";

    /** @param above the number of the article that another goes back to */
    private static DossierIndex dossier(int articles, IntUnaryOperator above) {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        List<Lineage> lineages = new ArrayList<>();
        Map<String, String> storyOf = new HashMap<>();
        Span all = new Span(0, TEXT.length());
        for (int i = 0; i < articles; i++) {
            analyses.add(ArticleAnalysis.textOnly(new Article(
                    id(i),
                    id(i) + ".txt",
                    Imprint.NONE.toBuilder()
                            .outlet("Outlet " + i, Imprint.Origin.GIVEN)
                            .build(),
                    TEXT,
                    List.of(new Block(all, BlockRole.BODY)),
                    List.of(),
                    "0")));
            storyOf.put(id(i), "s" + i / STORY);
            if (i > 0) {
                lineages.add(new Lineage(
                        id(above.applyAsInt(i)),
                        id(i),
                        Lineage.Kind.REWRITTEN,
                        0.5,
                        List.of(new Lineage.Passage(all, all))));
            }
        }
        return new DossierIndex(new Dossier(
                new Run("0-test", "hand", Map.of()),
                new Comparison(
                        analyses, List.of(), List.of(), List.of(), List.of(), lineages, List.of(), storyOf, Map.of(),
                        Map.of(), Map.of()),
                List.of()));
    }

    private static String id(int number) {
        return "n" + number;
    }

    private static List<Sources> stories(DossierIndex index) {
        Origins origins = new Origins(index, new Anchors(index, true));
        List<Sources> sources = new ArrayList<>();
        List<ArticleAnalysis> all = index.dossier().analyses();
        for (int i = 0; i + STORY <= all.size(); i += STORY) {
            sources.add(Objects.requireNonNull(origins.sources(all.subList(i, i + STORY))));
        }
        return sources;
    }

    private static int size(List<Origin> trees) {
        return trees.stream().mapToInt(tree -> 1 + size(tree.copies())).sum();
    }

    private static int laidOut(int articles, IntUnaryOperator above) {
        return stories(dossier(articles, above)).stream()
                .mapToInt(sources -> size(sources.trees()))
                .sum();
    }

    @Test
    void whatIsLaidOutGrowsWithTheArticlesAndNotWithTheirTree() {
        // all print one; each prints the one before; each prints one half as far
        for (IntUnaryOperator above : List.<IntUnaryOperator>of(i -> 0, i -> i - 1, i -> i / 2)) {
            for (int articles : new int[] {200, 800}) {
                assertThat(laidOut(articles, above)).isBetween(articles, 2 * articles);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 60})
    void aSmallTreeIsShownWholeInEachStory(int articles) {
        stories(dossier(articles, i -> i / 2))
                .forEach(sources -> assertThat(size(sources.trees())).isEqualTo(articles));
    }

    @Test
    void ofALargeTreeTheStorysOwnAreShownAndThatThereIsMore() {
        Sources chain = stories(dossier(100, i -> i - 1)).get(3);
        assertThat(chain.summary()).endsWith("1 origin.");
        assertThat(chain.trees()).singleElement().satisfies(head -> {
            assertThat(head.article().text()).isEqualTo("Outlet 14");
            assertThat(head.kind()).contains("not listed here");
            assertThat(size(List.of(head))).isEqualTo(1 + STORY);
        });
        Sources first = stories(dossier(100, i -> i - 1)).get(0);
        assertThat(first.trees()).singleElement().satisfies(head -> {
            assertThat(head.article().text()).isEqualTo("Outlet 0");
            assertThat(head.kind()).isEmpty();
            assertThat(size(List.of(head))).isEqualTo(STORY);
        });
    }
}

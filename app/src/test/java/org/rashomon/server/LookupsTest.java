package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Incident;

/** What pages look up is what a walk through all of the case finds, in the same order. */
class LookupsTest {
    @TempDir
    static Path folder;

    private static ServedExamples served = nothing();
    private static DossierIndex index = nothing();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before any test
    private static <T> T nothing() {
        return null;
    }

    @BeforeAll
    static void make() throws IOException {
        served = ServedExamples.in(folder);
        index = new DossierIndex(served.open().dossier());
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void incidentsAreFoundByArticleStoryAndId() {
        Comparison comparison = index.dossier().comparison();
        assertThat(comparison.incidents()).hasSizeGreaterThan(2);
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            String id = analysis.article().id();
            assertThat(index.incidentsIn(id))
                    .isEqualTo(comparison.incidents().stream()
                            .filter(incident -> incident.mentions().stream()
                                    .anyMatch(mention -> mention.article().equals(id)))
                            .toList());
            assertThat(index.omissionsIn(id))
                    .isEqualTo(comparison.omissions().stream()
                            .filter(omission -> omission.article().equals(id))
                            .toList());
        }
        for (Story story : comparison.stories()) {
            assertThat(index.story(story.id())).contains(story);
            assertThat(index.incidentsOf(story.id()))
                    .isEqualTo(comparison.incidents().stream()
                            .filter(incident -> incident.story().equals(story.id()))
                            .toList());
        }
        Set<String> some = new HashSet<>();
        for (int i = comparison.incidents().size() - 1; i >= 0; i -= 2) {
            some.add(comparison.incidents().get(i).id());
        }
        some.add("none");
        assertThat(index.incidents(some))
                .isEqualTo(comparison.incidents().stream()
                        .filter(incident -> some.contains(incident.id()))
                        .toList());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(index.incident("none")).isEmpty();
        assertThat(index.story(null)).isEmpty();
        assertThat(index.agreement("none")).isEmpty();
        assertThat(index.incidentsIn("none")).isEmpty();
        assertThat(index.incidentsOf("none")).isEmpty();
        assertThat(index.omissionsIn("none")).isEmpty();
        Incident known = index.dossier().comparison().incidents().get(0);
        assertThat(index.incident(known.id())).contains(known);
        assertThat(List.of(known)).isEqualTo(index.incidents(Set.of(known.id())));
    }
}

package org.rashomon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rashomon.ingest.Readers;
import org.rashomon.model.ReadResult;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;

/** In which order articles come changes nothing that is found across them. */
class InputOrderPropertyTest {
    private static final List<ArticleAnalysis> EXAMPLES = examples();
    private static final Comparison AS_READ = inOneOrder(ComparisonPipeline.compare(EXAMPLES));

    private static List<ArticleAnalysis> examples() {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        try (ArticlePipeline pipeline = ArticlePipeline.rules()) {
            Readers.standard().read(List.of(Path.of("..", "examples")), result -> {
                if (result instanceof ReadResult.Read read) {
                    analyses.add(pipeline.analyse(read.article()));
                }
            });
        }
        return List.copyOf(analyses);
    }

    /** The comparison with its analyses, which stand in the order of input, by id. */
    private static Comparison inOneOrder(Comparison comparison) {
        return new Comparison(
                comparison.analyses().stream()
                        .sorted(Comparator.comparing(
                                analysis -> analysis.article().id()))
                        .toList(),
                comparison.stories(),
                comparison.incidents(),
                comparison.agreements(),
                comparison.relations(),
                comparison.lineages(),
                comparison.omissions(),
                comparison.storyOf(),
                comparison.incidentOf(),
                comparison.agreementOf(),
                comparison.incidentOfFigure());
    }

    @Provide
    Arbitrary<List<ArticleAnalysis>> shuffled() {
        return Arbitraries.shuffle(EXAMPLES);
    }

    @Property(tries = 25)
    void theOrderOfArticlesChangesNothing(@ForAll("shuffled") List<ArticleAnalysis> analyses) {
        Comparison comparison = ComparisonPipeline.compare(analyses);
        assertThat(comparison.analyses())
                .extracting(analysis -> analysis.article().id())
                .containsExactlyElementsOf(analyses.stream()
                        .map(analysis -> analysis.article().id())
                        .toList());
        assertThat(inOneOrder(comparison)).isEqualTo(AS_READ);
        // it would prove nothing of comparisons that find nothing
        assertThat(List.of(
                        comparison.incidents(),
                        comparison.agreements(),
                        comparison.relations(),
                        comparison.lineages(),
                        comparison.omissions()))
                .noneMatch(List::isEmpty);
    }
}

package org.rashomon.export.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Article;
import org.rashomon.model.Run;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;

class OwnVoiceTest {
    private static final ArticlePipeline PIPELINE = ArticlePipeline.rules(ActorRegistry.standard());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | Tarskan jets hit the depot at noon. The governor left the town a day later.
            true  | Tarskan jets hit the depot at noon. The governor said that he would stay.
            false | Tarskan jets hit the depot at noon, the governor said.
            false | Tarskan jets hit the depot at noon, according to residents.
            false | Tarskan jets hit the depot in a raid that officials believe killed nine.
            false | Reports of a raid on the depot, where Tarskan jets hit the fuel store, spread at noon.
            false | Tarskan jets hit the depot in what residents called a massacre.
            false | Tarskan jets reportedly hit the depot at noon.
            false | Tarskan jets hit the “last depot” of the valley at noon.
            false | Tarskan jets hit the depot, Reuters.
            """)
    void anOutletSpeaksForItselfOnlyWhereItsSentenceCreditsNobody(boolean proved, String text) {
        Article article = Article.ofText("a", text, null);
        ArticleAnalysis analysis = PIPELINE.analyse(article);
        Dossier dossier = new Dossier(
                new Run("0", "rules", Map.of()),
                ComparisonPipeline.compare(List.of(analysis), ActorRegistry.standard()),
                List.of());
        int at = text.indexOf(" hit ");
        assertThat(new OwnVoice(new DossierIndex(dossier)).isProved("a", new Span(at, at + 4)))
                .isEqualTo(proved);
    }
}

package org.rashomon.compare.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.testing.compared.HandMadeAnalysis.city;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentType;
import org.rashomon.testing.compared.HandMadeAnalysis;

class DeedsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Any strikes would be illegal.                 | strikes
            More strikes could follow in future.          | strikes
            It is unclear how strikes will change the war. | strikes
            """)
    void whatMayComeIsLessLikelyADeedThanWhatWasDone(String sentence, String words) {
        double may = likely(new HandMadeAnalysis("a", sentence)
                .incident(IncidentType.AIR_STRIKE, words, HandMadeAnalysis.Deed::bare));
        double done = likely(new HandMadeAnalysis("b", "A strike hit the Elm clinic in Harn on Monday.")
                .incident(
                        IncidentType.AIR_STRIKE,
                        "strike hit the Elm clinic",
                        d -> d.in(city("Harn")).on("2031-05-05").hitting("clinic")));
        assertThat(done).isGreaterThan(Deeds.MODEL.threshold());
        assertThat(may).isLessThan(done);
    }

    private static double likely(HandMadeAnalysis article) {
        ArticleAnalysis analysis = article.done();
        Deeds deeds = new Deeds(Corpus.of(List.of(analysis), ActorRegistry.standard()));
        return Deeds.MODEL.probability(deeds.signals(analysis.incidentMentions().get(0)));
    }
}

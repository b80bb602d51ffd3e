package org.rashomon.annotate.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.names.EntityRecogniser;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

class PlaceResolverTest {
    private final PlaceResolver resolver = new PlaceResolver(Known.NAMES, Known.PLACES);
    private final EntityRecogniser recogniser = new EntityRecogniser(Known.NAMES);

    private List<Toponym> toponyms(Article article) {
        List<Sentence> sentences = new SentenceSplitter().split(article);
        return resolver.resolve(article, sentences, recogniser.recognise(article, sentences))
                .toponyms();
    }

    /** A name means what the text around it says, and nothing where the text does not say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            A kiln burned down in Paris, Texas, on Friday. | Paris | 4717560
            The minister flew from Paris to Lyon, and on to the rest of France. | Paris | 2988507
            Farmers met in Tripoli, the port in northern Lebanon. | Tripoli | 266826
            Farmers met in Tripoli. Libya's harvest was poor, and Benghazi had no bread. | Tripoli | 2210247
            The Russian envoy returned to Moscow while the U.S. embassy stayed open. | Moscow | 524901
            The road from Aleppo to Idlib is closed, Syria's railway company said. | Idlib | 169389
            Trade between Mexico and the United States grew. | Mexico | 3996063
            A bakery opened in Springfield. | Springfield | -
            A kiln burned in Tripoli, Lebanon, on Monday. | Tripoli | 266826
            A kiln burned in Alexandria, Virginia. | Alexandria | 4744091
            Bakers marched in Valencia, Venezuela. | Valencia | 3625549
            Bakers of Georgia, Armenia and Turkey met. | Georgia | 614540
            The envoy said Washington was not seeking a base. | Washington | 4140963
            Kilns burned in Washington state on Monday. | Washington | 5815135
            Bakers of Oregon and Washington met. | Washington | 5815135
            Bakers met in Seattle, Washington. | Washington | 5815135
            Bakers marched in Buenos Aires on Monday. | Buenos Aires | 3435910
            Floods hit the province of Buenos Aires. | Buenos Aires | 3435907
            A bakery opened in Vorren. | Vorren | -
            A bakery opened in Bombay. | Bombay | 1275339
            The barge sank in the Ohio River. | Ohio | -
            """)
    void theTextDecides(String text, String name, String geonames) {
        Article article = Texts.article(text, null);
        List<Toponym> named = toponyms(article).stream()
                .filter(t -> t.span().in(article.text()).equals(name) && t.decided())
                .toList();
        if (geonames == null) {
            assertThat(named).isEmpty();
        } else {
            assertThat(named).isNotEmpty();
            assertThat(named.get(0).choices().get(0).geonames()).isEqualTo(geonames);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Clashes in Qumbelwark went on, near the village of Ostermarn.
            The Tarvian army left Veldin and Korsk.
            """)
    void inventedPlacesStayOffTheMap(String text) {
        assertThat(toponyms(Texts.article(text, null))).noneMatch(Toponym::decided);
    }
}

package org.rashomon.annotate.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

/** States that no table knows, by what a text says they have. */
class StateFinderTest {

    private static List<String> actors(String text) {
        Article article = Texts.article(text, null);
        List<Sentence> sentences = new SentenceSplitter().split(article);
        return new EntityRecogniser(Known.NAMES)
                .recognise(article, sentences).stream()
                        .filter(mention -> mention.actor() != null)
                        .map(mention -> mention.span().in(text) + "=" + id(mention))
                        .toList();
    }

    private static String id(Mention mention) {
        Actor actor = mention.actor();
        return actor == null ? "" : actor.id();
    }

    @Test
    void aNameWithAForeignMinisterIsAStateAndItsAdjectiveToo() {
        assertThat(actors("Varnia's foreign minister left. Varnian troops stayed in Varnia."))
                .contains("Varnia=gov:x-varnia", "Varnian=gov:x-varnia");
    }

    @Test
    void aMinistryCarriesItsState() {
        assertThat(actors("The Varnian Defence Ministry denied it. The government of Varnia was silent."))
                .contains("Varnian Defence Ministry=org:x-varnia-defence-ministry", "Varnia=gov:x-varnia");
    }

    @Test
    void anAdjectiveAloneDoesNotInventAName() {
        assertThat(actors("The Ostravelian government protested.")).containsExactly("Ostravelian=gov:x-ostravelian");
    }

    @Test
    void whatOtherBodiesHaveMakesNoState() {
        assertThat(actors("Colvane's spokesman spoke. Colvane's army marched. The city council of Brandel met."))
                .noneMatch(actor -> actor.contains("gov:"));
    }

    @Test
    void aLeadersRegimeAndForcesAreTheGovernment() {
        assertThat(actors(
                        "President Ivo Kastan spoke. The Kastan regime bombed the town, and Kastan's pilots flew home."
                                + " The government of President Ivo Kastan denied it."))
                .containsExactly(
                        "Ivo Kastan=person:ivo-kastan",
                        "Kastan=gov:x-under-ivo-kastan",
                        "Kastan=gov:x-under-ivo-kastan",
                        "Ivo Kastan=gov:x-under-ivo-kastan");
    }

    @Test
    void aLeaderWhoseStateTheTextTellsLeadsThatState() {
        assertThat(actors("Varnian President Ivo Kastan spoke. The Kastan regime bombed the town."))
                .contains("Kastan=gov:x-varnian");
        assertThat(actors("President Ivo Kastan of Varnia spoke to Varnia's ambassador. Kastan's air force flew."))
                .contains("Kastan=org:x-varnia-air-force");
    }

    @Test
    void aRegisteredLeadersRegimeIsHisGovernment() {
        assertThat(actors("Bashar al-Assad spoke. The Assad regime was blamed."))
                .containsExactly("Bashar al-Assad=person:bashar-al-assad", "Assad=gov:SY");
    }
}

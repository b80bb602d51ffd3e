package org.rashomon.annotate.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

/** Whom registered names stand for in a text, and where the same words stand for somebody or something else. */
class ActorLinkerTest {
    /** The actors of the mentions whose words these are: ids parted by spaces, {@code -} for nobody. */
    private static String actors(String text, String words) {
        Article article = Texts.article(text, LocalDate.of(2016, 9, 28));
        return new EntityRecogniser(Known.NAMES)
                .recognise(article, new SentenceSplitter().split(article)).stream()
                        .filter(mention -> mention.span().in(text).equals(words))
                        .map(Mention::actor)
                        .map(actor -> actor == null ? "-" : actor.id())
                        .reduce((one, other) -> one + " " + other)
                        .orElse("no name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The National Security Council met. | The National Security Council | org:national-security-council
            Kenya's National Security Council met on Monday. | National Security Council | -
            Kenya's National Security Council met. Later the National Security Council rose. | National Security Council | - -
            Envoys met the Security Council in New York. | Security Council | org:un-security-council
            Members of Pakistan's Senate rose. | Senate | -
            Members of the US Senate rose. | US Senate | org:us-senate
            Officers of Islamic Jihad fled. | Islamic Jihad | group:islamic-jihad
            """)
    void aBodyOfAnotherStateIsNotTheOneOfTheTables(String text, String words, String ids) {
        assertThat(actors(text, words)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nurses fled the Duma neighbourhood of the town. | Duma | -
            Rebels hold the town of Tasnim, nurses said. | Tasnim | -
            Esther K. Interfax read the letter. | Interfax | -
            She called for an international coalition against fires. | international coalition | -
            Planes of the international coalition came back. | international coalition | org:us-led-coalition
            Foreign policy is hard to teach. | Foreign policy | -
            The times have changed in Orvela. | The times | -
            There was little support on the Hill for it. | Hill | -
            They read of it in The Hill on Monday. | The Hill | outlet:the-hill
            They preached Islamic jihad to the bakers. | Islamic jihad | -
            Planes struck the Khorasan group on Monday. | Khorasan group | group:khorasan-group
            """)
    void namesThatStandForSomethingElseJoinNobody(String text, String words, String ids) {
        assertThat(actors(text, words).replace("no name", "-")).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Washington Times asked him first. He told The Times that it was so. | The Times | outlet:washington-times
            He told The Times that it was so. | The Times | outlet:the-times
            """)
    void theTimesIsTheOneThatTheArticleNames(String text, String words, String ids) {
        assertThat(actors(text, words)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The president of Somalia flew home. A baker named Mohammed said that he was glad. | Mohammed | -
            The fighter "Abu Islam al-Baghdadi" died near Orvela. | al-Baghdadi | -
            The caller, al-Baghdadi, spoke of Islamic State. | al-Baghdadi | person:abu-bakr-al-baghdadi
            """)
    void aGivenNameOrTheEndOfALongerNameMeansNobodyKnown(String text, String words, String ids) {
        assertThat(actors(text, words)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sergey Lavrov left. | Sergey Lavrov | person:sergei-lavrov
            Sergei Lavrov left. | Sergei Lavrov | person:sergei-lavrov
            Fighters of Jabhat al-Nusra left. | Jabhat al-Nusra | group:fateh-al-sham
            Fighters of Jabhat Fateh al-Sham left. | Jabhat Fateh al-Sham | group:fateh-al-sham
            Fighters of the Popular Front for the Liberation of Palestine General Command left. | Popular Front for the Liberation of Palestine General Command | group:popular-front-for-the-liberation-of-palestine-general-command
            """)
    void theNamesOfOneActorJoin(String text, String words, String id) {
        assertThat(actors(text, words)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"al-Nusra Front", "Al-Nusra", "Nusra Front", "Jabhat al-Nusra", "Jabhat Fateh al-Sham"})
    void aGroupIsCalledByTheNameThatItBoreInMostOfItsYears(String name) {
        assertThat(ActorRegistry.standard().byAlias(name).map(Actor::name)).contains("al-Nusra Front");
    }
}

package org.rashomon.annotate.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.attribution.rules.RuleAttributor;
import org.rashomon.annotate.claims.ClaimMaker;
import org.rashomon.annotate.names.EntityRecogniser;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.model.claims.Speaker;
import org.rashomon.testing.HandMade;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

/** Holders of offices as speakers: by description and day, by a surname in the context of the office, and never by a guess. */
class OfficeSpeakersTest {
    private static Speaker last(String text, String day) {
        Article article = Texts.article(text, day == null || day.equals("-") ? null : LocalDate.parse(day));
        List<Sentence> sentences = new SentenceSplitter().split(article);
        var claims = new ClaimMaker(Known.NAMES)
                .claim(
                        article,
                        HandMade.sentences(article),
                        new EntityRecogniser(Known.NAMES).recognise(article, sentences),
                        List.of(),
                        new RuleAttributor().attribute(article, HandMade.sentences(article)),
                        Optional.empty(),
                        ClaimMaker.Reasons.NONE);
        return claims.get(claims.size() - 1).speaker();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Russian foreign minister said that the bridge would open. | 2016-09-28 | Sergei Lavrov
            The US Secretary of State said that the bridge would open. | 2016-09-28 | John Kerry
            The French president said that the bridge would open. | 2012-05-10 | Nicolas Sarkozy
            Russian President Putin said that the bridge would open. | 2016-09-28 | Vladimir Putin
            Russian Foreign Minister Lavrov said that the bridge would open. | 2016-09-28 | Sergei Lavrov
            Foreign Minister Ivanov of Russia said that the bridge would open. | 2003-09-28 | Igor Ivanov
            """)
    void theHolderOfTheDayIsFound(String text, String day, String name) {
        Speaker speaker = last(text, day);
        assertThat(speaker.actor()).isNotNull();
        assertThat(speaker.actor().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Russian foreign minister said that the bridge would open. | -
            The president said that the bridge would open. | 2016-09-28
            The Russian foreign minister said in 1995 that the bridge would open. | 2016-09-28
            A Russian defence ministry spokesman said that the bridge would open. | 2016-09-28
            The Russian defence ministry spokesman said that the bridge would open. | 2016-09-28
            A spokesman for the Russian president said that the bridge would open. | 2016-09-28
            A senior US official said that the bridge would open. | 2016-09-28
            Lavrov said that the bridge would open. | 2016-09-28
            The fisherman Ivanov said that the bridge would open. | 2003-09-28
            """)
    void nobodyIsGuessed(String text, String day) {
        Speaker speaker = last(text, day);
        boolean registered = speaker.actor() != null
                && ActorRegistry.standard()
                        .byId(speaker.actor().id())
                        .filter(actor -> actor.type() == org.rashomon.model.ActorType.PERSON)
                        .isPresent();
        assertThat(registered).as("%s", speaker).isFalse();
    }

    @Test
    void theArticlesOwnBearerOfASurnameIsNotTheMinister() {
        Speaker speaker =
                last("Ilka Lavrov, a baker, opened the fair. Lavrov said that the bridge would open.", "2016-09-28");
        assertThat(speaker.actor()).isNotNull();
        assertThat(speaker.actor().id()).isEqualTo("person:ilka-lavrov");
    }
}

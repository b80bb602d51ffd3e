package org.rashomon.annotate.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;

/** Names are marked in the table, with the word that the registry knows: (NORP Norwegian), (LOC Norway). */
class StateOfArticleTest {
    private static final Pattern NAME = Pattern.compile("\\((LOC|NORP) ([^)]*)\\)");
    private static final ActorRegistry REGISTRY = ActorRegistry.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The (NORP Norwegian) regime fell silent. The army moved.                              | Norway
            The (NORP Norwegian) governments ships sailed. The regime was pleased.                | Norway
            The (NORP Norwegian) army met the (NORP Danish) army.                                 | -
            The (NORP Norwegian) army, the (NORP Norwegian) government, the (NORP Norwegian) regime and the (NORP Danish) army. | Norway
            Snow fell in (LOC Norway). Roads in (LOC Norway) were closed by the government.       | Norway
            Snow fell in (LOC Norway). The government closed the roads.                           | -
            Snow fell in (LOC Norway) and in (LOC Denmark). Roads in (LOC Norway) were closed.    | -
            (NORP Danish) jets over (LOC Norway) and (NORP Danish) ships off (LOC Norway).        | Norway
            (NORP Danish) jets, (NORP Danish) ships, (NORP Danish) troops.                        | -
            The government closed the roads.                                                      | -
            # in which all happens, though others are named
            Snow fell in (LOC Norway) and in eastern (LOC Norway), (LOC Denmark) said.            | Norway
            Snow fell in (LOC Norway) and in (LOC Norway). (LOC Denmark), (LOC Sweden) and (LOC Finland) agreed. | -
            Snow fell in (LOC Norway) and in western (LOC Denmark). (LOC Norway) was calm.        | -
            (LOC Norway) and (LOC Denmark) agreed. (LOC Norway) was calm.                         | -
            """)
    void theStateThatAnArticleMeans(String marked, String expected) {
        assertThat(state(marked).government().map(Actor::name).orElse("-")).isEqualTo(expected);
    }

    @Test
    void theArmyIsAnotherActorThanTheGovernment() {
        StateOfArticle state = state("The (NORP Syrian) regime spoke.");

        assertThat(state.body("army").map(Actor::name)).contains("Syrian Army");
        assertThat(state.body("regime").map(Actor::name)).contains("Syria");
    }

    @ParameterizedTest
    @CsvSource({"regime, true", "regimes, true", "armys, true", "government, true", "arms, false", "governor, false"})
    void aLostApostropheHidesNoBody(String word, boolean called) {
        assertThat(StateOfArticle.isCalled(word)).isEqualTo(called);
    }

    private static StateOfArticle state(String marked) {
        List<Mention> mentions = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher name = NAME.matcher(marked);
        int from = 0;
        while (name.find()) {
            text.append(marked, from, name.start());
            int start = text.length();
            text.append(name.group(2));
            Actor actor = REGISTRY.governmentOf(name.group(2)).orElseThrow();
            mentions.add(new Mention(
                    new Span(start, text.length()), EntityType.valueOf(name.group(1)), actor, Mention.How.NAME));
            from = name.end();
        }
        text.append(marked.substring(from));
        return new StateOfArticle(text.toString(), new Mentions(mentions), REGISTRY);
    }
}

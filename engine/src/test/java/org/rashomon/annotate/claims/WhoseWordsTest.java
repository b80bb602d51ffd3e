package org.rashomon.annotate.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.pipeline.ArticlePipeline;

/**
 * Whose words are whose where an article is no running text, or where somebody tells what another said. Paragraphs are parted by a slash,
 * claims read as speaker and first words.
 */
class WhoseWordsTest {
    private static final int FIRST_WORDS = 24;
    private static ArticlePipeline learned;

    @BeforeAll
    static void load() {
        learned = ArticlePipeline.learned().orElseThrow();
    }

    @AfterAll
    static void close() {
        learned.close();
    }

    private static Article article(BlockRole first, String paragraphs) {
        String[] parts = paragraphs.split(" / ");
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (int k = 0; k < parts.length; k++) {
            blocks.add(new Block(new Span(start, start + parts[k].length()), k == 0 ? first : BlockRole.BODY));
            start += parts[k].length() + 2;
        }
        return new Article("a", "a.txt", Imprint.NONE, String.join("\n\n", parts), blocks, List.of(), "");
    }

    private static String told(BlockRole first, String paragraphs) {
        Article article = article(first, paragraphs);
        return learned.analyse(article).claims().stream()
                .map(claim -> told(article, claim))
                .collect(Collectors.joining("; "));
    }

    private static String told(Article article, Claim claim) {
        String words = claim.attribution().content().get(0).in(article.text());
        String via = claim.via().isEmpty() ? "" : " via " + String.join(", ", claim.via());
        return claim.speaker().label() + via + ": "
                + words.substring(0, Math.min(FIRST_WORDS, words.length())).strip();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', emptyValue = "", textBlock = """
            Marta Quell, the mayor of Ostrel, talked to this newspaper on Monday. / Q: Why was the bridge closed? / A: Because the army mined it. / Q: Who is right? / A: Come and count them. | Marta Quell: Because the army mined i; Marta Quell: Come and count them.
            The court sat on Monday. / MR TAVEL: When did you arrive at the depot? / MS ORDA: At six the gate was open. / MR TAVEL: Did you see the trucks? / MS ORDA: I saw two of them. | MS ORDA: At six the gate was open; MS ORDA: I saw two of them.
            The following is a transcript of an interview with Foreign Minister Petra Vahl by Jonas Reed. / Interviewer: Has Torvia signed? / Minister: It has not signed. / Interviewer: Is that the end? / Minister: Our delegation is waiting. | Petra Vahl: It has not signed.; Petra Vahl: Our delegation is waitin
            Jelena Marsh has led the relief group for ten years. She talked to Ivo Dane. / Why did you stay in the city? / Somebody had to stay. We opened the kitchen again. / Did the rebels help you? / They took half of our flour. | Jelena Marsh: Somebody had to stay. We; Jelena Marsh: They took half of our fl
            # nobody is asked: questions of the outlet, facts with colons, cities that open reports, two who do not ask
            Ada Brill, the mayor, spoke at the harbour. / What do we know? / Two shells hit the fish hall. / Who fired them? / The harbour was closed. |
            The facts about Kestria follow. / Capital: a city of Selm / Population: four million people / Capital: none in the south |
            The talks were held in two cities. / Moscow: The talks failed on Monday. / Geneva: Envoys packed their bags. / Moscow: A second round is planned. |
            """)
    void turns(String text, String expected) {
        assertThat(told(BlockRole.BODY, text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            14:05 Two shells hit the fish hall, the harbour office says. / The harbour was closed.       | the harbour office: Two shells hit the fish
            9.30am: The army denies that it fired. / The harbour was closed.                             | The army: it fired
            # a number that is no time
            14.05 tonnes of grain were lost, the ministry says. / The harbour was closed.                | the ministry: 14.05 tonnes of grain we
            # a quotation that goes on over paragraphs
            "The water worries us," district chief Ilena Strask said. "The pumps are dark. / "We had fuel until Sunday. / "I ask both armies to let one truck through." / The army said that a convoy had been approved. | Ilena Strask: "The water worries us,"; The army: a convoy had been approv
            # one that does not
            "The water worries us," district chief Ilena Strask said. / The army said: "A convoy has been approved." | Ilena Strask: "The water worries us,"; The army: "A convoy has been appro
            "Did your troops fire on the convoy?" a reporter asked. "No," General Oskar Brandt replied. "They fired on us first." | Oskar Brandt: "No,"
            Reactions came in all day. / "We mourn with the families of Selm." — Prime Minister Joran Kett / The market was closed. | Joran Kett: "We mourn with the famil
            Reactions came in all day. / And from the chairwoman of the council, Ada Brill: / "Our harbour has no soldiers in it." | Ada Brill: "Our harbour has no sold
            """)
    void paragraphs(String text, String expected) {
        assertThat(told(BlockRole.BODY, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', emptyValue = "", textBlock = """
            Army behind market blast - monitor / A bomb went off in Ostrel.                                       | monitor: Army behind market blast
            Nine killed in raid on Selm \u2013 health officials / The market was closed.                          | health officials: Nine killed in raid on S
            Kelmar: rebels shelled hospital; Dorvat Brigade: it was a jet / The hospital was hit.                 | Kelmar: rebels shelled hospital; Dorvat Brigade: it was a jet
            # the outlet's name, what is no source, a topic, questions
            Truce talks fail in Selm - Selm Herald / The market was closed.                                       |
            Five killed in raid - video / The market was closed.                                                  |
            Torvia: talks fail / The market was closed.                                                           |
            Selm: what we know; Ostrel: what we do not / The market was closed.                                   |
            """)
    void headlines(String text, String expected) {
        assertThat(told(BlockRole.HEADLINE, text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "Three opposition parties are saying that the count was stopped," Jean Corran reported from Hartsel.     | Three opposition parties via Jean Corran: the count was stopped
            "The River Board has shown beyond any question that divers cut the chain," Nessa Hallen told the council. | River Board via Nessa Hallen: divers cut the chain
            # what is only supposed, or not said, is nobody else's
            "The army should say that the bridge is gone," Ivo Dale said from Selm.                                  | Ivo Dale: "The army should say tha
            "The army has not said that the bridge is gone," Ivo Dale said from Selm.                                | Ivo Dale: "The army has not said t
            # who is blamed for words has said them; who regrets his own has, too
            The premier criticised General Orde for claiming that the war was lost.                                  | The premier: General Orde for claimin; General Orde: the war was lost
            The army arrested Ivo Dale for claiming that it had fled.                                                | Ivo Dale: it had fled
            The mayor apologised for saying that the dam held.                                                       | The mayor: the dam held
            # who was told, and who was not
            "The lock is broken for good," Zakar Mell, a barge owner, told the Selm Herald.                          | Zakar Mell via Selm Herald: "The lock is broken for
            "The lock is broken for good," Zakar Mell, a barge owner, told the River Council.                        | Zakar Mell: "The lock is broken for
            In an interview with the Selm Herald, mayor Ada Brill said the dam held.                                 | Ada Brill via Selm Herald: the dam held
            # letters behind a name, a surname with van
            The lawyer, Marguerite Sowe KC, said her client was ill. Ms Sowe said it was cold.                       | Marguerite Sowe: her client was ill; Marguerite Sowe: it was cold
            Pieter van der Molen, the mayor, said the dam held. Van der Molen said it would break.                   | Pieter van der Molen: the dam held; Pieter van der Molen: it would break
            # an aside between subject and verb
            The mayor of Selm, being on a visit in the harbour, declared: "We will not give up the pier."            | The mayor of Selm: "We will not give up the
            # lists and pairs
            Dock owners and ferry pilots said rusty chains were the cause.                                           | Dock owners: rusty chains were the ca; ferry pilots: rusty chains were the ca
            The emergency session was demanded by the Highland Assembly, the Dockers' League and the Free Ports Union. | Highland Assembly: The emergency session; Dockers' League: The emergency session; Free Ports Union: The emergency session
            Sales and marketing managers said prices fell.                                                           | Sales and marketing managers: prices fell
            The army says it has withdrawn all but two, which it says have broken down.                              | The army: it has withdrawn all but; The army: which
            """)
    void speechWithinSpeech(String text, String expected) {
        assertThat(told(BlockRole.BODY, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', emptyValue = "", textBlock = """
            Had the minister said that troops were across the river, the banks would have closed.   |
            Imagine the general telling the widows that it was an accident.                         |
            Who would dare to claim that the truce holds? The market was empty.                     |
            The minister had said that troops were across the river.                                | The minister: troops were across the r
            The court denied bail to Viktor Karsk.                                                  |
            Guards denied reporters entry to the camp.                                              |
            Prosecutor Edda Voss said that General Karsk had commanded the unit.                    | Edda Voss: General Karsk had comman
            The army denied shelling the school.                                                    | The army: shelling the school
            The government denied links to the group.                                               | The government: links to the group
            The minister, asked for comment, said the port was open.                                | The minister: the port was open
            The mayor asked for help from the army.                                                 | The mayor: help from the army
            Kole offered no details about which locks Velmora might shut next.                      |
            Port Avel has not yet concluded what kind of mine was used.                             |
            The envoy refrained from blaming the rebels for the raid.                               |
            The envoy blamed the rebels for the raid.                                               | The envoy: the rebels for the raid
            The interior ministry denied shutting the hospitals during the strike which has emptied the shops. | The interior ministry: shutting the hospitals d
            """)
    void whatNobodySaid(String text, String expected) {
        assertThat(told(BlockRole.BODY, text)).isEqualTo(expected == null ? "" : expected);
    }
}

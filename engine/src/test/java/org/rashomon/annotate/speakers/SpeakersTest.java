package org.rashomon.annotate.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.annotate.names.EntityRecogniser;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Speaker;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.testing.HandMade;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

/**
 * Who speaks where the source has no name of its own: pronouns, bodies, offices, documents; and that nobody does where more than
 * one may be meant. Paragraphs are parted by a slash; speakers read as status and label.
 */
class SpeakersTest {
    private static ArticlePipeline rules;
    private static ArticlePipeline learned;

    @BeforeAll
    static void load() {
        rules = ArticlePipeline.rules();
        learned = ArticlePipeline.learned().orElseThrow();
    }

    @AfterAll
    static void close() {
        rules.close();
        learned.close();
    }

    private static List<Claim> claims(ArticlePipeline pipeline, String text) {
        return pipeline.analyse(Texts.article(text.replace(" / ", "\n"), null)).claims();
    }

    /** The speaker of the claim that stands at {@code index}, from behind where it is negative. */
    private static String speaker(ArticlePipeline pipeline, String text, int index) {
        List<Claim> claims = claims(pipeline, text);
        assertThat(claims).as(text).isNotEmpty();
        return told(claims.get(index < 0 ? claims.size() + index : index).speaker());
    }

    private static String told(Speaker speaker) {
        return speaker.status() + " " + speaker.label();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # who spoke, or was told of, just before
            Foreign Minister Ana Lund said that the talks were over. / She said that no day had been set.                             | RESOLVED Ana Lund
            Foreign Minister Ana Lund met the harbour workers in Caul on Monday. / She said that the port would open in the spring.   | RESOLVED Ana Lund
            Mayor Peter Dace came to the pier on Monday, and he said that the port would open in the spring.                          | RESOLVED Peter Dace
            # a paragraph between them
            Peter Dace said that the port was shut. / The crowd went home. / He said that the cranes had been sold.                   | RESOLVED Peter Dace
            # somebody else since
            Peter Dace said that the port was shut. / Robert Lund, the harbour chief, met the crew. / He said that the cranes had been sold. | RESOLVED Robert Lund
            Mayor Peter Dace praised Minister Robert Lund, who said that the crane had been sold. / He said that the port would open. | UNRESOLVED He
            # named within what is said
            Peter Dace said that Robert Lund had sold the cranes. He said that the port would open.                                   | RESOLVED Peter Dace
            # another of the same gender, and of the other
            Mayor Maria Dace said that the port was shut. / He said that the cranes had been sold.                                    | UNRESOLVED He
            Mayor Peter Dace and Robert Lund met in Caul on Monday. / He said that the port would open in the spring.                 | UNRESOLVED He
            Foreign Minister Ana Lund met Mayor Maria Dace in Caul on Monday. / She said that the port would open in the spring.      | UNRESOLVED She
            # what belongs to the office of another
            Mayor Peter Dace, receiving Veldoran Minister Robert Lund, praised the pact. / He said that Veldora's pilots would stay.  | UNRESOLVED He
            Mayor Peter Dace, receiving Veldoran Minister Robert Lund, praised the pact. / He said that the port would open.          | RESOLVED Peter Dace
            Foreign Minister Ana Lund met Mayor Peter Dace in Caul on Monday. / She said that the port would open in the spring.      | RESOLVED Ana Lund
            # whoever is spoken to
            Foreign Minister Peter Dace opened the session with Robert Lund in Caul on Monday. He told Lund that the port would open. | RESOLVED Peter Dace
            Foreign Minister Peter Dace opened the session with Robert Lund in Caul on Monday. He said that the port would open.      | RESOLVED Peter Dace
            # somebody without a name
            A resident said that the port was shut. He said that the cranes had been sold.                                            | UNNAMED A resident
            Mayor Peter Dace met the harbour workers at the pier. He said that the port would open in the spring.                     | RESOLVED Peter Dace
            Mayor Peter Dace met a commander at the pier. He said that the port would open in the spring.                             | UNRESOLVED He
            """)
    void aPersonalPronoun(String text, String speaker) {
        assertThat(speaker(learned, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            The army said it denied the strike.                                                              | UNNAMED The army
            The army said that it denied the strike.                                                         | UNNAMED The army
            The Dockers Union said it rejected the charge that its boats had sunk.                           | RESOLVED Dockers Union
            # no subject of the report, and no body that could be meant
            The army said the ship was lost and it denied the strike.                                        | UNRESOLVED it
            A doctor said it denied the strike.                                                              | UNRESOLVED it
            """)
    void itWithinWhatABodySays(String text, String speaker) {
        assertThat(speaker(rules, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a description without a name
            Reporters met a nurse from Dorvan, who said that the ward had been looted.                 | UNNAMED a nurse from Dorvan
            The crew called a driver (aged 40) from Caul (12km south), who said that the road was cut. | UNNAMED a driver (aged 40) from Caul
            The envoy greeted two fishermen, who said that the nets had been cut.                      | UNNAMED two fishermen
            They met a carpenter who said that the mill had been sold.                                 | UNNAMED a carpenter
            The mayor wrote to residents, who said that the well was dry.                              | UNNAMED residents
            # whoever may be one of two, or whom somebody is of
            Lund met the sister of a nurse, who said that the hall was shut.                           | UNRESOLVED who
            Lund met a nurse and a driver, who said that the hall was shut.                            | UNRESOLVED who
            Lund met the nurse's driver, who said that the hall was shut.                              | UNNAMED the nurse's driver
            # what says nothing: a part of people, what they have on
            The share who said that the hall was shut has grown.                                       | UNRESOLVED who
            The share of Veldorans who said that the hall was shut has grown.                          | UNRESOLVED who
            The film shows two men in grey coats who said that the hall was shut.                      | UNRESOLVED who
            """)
    void aDescriptionBeforeARelativePronoun(String text, String speaker) {
        assertThat(speaker(rules, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            The Dockers Union has released a map. It said that two barns had burned.          | RESOLVED Dockers Union
            The navy closed the strait on Friday. It said that the ferry had sunk.            | UNNAMED The navy
            The army said it had hit a depot. It said that no barn had burned.                | UNNAMED The army
            The ministry published a map. It said that the dam had burst.                     | UNNAMED The ministry
            Port managers in Caul met on Friday. They said that the cranes would be back.     | UNNAMED Port managers in Caul
            Residents of the old town marched on Monday. They said that the well was dry.     | UNNAMED Residents of the old town
            # another of the kind in that sentence
            The Dockers Union met the Rescue Corps in Caul. It said that the dam had burst.   | UNRESOLVED It
            The navy blamed the police on Friday. It said that the ferry had sunk.            | UNRESOLVED It
            Port managers met the dockers on Friday. They said that the cranes would be back. | UNRESOLVED They
            # what is no body, and nobody
            The bridge was mined. It said that the dam had burst.                             | UNRESOLVED It
            Prices rose on Monday. They said that the cranes would be back.                   | UNRESOLVED They
            # another paragraph
            The navy closed the strait on Friday. / It said that the ferry had sunk.          | UNRESOLVED It
            """)
    void whoeverTheSentenceBeforeTellsOf(String text, String speaker) {
        assertThat(speaker(rules, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "The army said it denied the strike.",
                "The Dockers Union said that it rejected the charge that its boats had sunk."
            })
    void whatABodySaysItDeniesIsDenied(String text) {
        assertThat(claims(learned, text).stream().map(Claim::act)).containsExactly(Act.DENY);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            The raid killed ten people, a monitoring group said. The Kestrian Rights Monitor said that it had counted four boats. | RESOLVED Kestrian Rights Monitor
            The raid killed ten people, a watchdog said. The Kestrian Rights Monitor said that it had counted four boats.         | RESOLVED Kestrian Rights Monitor
            # one that does not monitor
            The raid killed ten people, a charity said. The Kestrian Rights Monitor said that it had counted four boats.          | UNNAMED a charity
            The raid killed ten people, a monitoring group said. The Dockers Union said that it had counted four boats.           | UNNAMED a monitoring group
            # two that do, behind it, and one before it
            The raid killed ten people, a monitoring group said. The Kestrian Rights Monitor and the Torvian Relief Watch had counted four boats. | UNNAMED a monitoring group
            # named too late
            The port is open. The sea was calm. The raid killed ten people, a monitoring group said. The wind was high. The crowd went home. The Kestrian Rights Monitor counted four boats. | UNNAMED a monitoring group
            """)
    void aBodyThatIsNamedNext(String text, String speaker) {
        assertThat(speaker(rules, text, 0)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a body of the kind that has just spoken
            The Kestrian Rights Monitor said that ten people had died. The watchdog said that four of them were children.                | RESOLVED Kestrian Rights Monitor
            The Kestrian Rights Monitor said that ten people had died. The Torvian Rights Observatory kept silent. The watchdog said that four had fled. | UNNAMED The watchdog
            # the army of the state just named
            The Torvian army crossed the river on Monday. The army said that it had met no fire.                                          | RESOLVED Torvian Army
            The Torvian government fell on Monday. / The army said that it had met no fire.                                               | UNNAMED The army
            The Torvian army crossed the river, and the Kestrian army fled. The army said that it had met no fire.                        | UNNAMED The army
            The Torvian army crossed the river. The town was empty. The army said that it had met no fire.                                | UNNAMED The army
            # the president near
            President Ana Lund of Kestria flew to Caul on Monday. / The president said that the port would open.                          | RESOLVED Ana Lund
            President Ana Lund of Kestria met President Peter Dace of Torvia in Caul on Monday. / The president said that the port would open. | UNNAMED The president
            President Ana Lund of Kestria flew to Caul on Monday. / The crowd went home. / President Peter Dace of Torvia stayed at sea. / The president said that the port would open. | RESOLVED Peter Dace
            President Ana Lund of Kestria flew to Caul on Monday. / The minister said that the port would open.                           | UNNAMED The minister
            """)
    void aBodyOrOfficeNamedBefore(String text, String speaker) {
        assertThat(speaker(rules, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            The Kestrian Rights Monitor's report said that ten people had died.                                                           | RESOLVED Kestrian Rights Monitor
            A Kestrian Rights Monitor report said that ten people had died.                                                               | RESOLVED Kestrian Rights Monitor
            A statement from the Kestrian Rights Monitor said that ten people had died.                                                   | RESOLVED Kestrian Rights Monitor
            A letter by the Kestrian Rights Monitor to the Relief Watch said that ten people had died.                                    | RESOLVED Kestrian Rights Monitor
            A letter to the Security Council from the Kestrian Rights Monitor said that ten people had died.                              | RESOLVED Kestrian Rights Monitor
            A letter from Caul to the Kestrian Rights Monitor said that ten people had died.                                              | UNRESOLVED A letter from Caul to the Kestrian Rights Monitor
            A letter from Israel to the Kestrian Rights Monitor said that ten people had died.                                            | RESOLVED Israel
            A report from Israel to the Kestrian Rights Monitor said that ten people had died.                                            | UNRESOLVED A report from Israel to the Kestrian Rights Monitor
            # "the statement" of whom the article has told
            The Kestrian Rights Monitor said in a statement that ten people had died. The statement said that four had fled.              | RESOLVED Kestrian Rights Monitor
            The Kestrian Rights Monitor report came out on Monday. / The report said that four had fled.                                  | RESOLVED Kestrian Rights Monitor
            The Kestrian Rights Monitor and the Torvian Relief Watch met on Monday. The statement said that ten people had died.          | UNRESOLVED The statement
            The Kestrian Rights Monitor report and the Torvian Relief Watch report came out on Monday. / The report said that four had fled. | UNRESOLVED The report
            # what a council has before it is not yet its word
            A Security Council resolution called for an end to the raids.                                                                 | UNRESOLVED A Security Council resolution
            The Security Council resolution called for an end to the raids.                                                               | RESOLVED UN Security Council
            A Security Council statement called for an end to the raids.                                                                  | RESOLVED UN Security Council
            """)
    void aDocument(String text, String speaker) {
        assertThat(speaker(rules, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Peter Moscow, a baker, opened the fair in Caul. Moscow said that the bread was gone. | NAMED Peter Moscow
            Peter Dace, a baker, opened the fair in Caul. Moscow said that the bread was gone.   | RESOLVED Russia
            Peter Berlin, a baker, opened the fair in Caul. Moscow said that the bread was gone. | RESOLVED Russia
            """)
    void aCapitalThatIsASurname(String text, String speaker) {
        assertThat(speaker(rules, text, -1)).isEqualTo(speaker);
    }

    /** The source is noted by hand: what a channel is, no cue tells. */
    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            The film that was posted on Telegram and the messaging service Twitter said that ten people had died. | the messaging service Twitter | UNRESOLVED the messaging service Twitter
            A statement released via Twitter said that ten people had died.                                       | Twitter | UNRESOLVED Twitter
            The messaging service Twitter said that ten people had died.                                          | The messaging service Twitter | NAMED Twitter
            In a film that was posted on Telegram, Twitter said that ten people had died.                         | Twitter | NAMED Twitter
            In a film that was posted on Monday Twitter said that ten people had died.                            | Twitter | NAMED Twitter
            """)
    void aChannelDoesNotSpeak(String text, String source, String speaker) {
        Article article = Texts.article(text, null);
        List<Sentence> sentences = new SentenceSplitter().split(article);
        List<Mention> mentions = new EntityRecogniser(Known.NAMES).recognise(article, sentences);
        int at = text.indexOf(source);
        int cue = text.indexOf("said");
        Attribution attribution = new Attribution(
                List.of(new Span(at, at + source.length())),
                List.of(new Span(cue, cue + 4)),
                List.of(new Span(cue + 5, text.length() - 1)),
                Attribution.QuoteType.INDIRECT,
                true,
                0.9);
        SpeakerResolver resolver = new SpeakerResolver(
                article, HandMade.sentences(article), mentions, Known.ACTORS, Known.NAMES, Optional.empty());
        assertThat(told(resolver.resolve(attribution, new Spoken()).speaker())).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            State television on Monday broadcast a call from the Interior Ministry urging residents of the east to leave the town. | NAMED Interior Ministry
            Torvia TV aired a statement by the army saying that the bridge had been mined.                                         | UNNAMED the army
            """)
    void whoseCallIsBroadcast(String text, String speaker) {
        assertThat(speaker(learned, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The council has not called for an end to the raids.                      | The council has called for an end to the raids.
            The council hasn't asked for help from the harbour guard.                | The council has asked for help from the harbour guard.
            The council has not formally asked for help from the harbour guard.      | The council has formally asked for help from the harbour guard.
            The council has never requested help from the harbour guard.             | The council has requested help from the harbour guard.
            """)
    void whatSomebodyDidNotAskForIsNoClaim(String denied, String asked) {
        for (ArticlePipeline pipeline : List.of(rules, learned)) {
            assertThat(claims(pipeline, denied)).as(pipeline.reader()).isEmpty();
            assertThat(speaker(pipeline, asked, 0)).isEqualTo("UNNAMED The council");
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # whoever has the turn
            We meet two guests, Ana Lund in Caul and Peter Dace in Marn. / ANA LUND: The port is open. / PETER DACE: It is not. / ANA LUND: I said in May that the port would stay open. | NAMED Ana Lund
            # two paragraphs are no interview
            ANA LUND: The port is open. / PETER DACE: I said in May that the port would stay open. | UNRESOLVED I
            """)
    void turnsOfAnInterview(String text, String speaker) {
        assertThat(claims(learned, text).stream().map(claim -> told(claim.speaker())))
                .contains(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a state by its leader, its media, and where the apostrophe is lost
            The government of President Bashar al-Assad said that the truce would hold.               | RESOLVED Syria
            The government of President Ana Lund said that the truce would hold.                      | RESOLVED Government of Ana Lund
            Syrian state media said that the truce would hold.                                        | RESOLVED Syrian State Media
            Syrian officials said that the truce would hold.                                          | UNNAMED Syrian officials
            Russias army said that the truce would hold.                                              | RESOLVED Russian Army
            # a small letter before a surname
            The envoy Staffan de Mistura met the crew. / De Mistura said that the port was shut. / Late on Monday de Mistura said that it would open. | NAMED Staffan de Mistura
            # whoever is one of several
            Opposition media groups including Marn Today said that the port was shut.                 | UNNAMED Opposition media groups including Marn Today
            # who is called a government beside its ally
            The deal was brokered by Qatar and government ally Iran. / The government blamed the rebels for the blast.   | UNNAMED The government
            """)
    void aBodyOfAState(String text, String speaker) {
        assertThat(speaker(learned, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Ten people died after shells hit the pier, Reuters reported.                             | NAMED Reuters
            Ten people died after shells hit the pier, according to Reuters.                         | NAMED Reuters
            """)
    void anOutlet(String text, String speaker) {
        assertThat(speaker(learned, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ten deaths were reported by the rescuers after shells hit the pier, Reuters reported.",
                "But Ana Lund says the port has \"no plan for war,\" Reuters writes."
            })
    void anOutletThatOnlyRelaysDoesNotSpeak(String text) {
        assertThat(claims(learned, text).stream().map(claim -> told(claim.speaker())))
                .doesNotContain("NAMED Reuters");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Israel's government issued a statement on the raid. / "The guns fell silent on Monday," the statement said.        | RESOLVED Israel
            """)
    void whoIssuedAStatement(String text, String speaker) {
        assertThat(speaker(learned, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a lead, and the one monitor of the article
            Ten people died in Caul on Monday, a monitor said. / The village lies on the coast. / Its harbour was shut in May. / The Marn Observatory for Human Rights said that shells hit the market. | RESOLVED Marn Observatory for Human Rights
            # its short name
            Ten people died in Caul on Monday, a monitor said. / The village lies on the coast. / The Marn Observatory for Human Rights said that shells hit the market. / The Torvia-based Observatory counted four boats. | RESOLVED Marn Observatory for Human Rights
            # two monitors
            Ten people died in Caul on Monday, a monitor said. / The village lies on the coast. / Its harbour was shut in May. / The Marn Observatory for Human Rights said that shells hit the market. / The Torvian Relief Watch counted four boats. | UNNAMED a monitor
            """)
    void aMonitorOfTheLead(String text, String speaker) {
        assertThat(speaker(rules, text, 0)).isEqualTo(speaker);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what the article spells out counts before what the tables know
            The Saltern National Council met in Caul. / The SNC said that it would not sign.     | NAMED Saltern National Council
            # a misspelling of the known body is no other body
            The Syria National Coalition met in Caul. / The SNC said that it would not sign.     | NAMED Syrian National Coalition
            """)
    void anAcronym(String text, String speaker) {
        assertThat(speaker(learned, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # silence
            The council did not announce new raids on the harbour.             | The council announced new raids on the harbour.
            The council never acknowledges that it was warned.                 | The council acknowledges that it was warned.
            The council stopped short of saying that the harbour was lost.     | The council said that the harbour was lost.
            # what is still to be said
            The council must make clear that the raids are over.               | The council has made clear that the raids are over.
            The council will have to admit that the harbour is lost.           | The council has admitted that the harbour is lost.
            # a question
            The council wondered whether the raids were over.                  | The council said that the raids were over.
            # whether anything was said
            The harbour is lost, whether the council admits it or not.         | The council admits that the harbour is lost.
            # a name, a cost
            A council called Dawn met on Monday near the harbour.              | The council called the raid a crime.
            """)
    void whatNobodySaidIsNoClaim(String none, String said) {
        assertThat(claims(learned, none)).isEmpty();
        assertThat(speaker(learned, said, 0)).isEqualTo("UNNAMED The council");
    }

    @Test
    void aLabelOpensNoTurn() {
        assertThat(claims(learned, "UPDATE: The road to Caul is open. / The sea was calm."))
                .isEmpty();
        assertThat(speaker(learned, "ANA LUND: The road to Caul is open. / The sea was calm.", 0))
                .contains("LUND");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # the person behind the title, not the one served
            Lund spokeswoman Kendra Barkoff said that the vote was near.                                    | NAMED Kendra Barkoff
            # what a body or an outlet is, behind its name
            The Harbour Coordination Committees activist network said that ten people were killed.          | NAMED Harbour Coordination Committees
            # the end of a hyphened word
            The anti-Assad Syrian Observatory for Human Rights said that ten people were killed.            | NAMED Syrian Observatory for Human Rights
            # an outlet by its last word
            The page of The New York Times was down. / On Tuesday the Times said that it was working again. | NAMED The New York Times
            # what is called after a person is no second bearer of the name
            Ana Lund came to power in May. / Papers wrote of the Lund Presidency. / Lund said that she would stay.  | NAMED Ana Lund
            # no monitor has spoken
            The Dockers Union said that the pier was shut. The monitor said that ten people were killed.    | UNNAMED The monitor
            # whoever reports what another thinks of something
            Ana Lund said Torvia welcomed the accord.                                                       | NAMED Ana Lund
            """)
    void whoOfSeveralNames(String text, String speaker) {
        assertThat(speaker(learned, text, -1)).isEqualTo(speaker);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Torvia still at war with Kestria said that it would not be drawn in.
            "The sea was calm," said the Torvia-based group's director Ana Lund.
            """)
    void aNameBesideTheSpeakerIsNeitherSpeakerNorServed(String text) {
        assertThat(claims(learned, text))
                .noneMatch(claim -> told(claim.speaker()).endsWith("Kestria")
                        || "Torvia".equals(claim.speaker().affiliation()));
    }
}

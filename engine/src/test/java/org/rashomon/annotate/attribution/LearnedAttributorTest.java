package org.rashomon.annotate.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.attribution.rules.RuleAttributor;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Readings;
import org.rashomon.testing.HandMade;

/** What is kept of an encoder's spans, on sentences written for the purpose and spans set by hand. */
class LearnedAttributorTest {
    private static Span span(Article article, String words) {
        int at = article.text().indexOf(words);
        assertThat(at).as(words).isNotNegative();
        return new Span(at, at + words.length());
    }

    private static Attribution kept(
            Article article,
            @Nullable String source,
            String cue,
            double confidence,
            List<String> names,
            String... content) {
        List<Span> spans = new ArrayList<>();
        for (String words : content) {
            spans.add(span(article, words));
        }
        Reading.Said said =
                new Reading.Said(source == null ? null : span(article, source), span(article, cue), spans, confidence);
        Reading reading = Readings.of(
                List.of(said),
                names.stream()
                        .map(name -> new Reading.Named(span(article, name), EntityType.PER, 1))
                        .toList());
        Span at = said.cue();
        return new LearnedAttributor(reading, new RuleAttributor())
                .attribute(article, HandMade.sentences(article)).stream()
                        .filter(a -> a.cue().contains(at))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> words(Article article, List<Span> spans) {
        return spans.stream().map(s -> s.in(article.text())).toList();
    }

    @Test
    void theQuotationInAHeadingIsNotJoined() {
        Article article = HandMade.article("""
                "The harbour is shut," Lind said.

                Update at noon: "No ship shall sail"

                The crowd went home.""");
        Attribution kept =
                kept(article, "Lind", "said", 0.9, List.of(), "\"The harbour is shut,\"", "\"No ship shall sail\"");
        assertThat(words(article, kept.content())).containsExactly("\"The harbour is shut,\"");
    }

    @Test
    void aQuotationThatStandsAloneInTheNextParagraphIsKept() {
        Article article = HandMade.article("""
                "The harbour is shut," Lind said.

                "No ship shall sail before the spring."

                The crowd went home.""");
        Attribution kept = kept(
                article,
                "Lind",
                "said",
                0.9,
                List.of(),
                "\"The harbour is shut,\"",
                "\"No ship shall sail before the spring.\"");
        assertThat(kept.content()).hasSize(2);
    }

    /** The encoder's one attribution is source, <em>said</em> and all that follows; each that is kept reads as cue and content. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # the next thing that the same source did
            The guild | that no ferry had sailed, and suggested that a tug had hit the pier  | said: that no ferry had sailed; suggested: that a tug had hit the pier
            The guild | that no ferry had sailed, but warned that a tug might hit the pier   | said: that no ferry had sailed; warned: that a tug might hit the pier
            The guild | that no ferry had sailed, and called on the harbour to open its gate | said: that no ferry had sailed; called on: the harbour to open its gate
            The guild | that no ferry had sailed, accusing the harbour of sinking a tug      | said: that no ferry had sailed; accusing: the harbour of sinking a tug
            # with the comma that closes an apposition
            Its spokesman, Matt Orlo, | that no ferry had sailed, and suggested that a tug had hit the pier | said: that no ferry had sailed; suggested: that a tug had hit the pier
            # what another did, and what no comma parts from the words
            The guild | that no ferry had sailed, and that it had warned the harbour         | said: that no ferry had sailed, and that it had warned the harbour
            The guild | that the envoy had come and warned that a tug might hit the pier     | said: that the envoy had come and warned that a tug might hit the pier
            The guild | that no ferry had sailed, and had no more to say                     | said: that no ferry had sailed, and had no more to say
            """)
    void aContentThatRunsOnIntoTheNextDeedOfItsSourceIsCutThere(String source, String content, String kept) {
        Article article = HandMade.article(source + " said " + content + ".");
        Reading reading = Readings.of(
                List.of(new Reading.Said(
                        span(article, source), span(article, "said"), List.of(span(article, content)), 0.9)),
                List.of());
        assertThat(new LearnedAttributor(reading, new RuleAttributor())
                        .attribute(article, HandMade.sentences(article)).stream()
                                .map(a -> String.join(" ", words(article, a.cue())) + ": "
                                        + String.join(" ", words(article, a.content()))))
                .containsExactly(kept.split("; "));
    }

    @Test
    void aFreeHedgeHasNoSource() {
        Article article = HandMade.article("The guild reportedly sank two ferries in the harbour.");
        Attribution kept = kept(article, "The guild", "reportedly", 0.9, List.of(), "sank two ferries in the harbour");
        assertThat(kept.source()).isEmpty();
    }

    @Test
    void aBracketIsNoSourceWithoutTheNameBeforeIt() {
        Article article = HandMade.article("Bakers Abroad (BA) said that the mill had burned.");
        assertThat(words(
                        article,
                        kept(article, ")", "said", 0.9, List.of("Bakers Abroad"), "that the mill had burned")
                                .source()))
                .containsExactly("Bakers Abroad (BA)");
    }

    @Test
    void anArticleIsNoSource() {
        Article article = HandMade.article("The shells killed an estimated forty sheep.");
        assertThat(kept(article, "an", "estimated", 0.9, List.of(), "forty sheep")
                        .source())
                .isEmpty();
    }

    @Test
    void whomAnAppositionPartsFromTheCueIsNearerThanTheSentenceBefore() {
        Article article = HandMade.article(
                "Two guards played it down for the U.S. Matt Orlo, then the head of the guild, told the crowd that it was safe.");
        assertThat(kept(article, "Two guards", "told", 0.9, List.of("Matt Orlo"), "that it was safe")
                        .source())
                .doesNotContain(span(article, "Two guards"));
    }

    @Test
    void whatTheRulesFindTooIsNotDoubted() {
        Article article = HandMade.article("Amara Lind said that the ferry had sunk.");
        assertThat(kept(article, "Amara Lind", "said", 0.3, List.of(), "that the ferry had sunk")
                        .confidence())
                .isEqualTo(0.5);
        assertThat(kept(article, "Amara Lind", "had", 0.3, List.of(), "sunk").confidence())
                .isEqualTo(0.3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Torvia TV aired a call from the ministry urging the crew to leave.           | the ministry
            Torvia TV aired a statement by Lind urging the crew to leave.                | Lind
            Torvia TV aired a call from the ministry on Monday, urging the crew to leave. | the ministry
            Torvia TV aired a film from the ministry urging the crew to leave.           | the ministry
            Torvia TV aired a song from the ministry urging the crew to leave.           | Torvia TV
            """)
    void whoeverSentACallUrges(String text, String source) {
        Article article = HandMade.article(text);
        Attribution kept = kept(article, "Torvia TV", "urging", 0.9, List.of(), "the crew to leave");
        assertThat(words(article, kept.source())).containsExactly(source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When Lind was seven, boys of the quay caught a cat while demanding that it sing. | Lind | demanding | it sing
            While Lind pressed for talks, the guild sank two ferries.                        | the guild | pressed for | talks
            The guild, though feared as such by Lind, condemned the raid.                     | Lind | condemned | the raid
            Orlo feared men who, before joining the guild, called for a blockade.             | the guild | called for | a blockade
            The letter on which Orlo based his plan to free Lind called for a blockade.        | Lind | called for | a blockade
            The crew signed a pact calling for a blockade.                                     | The crew | calling for | a blockade
            """)
    void aNameOfAnotherClauseDoesNotSpeak(String text, String source, String cue, String content) {
        Article article = HandMade.article(text);
        assertThat(words(
                        article,
                        kept(article, source, cue, 0.9, List.of(), content).source()))
                .doesNotContain(source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lind quoted two women who said the ferry had sunk.            | Lind | said     | the ferry had sunk    | who
            Lind met Orlo after the minister insisted the ferry had sunk. | Lind | insisted | the ferry had sunk    | the minister
            The ferry had sunk, said Sens. Lind of Caul.                  | Sens | said     | The ferry had sunk    | Sens. Lind
            Lind spoke after the storm and said the ferry had sunk.       | Lind | said     | the ferry had sunk    | Lind
            """)
    void theSubjectOfTheCuesOwnClauseSpeaks(String text, String source, String cue, String content, String right) {
        Article article = HandMade.article(text);
        assertThat(words(
                        article,
                        kept(article, source, cue, 0.9, List.of("Lind"), content)
                                .source()))
                .containsExactly(right);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # somebody stands right before the cue, behind the one whom the encoder takes
            The League says local doctors have reported ten deaths.                                 | The League             | have reported | ten deaths | local doctors
            The premier said his head of police, Oda Vell, has admitted that shots were fired.      | The premier            | has admitted  | that shots were fired | his head of police, Oda Vell
            # an apposition without its person
            Oda Vell, head of the Caul Field Office, confirmed that the road is open.               | head of the Caul Field Office, | confirmed | that the road is open | Oda Vell, head of the Caul Field Office
            # two lines
            Two wounded at the gate. (League and agents) The mayors have condemned the raid.        | League and agents) The mayors | have condemned | the raid | The mayors
            Two wounded at the gate. - League    The health board in Caul reported ten deaths.      | League    The health board in Caul | reported | ten deaths | The health board in Caul
            """)
    void theRulesProveAnotherSource(String text, String source, String cue, String content, String right) {
        Article article = HandMade.article(text);
        Attribution kept = kept(
                article,
                source,
                cue,
                0.9,
                List.of("Oda Vell").stream().filter(text::contains).toList(),
                content);
        assertThat(words(article, kept.source())).containsExactly(right);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The council moved on, but Oda Vell, the oldest of them, swore blind that nobody would sign. | The council | swore blind | that nobody would sign
            According to the source Colonel Oda Vell of the Guard will head the room by May.            | the source Colonel Oda Vell of the Guard will head the room | According to | by May
            """)
    void aSourceOfAnotherClauseIsNone(String text, String source, String cue, String content) {
        Article article = HandMade.article(text);
        assertThat(kept(article, source, cue, 0.9, List.of("Oda Vell"), content).source())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # the rest of the sentence, not the one before
            The visit is costly. As the Courier points out, the mayor went there twice. | the Courier | points out | The visit is costly. | the mayor went there twice.
            # its own clause, not the sentence before or behind
            The sea was calm. Ten houses were destroyed the council said.               | the council | said       | The sea was calm. | Ten houses were destroyed
            Ten houses were destroyed the council said. The sea is calm in June.        | the council | said       | The sea is calm in June. | Ten houses were destroyed
            Storms pass over Caul. According to the council ten houses were destroyed.  | the council | According to | Storms pass over Caul. | ten houses were destroyed.
            # the main clause is another's
            Though Vell says that the council fled, other witnesses write of a battle.  | Vell        | says       | that the council fled, other witnesses write of a battle. | that the council fled
            # the author's comment
            Vell says it will take time, and that is too late for the harbour.          | Vell        | says       | it will take time, and that is too late for the harbour. | it will take time
            # the sentences behind, which nobody is said to have said
            It also reported fighting near Caul. The village lies on a hill. It burns.  | It          | also reported | fighting near Caul. The village lies on a hill. It burns. | fighting near Caul.
            """)
    void onlyWhatTheSourceSaid(String text, String source, String cue, String content, String right) {
        Article article = HandMade.article(text);
        assertThat(words(
                        article,
                        kept(article, source, cue, 0.9, List.of(), content).content()))
                .containsExactly(right);
    }

    @Test
    void wordsThatAreOnlyMentionedAreNoAttribution() {
        Article article = HandMade.article("The roads are bad, which is what Vell said about the winter.");
        Reading.Said said = new Reading.Said(
                span(article, "Vell"), span(article, "said"), List.of(span(article, "The roads are bad")), 0.9);
        assertThat(new LearnedAttributor(Readings.of(List.of(said), List.of()), new RuleAttributor())
                        .attribute(article, HandMade.sentences(article)))
                .noneMatch(a -> a.source().contains(span(article, "Vell"))
                        && a.content().contains(span(article, "The roads are bad")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The agency TVA quoted an unnamed Torvian officer on Monday as saying that no jet had flown.  | The agency TVA | saying    | that no jet had flown | an unnamed Torvian officer
            The agency TVA quoted Oda Vell as saying that no jet had flown.                             | The agency TVA | as saying | that no jet had flown | Oda Vell
            The site reported an informed source as saying that no jet had flown.                       | The site       | saying    | that no jet had flown | an informed source
            Also, the agency TVA cited a police chief, late on Friday, as telling reporters that no jet had flown. | the agency TVA | telling | that no jet had flown | a police chief
            """)
    void whoIsQuotedSpeaks(String text, String source, String cue, String content, String right) {
        Article article = HandMade.article(text);
        assertThat(words(
                        article,
                        kept(article, source, cue, 0.9, List.of(), content).source()))
                .containsExactly(right);
    }
}

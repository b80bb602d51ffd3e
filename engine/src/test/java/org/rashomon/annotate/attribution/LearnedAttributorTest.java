package org.rashomon.annotate.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            aired a call from the ministry urging | urging by the ministry
            aired a song from the ministry urging | aired a song from the ministry urging by Torvia TV
            """)
    void whoeverSentACallUrgesThoughTheCueHoldsTheCall(String cue, String right) {
        Article article = HandMade.article("Torvia TV " + cue + " the crew to leave.");
        Reading.Said said = new Reading.Said(
                span(article, "Torvia TV"), span(article, cue), List.of(span(article, "the crew to leave")), 0.9);
        assertThat(new LearnedAttributor(Readings.of(List.of(said), List.of()), new RuleAttributor())
                        .attribute(article, HandMade.sentences(article)).stream()
                                .filter(a -> a.content().equals(said.content()))
                                .map(a -> String.join("", words(article, a.cue())) + " by "
                                        + String.join("", words(article, a.source()))))
                .contains(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When Lind was seven, boys of the quay caught a cat while demanding that it sing. | Lind | demanding | it sing
            While Lind pressed for talks, the guild sank two ferries.                        | the guild | pressed for | talks
            The guild, though feared as such by Lind, condemned the raid.                     | Lind | condemned | the raid
            Orlo feared men who, before joining the guild, called for a blockade.             | the guild | called for | a blockade
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
            # its own clause, not the sentence before or behind
            The sea was calm. Ten houses were destroyed the council said.               | the council | said       | The sea was calm. | Ten houses were destroyed
            Ten houses were destroyed the council said. The sea is calm in June.        | the council | said       | The sea is calm in June. | Ten houses were destroyed
            Storms pass over Caul. According to the council ten houses were destroyed.  | the council | According to | Storms pass over Caul. | ten houses were destroyed.
            """)
    void onlyWhatTheSourceSaid(String text, String source, String cue, String content, String right) {
        Article article = HandMade.article(text);
        assertThat(words(
                        article,
                        kept(article, source, cue, 0.9, List.of(), content).content()))
                .containsExactly(right);
    }

    /** The encoder now and then ties the next speaker's words, which stand right behind the cue, to the speaker before. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Two bridges are down, the council said. A hundred crews left, the guild claimed.  | Two bridges are down | A hundred crews left      | Two bridges are down
            The dam is cracked, the council said. It will hold, the minister insisted.        | The dam is cracked   | It will hold              | The dam is cracked
            "The dam is cracked," the council said. "It will hold until June."                | "The dam is cracked," | "It will hold until June." | "The dam is cracked,"; "It will hold until June."
            The council said on Monday. It will hold until June, with luck.                   | It will hold until June | with luck              | It will hold until June
            The dam, the council said, is cracked.                                            | The dam              | is cracked                | The dam; is cracked
            """)
    void whatStandsInTheNextSentenceIsAnothers(String text, String first, String second, String kept) {
        Article article = HandMade.article(text);
        assertThat(String.join(
                        "; ",
                        words(
                                article,
                                kept(
                                                article,
                                                text.contains("The council") ? "The council" : "the council",
                                                "said",
                                                0.9,
                                                List.of(),
                                                first,
                                                second)
                                        .content())))
                .isEqualTo(kept);
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

    @Test
    void everyProofAndAdditionHasANameOfItsOwn() {
        assertThat(LearnedAttributor.names())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    private static String source(
            Article article, Reading.Said said, List<String> names, Set<String> without, Trail trail) {
        Reading reading = Readings.of(
                List.of(said),
                names.stream()
                        .map(name -> new Reading.Named(
                                span(article, name), name.equals("Caul") ? EntityType.LOC : EntityType.PER, 1))
                        .toList());
        return new LearnedAttributor(reading, new RuleAttributor(), without, trail)
                .attribute(article, HandMade.sentences(article)).stream()
                        .filter(a -> a.cue().get(0).overlaps(said.cue()))
                        .map(a -> String.join(" ", words(article, a.source())))
                        .findFirst()
                        .orElse("");
    }

    /** Each proof decides where it is on, leaves the encoder's source where it is off, and passes what is next to it. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            one-line            | Two wounded at the gate. - League    The mayors reported ten deaths. | League    The mayors | reported | ten deaths | The mayors
            one-line            | The mayors reported ten deaths.                                     | The mayors | reported | ten deaths | The mayors
            subject-of-cue      | Lind quoted two women who feared the ferry had sunk.                | Lind | feared | the ferry had sunk | who
            subject-of-cue      | Lind met Orlo after the minister insisted the ferry had sunk.       | Lind | insisted | the ferry had sunk | the minister
            subject-of-cue      | Lind will not let the town fall to the guards and promised a storm. | Lind | promised | a storm | Lind
            same-sentence       | Lind left. The road was declared shut.                              | Lind | was declared | shut | -
            governed            | Torvia still at war with Lind said nobody would go.                 | Lind | said | nobody would go | -
            governed            | Torvia still at odds, Lind said nobody would go.                    | Lind | said | nobody would go | Lind
            no-draft            | The crew signed a pact calling for a blockade.                      | The crew | calling for | a blockade | -
            no-draft            | The crew signed a book calling for a blockade.                      | The crew | calling for | a blockade | The crew
            own-participle      | The guild sank a ferry despite Caul warning of a raid.              | The guild | warning of | a raid | -
            own-participle      | The guild sank a ferry near Caul warning of a raid.                 | The guild | warning of | a raid | The guild
            not-addressed       | Lind told the Council blaming Torvia for the raid.                   | the Council | blaming | Torvia for the raid | Lind
            not-addressed       | Lind met the crew blaming Torvia for the raid.                      | the crew | blaming | Torvia for the raid | the crew
            not-addressed       | The ministry sent a letter to the Council accusing Torvia of a raid. | the Council | accusing | Torvia of a raid | The ministry
            not-addressed       | The ministry had a letter of the Council accusing Torvia of a raid.  | the Council | accusing | Torvia of a raid | the Council
            not-addressed       | Lind complained to the mayor and the Council demanding a vote.       | the Council | demanding | a vote | Lind
            not-addressed       | After telling a guard that he would run, Lind left.                  | a guard | telling | that he would run | -
            not-addressed       | "Mind the ice", warned a guard that Lind knew.                       | a guard | warned | Mind the ice | a guard
            not-addressed       | In a letter to the mayor Lind said that nobody would go.            | the mayor Lind | said | that nobody would go | -
            not-addressed       | In a letter to Caul Lind said that nobody would go.                 | Caul Lind | said | that nobody would go | Lind
            not-addressed       | In a letter the mayor Lind said that nobody would go.               | the mayor Lind | said | that nobody would go | the mayor Lind
            not-told            | The Council was told that the ferry had sunk.                        | The Council | was told | that the ferry had sunk | -
            not-told            | The Council was told by Lind that the ferry had sunk.                | The Council | was told | that the ferry had sunk | Lind
            not-told            | Lind is alleged to have sunk the ferry.                             | Lind | is alleged | to have sunk the ferry | -
            not-told            | Lind has alleged that the ferry had sunk.                           | Lind | has alleged | that the ferry had sunk | Lind
            not-told            | The Council has told Lind that the ferry had sunk.                   | The Council | has told | that the ferry had sunk | The Council
            sender              | Torvia TV aired a call from the ministry urging the crew to leave.   | Torvia TV | urging | the crew to leave | the ministry
            """)
    void aProofDecidesWhereItIsOn(String proof, String text, String source, String cue, String content, String right) {
        Article article = HandMade.article(text);
        Reading.Said said =
                new Reading.Said(span(article, source), span(article, cue), List.of(span(article, content)), 0.9);
        List<String> names =
                List.of("Caul", "Lind").stream().filter(text::contains).toList();
        Trail trail = new Trail();

        assertThat(source(article, said, names, Set.of(), trail)).isEqualTo(right == null ? "" : right);

        Set<String> others = new HashSet<>(LearnedAttributor.names());
        assertThat(source(article, said, names, others, Trail.NONE)).isEqualTo(source);
        others.remove(proof);
        assertThat(source(article, said, names, others, Trail.NONE)).isEqualTo(right == null ? "" : right);
        List<Trail.Decision> decided = trail.of(new Attribution(
                        List.of(), List.of(said.cue()), said.content(), Attribution.QuoteType.INDIRECT, true, 1))
                .orElseThrow()
                .decided();
        assertThat(decided.stream()
                        .map(Trail.Decision::proof)
                        .filter(proof::equals)
                        .count())
                .isEqualTo(source.equals(right) ? 0 : 1);
    }

    /** What the rules add where the encoder finds nothing, or only an outer attribution; and what is not added. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # addition | text | content that was learned of the source Lind and the cue noted, if any
            within-that      | Lind noted officials said that the ferry had sunk.            | officials said that the ferry had sunk
            within-that      | Lind noted Orlo has told diplomats that he had sunk the ferry. | Orlo has told diplomats that he had sunk the ferry
            within-quotation | Lind noted it called the raid "a clear threat to all".         | it called the raid "a clear threat to all"
            within-charge    | Lind noted officials had denied responsibility for the raid.  | officials had denied responsibility for the raid
            -                | Lind noted it had offered a ferry to the harbour.             | it had offered a ferry to the harbour
            apart-content-first | The ferry had sunk, officials said.                        | -
            apart-clause     | Officials said the ferry had sunk.                            | -
            apart-phrase     | Officials condemned the raid.                                 | -
            -                | The euro crisis highlighted the raid.                         | -
            """)
    void theRulesAddWhatSomebodyIsKnownToVoice(String addition, String text, String content) {
        Article article = HandMade.article(text);
        List<Reading.Said> learned = content == null
                ? List.of()
                : List.of(new Reading.Said(
                        span(article, "Lind"), span(article, "noted"), List.of(span(article, content)), 0.9));
        Reading reading = Readings.of(learned, List.of());
        Trail trail = new Trail();
        List<Attribution> with = new LearnedAttributor(reading, new RuleAttributor(), Set.of(), trail)
                .attribute(article, HandMade.sentences(article));
        List<Attribution> added = with.stream()
                .filter(a -> !words(article, a.cue()).contains("noted"))
                .toList();

        assertThat(added.stream().map(a -> trail.of(a).orElseThrow().addition()))
                .containsExactlyElementsOf(addition == null ? List.of() : List.of(addition));
        if (addition != null) {
            assertThat(new LearnedAttributor(reading, new RuleAttributor(), Set.of(addition), Trail.NONE)
                            .attribute(article, HandMade.sentences(article)))
                    .hasSize(with.size() - 1);
        }
    }
}

package org.rashomon.annotate.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.annotate.attribution.rules.RuleAttributor;
import org.rashomon.annotate.names.EntityRecogniser;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.testing.HandMade;
import org.rashomon.testing.Known;
import org.rashomon.text.SentenceSplitter;

/** Who says what, in which words, of whom: attributions and the claims made of them, on sentences written for the purpose. */
class ClaimsTest {
    private static final RuleAttributor ATTRIBUTOR = new RuleAttributor();
    private static final EntityRecogniser RECOGNISER = new EntityRecogniser(Known.NAMES);
    private static final ClaimMaker MAKER = new ClaimMaker(Known.NAMES);

    private static Article article(String... paragraphs) {
        String text = String.join("\n\n", paragraphs);
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String paragraph : paragraphs) {
            blocks.add(new Block(new Span(start, start + paragraph.length()), BlockRole.BODY));
            start += paragraph.length() + 2;
        }
        return new Article("a", "a.txt", Imprint.NONE, text, blocks, List.of(), "");
    }

    private static List<Claim> claims(Article article) {
        return claims(article, ClaimMaker.Reasons.NONE);
    }

    private static List<Claim> claims(Article article, ClaimMaker.Reasons reasons) {
        List<Sentence> sentences = new SentenceSplitter().split(article);
        return MAKER.claim(
                article,
                HandMade.sentences(article),
                RECOGNISER.recognise(article, sentences),
                List.of(),
                ATTRIBUTOR.attribute(article, HandMade.sentences(article)),
                Optional.empty(),
                reasons);
    }

    @ParameterizedTest(name = "{1}, {2}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # sentence | what gave the act | what told the speaker
            Russia said that Turkey had violated the truce.         | words \u201cviolated the truce\u201d | name
            Russia accused Turkey of a raid.                        | cue | name
            A woman near the port said the bridge was old.          | cue | description
            "If it was planned, it is a crime," the envoy said.     | words \u201cis a crime\u201d | description
            "The bridge was old," he said.                          | cue | pronoun
            """)
    void whatDecidedIsToldByName(String text, String act, String speaker) {
        Article article = article(text);
        List<String> told = new ArrayList<>();
        claims(article, (id, byAct, bySpeaker) -> told.add(byAct + " | " + bySpeaker));
        assertThat(told).containsExactly(act + " | " + speaker);
    }

    private static String words(Article article, List<Span> spans) {
        return spans.stream().map(s -> s.in(article.text())).collect(Collectors.joining(" \u2026 "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The harbour master said that the ferry had sunk.                     | The harbour master          | said         | that the ferry had sunk
            The harbour master said on Tuesday that the ferry had sunk.          | The harbour master          | said         | that the ferry had sunk
            "The ferry has sunk," said the harbour master.                       | the harbour master          | said         | "The ferry has sunk,"
            The ferry had sunk, according to the harbour master.                 | the harbour master          | according to | The ferry had sunk
            According to the harbour master, the ferry had sunk.                 | the harbour master          | According to | the ferry had sunk
            "The ferry," the harbour master said, "has sunk."                    | the harbour master          | said         | "The ferry," … "has sunk."
            The harbour master told reporters that the ferry had sunk.           | The harbour master          | told         | that the ferry had sunk
            The mayor threatened to close the port unless the fees were paid.    | The mayor                   | threatened   | to close the port unless the fees were paid
            Two waiters, who asked for more time, said the kitchen was closed.   | Two waiters, who asked for more time | said | the kitchen was closed
            The raid was described by the mayor as a mistake.                    | the mayor                   | was described by | The raid … as a mistake
            "The bridge is sand," UN envoy Amara Lind told reporters in Ost. "It shakes." | UN envoy Amara Lind | told | "The bridge is sand," … "It shakes."
            “The guild”, said Yusan Merl, the mayor’s spokesman, “has broken its promise.” | Yusan Merl, the mayor’s spokesman | said | “The guild” … “has broken its promise.”
            The mayor said, citing the harbour master, that the ferry had sunk.  | The mayor                   | said         | that the ferry had sunk
            The master replied, Lind said, that the ferry had sunk.              | The master                  | replied      | that the ferry had sunk
            The toll rose to 22 on Monday, according to the harbour master.      | the harbour master          | according to | The toll rose to 22 on Monday
            The group, which counts only those whom it can name, put it at 35.   | The group, which counts only those whom it can name | put | it at 35
            The mayor has offered to hand over the keys.                         | The mayor                   | has offered  | to hand over the keys
            The mayor told parliament the ferry would sail.                      | The mayor                   | told         | the ferry would sail
            The crew said the raid "bears every mark of a hired gang".           | The crew                    | said         | the raid "bears every mark of a hired gang"
            The shelling killed four sailors in the old harbour the nurse said.  | the nurse                   | said         | The shelling killed four sailors in the old harbour
            The army took the village on Monday a military source said.          | a military source           | said         | The army took the village on Monday
            "The ferry burned and the crew fled the sources said.                | the sources                 | said         | "The ferry burned and the crew fled
            "It was no lack of news," Ana Beck, a captain, told the Gazette.     | Ana Beck, a captain         | told         | "It was no lack of news,"
            (Photo Agency) Local medics said the roof fell.                      | Local medics                | said         | the roof fell
            The crew rejected the mayor's charge that it had slept, and said that the mayor had drunk. | the mayor | charge | that it had slept
            """)
    void constructions(String text, String source, String cue, String content) {
        Article article = article(text);
        List<Attribution> found = ATTRIBUTOR.attribute(article, HandMade.sentences(article));
        assertThat(found)
                .extracting(a -> words(article, a.source()) + " | " + words(article, a.cue()) + " | "
                        + words(article, a.content()))
                .contains(source + " | " + cue + " | " + content);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Russia said that Turkey had violated the truce.                                   | ACCUSE
            The army said that its aircraft had carried out no strikes on the town.           | DENY
            The minister denied that the army had shelled the bridge.                         | DENY
            The minister urged Turkey to open the border.                                     | DEMAND
            The minister said the rebels must leave the city.                                 | DEMAND
            The general warned that the army would respond forcefully if the shelling went on. | THREATEN
            The minister pledged to rebuild the bridge.                                       | PROMISE
            The minister announced the closure of the port.                                   | ANNOUNCE
            The minister condemned the shelling of the bridge.                                | APPRAISE
            The minister said that the bridge was old.                                        | ASSERT
            The group said that its own fighters had attacked the checkpoint.                 | ADMIT
            The army said that the reports were \u201cfalse\u201d.                                   | DENY
            The army said it hadn\u2019t bombed the bridge.                                           | DENY
            The army said it had bombed the bridge.                                               | ASSERT
            The rebels said the army \u201ccarried out\u201d an attack on the bridge.                 | ACCUSE
            "Not one sortie was made," the spokesman said.                                    | DENY
            "I gave no such order," the general said.                                         | DENY
            The mayor called that "a lie with a seal on it".                                  | DENY
            The army said the school had been used as an ammunition depot.                    | ACCUSE
            The rebels said the jet that fired was Russian.                                   | ACCUSE
            The minister told parliament the army would respond to any attack on its posts.   | THREATEN
            "If it was planned, it is a crime," the envoy said.                               | APPRAISE
            The envoy said she had seen nothing to support the claim that the rebels had shelled the bridge. | ASSERT
            """)
    void acts(String text, Act act) {
        assertThat(claims(article(text))).extracting(Claim::act).contains(act);
    }

    @Test
    void aNameThatHeadsTheSourceIsNamed() {
        Claim claim = claims(article("Kremlin spokesman Dmitry Peskov said that the talks were over."))
                .get(0);
        assertThat(claim.speaker().status()).isEqualTo(SpeakerStatus.NAMED);
        assertThat(claim.speaker().label()).isEqualTo("Dmitry Peskov");
    }

    @Test
    void aCapitalThatSpeaksIsItsGovernment() {
        Claim claim = claims(article("Moscow warned that the talks were over.")).get(0);
        assertThat(claim.speaker().status()).isEqualTo(SpeakerStatus.RESOLVED);
        assertThat(claim.speaker().label()).isEqualTo("Russia");
    }

    @Test
    void aDescriptionStaysUnnamedWhateverNamesItHolds() {
        for (String source : List.of("An unnamed Syrian officer", "A spokesman for Putin", "Western officials")) {
            Claim claim =
                    claims(article(source + " said that the report was late.")).get(0);
            assertThat(claim.speaker().status()).as(source).isEqualTo(SpeakerStatus.UNNAMED);
            assertThat(claim.speaker().label()).isEqualTo(source);
        }
    }

    @Test
    void aPronounIsResolvedWithOneSpeakerNear() {
        List<Claim> claims = claims(article(
                "Dmitry Peskov said that the talks were over.", "He said that no date for new talks had been set."));
        assertThat(claims.get(1).speaker().status()).isEqualTo(SpeakerStatus.RESOLVED);
        assertThat(claims.get(1).speaker().label()).isEqualTo("Dmitry Peskov");
    }

    @Test
    void aPronounStaysUnresolvedWithTwoSpeakersNearOrNone() {
        List<Claim> two = claims(article(
                "Dmitry Peskov said that the talks were over, but John Kerry said that they went on.",
                "He said that no date for new talks had been set."));
        assertThat(two.get(two.size() - 1).speaker().status()).isEqualTo(SpeakerStatus.UNRESOLVED);
        List<Claim> none = claims(article("He said that no date for new talks had been set."));
        assertThat(none.get(0).speaker().status()).isEqualTo(SpeakerStatus.UNRESOLVED);
    }

    @Test
    void anOutletThatQuotesSomebodyIsOnlyTheWayThere() {
        List<Claim> claims = claims(article("SANA quoted an unnamed officer as saying that the report was untrue."));
        assertThat(claims).hasSize(1);
        assertThat(claims.get(0).speaker().label()).isEqualTo("an unnamed officer");
        assertThat(claims.get(0).via()).containsExactly("SANA");
    }

    @Test
    void theOneWhoDeniesForItselfIsTheTargetOfItsDenial() {
        Claim claim = claims(article("Russia said that its aircraft had carried out no strikes on the town."))
                .get(0);
        assertThat(claim.targets()).extracting(a -> a.id()).containsExactly("gov:RU");
    }

    @Test
    void theTargetOfAThreatIsTheOneWhoseConductItDependsOn() {
        Claim claim = claims(article("The rebels vowed that Turkey would pay a price if Russia bombed the town again."))
                .get(0);
        assertThat(claim.targets()).extracting(a -> a.id()).isSubsetOf("gov:RU");
        Claim threat = claims(article("Turkey threatened to close the border if Russia bombed the town again."))
                .get(0);
        assertThat(threat.targets()).extracting(a -> a.id()).containsExactly("gov:RU");
    }

    @Test
    void whoeverIsAccusedBesideAnotherIsATargetToo() {
        for (String accused : List.of("Russia and the Syrian regime", "the Syrian regime and Russia")) {
            Claim claim = claims(article("The envoy accused " + accused + " of bombing the market."))
                    .get(0);
            assertThat(claim.targets())
                    .extracting(a -> a.id())
                    .as(accused)
                    .containsExactlyInAnyOrder("gov:RU", "gov:SY");
        }
    }

    @Test
    void whoeverIsMerelyNamedInAJudgementIsNoTarget() {
        Claim claim = claims(article("The envoy said he was outraged by the strike on Turkey."))
                .get(0);
        assertThat(claim.act()).isEqualTo(Act.APPRAISE);
        assertThat(claim.targets()).isEmpty();
    }

    @Test
    void aQuotationOverParagraphsIsOneClaim() {
        for (String mark : List.of("\u2018", "\u201c")) {
            String close = mark.equals("\u2018") ? "\u2019" : "\u201d";
            List<Claim> claims = claims(article(
                    mark + "I say this to the mayor. You signed.",
                    mark + "You gave your word.",
                    mark + "The ferry will not sail," + close + " Amara Lind said."));
            assertThat(claims).hasSize(1);
            assertThat(claims.get(0).attribution().content()).hasSize(3);
        }
    }

    @Test
    void whoClaimsLivesClaimsNothingInWords() {
        assertThat(claims(article("The raid claimed the lives of ten people."))).isEmpty();
    }

    @Test
    void aNameThatOnlyModifiesSomebodyDoesNotSpeak() {
        for (String source : List.of(
                "An al-Assad loyalist",
                "Obama administration officials",
                "The head of the Syrian Observatory for Human Rights")) {
            Claim claim = claims(article(source + " said that the roof fell.")).get(0);
            assertThat(claim.speaker().status()).as(source).isEqualTo(SpeakerStatus.UNNAMED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            The envoy told Russia that the bridge was shut.                 | Russia
            The envoy warned Russia that the bridge was mined.              | Russia
            The envoy said that Russia had been told of the bridge.         | -
            The envoy told us of Russia that its bridge was open.           | -
            """)
    void whomSomebodyTellsIsSpokenTo(String text, @Nullable String addressee) {
        assertThat(claims(article(text)).get(0).addressee()).isEqualTo(addressee);
    }

    @Test
    void silenceAndRefusalToSpeakAreNoClaims() {
        assertThat(claims(article("The ministry declined to comment on the report.")))
                .isEmpty();
        assertThat(claims(article("A commander did not deny that fighters had slept there.")))
                .isEmpty();
    }

    @Test
    void aMissingMarkDoesNotSwallowThePage() {
        Article article = article(
                "\"The roof fell in, the nurse said.", "The mayor said that help was near.", "The market was open.");
        assertThat(claims(article))
                .allSatisfy(
                        claim -> assertThat(claim.extent().in(article.text())).doesNotContain("\n"));
        assertThat(claims(article))
                .anySatisfy(claim -> assertThat(claim.speaker().label()).isEqualTo("The mayor"));
    }

    @ParameterizedTest
    @CsvSource({
        "The ministry's claim",
        "He said",
        "According to",
        "Russia's warning",
        "The mayor told",
        "It is said",
        "X:",
        "says"
    })
    void aBlockThatEndsInsideAConstructionIsReadAllTheSame(String text) {
        assertThat(claims(article(text))).isEmpty();
    }

    @Test
    void whomTheArticleCallsAFormerMinisterIsNotTheMinister() {
        Article article = article(
                "Former harbour minister Lina Doss came to the meeting in Caul.",
                "The harbour minister said that the port was closed.");
        assertThat(claims(article))
                .singleElement()
                .satisfies(claim -> assertThat(claim.speaker().actor()).isNull());
    }

    @Test
    void spansAreTrimmedAndInsideTheArticle() {
        Article article = article(
                "\u201cWe \ud83d\udca5 saw nothing,\u201d said M\u0303ira. \u201cNothing.\u201d",
                "\u0642\u0627\u0644 said the man.");
        for (Claim claim : claims(article)) {
            for (Span span : claim.attribution().content()) {
                String words = span.in(article.text());
                assertThat(words).isEqualTo(words.strip()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister has not said whether the bridge was mined.",
                "The minister would neither confirm nor deny that the bridge was mined.",
                "The minister wouldn't say if the bridge was mined.",
                "The minister did not specify how the bridge was mined.",
                "The minister has declined to specify how the bridge was mined.",
                "No group claimed responsibility for the blast.",
                "No minister of either town said that the bridge was mined.",
                "The minister never claimed that the bridge was mined.",
                "The minister has not accused the guild of mining the bridge.",
                "The minister is not accusing the guild of mining the bridge.",
                "The minister has not yet confirmed that the bridge was mined.",
                "The minister has yet to say that the bridge was mined.",
                "The minister has not told the guild that the bridge was mined.",
                "The minister stops short of saying that the bridge was mined.",
                "The minister failed to warn that the bridge was mined.",
                "The minister declined to release the name of the guild.",
                "The minister declined for a second day to comment on the bridge.",
                "The minister did not use the word \"mine\".",
                "If the minister were honest he would say that the bridge was mined.",
                "If the minister says that the bridge was mined, the talks are over.",
                "The blast suggested that the bridge was mined.",
                "The doctor asked not to be named.",
                "Sailors at the gate said nothing.",
                "The ministry said no more.",
                "The ministry said little about the bridge.",
                "The guild has said nothing more on the mines.",
                "The council will ask that donors give more."
            })
    void whatNobodySaidIsNoClaim(String text) {
        assertThat(claims(article(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister claimed that the bridge was mined.",
                "The minister said he had yet to see the bridge.",
                "The minister is now accusing the guild of mining the bridge.",
                "The minister would say that the bridge was mined.",
                "The minister said nothing had been mined.",
                "The minister said little rain had fallen.",
                "The minister said \"nothing\".",
                "The council demanded that donors give more."
            })
    void whatSomebodySaidIs(String text) {
        assertThat(claims(article(text))).hasSize(1);
    }

    @Test
    void whatASilentOneIsSaidNotToSayIsTheSayersClaim() {
        assertThat(claims(article("The guild would not rule out a strike, the envoy said.")))
                .singleElement()
                .satisfies(claim -> assertThat(claim.speaker().label()).isEqualTo("the envoy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ministry said it was ready to talk but gave no sign that the shelling would end. | it was ready to talk
            The ministry said the bridge had burned, without giving details.                    | the bridge had burned
            The ministry said the bridge was mined but had not burned.                          | the bridge was mined but had not burned
            The ministry said "we talk but gave no sign" on Monday.                             | "we talk but gave no sign" on Monday
            """)
    void whatTheOutletSaysWasLeftOutIsNotSaid(String text, String content) {
        Article article = article(text);
        assertThat(claims(article))
                .anySatisfy(
                        claim -> assertThat(words(article, claim.attribution().content()))
                                .isEqualTo(content));
    }

    /** Claims of an attribution whose parts are set by hand. */
    private static List<Claim> claims(Article article, String source, String cue, String... content) {
        List<Span> spans = new ArrayList<>();
        for (String words : content) {
            spans.add(span(article, words));
        }
        List<Sentence> sentences = new SentenceSplitter().split(article);
        return MAKER.claim(
                article,
                HandMade.sentences(article),
                RECOGNISER.recognise(article, sentences),
                List.of(),
                List.of(new Attribution(
                        List.of(span(article, source)),
                        List.of(span(article, cue)),
                        spans,
                        Attribution.QuoteType.INDIRECT,
                        true,
                        0.9)),
                Optional.empty(),
                ClaimMaker.Reasons.NONE);
    }

    private static Span span(Article article, String words) {
        int at = article.text().indexOf(words);
        return new Span(at, at + words.length());
    }

    @Test
    void theOccasionBeforeTheSourceIsTheOutlets() {
        Article article = article("In an effort to calm the crowd, the mayor said the bridge had held.");
        assertThat(claims(article, "the mayor", "said", "In an effort to calm the crowd", "the bridge had held"))
                .singleElement()
                .satisfies(
                        claim -> assertThat(words(article, claim.attribution().content()))
                                .isEqualTo("the bridge had held"));
        Article parted = article("In the lower town, the mayor said, forty houses burned.");
        assertThat(claims(parted, "the mayor", "said", "In the lower town", "forty houses burned"))
                .singleElement()
                .satisfies(claim -> assertThat(claim.attribution().content()).hasSize(2));
    }

    @Test
    void twoPersonsWithTitlesAreTwoSources() {
        Article article = article(
                "Russian President Vladimir Putin and Turkish counterpart Recep Tayyip Erdogan agreed to meet.");
        assertThat(claims(article))
                .extracting(c -> c.speaker().label())
                .containsExactly("Vladimir Putin", "Recep Tayyip Erdogan");
        assertThat(claims(article("A lawyer for Vladimir Putin and Recep Tayyip Erdogan agreed to meet.")))
                .hasSizeLessThan(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The envoy said at least forty Russian soldiers had been killed near the bridge.       | ACCUSE |
            The envoy urged Russia to leave the bridge.                                          | DEMAND | gov:RU
            The envoy urged the council to do more to stop Russia.                               | DEMAND |
            The envoy urged all to press Russia to leave the bridge.                             | DEMAND |
            The envoy condemned the shelling of Turkey.                                          | APPRAISE |
            The envoy condemned Russia for the shelling.                                         | APPRAISE | gov:RU
            The envoy denied that the bridge had been sold to Turkey.                            | DENY |
            The envoy denied that Russia had sold the bridge.                                    | DENY | gov:RU
            The envoy denied reports that Russia had sold the bridge.                            | DENY | gov:RU
            The envoy said the explosion in northern Turkey killed forty sailors.                 | ACCUSE |
            The envoy urged a joint US-Russia cell to leave the bridge.                          | DEMAND |
            """)
    void onlyWhomTheWordsAimAtIsATarget(String text, Act act, @Nullable String target) {
        assertThat(claims(article(text)))
                .filteredOn(claim -> claim.act() == act)
                .flatExtracting(Claim::targets)
                .extracting(actor -> actor.id())
                .containsExactlyElementsOf(target == null ? List.of() : List.of(target));
    }

    @ParameterizedTest
    @CsvSource({"CNN (Web News), false", "CNN, false", "Harbour Gazette, true"})
    void theArticlesOwnOutletIsNoWayThere(String outlet, boolean named) {
        Article article = article("Amara Lind told CNN that the ferry had sunk.");
        Article printed = new Article(
                "a",
                "a.txt",
                Imprint.builder().outlet(outlet, Imprint.Origin.GIVEN).build(),
                article.text(),
                article.blocks(),
                List.of(),
                "");
        assertThat(claims(printed))
                .singleElement()
                .satisfies(claim -> assertThat(claim.via()).hasSize(named ? 1 : 0));
    }
}

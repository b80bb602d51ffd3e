package org.rashomon.compare.omissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.testing.compared.HandMadeAnalysis.KESTRIA;
import static org.rashomon.testing.compared.HandMadeAnalysis.VELDORA;
import static org.rashomon.testing.compared.HandMadeAnalysis.city;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Act;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.IncidentType;
import org.rashomon.testing.compared.Compared;
import org.rashomon.testing.compared.HandMadeAnalysis;

/** What each outlet of a story leaves out, and of how many that could have carried it. */
class OmissionFinderTest {
    /** An article that tells of the strike in its own voice; its id is its outlet in lower case. */
    private static HandMadeAnalysis teller(String outlet, String... more) {
        String[] paragraphs = new String[more.length + 1];
        paragraphs[0] = "Jets hit the convoy in Harn on Monday.";
        System.arraycopy(more, 0, paragraphs, 1, more.length);
        return article(outlet, paragraphs)
                .incident(IncidentType.AIR_STRIKE, "hit the convoy", OmissionFinderTest::onTheConvoy);
    }

    /** One that also has what a speaker says of the strike. */
    private static HandMadeAnalysis carrier(String outlet, Actor speaker, Act act, String words) {
        return teller(outlet, speaker.name() + " spoke: " + words + ".")
                .says(speaker, act, words)
                .incident(IncidentType.AIR_STRIKE, words, OmissionFinderTest::onTheConvoy);
    }

    private static HandMadeAnalysis denial(String outlet) {
        return carrier(outlet, VELDORA, Act.DENY, "it bombed no convoy");
    }

    /** One of the same story without a word of the strike. */
    private static HandMadeAnalysis silent(String outlet) {
        return article(outlet, "The fair in Harn opened on Monday.");
    }

    private static HandMadeAnalysis article(String outlet, String... paragraphs) {
        return new HandMadeAnalysis(Words.fold(outlet), paragraphs)
                .outlet(outlet)
                .day("2031-05-06");
    }

    private static HandMadeAnalysis.Deed onTheConvoy(HandMadeAnalysis.Deed deed) {
        return deed.in(city("Harn")).on("2031-05-05").hitting("convoy");
    }

    private static List<String> leftOut(HandMadeAnalysis... articles) {
        return told(find(articles.length, List.of(), articles));
    }

    /**
     * @param story how many of the articles, from the first, are of the story that is asked about
     * @param lineages by ids of articles
     */
    private static List<Omission> find(int story, List<Lineage> lineages, HandMadeAnalysis... articles) {
        Compared compared = new Compared(articles);
        assertThat(compared.incidents.all()).hasSizeLessThanOrEqualTo(1);
        List<String> ids = Arrays.stream(articles)
                .limit(story)
                .map(article -> article.done().article().id())
                .toList();
        return new OmissionFinder()
                .find(
                        compared.corpus,
                        List.of(new Story("one", "Strike on a convoy", ids, null, List.of())),
                        compared.incidents,
                        compared.relations,
                        lineages);
    }

    private static List<String> told(List<Omission> omissions) {
        return omissions.stream()
                .map(omission -> "%s: %s, in %s, of %d"
                        .formatted(
                                omission.outlet(),
                                omission.claim() == null ? "the strike" : "claim " + omission.claim(),
                                omission.carriedBy(),
                                omission.of()))
                .toList();
    }

    @Test
    void whoeverTellsOfTheStrikeAndNotOfTheDenialLeavesItOut() {
        assertThat(leftOut(denial("Courier"), denial("Gazette"), teller("Lantern")))
                .containsExactly("Lantern: claim courier:0, in [Courier, Gazette], of 3");
    }

    @Test
    void whoeverDoesNotTellOfTheStrikeLeavesOutTheStrikeAlone() {
        assertThat(leftOut(denial("Courier"), teller("Lantern"), silent("Mirror")))
                .containsExactlyInAnyOrder(
                        "Mirror: the strike, in [Courier, Lantern], of 3",
                        "Lantern: claim courier:0, in [Courier], of 2");
    }

    @Test
    void theSameSpeakersSameActIsOneClaimInWhateverWords() {
        HandMadeAnalysis other = carrier("Gazette", VELDORA, Act.DENY, "there was no flight of ours that day");
        assertThat(leftOut(denial("Courier"), other)).isEmpty();
        assertThat(leftOut(denial("Courier"), other, teller("Lantern"))).hasSize(1);
    }

    @Test
    void anotherSpeakerOrActIsAnotherClaim() {
        assertThat(leftOut(denial("Courier"), carrier("Gazette", KESTRIA, Act.DENY, "nobody of ours bombed it")))
                .containsExactlyInAnyOrder(
                        "Gazette: claim courier:0, in [Courier], of 2", "Courier: claim gazette:0, in [Gazette], of 2");
        assertThat(leftOut(denial("Courier"), carrier("Gazette", VELDORA, Act.ADMIT, "we bombed the convoy")))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void onlyStrongWordsAreMissed(Act act) {
        boolean strong = List.of(Act.DENY, Act.ACCUSE, Act.ADMIT, Act.THREATEN).contains(act);
        assertThat(leftOut(carrier("Courier", VELDORA, act, "the convoy was bombed"), teller("Lantern")))
                .hasSize(strong ? 1 : 0);
    }

    @ParameterizedTest(name = "{0} of {1} tell of it: {2}")
    @CsvSource({"1, 2, false", "1, 3, false", "2, 3, true", "2, 4, true", "2, 5, false", "3, 5, true", "3, 3, false"})
    void anIncidentIsMissedWhereTwoAndHalfOfTheOutletsTellOfIt(int tellers, int outlets, boolean missed) {
        HandMadeAnalysis[] articles = IntStream.range(0, outlets)
                .mapToObj(i -> i < tellers ? teller("Teller " + i) : silent("Silent " + i))
                .toArray(HandMadeAnalysis[]::new);
        List<Omission> omissions = find(outlets, List.of(), articles);
        assertThat(omissions).hasSize(missed ? outlets - tellers : 0).allSatisfy(omission -> {
            assertThat(omission.outlet()).startsWith("Silent");
            assertThat(omission.incident()).isNotNull();
            assertThat(omission.carriedBy()).hasSize(tellers);
            assertThat(omission.of()).isEqualTo(outlets);
        });
    }

    @Test
    void anOutletIsWhatAllItsArticlesTell() {
        HandMadeAnalysis later = denial("Lantern II").outlet("Lantern");
        assertThat(leftOut(denial("Courier"), teller("Lantern"), later)).isEmpty();
        assertThat(leftOut(teller("Courier"), denial("Lantern II").outlet("Lantern"), silent("Lantern")))
                .containsExactly("Courier: claim lantern ii:0, in [Lantern], of 2");
    }

    @Test
    void articlesWithoutAnOutletCountOneByOne() {
        assertThat(leftOut(
                        denial("Courier"),
                        teller("One").outlet(" "),
                        teller("Two").outlet("")))
                .containsExactlyInAnyOrder(
                        "one: claim courier:0, in [Courier], of 3", "two: claim courier:0, in [Courier], of 3");
    }

    @Test
    void articlesOfAnotherStoryNeitherCarryNorLeaveOut() {
        assertThat(told(find(2, List.of(), denial("Courier"), teller("Lantern"), denial("Gazette"), teller("Mirror"))))
                .containsExactly("Lantern: claim courier:0, in [Courier], of 2");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            wire>lantern               | true
            mirror>lantern             | false
            lantern>wire               | false
            wire>mirror mirror>lantern | true
            mirror>lantern lantern>mirror | false
            """)
    void whoeverHadTheWiresTextCouldHaveKnown(String lineages, boolean had) {
        List<Lineage> copies = Arrays.stream(lineages.split(" "))
                .map(pair -> pair.split(">"))
                .map(pair -> new Lineage(pair[0], pair[1], Lineage.Kind.SYNDICATED, 1, List.of()))
                .toList();
        assertThat(find(3, copies, denial("Wire"), teller("Lantern"), teller("Mirror")))
                .filteredOn(omission -> omission.outlet().equals("Lantern"))
                .singleElement()
                .satisfies(omission -> assertThat(omission.hadWireCopy()).isEqualTo(had));
    }
}

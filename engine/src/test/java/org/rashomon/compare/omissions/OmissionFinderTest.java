package org.rashomon.compare.omissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.testing.compared.HandMadeAnalysis.KESTRIA;
import static org.rashomon.testing.compared.HandMadeAnalysis.VELDORA;
import static org.rashomon.testing.compared.HandMadeAnalysis.city;

import java.util.Arrays;
import java.util.List;
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

/** What an outlet is said not to carry: only what is proved. */
class OmissionFinderTest {
    private static final String DENIAL = "none of its planes had flown over the valley that night";
    private static final String ACCUSATION = "Kestria sent its bombers against the grain lorries";

    /** An article that tells of the strike in its own voice; its id is its outlet in lower case. */
    private static HandMadeAnalysis teller(String outlet, String... more) {
        String[] paragraphs = new String[more.length + 1];
        paragraphs[0] = "Jets hit the convoy in Harn on Monday.";
        System.arraycopy(more, 0, paragraphs, 1, more.length);
        return new HandMadeAnalysis(Words.fold(outlet), paragraphs)
                .outlet(outlet)
                .day("2031-05-07")
                .incident(IncidentType.AIR_STRIKE, "hit the convoy", OmissionFinderTest::onTheConvoy);
    }

    /** One that went out the day before, and also has what a speaker says of the strike. */
    private static HandMadeAnalysis carrier(String outlet, Actor speaker, Act act, String words, Actor... targets) {
        return teller(outlet, speaker.name() + " spoke: " + words + ".")
                .says(speaker, act, words, targets)
                .incident(IncidentType.AIR_STRIKE, words, OmissionFinderTest::onTheConvoy)
                .day("2031-05-06");
    }

    private static HandMadeAnalysis denial(String outlet) {
        return carrier(outlet, VELDORA, Act.DENY, DENIAL);
    }

    private static HandMadeAnalysis.Deed onTheConvoy(HandMadeAnalysis.Deed deed) {
        return deed.in(city("Harn")).on("2031-05-05").hitting("convoy");
    }

    private static List<String> missing(HandMadeAnalysis... articles) {
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
                .map(omission -> "%s: %s, in %s, of %d, searched %d"
                        .formatted(
                                omission.outlet(),
                                omission.claim(),
                                omission.carriedBy(),
                                omission.of(),
                                omission.searched()))
                .toList();
    }

    @Test
    void whoeverTellsOfTheStrikeLaterAndNotOfTheDenialLacksIt() {
        assertThat(missing(denial("Courier"), denial("Gazette"), teller("Lantern")))
                .containsExactly("Lantern: courier:0, in [Courier, Gazette], of 3, searched 1");
    }

    @Test
    void whoeverDoesNotTellOfTheStrikeIsNotAsked() {
        assertThat(missing(
                        denial("Courier"),
                        new HandMadeAnalysis("mirror", "The fair in Harn opened on Monday.")
                                .outlet("Mirror")
                                .day("2031-05-07")))
                .isEmpty();
    }

    @ParameterizedTest(name = "printed {0}, asked of {1}: {2}")
    @CsvSource({
        "2031-05-06, 2031-05-07, 1",
        "2031-05-06, 2031-05-06, 0",
        "2031-05-07, 2031-05-06, 0",
        "2031-05-06,           , 0",
        "          , 2031-05-07, 0",
    })
    void onlyWhatHadBeenPrintedBeforeIsMissed(String printed, String out, int missed) {
        assertThat(missing(dated(denial("Courier"), printed), dated(teller("Lantern"), out)))
                .hasSize(missed);
    }

    private static HandMadeAnalysis dated(HandMadeAnalysis article, String day) {
        return day == null ? article.undated() : article.day(day);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | The driver of a lorry was treated for burns.
            1 | Rain fell on the hills.
            0 | The palace said that not one of its planes flew over the valley that night.
            0 | Nothing of theirs had flown. The valley was quiet that night, and its planes stood in their sheds.
            0 | The charge was denied in the capital.
            0 | Veldora knew nothing of planes, it told the envoys.
            """)
    void whateverMayBeItInOtherWordsIsNotMissed(int missed, String more) {
        assertThat(missing(denial("Courier"), teller("Lantern", more).names(VELDORA, firstWord(more))))
                .hasSize(missed);
    }

    /** Only where it is the name; else it names nobody who is asked about. */
    private static String firstWord(String sentence) {
        return sentence.startsWith("Veldora") ? "Veldora" : "Jets";
    }

    @Test
    void theOutletsOtherArticlesAreSearchedToo() {
        HandMadeAnalysis other = new HandMadeAnalysis(
                        "lantern two", "Not one of our planes flew over the valley that night.")
                .outlet("Lantern")
                .day("2031-05-08");
        assertThat(missing(denial("Courier"), teller("Lantern"), other)).isEmpty();
        assertThat(missing(
                        denial("Courier"),
                        teller("Lantern"),
                        new HandMadeAnalysis("lantern two", "Snow fell.").outlet("Lantern")))
                .containsExactly("Lantern: courier:0, in [Courier], of 2, searched 2");
    }

    @Test
    void theSameSpeakersSameActIsOneStatementInWhateverWords() {
        HandMadeAnalysis other = carrier("Gazette", VELDORA, Act.DENY, "there was no flight of ours at any hour");
        assertThat(missing(denial("Courier"), other)).isEmpty();
        assertThat(missing(denial("Courier"), other, teller("Lantern"))).hasSize(1);
    }

    @Test
    void whatAnUnnamedSourceSaysIsNotMissed() {
        HandMadeAnalysis courier = teller("Courier", "An officer spoke: " + DENIAL + ".")
                .saysUnnamed("an officer", Act.DENY, DENIAL)
                .incident(IncidentType.AIR_STRIKE, DENIAL, OmissionFinderTest::onTheConvoy)
                .day("2031-05-06");
        assertThat(missing(courier, teller("Lantern"))).isEmpty();
    }

    @Test
    void wordsTooFewToLookForAreNotMissed() {
        assertThat(missing(carrier("Courier", VELDORA, Act.DENY, "they did not do it"), teller("Lantern")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void onlyDenialsAccusationsAndAdmissionsAreMissed(Act act) {
        boolean strong = List.of(Act.DENY, Act.ACCUSE, Act.ADMIT).contains(act);
        assertThat(missing(
                        carrier("Courier", VELDORA, act, ACCUSATION, act == Act.DENY ? VELDORA : KESTRIA),
                        teller("Lantern")))
                .hasSize(strong ? 1 : 0);
    }

    @Test
    void whoAccusesNobodyIsNotMissed() {
        assertThat(missing(
                        carrier("Courier", VELDORA, Act.ACCUSE, "somebody sent bombers against the grain lorries"),
                        teller("Lantern")))
                .isEmpty();
    }

    @Test
    void articlesWithoutAnOutletCountOneByOne() {
        assertThat(missing(
                        denial("Courier"),
                        teller("One").outlet(" "),
                        teller("Two").outlet("")))
                .containsExactlyInAnyOrder(
                        "one: courier:0, in [Courier], of 3, searched 1",
                        "two: courier:0, in [Courier], of 3, searched 1");
    }

    @Test
    void articlesOfAnotherStoryNeitherCarryNorLack() {
        assertThat(told(find(2, List.of(), denial("Courier"), teller("Lantern"), denial("Gazette"), teller("Mirror"))))
                .containsExactly("Lantern: courier:0, in [Courier], of 2, searched 1");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            wire>lantern               | SYNDICATED | true
            wire>lantern               | VERBATIM   | true
            wire>lantern               | REWRITTEN  | false
            mirror>lantern             | SYNDICATED | false
            lantern>wire               | SYNDICATED | false
            wire>mirror mirror>lantern | SYNDICATED | true
            mirror>lantern lantern>mirror | SYNDICATED | false
            """)
    void whoeverPrintsTheWiresTextHadIt(String lineages, Lineage.Kind kind, boolean had) {
        List<Lineage> copies = Arrays.stream(lineages.split(" "))
                .map(pair -> pair.split(">"))
                .map(pair -> new Lineage(pair[0], pair[1], kind, 1, List.of()))
                .toList();
        assertThat(find(3, copies, denial("Wire"), teller("Lantern").undated(), teller("Mirror")))
                .filteredOn(omission -> omission.outlet().equals("Lantern"))
                .hasSize(had ? 1 : 0)
                .allSatisfy(omission -> assertThat(omission.hadWireCopy()).isTrue());
    }
}

package org.rashomon.compare.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.testing.compared.HandMadeAnalysis;

class LineageTracerTest {
    private static final String REPORT =
            "Rescue crews in Harn worked through the night after the roof of the old grain hall came down on a crowd of "
                    + "traders, and by dawn they had carried out eleven people alive from under the beams of the hall.";
    private static final String MORE =
            "The town's engineer had asked the council in March to close the hall until its timbers could be renewed, but "
                    + "the spring market went ahead as planned, with stalls rented out along both walls of the building.";
    private static final String QUOTED =
            "\"We asked for new timbers in March and were told to wait until the market had closed, and now we are carrying "
                    + "our neighbours out from under the old ones, and nobody from the council has come to look us in the eye\"";

    @Test
    void theSameTextWithoutCreditIsVerbatimAndTheEarlierIsTheOrigin() {
        List<Lineage> found = trace(
                new HandMadeAnalysis("z", REPORT, MORE).day("2031-05-05"),
                new HandMadeAnalysis("b", REPORT, MORE).day("2031-05-06"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Lineage.Kind.VERBATIM);
        assertThat(found.get(0).from()).isEqualTo("z");
        assertThat(found.get(0).overlap()).isEqualTo(1);
    }

    @Test
    void aCreditedWireIsSyndicated() {
        List<Lineage> found = trace(
                new HandMadeAnalysis("a", "@By Sella Wire", REPORT, MORE)
                        .outlet("The Harn Echo")
                        .day("2031-05-05"),
                new HandMadeAnalysis("wire", REPORT, MORE).outlet("Sella Wire").day("2031-05-05"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Lineage.Kind.SYNDICATED);
        assertThat(found.get(0).from()).isEqualTo("wire");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a wire's own later version is the wire's, @By Sella Wire, Sella Wire, later",
        "nobody is credited, @By Ona Brandt, Sella Wire, earlier",
        "another wire is credited, @By Torra Press, Sella Wire, earlier",
        "two papers that print one wire, @By Sella Wire, The Omb Post, earlier",
        "the wire itself credits nobody but itself, @By Sella Wire, The Harn Echo, earlier",
    })
    void whoeverIsCreditedComesFirstWhicheverDay(String name, String byline, String other, String from) {
        List<Lineage> found = trace(
                new HandMadeAnalysis("earlier", byline, REPORT, MORE)
                        .outlet("The Harn Echo")
                        .day("2031-05-05"),
                new HandMadeAnalysis("later", REPORT, MORE).outlet(other).day("2031-05-06"));
        assertThat(found).singleElement().extracting(Lineage::from).isEqualTo(from);
    }

    @Test
    void partsOfATextAreRewrittenAndACutCopyDerivesFromTheWhole() {
        List<Lineage> found = trace(
                new HandMadeAnalysis(
                        "a",
                        REPORT,
                        "A vigil is planned for the evening at the church of Saint Elm, its vicar told us."),
                new HandMadeAnalysis(
                        "b",
                        REPORT,
                        MORE,
                        "Trains to Harn ran late, and the bakery gave out bread to the crews all day."));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Lineage.Kind.REWRITTEN);
        assertThat(found.get(0).from()).isEqualTo("b");
    }

    @Test
    void aQuotationThatBothCarryIsNoDerivation() {
        assertThat(trace(
                        new HandMadeAnalysis("a", "A carpenter spoke to this paper. " + QUOTED + ", she said."),
                        new HandMadeAnalysis(
                                "b", "Standing in the square, a carpenter wept. " + QUOTED + ", she told the crowd.")))
                .isEmpty();
    }

    @Test
    void furnitureNeverCounts() {
        assertThat(trace(
                        new HandMadeAnalysis("a", "Snow fell on Omb.", "~" + REPORT, "~" + MORE),
                        new HandMadeAnalysis("b", "Ice lay on Quell.", "~" + REPORT, "~" + MORE)))
                .isEmpty();
    }

    @Test
    void passagesAreEqualButForCaseSpaceAndPunctuation() {
        HandMadeAnalysis a = new HandMadeAnalysis("a", REPORT, "~Share this", MORE);
        HandMadeAnalysis b =
                new HandMadeAnalysis("b", REPORT.toUpperCase(Locale.ROOT).replace(",", " -"), MORE.replace(" ", "  "));
        List<Lineage> found = trace(a, b);
        assertThat(found).hasSize(1);
        Lineage lineage = found.get(0);
        String from = (lineage.from().equals("a") ? a : b).done().article().text();
        String to = (lineage.from().equals("a") ? b : a).done().article().text();
        assertThat(lineage.passages())
                .hasSize(2)
                .allSatisfy(passage -> assertThat(bare(passage.from().in(from)))
                        .isEqualTo(bare(passage.to().in(to))));
    }

    private static String bare(String words) {
        return words.replaceAll("\\W+", "").toLowerCase(Locale.ROOT);
    }

    private static List<Lineage> trace(HandMadeAnalysis a, HandMadeAnalysis b) {
        return new LineageTracer().trace(Corpus.of(List.of(a.done(), b.done()), ActorRegistry.standard()));
    }
}

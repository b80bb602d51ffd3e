package org.rashomon.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;

class DossierPageTest {
    @TempDir
    Path folder;

    private Document page = new Document("");

    @BeforeEach
    void write() throws IOException {
        new DossierPage().write(SampleDossier.dossier(), folder);
        page = Jsoup.parse(folder.resolve("index.html"), "UTF-8");
    }

    @Test
    void everyLinkHasItsAnchorAndEveryAnchorIsOne() {
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .forEach(element ->
                        assertThat(ids.add(element.id())).as(element.id()).isTrue());
        assertThat(page.select("a[href]"))
                .hasSizeGreaterThan(40)
                .allSatisfy(link -> assertThat(ids).contains(link.attr("href").substring(1)));
    }

    @Test
    void aHostileTitleIsText() throws IOException {
        assertThat(Files.readString(folder.resolve("index.html"))).doesNotContain("<script");
        assertThat(page.text()).contains("<script>alert('Velmora')</script> denies & \"rejects\"");
    }

    @Test
    void aColumnIsAnAnswerToWhoDidItAndWhoNamesNoOneIsFolded() {
        Element strike = Objects.requireNonNull(page.getElementById("incident-1"));
        assertThat(strike.select(".account h5").eachText())
                .containsExactly("Blamed Velmora (government) said by 2 · denied by 1", "Blamed Dawn Front said by 1");
        assertThat(strike.select("details.noone:not([open]) > summary").text()).startsWith("Names no one");
    }

    @Test
    void theDenialStandsUnderTheAccusationsItAnswersAndNowhereElse() {
        Element strike = Objects.requireNonNull(page.getElementById("incident-1"));
        assertThat(strike.select(".account")).hasSize(2);
        assertThat(strike.select(".answer")).hasSize(1);
        Element velmora = strike.select(".account").get(0);
        assertThat(velmora.select(".answer").text())
                .contains(
                        "denies An officer who gave no name",
                        "not named in the text",
                        "no Velmoran jet flew over Tarnak")
                .contains("answers Ilva Torn and Field Watch");
        // A denial names whom it clears; it never makes its speaker an accuser.
        assertThat(velmora.select("> .claim .who").eachText()).containsExactly("Ilva Torn", "Field Watch");
    }

    @Test
    void thatNoAnswerWasFoundIsSaidOnlyWhereNothingMayBeOne() {
        Element strike = Objects.requireNonNull(page.getElementById("incident-1"));
        // the officer who is not named may speak for anybody
        assertThat(strike.select(".account").get(1).text()).doesNotContain("No answer");
    }

    @Test
    void aLineCanBeCopiedWithItsSource() {
        Element strike = Objects.requireNonNull(page.getElementById("incident-1"));
        assertThat(strike.select(".answer .citation").text())
                .matches(
                        "“.*no Velmoran jet flew over Tarnak.*” – An officer who gave no name \\(not named in the text\\),"
                                + " in Velmora State Radio, .* \\[state, \\d+–\\d+]");
    }

    @Test
    void aDenialThatAnswersNothingSaysSo() {
        assertThat(page.text()).contains("Denials that are tied to no accusation");
        assertThat(page.select(".cols").text()).contains("Velmora it had ever used gas");
    }

    @Test
    void openSpeakersAndDatesAreSaidInPlace() {
        assertThat(page.select(".matrix").text()).contains("“He” not resolved").contains("by 13 May 2031");
        assertThat(page.select(".clocks .event-open")).hasSize(1);
        assertThat(page.select(".clocks .pub-open")).hasSize(1);
        assertThat(page.text()).contains("publication date not stated").contains("outlet not stated");
    }

    @Test
    void furnitureIsGreyAndClaimsCarryTheirSpeaker() {
        assertThat(page.select("p.furniture").text()).contains("page furniture, not read");
        assertThat(page.select("p.furniture mark")).isEmpty();
        assertThat(page.select("mark[id]")).hasSize(11);
        assertThat(page.select(".notes li")).hasSize(11);
        assertThat(page.select(".notes").text()).contains("resolved from “She”");
    }

    @Test
    void theLedgerHasBothSides() {
        Element truce = Objects.requireNonNull(page.getElementById("agreement-1"));
        assertThat(truce.text())
                .contains("MUST open the road", "MUST NOT cross the river")
                .contains("broken by Dawn Front Velmora", "broken by Velmora Orsk")
                .contains("left out, the text says Dawn Front");
    }

    @Test
    void whatWasNotFoundSaysWhatWasSearchedAndOfHowMany() {
        assertThat(page.select(".left").text())
                .contains("1 of 2", "not found", "1 searched")
                .doesNotContain("left out");
    }

    @Test
    void textsStandUnderTheOneThatTheyGoBackTo() {
        assertThat(page.select(".tree > li > ul > li").text()).contains("42% of its words stand above");
    }

    @Test
    void onlyNumbersThatWereSaidStandOnTheAxis() {
        Element strike = Objects.requireNonNull(page.getElementById("incident-1"));
        assertThat(strike.select(".figures")).hasSize(1);
        assertThat(strike.select(".figures circle.open")).isNotEmpty();
        assertThat(strike.select(".figures rect")).isEmpty();
    }

    @Test
    void eachCellOfTheMatrixHoldsOneMark() {
        assertThat(page.select(".mrow > summary .cell"))
                .allSatisfy(cell -> assertThat(cell.select(".act")).hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void nothingReadIsAPageToo() throws IOException {
        Comparison nothing = new Comparison(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(),
                Map.of(), Map.of());
        new DossierPage()
                .write(
                        new Dossier(new Run("0", "hand", Map.of()), nothing, List.of(new Rejected("a.png", "no text"))),
                        folder);
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("No article could be read; nothing was compared.")
                .contains("a.png");
    }
}

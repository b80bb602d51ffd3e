package org.rashomon.annotate.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.testing.Known;
import org.rashomon.testing.Texts;
import org.rashomon.text.SentenceSplitter;

class EntityRecogniserTest {
    private static List<String> names(String text) {
        Article article = Texts.article(text, null);
        return new EntityRecogniser(Known.NAMES)
                .recognise(article, new SentenceSplitter().split(article)).stream()
                        .map(mention -> mention.span().in(text) + " " + mention.type() + " " + actor(mention))
                        .toList();
    }

    private static String actor(Mention mention) {
        return mention.actor() == null ? "-" : mention.actor().id();
    }

    @Test
    void titlesStayOutsideAndSurnamesJoinTheirPerson() {
        assertThat(names("President Ilona Vasterby spoke in Aleppo. Later Vasterby left."))
                .containsExactly(
                        "Ilona Vasterby PER person:ilona-vasterby",
                        "Aleppo LOC -",
                        "Vasterby PER person:ilona-vasterby");
    }

    @Test
    void twoPersonsOfOneSurnameDoNotJoin() {
        assertThat(names("John Vasterby met Robert Vasterby. Later Mr Vasterby left."))
                .containsExactly(
                        "John Vasterby PER person:john-vasterby",
                        "Robert Vasterby PER person:robert-vasterby",
                        "Vasterby PER -");
    }

    @Test
    void womenDoNotJoinMen() {
        assertThat(names("John Vasterby left. Ms Vasterby stayed.")).contains("Vasterby PER -");
    }

    @Test
    void statesCapitalsAndPeoplesCarryTheirGovernment() {
        assertThat(names("The envoy told Moscow that Russian planes left Syria."))
                .containsExactly("Moscow LOC gov:RU", "Russian NORP gov:RU", "Syria LOC gov:SY");
    }

    @Test
    void hyphenatedNamesAreParted() {
        assertThat(names("The paper praised a pro-Assad militia.")).containsExactly("Assad PER -");
    }

    @Test
    void ordinaryWordsThatOpenSentencesAreNoNames() {
        assertThat(names("Hospitals closed. Rebels left the town.")).isEmpty();
    }

    @Test
    void whoSpeaksOrHasAnAgeIsAPerson() {
        assertThat(names("Ovrunt said so. Later they asked Ovrunt again."))
                .containsExactly("Ovrunt PER -", "Ovrunt PER -");
        assertThat(names("The bus hit Keldra, 34, at noon.")).containsExactly("Keldra PER -");
    }

    @Test
    void aCapitalAloneMakesNobodyAPerson() {
        assertThat(names("They bought Zelvaq shares and a Brunto phone.")).noneMatch(name -> name.contains(" PER "));
        assertThat(names("They joined a Project Tavorn event on Work Day.")).noneMatch(name -> name.contains(" PER "));
    }

    @Test
    void aNameWhoseLastWordIsABodyIsNoPerson() {
        assertThat(names("She reads Belcora Vintrel every week. He wrote to the Vintrel again."))
                .noneMatch(name -> name.contains(" PER "));
    }

    @Test
    void headlinesInTitleCaseMakeNoPersonsOfTheirWords() {
        assertThat(names("Quelvar Brontis Shuts Every Gate")).noneMatch(name -> name.contains(" PER "));
        assertThat(names("Quelvar Brontis Shuts Every Gate\nPremier Quelvar Brontis spoke at noon."))
                .contains("Quelvar Brontis PER person:quelvar-brontis");
    }
}

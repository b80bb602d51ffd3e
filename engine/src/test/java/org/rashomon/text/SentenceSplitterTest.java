package org.rashomon.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Span;

class SentenceSplitterTest {
    private static List<String> split(String text) {
        return split(text, BlockRole.BODY);
    }

    private static List<String> split(String text, BlockRole role) {
        Article article = new Article(
                "a", "a.txt", Imprint.NONE, text, List.of(new Block(new Span(0, text.length()), role)), List.of(), "");
        return new SentenceSplitter()
                .split(article).stream().map(s -> s.span().in(text)).toList();
    }

    @Test
    void abbreviationsAndInitialsDoNotEndSentences() {
        assertThat(split("U.S. Army Col. J. Marsh met Dr. Lena Orsh at 3 p.m. on Friday. They left."))
                .containsExactly("U.S. Army Col. J. Marsh met Dr. Lena Orsh at 3 p.m. on Friday.", "They left.");
    }

    @Test
    void anAbbreviationEndsASentenceBeforeAWordThatOpensOne() {
        assertThat(split("He left the U.S. The envoy stayed."))
                .containsExactly("He left the U.S.", "The envoy stayed.");
    }

    @Test
    void quotationsThatCloseAfterTheStopStayWithTheirSentence() {
        assertThat(split("\u201cWe saw it. It burned.\u201d The nurse wept."))
                .containsExactly("\u201cWe saw it.", "It burned.\u201d", "The nurse wept.");
    }

    @Test
    void aMarkInsideAQuotationThatGoesOnInLowerCaseDoesNotEndASentence() {
        assertThat(split("\"Who did this?\" asked the mayor.")).containsExactly("\"Who did this?\" asked the mayor.");
    }

    @Test
    void aLostSpaceAfterAStopIsMended() {
        assertThat(split("The bridge fell.The convoy turned back."))
                .containsExactly("The bridge fell.", "The convoy turned back.");
    }

    @Test
    void decimalsAndAddressesStayWhole() {
        assertThat(split("It fell 3.5 percent, www.dorvan.example said."))
                .containsExactly("It fell 3.5 percent, www.dorvan.example said.");
    }

    @Test
    void furnitureHasNoSentences() {
        assertThat(split("Share this article. Read more.", BlockRole.FURNITURE)).isEmpty();
    }
}

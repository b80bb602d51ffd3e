package org.rashomon.annotate.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;

class PostsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The bridge is open again. — Ana Lund (@analund) May 5, 2031                                  | Ana Lund: The bridge is open again.
            The bridge is open again. pic.example.com/Ab1 — Ana Lund (@analund) May 5, 2031              | Ana Lund: The bridge is open again.
            The bridge is open again. https://x.example/Ab1 -- Ana Lund (@analund) 5 May 2031            | Ana Lund: The bridge is open again.
            The bridge is open. — Ana Lund (@analund) May 5, 2031 It is shut, I saw it. — Ivo (@ivo_d) May 6, 2031 | Ana Lund: The bridge is open.; Ivo: It is shut, I saw it.
            https://x.example/Ab1 — Ana Lund (@analund) May 5, 2031                                      | ''
            Open! — Ana Lund (@analund) May 5, 2031                                                      | ''
            The bridge is open again. — Ana Lund (the mayor) May 5, 2031                                 | ''
            The bridge is open again. — Ana Lund (@analund)                                              | ''
            Ana Lund (@analund) opened the bridge on May 5, 2031.                                        | ''
            """)
    void aSignatureTellsWhosePostItIs(String text, String expected) {
        Article article = article(text);

        assertThat(told(article, Posts.with(article, List.of()))).isEqualTo(expected);
    }

    @Test
    void whoStandsOutsideIsNotTheSource() {
        Article article = article("Kestria stood by it. The bridge is open again. — Ana Lund (@analund) May 5, 2031");
        Attribution wrong = attribution(article, "Kestria stood", "stood by", "The bridge is open again");
        Article other = article("Kestria stood by it.\n\nThe bridge is open again. — Ana Lund (@analund) May 5, 2031");
        Attribution outside = attribution(other, "Kestria", "stood by", "The bridge is open again");

        assertThat(Posts.with(article, List.of(wrong))).contains(wrong);
        assertThat(told(other, Posts.with(other, List.of(outside)))).isEqualTo("Ana Lund: The bridge is open again.");
    }

    @Test
    void whatTheParagraphIntroducesIsLeftToItsCue() {
        Article article = article("The mayor wrote: The bridge is open again. — Ana Lund (@analund) May 5, 2031");
        Attribution introduced = attribution(article, "The mayor", "wrote", "The bridge is open again.");

        assertThat(Posts.with(article, List.of(introduced))).containsExactly(introduced);
    }

    private static Article article(String text) {
        return Article.ofText("a", text, null);
    }

    private static Attribution attribution(Article article, String source, String cue, String content) {
        return new Attribution(
                List.of(span(article, source)),
                List.of(span(article, cue)),
                List.of(span(article, content)),
                QuoteType.INDIRECT,
                true,
                1);
    }

    private static Span span(Article article, String words) {
        int start = article.text().indexOf(words);
        return new Span(start, start + words.length());
    }

    private static String told(Article article, List<Attribution> attributions) {
        return attributions.stream()
                .map(a -> a.source().get(0).in(article.text()) + ": "
                        + a.content().get(0).in(article.text()))
                .collect(Collectors.joining("; "));
    }
}

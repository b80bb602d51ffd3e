package org.rashomon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.text.Hashes;

class ArticleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            One line.|One line.
            One.\\nTwo.|One./Two.
            One.\\n\\n\\nTwo.\\n|One./Two.
            One.\\r\\nTwo.\\rThree.|One./Two./Three.
            \\n  One, indented.  \\n\\t\\nTwo.|One, indented./Two.
            One that goes on\\nin the next line.|One that goes on/in the next line.
            """)
    void eachLineOfATextIsAParagraph(String escaped, String paragraphs) {
        String text = escaped.translateEscapes();
        Article article = Article.ofText("a", text, null);

        assertThat(article.text()).isEqualTo(text);
        assertThat(article.blocks()).extracting(Block::role).containsOnly(BlockRole.BODY);
        assertThat(article.blocks().stream().map(block -> block.span().in(text)).collect(Collectors.joining("/")))
                .isEqualTo(paragraphs);
    }

    @Test
    void whatIsNotStatedOfATextStaysNull() {
        Article article = Article.ofText("a", "Text.", null);

        assertThat(article.published()).isNull();
        assertThat(article.outlet()).isNull();
        assertThat(article.title()).isNull();
        assertThat(article.url()).isNull();
        assertThat(article.language()).isNull();
        assertThat(article.file()).isEmpty();
        assertThat(article.sha256()).isEqualTo(Hashes.sha256("Text."));
    }

    @Test
    void theDayOfATextIsGiven() {
        LocalDate day = LocalDate.of(2031, 5, 6);
        PublicationDate published =
                Objects.requireNonNull(Article.ofText("a", "Text.", day).published());

        assertThat(published).isEqualTo(new PublicationDate(day, null, Imprint.Origin.GIVEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n"})
    void anArticleNeedsTextAndId(String blank) {
        assertThatThrownBy(() -> Article.ofText("wire-7", blank, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wire-7")
                .hasMessageContaining("the text is empty");
        assertThatThrownBy(() -> Article.ofText(blank, "Text.", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs an id");
    }
}

package org.rashomon.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Article;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.ReadResult;

/** What a text's own head says of it. */
class HeadFactsTest {
    private static final String TEXT =
            "Rockets damaged the grain terminal at Port Ovrane on Tuesday night, and each side blamed the other within the hour.\n\n"
                    + "Colonel Tomas Verrick denied that government troops had fired on the port.";

    private static Article read(String name, String text) {
        List<Article> articles = new ArrayList<>();
        Readers.standard()
                .read(
                        name,
                        new ByteArrayInputStream(text.getBytes(UTF_8)),
                        result -> articles.add(((ReadResult.Read) result).article()));
        return articles.get(0);
    }

    private static String facts(Article article) {
        Imprint imprint = article.imprint();
        PublicationDate date = article.published();
        return (date == null ? "none" : date.day() + " " + date.from().label()) + " " + imprint.byline() + " "
                + imprint.authors() + " " + imprint.credit();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KELDRA, March 7, 2029 (AFP) – | 2029-03-07 dateline null [] AFP",
                "KELDRA, 7 March 2029 (Reuters) - | 2029-03-07 dateline null [] Reuters",
                "KELDRA (AP) — | none null [] AP",
                "KELDRA, March 7 (AFP) – | none null [] AFP",
                "KELDRA – | none null [] null"
            })
    void datelines(String dateline, String facts) {
        Article article = read("a.txt", dateline + " " + TEXT);
        assertThat(facts(article)).isEqualTo(facts);
        boolean partial = dateline.contains("March 7 (");
        assertThat(article.notes()).isEqualTo(partial ? List.of("the dateline's day has no year: March 7") : List.of());
    }

    @Test
    void aKnownDayGoesBeforeADatelineWithoutAYear() {
        Article article = read("2029-03-08-a.txt", "KELDRA, March 7 (AFP) – " + TEXT);
        assertThat(facts(article)).isEqualTo("2029-03-08 filename null [] AFP");
        assertThat(article.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Pia Dant | none By Pia Dant [Pia Dant] null",
                "By Pia Dant and Ole Brun | none By Pia Dant and Ole Brun [Pia Dant, Ole Brun] null",
                "Reuters | none Reuters [] Reuters",
                "March 7, 2029 | 2029-03-07 text null [] null"
            })
    void linesOfTheHead(String line, String facts) {
        assertThat(facts(read("a.txt", "Rockets hit grain terminal\n\n" + line + "\n\n" + TEXT)))
                .isEqualTo(facts);
    }

    @Test
    void namesInTheTextAreNoByline() {
        assertThat(facts(read("a.txt", TEXT + "\n\n“By Pia Dant I swear it,” he told Reuters, and AFP heard him.")))
                .isEqualTo("none null [] null");
    }

    @Test
    void damageIsMendedAndNoted() {
        Article article = read(
                "a.txt",
                "â€œOur crews saw three rockets,â€\u009d harbour director Ilsa Marrow told reporters at the gate.");
        assertThat(article.text()).startsWith("“Our crews saw three rockets,” harbour");
        assertThat(article.notes()).hasSize(1);
    }
}

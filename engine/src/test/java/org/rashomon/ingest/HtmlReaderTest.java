package org.rashomon.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

class HtmlReaderTest {
    private static final String FIRST =
            "The council of Port Ellery said on Monday that the ferry would run again, a week after the storm that broke the pier.";
    private static final String SECOND =
            "“We have repaired it,” council leader Ada Brandt told reporters, and thanked the guards, the sailors and the town.";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en-GB"><head><title>Ferry to run again | Ellery Post</title>
            <meta property="og:title" content="Ferry to run again">
            <meta property="og:site_name" content="Ellery Post">
            <link rel="canonical" href="https://post.example/ferry">
            %s
            </head><body>
            <nav><a href="/">Home</a> <a href="/n">News</a></nav>
            <div class="share-bar">Share Tweet</div>
            <article><h1>Ferry to run again</h1>
            <figure><img src="p.jpg"><figcaption>Guards wait at the pier. Photograph: Lena Holt</figcaption></figure>
            <p>%s</p><div class="newsletter-box"><p>Get our island letter, every day, for free, in your mailbox.</p></div>
            <h2>What now</h2><p>%s</p>
            <ul class="related"><li><a href="/x">Guards deny that they left the pier during the storm</a></li></ul>
            </article><footer>Copyright Ellery Post</footer></body></html>
            """;

    private static Article read(String html) {
        List<Article> articles = new ArrayList<>();
        Readers.standard().read("a.html", new ByteArrayInputStream(html.getBytes(UTF_8)), result -> {
            assertThat(result).isInstanceOf(ReadResult.Read.class);
            articles.add(((ReadResult.Read) result).article());
        });
        return articles.get(0);
    }

    private static Article page(String head) {
        return read(PAGE.formatted(head, FIRST, SECOND));
    }

    @Test
    void articleWithoutThePageAroundIt() {
        Article article = page("");
        assertThat(article.text())
                .isEqualTo(String.join(
                        "\n\n",
                        "Ferry to run again",
                        "Guards wait at the pier. Photograph: Lena Holt",
                        FIRST,
                        "What now",
                        SECOND));
        assertThat(article.blocks())
                .extracting(b -> b.role())
                .containsExactly(
                        BlockRole.HEADLINE,
                        BlockRole.CAPTION,
                        BlockRole.FURNITURE,
                        BlockRole.BODY,
                        BlockRole.HEADLINE,
                        BlockRole.BODY);
        assertThat(article.title()).isEqualTo("Ferry to run again");
        assertThat(article.outlet()).isEqualTo("Ellery Post");
        assertThat(article.url()).isEqualTo("https://post.example/ferry");
        assertThat(article.language()).isEqualTo("en-GB");
        assertThat(article.published()).isNull();
    }

    @Test
    void jsonLdInAGraphGoesBeforeMeta() {
        Article article = page("""
                <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
                {"@type":["NewsArticle"],"headline":"Ferry to run again","datePublished":"2021-03-08T09:00:00+01:00",
                "publisher":{"@type":"Organization","name":"The Ellery Post"},}]}</script>
                <meta property="article:published_time" content="2021-03-09T00:00:00Z">
                """);
        PublicationDate published = article.published();
        assertThat(published).isNotNull();
        assertThat(published.day()).hasToString("2021-03-08");
        assertThat(published.from()).isEqualTo(Imprint.Origin.JSON_LD);
        assertThat(article.outlet()).isEqualTo("The Ellery Post");
    }

    @Test
    void brokenJsonLdFallsBackToMeta() {
        Article article =
                page("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\", \"headline\": \"Fer</script>"
                        + "<meta property=\"article:published_time\" content=\"2021-03-09T00:00:00Z\">");
        PublicationDate published = article.published();
        assertThat(published).isNotNull();
        assertThat(published.from()).isEqualTo(Imprint.Origin.META);
        assertThat(published.day()).hasToString("2021-03-09");
    }

    @Test
    void aWireIsNotTheOutletOfAPageThatNamesItsSite() {
        Article article = page(
                "<script type=\"application/ld+json\">[{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Associated Press\"}}]</script>");
        assertThat(article.outlet()).isEqualTo("Ellery Post");
    }

    @Test
    void articleBodyOfJsonLdStandsInForAPageThatShowsNone() {
        Article article = read(
                "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry to run again\",\"articleBody\":\""
                        + FIRST + "\\n" + SECOND
                        + "\"}</script></head><body><div id=\"app\">Loading</div></body></html>");
        assertThat(article.text()).isEqualTo("Ferry to run again\n\n" + FIRST + "\n\n" + SECOND);
    }

    @Test
    void anArticleInABoxWithABadNameIsFound() {
        Article article = read("<html><body><div class=\"widget modal-enabled\"><p>" + FIRST + "</p><p>" + SECOND
                + "</p></div></body></html>");
        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    private static String rejection(String html) {
        List<String> reasons = new ArrayList<>();
        Readers.standard().read("a.html", new ByteArrayInputStream(html.getBytes(UTF_8)), result -> {
            assertThat(result).isInstanceOf(Rejected.class);
            reasons.add(((Rejected) result).reason());
        });
        return reasons.get(0);
    }

    @Test
    void aConsentWallIsNoArticle() throws IOException {
        try (InputStream wall = HtmlReaderTest.class.getResourceAsStream("consent-wall.html")) {
            assertThat(wall).isNotNull();
            assertThat(rejection(new String(wall.readAllBytes(), UTF_8)))
                    .isEqualTo("no article text found, only a notice that asks for consent to cookies or tracking"
                            + "; save the page again after answering it");
        }
    }

    @Test
    void aShortConsentNoticeAmongMenusIsNoArticle() {
        assertThat(
                        rejection(
                                "<!DOCTYPE html><html><head><title>Ellery Post</title></head><body><ul><li>News</li><li>Sport</li>"
                                        + "<li>Islands</li></ul><p>We and our 614 partners store information on your device.</p></body></html>"))
                .contains("no article text found");
    }

    @Test
    void aReportAboutConsentIsAnArticle() {
        Article article = read(
                PAGE.formatted(
                        "",
                        "The council of Port Ellery fined the ferry company on Monday for tracking passengers by cookies without their consent.",
                        "“We ask for consent, and we value the privacy of our passengers,” the company's partners told reporters in a letter."));
        assertThat(article.blocks()).filteredOn(b -> b.role() == BlockRole.BODY).hasSize(2);
    }
}

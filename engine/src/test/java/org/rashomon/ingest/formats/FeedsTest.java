package org.rashomon.ingest.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.ingest.formats.Reading.DENIAL;
import static org.rashomon.ingest.formats.Reading.STRIKE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rashomon.model.Imprint;

class FeedsTest {
    private static final String FACTS =
            "Rockets hit port | Ovrane Ledger | 2029-03-07 | Pia Dant | https://ledger.example/1";

    static Stream<Arguments> feeds() {
        String item = "<title>Rockets hit port</title><link>https://ledger.example/1</link>"
                + "<dc:creator>Pia Dant</dc:creator><description>Rockets hit &lt;b&gt;port&lt;/b&gt; …</description>";
        String whole = "<content:encoded><![CDATA[<p>" + STRIKE + "</p><p>" + DENIAL + "</p>]]></content:encoded>";
        String day = "<pubDate>Wed, 07 Mar 2029 06:10:00 GMT</pubDate>";
        String channel =
                "<channel><title>Ovrane Ledger</title><link>https://ledger.example/</link><description>News</description>";
        String atom = "<title>Ovrane Ledger</title><entry><title type=\"html\">Rockets hit port</title>"
                + "<link rel=\"self\" href=\"https://ledger.example/1.atom\"/><link href=\"https://ledger.example/1\"/>"
                + "<author><name>Pia Dant</name><email>pia@ledger.example</email></author>";
        String xhtml = "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + STRIKE + "</p><p>"
                + DENIAL + "</p></div></content>";
        return Stream.of(
                Arguments.of(
                        "RSS 2.0",
                        "<?xml version=\"1.0\"?><rss version=\"2.0\">" + channel + "<item>" + item + day + whole
                                + "</item></channel></rss>"),
                Arguments.of(
                        "RSS without declaration, behind a comment",
                        "<!-- made by hand -->\n<rss version=\"2.0\">" + channel + "<item>" + item + day + whole
                                + "</item></channel></rss>"),
                Arguments.of(
                        "RSS 0.91 with a document type",
                        "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//X//DTD RSS 0.91//EN\" \"rss-0.91.dtd\"><rss version=\"0.91\">"
                                + channel + "<item>" + item + day + "<description>&lt;p&gt;" + STRIKE
                                + "&lt;/p&gt;&lt;p&gt;" + DENIAL
                                + "&lt;/p&gt;</description></item></channel></rss>"),
                Arguments.of(
                        "RSS 1.0",
                        "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">" + channel
                                + "<items><rdf:Seq><rdf:li/></rdf:Seq></items></channel><item rdf:about=\"https://ledger.example/1\">"
                                + item + "<dc:date>2029-03-07T06:10:00Z</dc:date>" + whole + "</item></rdf:RDF>"),
                Arguments.of(
                        "Atom 1.0",
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\">" + atom
                                + "<published>2029-03-07T06:10:00Z</published><updated>2029-03-09T06:10:00Z</updated>"
                                + xhtml + "</entry></feed>"),
                Arguments.of(
                        "Atom 0.3",
                        "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\">" + atom
                                + "<issued>2029-03-07T06:10:00Z</issued><content type=\"text/html\" mode=\"escaped\">&lt;p&gt;"
                                + STRIKE + "&lt;/p&gt;&lt;p&gt;" + DENIAL + "&lt;/p&gt;</content></entry></feed>"),
                Arguments.of(
                        "ill-formed",
                        "<rss version=\"2.0\">" + channel + "<item>" + item + day + whole
                                + "<b>R&D&nbsp;<br></item></channel></rss>"));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void eachItemIsAnArticle(String what, String feed) {
        for (byte[] bytes : new byte[][] {feed.getBytes(UTF_8), Reading.gzip(("\uFEFF" + feed).getBytes(UTF_8))}) {
            Reading reading = Reading.of("-", bytes);
            assertThat(reading.rejected()).as(what).isEmpty();
            assertThat(reading.facts()).as(what).containsExactly(FACTS);
            assertThat(reading.texts()).as(what).containsExactly(STRIKE + "\n\n" + DENIAL);
            assertThat(reading.notes()).as(what).doesNotContain("beginning", "headline");
            assertThat(reading.articles().get(0).imprint().outletFrom()).isEqualTo(Imprint.Origin.FEED);
            assertThat(reading.articles().get(0).file()).isEqualTo("-#1");
        }
    }

    private static Reading rss(String items) {
        return Reading.of("feed.xml", "<rss><channel><title>Ovrane Ledger</title>" + items + "</channel></rss>");
    }

    @Test
    void whatTheFeedDoesNotGiveIsSaid() {
        Reading reading = rss(
                "<item><title>A</title><description>Rockets damaged the terminal at the port on Tuesday.</description></item>"
                        + "<item><title>Council: the army staged the attack</title></item>"
                        + "<item><title>C</title><description>" + STRIKE + " " + DENIAL
                        + " The council […]</description></item>"
                        + "<item><link>https://ledger.example/4</link></item>");
        assertThat(reading.articles()).hasSize(3);
        assertThat(reading.articles().get(0).notes()).singleElement().asString().contains("description only");
        assertThat(reading.articles().get(1).notes()).singleElement().asString().contains("headline only");
        assertThat(reading.articles().get(2).notes()).singleElement().asString().contains("beginning only");
        assertThat(reading.refusals()).contains("feed.xml#4", "neither text nor title");
    }

    @Test
    void theItemsOwnSourceGoesBeforeTheFeed() {
        Reading reading =
                rss("<item><source url=\"https://herald.example/rss\">Sedd Herald</source><title>A</title><description>"
                        + STRIKE + "</description></item>");
        assertThat(reading.articles().get(0).outlet()).isEqualTo("Sedd Herald");
    }

    @Test
    void entitiesOfItsOwnAreRefused() {
        String laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]><rss><channel><item><title>&lol2;</title></item></channel></rss>";
        String file =
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>";
        for (String feed : new String[] {laughs, file}) {
            Reading reading = Reading.of("feed.xml", feed);
            assertThat(reading.articles()).isEmpty();
            assertThat(reading.refusals()).contains("entities of its own");
        }
    }

    @Test
    void aFeedThatBreaksOffOrIsEmptyIsNamed() {
        assertThat(rss("").refusals()).contains("without items");
        assertThat(Reading.of("a", "<rss><channel><item><title>Rockets</title><description>Rockets hit the")
                        .refusals())
                .contains("breaks off");
    }

    @Test
    void whatOnlyLooksLikeAFeedIsNone() {
        Reading page = Reading.of(
                "page.xml",
                "<!DOCTYPE html><html><head><title>Why &lt;rss&gt; matters to papers</title></head><body><h1>Why &lt;rss&gt; matters to papers</h1><p>"
                        + STRIKE + " &lt;rss&gt;&lt;item&gt;</p><p>" + DENIAL + "</p></body></html>");
        assertThat(page.articles()).hasSize(1);
        assertThat(page.texts().get(0)).contains(DENIAL);
        Reading sitemap = Reading.of(
                "a.xml", "<urlset><url><loc>https://ledger.example/1</loc></url><url><loc>x</loc></url></urlset>");
        assertThat(sitemap.articles()).isEmpty();
        assertThat(sitemap.refusals()).contains("sitemap");
        Reading other = Reading.of(
                "a.xml", "<catalogue><book><title>Rockets</title><text>" + STRIKE + "</text></book></catalogue>");
        assertThat(other.articles()).isEmpty();
        assertThat(other.refusals()).contains("<catalogue>");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(delimiter = '#', textBlock = """
            Army and rebels accuse each other of the strike            # Army and rebels accuse each other of the strike
            &lt;p&gt;Army and rebels accuse each other.&lt;/p&gt;      # Army and rebels accuse each other.
            Rockets damaged the grain terminal at Port Ovrane on […]   #
            The post Rockets appeared first on Ovrane Ledger.          #
            """)
    void aDescriptionBesideTheTextIsItsStandfirst(String description, String standfirst) {
        org.rashomon.model.Article article = rss("<item><title>A</title><description>" + description
                        + "</description><content:encoded>&lt;p&gt;" + STRIKE + "&lt;/p&gt;&lt;p&gt;" + DENIAL
                        + "&lt;/p&gt;</content:encoded></item>")
                .articles()
                .get(0);
        assertThat(article.text()).endsWith(STRIKE + "\n\n" + DENIAL);
        assertThat(article.blocks())
                .filteredOn(block -> block.marks().contains(org.rashomon.model.Block.Mark.STANDFIRST))
                .extracting(block -> block.span().in(article.text()))
                .isEqualTo(standfirst == null ? java.util.List.of() : java.util.List.of(standfirst));
    }
}

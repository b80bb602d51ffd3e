package org.rashomon.ingest.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.ingest.formats.Reading.DENIAL;
import static org.rashomon.ingest.formats.Reading.STRIKE;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;

class AgencyNewsTest {
    private static final String NINJS = """
            {"uri": "urn:cpw:1", "type": "text", "pubstatus": "usable", "versioncreated": "2029-03-07T06:10:00Z",
             "headline": "Rockets hit port", "byline": "Pia Dant", "source": "Continental Press Wire", "language": "en",
             "body_xhtml": "<p>STRIKE</p><p>DENIAL</p>",
             "associations": {"main": {"uri": "urn:cpw:2", "type": "picture", "description_text": "The terminal on Wednesday."}}}""";

    private static final String NINJS_3 = """
            {"uri": "urn:cpw:1", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text", "pubStatus": "usable",
             "firstCreated": "2029-03-07T06:10:00Z", "versionCreated": "2029-03-07T06:10:00Z", "language": "en", "by": "x",
             "headlines": [{"role": "main", "value": "Rockets hit port"}], "byline": "Pia Dant",
             "infoSources": [{"name": "Continental Press Wire"}],
             "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>STRIKE</p><p>DENIAL</p>"}]}""";

    private static final String NITF = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
            <nitf><head><title>Rockets</title><docdata><doc-id id-string="urn:cpw:1"/><date.issue norm="20290307T061000Z"/></docdata>
            <pubdata name="Continental Press Wire"/></head>
            <body><body.head><hedline><hl1>Rockets hit
              port</hl1></hedline><byline>Pia Dant</byline><dateline><location>PORT OVRANE</location></dateline></body.head>
            <body.content><media media-type="image"><media-reference source="a.jpg">x</media-reference>
            <media-caption>The terminal on Wednesday.</media-caption></media><block><p>STRIKE</p><p>DENIAL</p></block></body.content></body></nitf>
            """;

    private static final String HEADER = """
            <itemMeta><itemClass qcode="ninat:text"/><provider literal="CPW"><name>Continental Press Wire</name></provider>
            <versionCreated>2029-03-07T06:10:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
            <contentMeta><by>Pia Dant</by><language tag="en"/><headline>Rockets hit port</headline></contentMeta>
            """;

    private static String g2(String content) {
        return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:cpw:1\" version=\"1\" standard=\"NewsML-G2\">"
                + HEADER + "<contentSet>" + content + "</contentSet></newsItem>";
    }

    private static final String XHTML =
            g2("<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\">"
                    + "<head><title>x</title></head><body><p>STRIKE</p><p>DENIAL</p></body></html></inlineXML>");

    static Stream<Arguments> items() {
        return Stream.of(
                Arguments.of("ninjs 1", NINJS),
                Arguments.of("ninjs in a list", "[" + NINJS + "]"),
                Arguments.of("ninjs, one line", NINJS.replace("\n", " ")),
                Arguments.of("ninjs 3", NINJS_3),
                Arguments.of("NITF", NITF),
                Arguments.of("NewsML-G2, XHTML", XHTML),
                Arguments.of(
                        "NewsML-G2, plain", g2("<inlineData contenttype=\"text/plain\">STRIKE\n\nDENIAL</inlineData>")),
                Arguments.of(
                        "NewsML-G2, NITF", g2("<inlineXML>" + NITF.substring(NITF.indexOf("<nitf>")) + "</inlineXML>")),
                Arguments.of(
                        "a message",
                        "<?xml version=\"1.0\"?><newsMessage><header/><itemSet><packageItem guid=\"p\"/>" + XHTML
                                + "</itemSet></newsMessage>"));
    }

    @ParameterizedTest
    @MethodSource("items")
    void anItemIsAnArticle(String what, String item) {
        String filled = item.replace("STRIKE", STRIKE).replace("DENIAL", DENIAL);
        for (byte[] bytes : new byte[][] {filled.getBytes(UTF_8), Reading.gzip(filled.getBytes(UTF_8))}) {
            Reading reading = Reading.of("-", bytes);
            assertThat(reading.refusals()).as(what).isEmpty();
            assertThat(reading.facts())
                    .as(what)
                    .containsExactly("Rockets hit port | Continental Press Wire | 2029-03-07 | Pia Dant | -");
            assertThat(reading.articles().get(0).id()).as(what).isEqualTo("urn:cpw:1");
            assertThat(reading.texts().get(0))
                    .as(what)
                    .contains(STRIKE + "\n\n" + DENIAL)
                    .doesNotContain("a.jpg", "ninat");
            assertThat(reading.articles().get(0).blocks().stream()
                            .filter(block -> block.role() == BlockRole.CAPTION)
                            .map(block -> block.span().in(reading.texts().get(0))))
                    .as(what)
                    .isSubsetOf("The terminal on Wednesday.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            "pubstatus": "canceled"                                                                           # canceled by its agency
            "pubstatus": "withheld"                                                                           # withheld by its agency
            "pubstatus": "usable", "embargoed": "2029-03-08T06:00:00Z"                                        # --as-of 2029-03-08T06:00:00Z
            "pubstatus": "usable", "embargoed": "tomorrow"                                                    # under embargo until tomorrow
            "pubstatus": "usable", "embargoed": "2029-03-07T06:00:00+00:00"                                   #
            "pubstatus": "usable", "embargoed": ""                                                            #
            """)
    void whatMayNotBeUsedIsRefusedByName(String fields, String reason) {
        Reading reading =
                Reading.of("a.json", NINJS.replace("STRIKE", STRIKE).replace("\"pubstatus\": \"usable\"", fields));
        assertThat(reading.articles()).hasSize(reason == null ? 1 : 0);
        assertThat(reading.refusals()).contains(reason == null ? "" : reason);
    }

    @Test
    void anEmbargoEndsAtTheTimeThatIsTold() {
        byte[] item = NINJS.replace("STRIKE", STRIKE)
                .replace("\"usable\"", "\"usable\", \"embargoed\": \"2029-03-08T06:00:00Z\"")
                .getBytes(UTF_8);
        Readers before = Readers.told(Map.of(), OffsetDateTime.parse("2029-03-08T05:59:59Z"));
        Readers after = Readers.told(Map.of(), OffsetDateTime.parse("2029-03-08T07:00:00+01:00"));
        assertThat(Reading.of(before, "a.json", item).articles()).isEmpty();
        assertThat(Reading.of(after, "a.json", item).articles()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            stat:canceled # <embargoed/>                          # canceled
            stat:withheld # <embargoed/>                          # withheld
            stat:usable   # <embargoed>2029-03-08T06:00:00Z</embargoed> # under embargo
            stat:usable   # <embargoed>2029-03-06T06:00:00Z</embargoed> #
            """)
    void theSameHoldsForXml(String status, String embargo, String reason) {
        Reading reading = Reading.of(
                "a.xml",
                XHTML.replace("STRIKE", STRIKE)
                        .replace(
                                "<pubStatus qcode=\"stat:usable\"/>",
                                embargo + "<pubStatus qcode=\"" + status + "\"/>"));
        assertThat(reading.articles()).hasSize(reason == null ? 1 : 0);
        assertThat(reading.refusals()).contains(reason == null ? "" : reason);
    }

    @Test
    void whatHoldsNoStoryIsNamed() {
        assertThat(Reading.of("a.xml", g2("<remoteContent href=\"a.jpg\"/>")).refusals())
                .contains("no text in it");
        assertThat(Reading.of("a.xml", "<packageItem guid=\"p\"><groupSet/></packageItem>")
                        .refusals())
                .contains("package");
        assertThat(Reading.of("a.xml", "<newsItem guid=\"a\"><contentSet><inlineXML><p>Rockets")
                        .refusals())
                .contains("breaks off");
        assertThat(Reading.of(
                                "a.json",
                                "{\"uri\": \"u\", \"type\": \"picture\", \"pubstatus\": \"usable\",\n \"versioncreated\": \"2029-03-07\"}")
                        .refusals())
                .contains("no text", "picture");
    }

    private static Article read(String item) {
        Reading reading = Reading.of("-", item.replace("STRIKE", STRIKE).replace("DENIAL", DENIAL));
        assertThat(reading.refusals()).isEmpty();
        return reading.articles().get(0);
    }

    private static final String SUM = "Army and rebels accuse each other of the strike";

    static Stream<Arguments> linesAround() {
        String edNote = "<edNote>CORRECTS the rank of Verrick</edNote><edNote>Pictures to follow</edNote></itemMeta>";
        return Stream.of(
                Arguments.of(
                        "ninjs",
                        NINJS.replace(
                                "\"byline\"",
                                "\"description_text\": \"SUM\", \"ednote\": \"CORRECTS the rank of Verrick\", \"byline\"")),
                Arguments.of(
                        "ninjs 3",
                        NINJS_3.replace(
                                        "[{\"role\": \"main\", \"value\": \"Rockets",
                                        "[{\"role\": \"slug\", \"value\": \"PORT-ROCKETS\"}, {\"role\": \"main\", \"value\": \"Rockets")
                                .replace(
                                        "\"byline\"",
                                        "\"descriptions\": [{\"value\": \"SUM\"}], \"ednote\": \"CORRECTS the rank of Verrick\", \"byline\"")),
                Arguments.of(
                        "NITF",
                        NITF.replace("</hl1>", "</hl1><hl2>SUM</hl2>")
                                .replace(
                                        "<date.issue",
                                        "<correction info=\"CORRECTS the rank of Verrick\"/><date.issue")),
                Arguments.of(
                        "NewsML-G2",
                        XHTML.replace("</itemMeta>", edNote)
                                .replace("</headline>", "</headline><subtitle>SUM</subtitle>")));
    }

    @ParameterizedTest
    @MethodSource("linesAround")
    void whatEditorsWriteAroundTheTextIsReadWithItsMark(String what, String item) {
        Article article = read(item.replace("SUM", SUM));
        assertThat(article.title()).as(what).isEqualTo("Rockets hit port");
        assertThat(article.blocks())
                .as(what)
                .filteredOn(block -> block.marks().contains(Block.Mark.STANDFIRST))
                .extracting(block -> block.role() + " " + block.span().in(article.text()))
                .containsExactly("BODY " + SUM);
        assertThat(article.blocks())
                .as(what)
                .filteredOn(block -> block.marks().contains(Block.Mark.CORRECTION))
                .extracting(block -> block.span().in(article.text()))
                .containsExactly("CORRECTS the rank of Verrick");
        assertThat(article.text()).as(what).doesNotContain("Pictures to follow");
    }

    @ParameterizedTest
    @MethodSource("linesAround")
    void linesThatRepeatTheTextAreNotReadTwice(String what, String item) {
        Article article = read(item.replace("SUM", STRIKE));
        assertThat(article.text()).as(what).containsOnlyOnce(STRIKE);
        assertThat(article.blocks()).as(what).noneMatch(block -> block.marks().contains(Block.Mark.STANDFIRST));
    }

    @Test
    void paragraphsStayApartWhereATaglineFollows() {
        Article article = read(NITF.replace("\n", "")
                .replace(
                        "</body></nitf>",
                        "<body.end><tagline>Editing by Abel Norin</tagline></body.end></body></nitf>"));
        assertThat(article.text()).contains(STRIKE + "\n\n" + DENIAL + "\n\n");
    }
}

package org.rashomon.ingest.pages.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/** What pages state, in the forms that systems and papers use; each with what only looks like it. */
class PageFactsTest {
    private static final String TITLE = "Ferry to run again after the storm";
    private static final String BODY =
            "<p>The council of Port Ellery said on Monday that the ferry would run again, a week after the storm that broke the pier on 2 January 2019.</p>"
                    + "<p>“We have repaired it,” council leader Ada Brandt told reporters, and thanked the guards, the sailors and the town for their help.</p>";

    private static PageFacts read(String html) {
        return PageFacts.of(Jsoup.parse(html));
    }

    /** A page with {@code head} in its head and {@code around} between headline and text. */
    private static PageFacts page(String head, String around) {
        return read("<html><head>" + head + "</head><body><article><h1>" + TITLE + "</h1>" + around + BODY
                + "</article></body></html>");
    }

    private static String day(PageFacts facts) {
        PublicationDate date = facts.imprint().published();
        return date == null ? "none" : date.day() + " " + date.from().label();
    }

    private static String outlet(Imprint imprint) {
        Imprint.Origin from = imprint.outletFrom();
        return from == null ? "none" : imprint.outlet() + " " + from.label();
    }

    private static String linked(String fields) {
        return "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'%s',%s}</script>"
                .formatted(TITLE, fields)
                .replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // names of systems
                "<meta property='article:published_time' content='2021-03-08T09:00:00+01:00'> | 2021-03-08 meta",
                "<meta itemprop='datePublished dateCreated' property='article:published' content='2021-03-08T09:00:00Z'> | 2021-03-08 meta",
                "<meta name='parsely-pub-date' content='2021-03-08T09:00:00Z'> | 2021-03-08 meta",
                "<meta name='sailthru.date' content='2021-03-08 09:00:00'> | 2021-03-08 meta",
                "<meta name='DC.date.issued' content='2021-03-08'> | 2021-03-08 meta",
                "<meta name='dcterms.date' content='2021-03-08T06:56-05:00'> | 2021-03-08 meta",
                "<meta name='citation_publication_date' content='2021/03/08'> | 2021-03-08 meta",
                "<meta name='cXenseParse:recs:publishtime' content='2021-03-08T09:00:00Z'> | 2021-03-08 meta",
                "<meta property='og:article:published_time' content='Mon, 08 Mar 2021 10:00:00 GMT'> | 2021-03-08 meta",
                "<meta name='pubdate' content='March 8, 2021 13:42'> | 2021-03-08 meta",
                "<meta name='article_date_original' content='Monday, March 08, 2021, 06:51 AM'> | 2021-03-08 meta",
                "<meta name='publish-date' content='20210308'> | 2021-03-08 meta",
                "<meta name='published' content='1615194000'> | 2021-03-08 meta",
                "<meta name='publish_time' content='1615194000000'> | 2021-03-08 meta",
                // what is no publication
                "<meta property='article:modified_time' content='2021-03-08T09:00:00Z'> | none",
                "<meta property='article:expiration_time' content='2021-03-08'> | none",
                "<meta itemprop='foundingDate' content='1851-09-18'> | none",
                "<meta name='dcterms.dateCopyrighted' content='2021'> | none",
                "<meta name='video:published' content='2021-03-08'> | none",
                // what cannot be read gives way to what can
                "<meta property='article:published_time' content='0001-01-01T00:00:00Z'><meta name='pubdate' content='2021-03-08'> | 2021-03-08 meta",
                "<meta property='article:published_time' content='2021-02-31'> | none",
                "<meta property='article:published_time' content='0'> | none"
            })
    void daysInMeta(String head, String day) {
        assertThat(day(page(head, ""))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<div class='timestamp'>Published 11:11 PM EST Mar 7, 2029</div> | 2029-03-07 text",
                "<p class='byline'>By Pia Dant, 7 March 2029</p> | 2029-03-07 text",
                "<p>By Pia Dant on Wednesday, March 7th, 2029 at 11:08 a.m.</p> | 2029-03-07 text",
                "<p>Posted on: 2029-03-07</p> | 2029-03-07 text",
                "<span class='date'>Mar. 7, 2029 / 12:21 AM / Updated 14 hours ago</span> | 2029-03-07 text",
                "<span class='date'>7 March, 2029 05:47</span> | 2029-03-07 text",
                "<time class='published' datetime='2029-03-07T10:00:00Z'>2 days ago</time> | 2029-03-07 meta",
                "<p>Veröffentlicht am 7. März 2029</p> | 2029-03-07 text",
                "<p>Текст: Венера Ерова · 7 марта 2029</p> | 2029-03-07 text",
                "<p class='data'>quarta-feira, 7 de março de 2029 às 20:13</p> | 2029-03-07 text",
                "<p>Published: 25/12/2029</p> | 2029-12-25 text",
                // an update, the reader's day, a caption, a day that is told of
                "<p>Updated March 9, 2029</p> | none",
                "<p>Published March 7, 2029 · Updated March 9, 2029</p> | 2029-03-07 text",
                "<p>Updated March 9, 2029 · Published March 7, 2029</p> | 2029-03-07 text",
                "<time class='entry-updated' datetime='2029-03-09'>March 9, 2029</time> | none",
                "<figure><figcaption>The pier on March 3, 2029.</figcaption></figure> | none",
                "<p>The pier broke on March 3, 2029, in the worst storm that anybody in the town remembers</p> | none",
                "<div class='comment'><time datetime='2029-03-08'>March 8, 2029</time></div> | none",
                // figures that can be read in two ways
                "<p>Published: 07/03/2029</p> | none",
            })
    void daysInSight(String around, String day) {
        assertThat(day(page("", around))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"en-US,2029-07-03", "en-GB,2029-03-07", "fr,2029-03-07", "en,none", "en-CA,none"})
    void figuresAreReadAsThePagesLandWritesThem(String language, String day) {
        PageFacts facts = read("<html lang='" + language + "'><body><article><h1>" + TITLE
                + "</h1><p>Published: 07/03/2029</p>" + BODY + "</article>");
        assertThat(day(facts)).startsWith(day);
        assertThat(facts.notes().isEmpty()).isEqualTo(!day.equals("none"));
    }

    @Test
    void anotherDayOfThePageSaysHowFiguresAreMeant() {
        assertThat(day(page("", "<p>Published: 07/03/2029</p><p>Updated: 13/03/2029</p>")))
                .isEqualTo("2029-03-07 text");
        assertThat(day(page("", "<p>Published: 07/03/2029</p><p>Updated: 07/13/2029</p>")))
                .isEqualTo("2029-07-03 text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // the printed day
                "<meta property='article:published_time' content='2029-03-08T00:25:36+00:00'> | <time datetime='2029-03-08T00:25:36+00:00'>March 7, 2029</time> | 2029-03-07 text",
                "<meta property='article:published_time' content='2029-03-07T23:30:00Z'> | <p class='date'>8 March 2029</p> | 2029-03-08 text",
                // another element's zone for the same moment; a stamp of the same minute
                "<meta property='article:published_time' content='2029-03-08T00:25:36Z'><meta name='date' content='2029-03-07T19:25:36-05:00'> | | 2029-03-07 meta",
                "<meta property='article:published_time' content='2029-03-08T04:58:46Z'><meta name='sailthru.date' content='2029-03-07 20:58:46'> | | 2029-03-07 meta",
                // the zone that an update shows
                "<meta property='article:published_time' content='2029-03-08T02:07:18Z'> | <p>Updated <time datetime='2029-03-08T05:24:29Z'>12:24 am EST, Thursday, March 8, 2029</time></p> | 2029-03-07 meta",
                // a printed update, a day far off, the same day elsewhere
                "<meta property='article:published_time' content='2029-03-07T10:00:00Z'><meta property='article:modified_time' content='2029-03-08T10:00:00Z'> | <p class='by'>March 8, 2029</p> | 2029-03-07 meta",
                "<meta property='article:published_time' content='2029-03-07T10:00:00Z'> | <p class='date'>March 3, 2029</p> | 2029-03-07 meta",
                "<meta property='article:published_time' content='2029-03-07T23:30:00-05:00'> | <p>Updated March 8, 2029</p> | 2029-03-07 meta"
            })
    void theDayIsThatOfThePagesOwnZone(String head, String around, String day) {
        assertThat(day(page(head, around == null ? "" : around))).isEqualTo(day);
    }

    @Test
    void aDayThatCannotBeReadIsNoted() {
        PageFacts facts = page(linked("'datePublished':'0001-01-01T00:00:00Z'"), "");
        assertThat(facts.imprint().published()).isNull();
        assertThat(facts.notes())
                .containsExactly(
                        "a date of publication in the page's metadata could not be read: 0001-01-01T00:00:00Z");
        assertThat(page(linked("'datePublished':''"), "").notes()).isEmpty();
    }

    @Test
    void anotherArticlesMetadataAreLeftOut() {
        String own = linked(
                "'datePublished':'2029-03-07','mainEntityOfPage':{'@id':'https://post.example/ferry'},'publisher':{'name':'Ellery Post'}");
        String other =
                "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'Ten quiet beaches','datePublished':'2024-06-01','url':'https://post.example/beaches','publisher':{'name':'Ellery Travel'}}</script>"
                        .replace('\'', '"');
        String link = "<link rel='canonical' href='https://www.post.example/ferry?utm_source=feed'>";
        for (String head : List.of(other + own + link, own + other + link, other + own)) {
            Imprint imprint = page(head, "").imprint();
            assertThat(imprint.outlet()).isEqualTo("Ellery Post");
            assertThat(imprint.published()).isNotNull();
            assertThat(imprint.published().day()).hasToString("2029-03-07");
        }
        Imprint only = page(other + link, "").imprint();
        assertThat(only.outlet()).isNull();
        assertThat(only.published()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // no address of the page is known, or none of the block's: the only block is the page's
                "'url':'https://post.example/ferry' | | 2029-03-07 json-ld",
                "'about':'x' | <link rel='canonical' href='https://post.example/ferry'> | 2029-03-07 json-ld",
                // the site's front page is no address of an article
                "'url':'https://post.example/' | <link rel='canonical' href='https://post.example/ferry'> | 2029-03-07 json-ld",
                "'mainEntityOfPage':'/ferry' | <meta property='og:url' content='https://post.example/ferry/'> | 2029-03-07 json-ld",
                "'url':'http://m.post.example/ferry/amp' | <link rel='canonical' href='https://post.example/ferry'> | 2029-03-07 json-ld",
                // another site's copy, though of the same headline
                "'url':'https://other.example/ferry' | <link rel='canonical' href='https://post.example/ferry'> | none",
                "'url':'https://post.example/story?id=2' | <link rel='canonical' href='https://post.example/story?id=1'> | 2029-03-07 json-ld"
            })
    void aBlockIsThePagesByItsAddress(String fields, String head, String day) {
        assertThat(day(page((head == null ? "" : head) + linked("'datePublished':'2029-03-07'," + fields), "")))
                .isEqualTo(day);
    }

    @Test
    void aCheckGivesItsOwnDayAndCheckerAndNeverItsVerdict() {
        Imprint imprint = page("""
                        <script type="application/ld+json">{"@graph":[{"@type":"Organization","@id":"#o","name":"Sedd Checks"},
                        {"@type":"ClaimReview","datePublished":"2029-03-08","author":{"@id":"#o"},"claimReviewed":"The ferry never ran",
                        "itemReviewed":{"@type":"Claim","datePublished":"2029-01-01","author":{"@type":"Person","name":"Ole Brun"}},
                        "reviewRating":{"alternateName":"False"}}]}</script>""", "").imprint();
        assertThat(imprint.published()).isNotNull();
        assertThat(imprint.published().day()).hasToString("2029-03-08");
        assertThat(imprint.outlet()).isEqualTo("Sedd Checks");
        assertThat(imprint.title()).isEqualTo(TITLE);
        assertThat(imprint.authors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'publisher':{'name':'Ellery Post'} | <meta property='og:site_name' content='Post Online'> | Ellery Post json-ld",
                "'publisher':'Ellery Post' | | Ellery Post json-ld",
                "'publisher':[{'@type':'Organization','name':'Ellery Post'}] | | Ellery Post json-ld",
                "'publisher':{'name':['Ellery Post','EP']} | | Ellery Post json-ld",
                // platforms, wires, companies
                "'publisher':{'name':'Blogger'} | <meta property='og:site_name' content='Ellery Today'> | Ellery Today meta",
                "'publisher':{'name':'WordPress.com'} | | none",
                "'publisher':{'@type':'Person','name':'Lena Orrick'} | | none",
                "'publisher':{'name':'Associated Press'} | <meta property='og:site_name' content='Ellery Post'> | Ellery Post meta",
                "'publisher':{'name':'Associated Press'} | | Associated Press json-ld",
                "'publisher':{'name':'Ellery Post Ltd'} | <meta property='og:site_name' content='Ellery Post'> | Ellery Post meta",
                "'publisher':{'name':'Harbour Media Group'} | <meta property='og:site_name' content='Ellery Post'><link rel='canonical' href='https://ellerypost.example/a'> | Ellery Post meta",
                "'publisher':{'name':'EP News Service'} | <meta property='og:site_name' content='Ellery Post'><link rel='canonical' href='https://ellerypost.example/a'> | Ellery Post meta",
                // initials are the same name; a title alone is no witness against a publisher
                "'publisher':{'name':'Ellery Island News Agency'} | <meta property='og:site_name' content='EINA'><title>Ferry to run again after the storm - EINA</title><link rel='canonical' href='https://eina.example/a'> | Ellery Island News Agency json-ld",
                "'publisher':{'name':'Ellery Post'} | <title>Ferry to run again after the storm - Island Voices</title> | Ellery Post json-ld",
                // what is no name
                "'publisher':{'name':'https://post.example'} | <meta property='og:site_name' content='@elleryPost'> | none",
                "'publisher':{'name':''} | <meta property='og:site_name' content='U.S.'> | none",
                "'publisher':{'name':'Ferry to run again after the storm'} | | none"
            })
    void outlets(String fields, String head, String outlet) {
        Imprint imprint = page((head == null ? "" : head) + linked(fields), "").imprint();
        assertThat(outlet(imprint)).isEqualTo(outlet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ferry to run again after the storm – The Ellery Post | | The Ellery Post",
                "Ferry to run again after the storm — World — The Ellery Post | | The Ellery Post",
                "Opinion · Ferry to run again after the storm - The Ellery Post | | The Ellery Post",
                "The ferry runs: what you need to know - Ellery Post | https://www.ellerypost.example/a | Ellery Post",
                "Ellery Post: Ferry to run again after the storm | https://www.ellerypost.example/a | Ellery Post",
                // parts of a paper, other words, a headline with a dash
                "Ferry to run again after the storm - World News | | none",
                "Ferry to run again after the storm - Politics | | none",
                "The ferry runs: what you need to know - The council decides | | none",
                "Ferry to run again after the storm | | none",
                "Watch: Ferry to run again after the storm | | none"
            })
    void outletsBesideTheTitle(String title, String address, String outlet) {
        String link = address == null ? "" : "<link rel='canonical' href='" + address + "'>";
        Imprint imprint = page("<title>" + title + "</title>" + link, "").imprint();
        assertThat(imprint.outlet() == null ? "none" : imprint.outlet()).isEqualTo(outlet);
        assertThat(imprint.title()).isEqualTo(TITLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<h1>Ferry to run again after the storm</h1>",
                "<h1 class='site-title'><a href='/'>Ellery Post</a></h1><article><h1 class='entry-title'>Ferry to run again after the storm</h1></article>",
                "<h1><img src='logo.png'></h1><h1>Ferry to run again after the storm</h1>",
                "<h1>World</h1><h2 class='headline'>Ferry to run again after the storm</h2>",
                "<h1>Games</h1><h1>Life</h1><h1>Ferry to run again after the storm</h1><h1>Join our free letter about ferries</h1>",
                "<header><h1>Ellery Post</h1></header><h2>Ferry to run again after the storm</h2>",
                "<h1><span class='kicker'>Islands</span> Ferry to run again after the storm</h1>",
                "<h1></h1><p><b>Ferry to run again after the storm</b></p>",
                "<div itemprop='headline'>Ferry to run again after the storm</div>",
                "<aside><h1>Storm to break the pier again, experts fear</h1></aside><h1>Ferry to run again after the storm</h1>",
                "<main><h1>Ferry to run again after the storm</h1></main><h1><a href='/x'>Guards deny that they left the pier</a></h1>"
            })
    void printedHeadlines(String body) {
        String head =
                "<title>Ferry to run again after the storm | Ellery Post</title><meta property='og:site_name' content='Ellery Post'>";
        assertThat(read("<html><head>" + head + "</head><body>" + body + BODY + "</body></html>")
                        .imprint()
                        .title())
                .isEqualTo(TITLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // the printed headline goes before the one for search engines, whatever words it has
                "<article><h1 class='headline'>Boats sail</h1></article> | Why is the Ellery ferry back? | Boats sail",
                "<h1>Boats sail</h1> | Why is the Ellery ferry back? | Boats sail",
                "<article><h1>Boats sail once more off the coast</h1></article> | Why is the Ellery ferry back? | Boats sail once more off the coast",
                // without one, the stated title without the site's name
                "<h1>Ellery Post</h1> | Why is the ferry back? - Ellery Post | Why is the ferry back?",
                "<h1>World</h1> | Why is the ferry back? » Islands | Why is the ferry back? » Islands",
                "<p>x</p> | Milan – a town – Ellery Post | Milan – a town"
            })
    void searchEnginesHeadlinesGiveWay(String body, String stated, String title) {
        String head = "<meta property='og:title' content='" + stated
                + "'><meta property='og:site_name' content='Ellery Post'>";

        assertThat(read("<html><head>" + head + "</head><body>" + body + BODY + "</body></html>")
                        .imprint()
                        .title())
                .isEqualTo(title);
    }

    private static String who(PageFacts facts) {
        Imprint imprint = facts.imprint();
        return imprint.byline() + " " + imprint.authors() + " " + imprint.credit();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'author':'Pia Dant' | Pia Dant [Pia Dant] null",
                "'author':{'@type':'Person','name':'Pia Dant'} | Pia Dant [Pia Dant] null",
                "'author':[{'@type':'Person','name':'Pia Dant'},{'@type':'Person','name':'Ole Brun'}] | Pia Dant, Ole Brun [Pia Dant, Ole Brun] null",
                "'author':'Pia Dant and Ole Brun' | Pia Dant and Ole Brun [Pia Dant, Ole Brun] null",
                "'author':'By PIA DANT, AP Sports Writer' | By PIA DANT, AP Sports Writer [PIA DANT] AP",
                "'author':{'@type':'Organization','name':'AFP'} | AFP [] AFP",
                "'author':{'@type':'Person','name':'Pia Dant, Ellerypost.example'} | Pia Dant, Ellerypost.example [Pia Dant] null",
                "'author':'Reuters','publisher':'Reuters' | Reuters [] null",
                "'author':'Reuters Staff' | Reuters Staff [] Reuters",
                "'author':'Pia Dant','sourceOrganization':{'name':'Agence France-Presse'} | Pia Dant [Pia Dant] AFP",
                // posts, desks, accounts and addresses are no people
                "'author':'Staff' | Staff [] null",
                "'author':'admin' | admin [] null",
                "'author':'News Desk' | News Desk [] null",
                "'author':'webmaster@post.example' | webmaster@post.example [] null",
                "'author':'https://post.example/pia' | null [] null",
                "'author':{'name':'Ellery Post'},'publisher':'Ellery Post' | Ellery Post [] null",
                "'author':{} | null [] null"
            })
    void authorsInJsonLd(String fields, String who) {
        assertThat(who(page(linked(fields), ""))).isEqualTo(who);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<div class='byline'>By Pia Dant</div> | By Pia Dant [Pia Dant] null",
                "<p>By Pia Dant in Port Ellery and Ole Brun</p> | By Pia Dant in Port Ellery and Ole Brun [Pia Dant, Ole Brun] null",
                "<div class='author'><a rel='author' href='/pia'>Pia Dant</a></div> | Pia Dant [Pia Dant] null",
                "<span itemprop='author'>Pia Dant</span> | Pia Dant [Pia Dant] null",
                "<p class='byline'>By Pia Dant @piadant 7 March 2029, 10:15</p> | By Pia Dant [Pia Dant] null",
                "<p class='byline'>Reuters</p> | Reuters [] Reuters",
                "<p class='byline'>Tom Dahl Associated Press</p> | Tom Dahl Associated Press [Tom Dahl] AP",
                // no byline: a boat's name, another story's author, a biography
                "<p>By boat, by train and on foot they came</p> | null [] null",
                "<div class='related'><p class='byline'>By Ole Brun</p></div> | null [] null",
                "<div class='authored'><p>Free Ferry Tickets for readers of the letter</p></div> | null [] null",
                "<p class='author-bio'>Pia Dant writes about ferries.</p> | null [] null"
            })
    void bylinesInSight(String around, String who) {
        assertThat(who(page("", around))).isEqualTo(who);
    }

    @Test
    void theWireThatSuppliedIsCreditWhereJsonLdCallsItThePublisher() {
        Imprint imprint = page(
                        "<meta property='og:site_name' content='Ellery Post'>"
                                + linked("'publisher':{'name':'Associated Press'}"),
                        "")
                .imprint();
        assertThat(imprint.credit()).isEqualTo("AP");
        assertThat(page(linked("'publisher':{'name':'Reuters'}"), "").imprint().credit())
                .isNull();
    }

    @Test
    void thePageIsLeftAsItIs() {
        var page = Jsoup.parse(
                "<html><body><h1><span class='kicker'>World</span> " + TITLE + "</h1>" + BODY + "</body></html>");
        String before = page.outerHtml();
        PageFacts.of(page);
        assertThat(page.outerHtml()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<div itemprop='publisher' itemscope itemtype='https://schema.org/Organization'><meta itemprop='name' content='The Ellery Post'></div><span itemprop='author'><b itemprop='name'>Lena Holt</b></span> | The Ellery Post meta | [Lena Holt]",
                "<span property='publisher' typeof='Organization'><span property='name'>The Ellery Post</span></span><i property='schema:author'>Lena Holt</i> | The Ellery Post meta | [Lena Holt]",
                "<div class='h-entry'><div class='p-author h-card'><a class='p-name' href='/l'>Lena Holt</a></div></div> | none | [Lena Holt]",
                // those of others
                "<div class='comment'><span itemprop='author'>Mara Tolk</span></div> | none | []",
                "<div itemprop='publisher' itemtype='https://schema.org/Person'><b itemprop='name'>Lena Holt</b></div> | none | []",
                "<div itemprop='publisher'><b itemprop='name'>www.post.example</b></div> | none | []"
            })
    void factsInTheMarkupOfElements(String around, String outlet, String authors) {
        Imprint imprint = page("", around).imprint();
        assertThat(outlet(imprint)).isEqualTo(outlet);
        assertThat(imprint.authors()).hasToString(authors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<title>Ferry back - post.example</title><meta name='application-name' content='The Ellery Post'><link rel='canonical' href='https://post.example/1'> | The Ellery Post meta",
                "<meta property='og:site_name' content='post.example'><meta name='application-name' content='The Ellery Post'> | The Ellery Post meta",
                "<meta property='og:site_name' content='Post.example'><meta name='application-name' content='Post App'> | Post.example meta",
                "<meta property='og:site_name' content='post.example'> | post.example meta"
            })
    void anAddressStandsForTheNameWhereNothingElseDoes(String head, String outlet) {
        assertThat(outlet(page(head, "").imprint())).isEqualTo(outlet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<div><h1>Pier lost</h1>%s</div> | Pier lost",
                "<header><h1>World News</h1></header><div>%s</div> | Ellery loses its long jetty",
                "<header><h1>Ellery</h1></header><div>%s</div> | Ellery loses its long jetty"
            })
    void aShortHeadingOverTheTextIsItsHeadline(String body, String title) {
        PageFacts facts = read("<html><head><title>Ellery loses its long jetty</title></head><body>"
                + body.replace("%s", BODY) + "</body></html>");
        assertThat(facts.imprint().title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<div class='box'><h3>Hearing</h3><p class='date'>12 May 2029</p></div> | none",
                "<div class='article-meta'>Lena Holt, 8 March 2029</div> | 2029-03-08 text",
                "<p>Published: 8 March 2029</p> | 2029-03-08 text"
            })
    void aDayAmongTheParagraphsIsThatOfPublicationWhereItSaysSo(String between, String day) {
        String[] paragraphs = BODY.split("(?<=</p>)");
        PageFacts facts =
                read("<html><body><h1>" + TITLE + "</h1>" + paragraphs[0] + between + paragraphs[1] + "</body></html>");
        assertThat(day(facts)).isEqualTo(day);
    }

    @Test
    void damagedMetadataAreTold() {
        assertThat(page("<script type='application/ld+json'>{\"headline\": \"The \"pier\" is</script>", "")
                        .notes())
                .anyMatch(note -> note.contains("JSON-LD"));
    }
}

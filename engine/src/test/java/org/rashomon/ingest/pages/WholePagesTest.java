package org.rashomon.ingest.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.ReadResult;

/** What stays of a page and what goes: each kind with its near misses. */
class WholePagesTest {
    private static final String TITLE = "Storm breaks the long pier at Port Ellery";
    private static final List<String> PROSE = List.of(
            "A storm broke the long pier at Port Ellery on Monday night, and two ferries were torn from their moorings.",
            "“We heard the timbers go one after the other,” harbour pilot Ada Brandt told reporters at the gate.",
            "The harbour office said that nobody was hurt, and that divers would look at the piles in the morning.",
            "Fishermen in the town said that they had warned of the rotten piles for years, and that nobody had listened.",
            "The ferry company said that passengers would be taken by bus to the next port until the summer.",
            "Traders on the island said that they had stores for three weeks, and that flour would run out first.");
    private static final String DENIAL =
            "Council leader Jonas Reik denied that the council had known of the rotten piles.";

    /** The page with something between its third and its fourth paragraph. */
    private static String page(String between) {
        return page("", between, "");
    }

    private static String page(String before, String between, String behind) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + TITLE
                + "</title></head><body><nav><a href=\"/\">Home</a> <a href=\"/n\">News</a></nav><main><article><h1>"
                + TITLE
                + "</h1>" + before + paragraphs(0, 3) + between + paragraphs(3, 6) + behind
                + "</article></main><footer>Copyright The Ellery Post</footer></body></html>";
    }

    private static String paragraphs(int from, int to) {
        StringBuilder html = new StringBuilder();
        PROSE.subList(from, to).forEach(text -> html.append("<p>").append(text).append("</p>\n"));
        return html.toString();
    }

    private static List<Article> readAll(String html) {
        List<Article> articles = new ArrayList<>();
        Readers.standard().read("a.html", new ByteArrayInputStream(html.getBytes(UTF_8)), result -> {
            assertThat(result).isInstanceOf(ReadResult.Read.class);
            articles.add(((ReadResult.Read) result).article());
        });
        return articles;
    }

    /** The article, which holds all of the standing paragraphs. */
    private static Article read(String html) {
        Article article = readAll(html).get(0);
        assertThat(article.readText()).contains(PROSE);
        return article;
    }

    private static Set<Block.Mark> marks(Article article, String text) {
        return article.blocks().stream()
                .filter(block -> block.span().in(article.text()).contains(text))
                .findFirst()
                .orElseThrow()
                .marks();
    }

    static Stream<String> wrappedDenials() {
        return Stream.of(
                "<p aria-hidden=\"true\">%s</p>",
                "<p hidden>%s</p>",
                "<p style=\"display: none\">%s</p>",
                "<div class=\"metered\" style=\"visibility:hidden\"><p>%s</p></div>",
                "<section aria-hidden=\"true\"><p>%s</p></section>",
                "<div class=\"subscriber-only\"><p>%s</p></div>",
                "<p class=\"has-ad\">%s</p>",
                "<p class=\"print-only\">%s</p>",
                "<div class=\"skip-target\"><p>%s</p></div>",
                "<div class=\"promo-paragraph\">%s</div>",
                "<p class=\"meta\">%s</p>",
                "<div class=\"social-text\"><p>%s</p></div>",
                "<div class=\"related-content\"><p>%s</p></div>",
                "<aside><p>%s</p></aside>",
                "<div class=\"widget\"><div class=\"text\"><p>%s</p></div></div>",
                "<p><a href=\"https://council.example/7\">%s</a></p>",
                "<p><span class=\"print\">%s</span></p>",
                "<p><b><a href=\"/s\">%s</a></b></p>",
                "<section subscriptions-section=\"content\" subscriptions-display=\"granted\"><p>%s</p></section>",
                "<div class=\"inset\"><h3>What the council says</h3><p>%s</p></div>",
                "<aside class=\"infobox\"><h3>What the council says</h3><p>%s</p></aside>",
                "<ul><li>The mayor said that he had not been told.</li><li><a href=\"/x\">%s</a></li></ul>",
                "<blockquote><a href=\"/x\">%s</a></blockquote>",
                "<div class=\"ad-slot-wrapper\"><p>%s</p><div class=\"ad\">Advertisement</div></div>",
                "<div class=\"desktop\"><p>%s</p></div><div class=\"mobile\" hidden><p>%s</p></div>",
                "<noscript><p>%s</p></noscript>",
                "<figure class=\"quote\"><blockquote>%s</blockquote></figure>",
                "<table><tr><td>%s</td></tr></table>");
    }

    @ParameterizedTest
    @MethodSource("wrappedDenials")
    void aParagraphThatReadsLikeTheArticleStaysWhateverItsElementIsCalled(String wrapping) {
        String wrapped = wrapping.replace("%s", DENIAL);
        assertThat(read(page(wrapped)).readText()).contains(DENIAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p hidden>%s</p>
            <p class="subscriber-only">%s</p>
            <div class="paywall" aria-hidden="true"><p>%s</p></div>
            <div class="print-only"><p>%s</p></div>
            """)
    void soItDoesAtTheArticlesEdges(String wrapping) {
        String wrapped = wrapping.replace("%s", DENIAL);
        assertThat(read(page("", "", wrapped)).readText()).contains(DENIAL);
        assertThat(read(page(wrapped, "", "")).readText()).contains(DENIAL);
    }

    static Stream<String> misleadingNames() {
        return Stream.of(
                "related",
                "newsletter-text",
                "comment",
                "social-embed",
                "teaser",
                "promo",
                "advert",
                "sponsored",
                "sidebar",
                "recommended",
                "read-more",
                "tags",
                "menu",
                "footer",
                "trending",
                "rating",
                "signup",
                "outbrain",
                "cookie");
    }

    @ParameterizedTest
    @MethodSource("misleadingNames")
    void aParagraphAmongThoseOfTheArticleStaysWhateverItIsNamed(String name) {
        for (String html : List.of("<p class=\"NAME\">%s</p>", "<div class=\"NAME\">%s</div>")) {
            String named = html.replace("NAME", name).replace("%s", DENIAL);
            assertThat(read(page(named)).readText()).contains(DENIAL);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <div class="related"><p>Council leader <a href="/reik">Jonas Reik</a> denied that the council had known.</p></div> | denied that the council had known
            <p class="related">Council leader Jonas Reik denied that the council had known.</p> | denied that the council had known
            """)
    void aNamedParagraphThatSaysSomethingStays(String html, String said) {
        assertThat(read(page(html)).readText()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <div class="related"><p>The council of Quellin said that it would sell its museum. <a href="/m">Read on</a></p></div> | museum
            <div class="comment"><p>They all knew it.</p></div><div class="comment"><p>Shame on them.</p></div>                    | Shame
            <div class="comment" hidden><p>The council lied to us all.</p></div>                                                  | lied
            <div class="comment"><a href="/u/7">mara77</a><p>The council lied to us all.</p></div>                                | lied
            <p class="promo"><a href="/m">Museum to be sold to a foreign buyer</a></p>                                            | foreign buyer
            """)
    void whatOthersSayThereAndTeasersGo(String html, String gone) {
        assertThat(read(page(html)).readText()).doesNotContain(gone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Jonas Reik denied on Tuesday that the council</p><p>had known of the piles.</p>                         | Jonas Reik denied on Tuesday that the council had known of the piles.
            <p>Jonas Reik denied that the council</p><div class="ad">Advertisement</div><p>had known of the piles.</p> | Jonas Reik denied that the council had known of the piles.
            <p>Jonas Reik denied in a</p><p><a href="/l">letter to the town of Quellin</a></p><p>that he knew.</p>     | Jonas Reik denied in a letter to the town of Quellin that he knew.
            <p>“We never saw a report,</p><p>and nobody showed us one,” Jonas Reik said.</p>                           | “We never saw a report, and nobody showed us one,” Jonas Reik said.
            """)
    void aSentenceThatSeveralElementsShareIsOne(String html, String sentence) {
        for (Article article : List.of(read(page(html)), read(page(html, "", "")), read(page("", "", html)))) {
            assertThat(bodies(article)).contains(sentence);
        }
    }

    private static List<String> bodies(Article article) {
        return article.blocks().stream()
                .filter(block -> block.role() == BlockRole.BODY)
                .map(block -> block.span().in(article.text()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Reik said in a statement:</p><p>“The council never saw a report”</p>              | “The council never saw a report”
            <p>The mayor wrote:</p><ul><li>The council knew</li><li>It told nobody of it</li></ul> | It told nobody of it
            <p>Council leader Jonas Reik denied that the council had known of it</p>              | Council leader Jonas Reik denied that the council had known of it
            """)
    void runningTextWithoutAStopIsBody(String html, String said) {
        assertThat(bodies(read(page(html)))).contains(said);
        assertThat(bodies(read(page("", "", html)))).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Council denies it</p>                    | Council denies it
            <p><strong>The rotten piles</strong></p>    | The rotten piles
            <p>1.2K Shares · 34 comments</p>            | 1.2K Shares · 34 comments
            <p>Story continues below</p>                | Story continues below
            <p>Write to Lena Holt at lena@post.example</p> | Write to Lena Holt at lena@post.example
            """)
    void labelsAreNoRunningText(String html, String label) {
        assertThat(bodies(read(page("", "", html)))).doesNotContain(label);
    }

    @Test
    void hiddenParagraphsAreMarkedAndThoseShownAreNot() {
        Article article = read(page("<p aria-hidden=\"true\">" + DENIAL + "</p>"));
        assertThat(marks(article, DENIAL)).containsExactly(Block.Mark.HIDDEN);
        assertThat(marks(article, PROSE.get(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <div class="related"><h3>Related</h3><p>The council of Quellin said on Friday that it would sell its museum.</p></div> | sell its museum
            <aside class="promo"><h4><a href="/m">Museum to be sold</a></h4><p>The council of Quellin would sell its museum.</p></aside> | sell its museum
            <div class="newsletter-box"><p>Get our island letter, every day, for free, in your mailbox.</p></div> | island letter
            <ul class="more-stories"><li><a href="/1">Museum sold.</a></li><li><a href="/2">Ferry line to close.</a></li></ul> | Ferry line
            <div hidden><p>Please enter a valid email address.</p></div> | valid email
            <p><a href="/x">Read the letter in which the council asked for money.</a></p> | asked for money
            <p><a href="/x">Museum to be sold to a foreign buyer</a></p> | foreign buyer
            <a href="/x"><div><p>The council of Quellin said on Friday that it would sell its museum.</p></div></a> | sell its museum
            <div class="pull-quote"><p>“We heard the timbers go one after the other.”</p></div> | other.”
            <div class="comments"><p>Piles: <a href="/u/7">mara77</a> said they were fine. <a href="/r">Reply</a></p></div> | mara77
            <p class="byline">By Lena Holt</p> | Lena Holt
            <div id="comments" hidden><p>mara77: I saw the timbers go, and the council lied to us all.</p></div> | mara77
            <p><strong>READ MORE: <a href="/x">Museum to be sold to a foreign buyer.</a></strong></p> | foreign buyer
            """)
    void whatOnlyStandsAmongTheParagraphsGoes(String between, String gone) {
        assertThat(read(page(between)).readText()).doesNotContain(gone);
        assertThat(read(page("", "", between)).readText()).doesNotContain(gone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <div class="correction"><p>Correction, 9 March: %s</p></div> | An earlier version of this article said that the pier was new.
            <div class="notes"><h4>Correction</h4><p>%s</p></div> | The ferry company owns two ferries and not three.
            <aside class="editors-note"><p>%s</p></aside> | The harbour office employs nine divers, not ninety.
            <footer><p>%s</p></footer> | This article was amended on 9 March 2029 to add the council's denial.
            <p><em>%s</em></p> | Clarification: The bus will leave from the market, and not from the pier.
            <div class="meta"><p>%s</p></div> | This story originally misstated the name of the harbour pilot.
            """)
    void correctionsStayAndAreMarked(String wrapping, String note) {
        Article article = read(page("", "", wrapping.replace("%s", note)));
        assertThat(article.readText()).contains(note);
        assertThat(marks(article, note)).contains(Block.Mark.CORRECTION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <div class="corrections"><p>If you see a mistake, please tell us by the form below.</p></div>
            <footer><a href="/c">Corrections and clarifications</a></footer>
            """)
    void aCallForCorrectionsIsNone(String behind) {
        assertThat(read(page("", "", behind)).blocks())
                .noneMatch(block -> block.marks().contains(Block.Mark.CORRECTION));
    }

    static Stream<String> posts() {
        String said = "<p>We never saw a report on the piles. Show it to us.</p>";
        return Stream.of(
                "<div class=\"embed social-embed\"><blockquote class=\"twitter-tweet\">" + said
                        + "&mdash; Jonas Reik (@jreik) <a href=\"https://soc.example/1\">March 7, 2029</a></blockquote></div>",
                "<aside><blockquote class=\"mastodon-embed\">" + said
                        + "<footer>Jonas Reik (@jreik)</footer></blockquote></aside>",
                "<div class=\"telegram-post\">" + said + "<div class=\"author\">Jonas Reik (@jreik)</div></div>",
                "<figure class=\"social\"><blockquote class=\"fb-post\">" + said
                        + "<cite>Jonas Reik (@jreik)</cite></blockquote></figure>");
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aPostStaysWithWhoWroteIt(String post) {
        Article article = read(page(post));
        assertThat(article.text())
                .contains("We never saw a report on the piles.")
                .contains("Jonas Reik (@jreik)");
        assertThat(marks(article, "We never saw")).contains(Block.Mark.EMBEDDED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <h2 class="sub-headline">%s</h2> | Town says the council let its pier rot and hid the reports
            <div class="article-meta"><p class="dek">%s</p></div> | Town says the council let its pier rot and hid the reports
            <div class="summary">%s</div> | The mayor accused the council of hiding the reports on the piles.
            <details open><summary>%s</summary></details> | The mayor accused the council of hiding the reports on the piles.
            <div class="lede-box promo"><p>%s</p></div> | The mayor accused the council of hiding the reports on the piles.
            <h2>%s</h2> | Town says the council let its pier rot and hid the reports
            """)
    void theStandfirstStays(String wrapping, String words) {
        String html = page("").replace(
                        "<main><article><h1>" + TITLE + "</h1>",
                        "<main><header><h1>" + TITLE + "</h1>" + wrapping.replace("%s", words) + "</header><article>");
        assertThat(read(html).readText()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Jonas Reik said that he had <del>known</del> not known.</p>                               | Jonas Reik said that he had not known.
            <p>Jonas Reik said that he had <s>known</s> <ins>never known</ins>.</p>                      | Jonas Reik said that he had never known.
            <del><p>Jonas Reik admitted that he had known.</p></del><p>Jonas Reik denied that he had.</p> | Jonas Reik denied that he had.
            """)
    void whatThePageTookBackIsNotSaid(String html, String left) {
        assertThat(read(page(html)).text()).contains(left).doesNotContain("had known");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <span class="sr-only">, opens new tab</span>
            <span style="position:absolute;clip:rect(0 0 0 0);height:1px">, opens new tab</span>
            <i hidden>, opens new tab</i>
            <span class="xq7">, opens new tab</span>
            <small style="display:none">, opens new tab</small>
            """)
    void wordsOutOfSightAreCutFromTheSentence(String hushed) {
        String html = page("<p>Jonas Reik said in <a href=\"/s\">a letter" + hushed + "</a> that he had not known.</p>")
                .replace(
                        "</head>",
                        "<style>.a{color:red}.xq7{position:absolute; left: -9999px}@media print{.b{display:none}}</style></head>");
        assertThat(read(html).text())
                .contains("Jonas Reik said in a letter that he had not known.")
                .doesNotContain("opens new tab");
    }

    @Test
    void wordsThatOnlyPrintersHideStay() {
        String html =
                page("<p>Jonas Reik said that he had <span class=\"b\">not</span> known of it <span aria-hidden=\"true\">at all</span>.</p>")
                        .replace("</head>", "<style>@media print{.b{display:none}}</style></head>");
        assertThat(read(html).text()).contains("Jonas Reik said that he had not known of it at all.");
    }

    @Test
    void aDeclarativeShadowRootIsPartOfThePage() {
        String html = page("").replace("<main>", "<x-story><template shadowrootmode=\"open\">")
                .replace("</main>", "</template></x-story>");
        assertThat(read(html).title()).isEqualTo(TITLE);
    }

    @Test
    void anArticleForThoseWithoutScriptsIsRead() {
        read(page("").replace("<main>", "<div id=\"app\">Loading</div><noscript>")
                .replace("</main>", "</noscript>"));
    }

    private static String linked(String articleBody) {
        return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"" + TITLE
                + "\",\"articleBody\":\"" + articleBody + "\"}</script></head>";
    }

    @ParameterizedTest
    @CsvSource({"\\n", "' '", "''"})
    void whatTheMetadataHoldBeyondThePageIsAddedOnce(String between) {
        String body = String.join(between, PROSE) + between + DENIAL;
        String html = page("").replace("</head>", linked(body))
                .replace(paragraphs(3, 6), "<div class=\"gate\">Continue reading with a plan.</div>");
        Article article = read(html);
        assertThat(article.text())
                .containsOnlyOnce(PROSE.get(0))
                .containsOnlyOnce(PROSE.get(4))
                .containsOnlyOnce(DENIAL);
        assertThat(marks(article, DENIAL)).containsExactly(Block.Mark.METADATA);
        assertThat(marks(article, PROSE.get(0))).isEmpty();
        assertThat(article.text().indexOf(PROSE.get(2)))
                .isLessThan(article.text().indexOf(PROSE.get(3)));
    }

    @Test
    void theMetadataOfAnotherArticleAddNothing() {
        String other =
                "The museum of Quellin opened its doors on Thursday after nine months of works. Visitors queued along the canal to see"
                        + " the galleries. City councillor Mara Tolk said that the works had cost twice what was planned.";
        assertThat(read(page("").replace("</head>", linked(other))).text()).doesNotContain("museum");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <div class="gate"><h2>Join the Post for access to this content</h2><p>Plus special access to premium content with your account, free of charge.</p><p>Please enter a valid email address.</p></div> | premium content;valid email;Join the Post
            <section class="offer"><p>You have 2 free articles left this month.</p><p>Sign in to read more stories, or create a free account.</p></section> | free articles;create a free account
            <div class="box"><p>We use cookies and ask for your consent. You can manage your preferences at any time.</p></div> | cookies
            <div><p>Open this story in the app.</p><p>Get the app for the best experience on your phone.</p></div> | Get the app
            <div class="c-wall"><h3>Want to keep reading?</h3><p>Register for a free account, and get access to three stories a week.</p><p>Already registered? <a href="/in">Sign in</a></p></div> | Register for a free;Already registered
            <section><p>This content is for subscribers only.</p><p>Log in or subscribe to read the full story.</p></section> | subscribers only;Log in or
            <div class="cmp"><h2>We value your privacy</h2><p>We and our partners store and access information on a device, such as cookies, and process personal data.</p><p>You can change your preferences at any time.</p></div> | information on a device;change your preferences
            <p>To see this content from the network, please accept its cookies in your settings.</p> | accept its cookies
            <section amp-access="NOT loggedIn"><p>The rest of this story is for members of the harbour club.</p></section> | harbour club
            <p>By signing up, you agree to our terms of use and our privacy policy.</p> | privacy policy
            """)
    void offersOfTheSiteAreNotRead(String offer, String gone) {
        assertThat(read(page(offer)).readText()).doesNotContain(gone.split(";"));
        assertThat(read(page(offer, "", "")).readText()).doesNotContain(gone.split(";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The harbour office said that its newsletter had warned subscribers of the rotten piles.
            “You agreed to our terms of service when you bought the ticket,” the ferry company told passengers.
            The regulator fined the ferry company for the cookies that it set without consent.
            The council asked people to enter their email address on its page to get word of the buses.
            Unlimited access to the pier was a promise of the council, residents said.
            """)
    void reportsOfOffersAreRead(String sentence) {
        assertThat(read(page("<p>" + sentence + "</p>")).readText()).contains(sentence);
        assertThat(read(page("<div class=\"text\"><p>" + sentence + "</p></div>"))
                        .readText())
                .contains(sentence);
    }

    private static final String MUSEUM =
            "<p>The maritime museum in Quellin opened its doors on Thursday, and visitors queued along the canal.</p>"
                    + "<p>“The mud is gone and the ships are dry,” curator Abel Norin said, and he thanked the volunteers.</p>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <article class="entry"> | </article> | <article class="entry"><h2>Museum reopens</h2><time datetime="2029-02-01">1 Feb</time>%s</article>
            <div class="post"> | </div> | <div class="post"><h2><a href="/m">Museum reopens</a></h2>%s</div>
            <section class="story"> | </section> | <section class="story"><h2>Museum reopens</h2><time>1 Feb</time>%s</section>
            <article> | </article> | <div class="next"><article><h3><a href="/m">Museum reopens</a></h3>%s</article></div>
            """)
    void otherArticlesOfThePageAreLeftOut(String opens, String closes, String other) {
        String html = "<!DOCTYPE html><html><head><title>The Post</title><meta property=\"og:title\" content=\"" + TITLE
                + "\"></head><body><div class=\"feed\">" + other.replace("%s", MUSEUM) + opens + "<h2>" + TITLE
                + "</h2>"
                + paragraphs(0, 6) + closes
                + other.replace("%s", MUSEUM.replace("museum", "museum annex")) + "</div></body></html>";
        List<Article> articles = readAll(html);
        assertThat(articles).hasSize(1);
        assertThat(articles.get(0).text())
                .contains(PROSE)
                .doesNotContain("curator")
                .doesNotContain("annex");
        assertThat(whyNot(html))
                .anyMatch(line -> line.reason().equals("another article on the page")
                        && line.text().contains("curator"));
    }

    @Test
    void anArticleThatFollowsByScrollingIsLeftOut() {
        String html = "<!DOCTYPE html><html><head><title>" + TITLE
                + "</title></head><body><div class=\"scroll\"><div class=\"wrap\"><article><h1>" + TITLE
                + "</h1>" + paragraphs(0, 6)
                + "</article></div><div class=\"wrap\"><article><h1>Museum reopens after the flood</h1>" + MUSEUM
                + "</article></div></div></body></html>";
        assertThat(read(html).text()).doesNotContain("curator");
    }

    @Test
    void aBriefUnderAHeadingOfItsOwnStays() {
        String brief =
                "<section><h2>In other towns</h2><p>The pier of Quellin stood, its harbour office said.</p></section>";
        assertThat(read(page("", "", brief)).text()).contains("The pier of Quellin stood");
    }

    @Test
    void chaptersOfOneArticleStayTogether() {
        String html = "<!DOCTYPE html><html><head><title>" + TITLE
                + "</title></head><body><main><section class=\"chapter\"><h2>" + TITLE + "</h2>" + paragraphs(0, 3)
                + "</section><section class=\"chapter\"><h2>What the town says</h2>" + paragraphs(3, 6)
                + "</section></main></body></html>";
        read(html);
    }

    @Test
    void aPageThatIsOfNoneOfItsArticlesIsSplit() {
        String html =
                "<!DOCTYPE html><html><head><title>The Post: Monday</title></head><body><div class=\"feed\"><article><h2><a href=\"https://post.example/pier\">"
                        + TITLE + "</a></h2><time datetime=\"2029-03-07\">7 March</time>" + paragraphs(0, 6)
                        + "</article><article><h2><a href=\"https://post.example/museum\">Museum reopens after the flood</a></h2><time datetime=\"2029-02-01\">1 Feb</time>"
                        + MUSEUM
                        + "</article></div></body></html>";
        List<Article> articles = readAll(html);
        assertThat(articles).extracting(Article::title).containsExactly(TITLE, "Museum reopens after the flood");
        assertThat(articles)
                .extracting(Article::url)
                .containsExactly("https://post.example/pier", "https://post.example/museum");
        assertThat(articles)
                .extracting(article -> String.valueOf(article.published()))
                .allMatch(date -> date.contains("2029"));
        assertThat(articles).extracting(Article::file).containsExactly("a.html#1", "a.html#2");
    }

    private static final List<List<String>> STORIES = List.of(
            List.of(
                    "Council of Quellin sells its museum",
                    "The council of Quellin said on Friday that it had sold the town museum to a foreign buyer.",
                    "Opposition leader Tomas Vey accused the mayor of hiding the price from the town."),
            List.of(
                    "Marsh Front denies shelling the Dorne clinic",
                    "The Marsh Front denied on Friday that its men had shelled the clinic at Dorne in the night.",
                    "“We hold no guns within thirty miles,” spokesman Iven Karr told a press conference."),
            List.of(
                    "Miners at Skell go on strike over pay",
                    "About four hundred miners at Skell stopped work on Thursday over unpaid wages, the union said.",
                    "The owner said that the wages had been paid in full, and called the strike illegal."));

    private static String several(String before, String story, String heading) {
        StringBuilder html =
                new StringBuilder("<html lang=\"en\"><head><title>The Post</title></head><body><div>" + before);
        for (List<String> one : STORIES) {
            String inner = heading.replace("%s", one.get(0)) + "<p>" + one.get(1) + "</p><p>" + one.get(2) + "</p>";
            html.append(story.replace("%s", inner));
        }
        return html + "</div></body></html>";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <div class="story">%s</div>         | <h2>%s</h2>
            <div class="content-block">%s</div> | <h3>%s</h3>
            <section class="xq7">%s</section>   | <h2>%s</h2>
            <div>%s</div>                       | <h2><a href="/s">%s</a></h2>
            <li>%s</li>                         | <h4>%s</h4>
            <table><tr><td>%s</td></tr></table> | <h2>%s</h2>
            <div class="post p-1 war">%s</div>  | <h1>%s</h1>
            <section class="part"><h2>Towns</h2><div class="st">%s</div></section> | <h3>%s</h3>
            <div class="st">%s</div>            | <p><strong>%s</strong></p>
            <div class="st">%s</div>            | <div class="hed">%s</div>
            <div><header>%s</header></div>      | <h3><a href="/s">%s</a></h3>
            %s                                  | <h2>%s</h2>
            %s                                  | <h3><a href="/s">%s</a></h3><p class="date">7 March 2029</p>
            """)
    void storiesThatAPageSetsAlikeAreArticlesEach(String story, String heading) {
        String intro = "<h1>Morning briefing: what the night brought</h1><p>Here is what you need to know.</p>";
        for (String before : List.of("", "<h1>World news</h1>", heading.contains("h1") ? "" : intro)) {
            String html = several(before, story, heading);
            List<Article> articles = readAll(html);
            assertThat(articles)
                    .extracting(Article::title)
                    .containsExactly(STORIES.stream().map(one -> one.get(0)).toArray(String[]::new));
            assertThat(articles.get(1).text())
                    .contains("Iven Karr")
                    .doesNotContain("Tomas Vey")
                    .doesNotContain("union");
            assertThat(before.isEmpty()
                            || whyNot(html)
                                    .toString()
                                    .contains(org.jsoup.Jsoup.parse(before)
                                            .select("h1")
                                            .text()))
                    .isTrue();
        }
    }

    @Test
    void storiesOfSeveralRanksAndNamesAreArticlesEach() {
        StringBuilder html = new StringBuilder("<html><head><title>The Post</title></head><body>");
        for (int i = 0; i < 3; i++) {
            String tag = i == 0 ? "h1" : "h2";
            html.append("<div class=\"" + (i == 0 ? "lead big" : "sub") + "\"><" + tag + "><a href=\"/" + i + "\">"
                    + STORIES.get(i).get(0) + "</a></" + tag + "><p>"
                    + STORIES.get(i).get(1) + "</p></div>");
        }
        assertThat(readAll(html.toString())).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How the coast voted | Three towns voted on Sunday on the new harbour law. | Quellin rejects the harbour law | In Quellin two thirds voted against it, and mayor Tomas Vey called that a victory. | Dorne accepts by a hair | In Dorne the yes camp won by nine ballots, and spokesman Iven Karr demanded a recount.
            Five people and the pier | All had a say at Port Ellery.                 | Jonas Reik, leader of the council | Reik said that the council had never seen any report of Ada Brandt on the piles.   | Tomas Vey, union leader of Skell | Vey told reporters at the gate in Quellin that he had warned of the rotten piles.
            """)
    void partsOfAnArticleUnderItsLeadAreNoStories(
            String title, String lead, String one, String first, String two, String second) {
        String html = "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" + lead
                + "</p><div class=\"p\"><h3>" + one + "</h3><p>" + first + "</p></div><div class=\"p\"><h3>" + two
                + "</h3><p>" + second + "</p></div></article></body></html>";
        assertThat(readAll(html))
                .singleElement()
                .satisfies(article -> assertThat(article.text()).contains(first, second));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <article class="box"><h3>The statement in full</h3><p>%s</p></article>
            <h4>%s</h4>
            <figure><blockquote><p>%s</p></blockquote><figcaption>Jonas Reik</figcaption></figure>
            <p>%s<sup><a href="#n1">1</a></sup></p>
            <iframe srcdoc="&lt;p&gt;%s&lt;/p&gt;"></iframe>
            """)
    void sentencesInOddElementsAreBody(String html) {
        assertThat(bodies(read(page(html.replace("%s", DENIAL))))).contains(DENIAL);
    }

    @Test
    void paragraphsInBoxesOfTheirOwnAreOneArticle() {
        StringBuilder rows = new StringBuilder();
        PROSE.forEach(text -> rows.append("<div class=\"row\"><div class=\"col\"><p>" + text + "</p></div></div>"));
        read("<html><head><title>" + TITLE + "</title></head><body><h1>" + TITLE + "</h1>" + rows + "</body></html>");
        read("<html><head><title>" + TITLE + "</title></head><body><a href=\"/full\"><article><h1>" + TITLE + "</h1>"
                + paragraphs(0, 6) + "</article></a></body></html>");
    }

    @Test
    void aTeaserWithItsLinkedHeadlineIsNoneOfTheText() {
        String teaser =
                "<div class=\"c\"><h3><a href=\"/m\">Museum sold to a foreign buyer</a></h3><p>The council of Quellin said that it had sold it.</p></div>";
        assertThat(read(page(teaser)).readText()).doesNotContain("Quellin");
        assertThat(read(page(teaser.replace("/m", "#m"))).readText()).contains("Quellin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The pier                                    | The warnings                           | The island
            What happened to the long pier?             | Who had warned of the rotten piles?    | How do people get to the island?
            Storm breaks the long pier and two ferries  | Town blames the council for the pier   | Island has stores for three weeks
            <a href="https://shop.example/1">Rope, 20 m</a> | <a href="https://shop.example/2">Lamp</a> | <a href="https://shop.example/3">Stove</a>
            """)
    void chaptersAreNoStories(String one, String two, String three) {
        StringBuilder chapters = new StringBuilder();
        List<String> headings = List.of(one, two, three);
        for (int i = 0; i < 3; i++) {
            chapters.append("<section class=\"c\"><h2>" + headings.get(i) + "</h2>" + paragraphs(2 * i, 2 * i + 2)
                    + "</section>");
        }
        read("<html><head><title>" + TITLE + "</title></head><body><div><h1>" + TITLE + "</h1>" + chapters
                + "</div></body></html>");
        read("<html><head><title>" + TITLE + "</title></head><body><div><h1>" + TITLE + "</h1>"
                + chapters.toString().replaceAll("</?section[^>]*>", "") + "</div></body></html>");
    }

    @Test
    void aLiveBlogThatOnlyItsMetadataHoldIsRead() {
        String html = "<html><head><title>" + TITLE
                + "</title><script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"headline\":\"" + TITLE
                + "\",\"liveBlogUpdate\":[{\"headline\":\"Council denies\",\"datePublished\":\"2029-03-07T10:00:00Z\",\"articleBody\":\"<p>"
                + DENIAL + "</p>\"},{\"datePublished\":\"2029-03-07T09:00:00Z\",\"articleBody\":\"" + PROSE.get(2)
                + "\"}]}</script></head><body><h1>" + TITLE + "</h1>";
        for (String shown : List.of("<div>Loading</div>", "<p>" + PROSE.get(2) + "</p>")) {
            Article article = readAll(html + shown).get(0);
            assertThat(article.readText())
                    .containsOnlyOnce(DENIAL)
                    .containsOnlyOnce(PROSE.get(2))
                    .contains("Council denies");
            assertThat(article.blocks())
                    .filteredOn(block -> block.span().in(article.text()).equals(DENIAL))
                    .singleElement()
                    .satisfies(
                            block -> assertThat(String.valueOf(block.posted())).contains("T10:00"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The <span class="tooltip">league<span class="tooltiptext">of nine towns</span></span> denied it. | The league denied it.
            The league<span role="tooltip">of nine towns</span> denied it.                                    | The league denied it.
            He told <x-name>Lena Holt</x-name> that he knew.                                                  | He told Lena Holt that he knew.
            Reik said that 12 shares were his.                                                                | Reik said that 12 shares were his.
            He denied it. <span class="share-count">12 shares</span>                                          | He denied it.
            He denied it.<amp-social-share type="x">Post</amp-social-share>                                   | He denied it.
            """)
    void wordsOfNotesAndButtonsAreNoneOfTheSentence(String html, String sentence) {
        assertThat(bodies(read(page("<p>" + html + "</p>")))).contains(sentence);
    }

    @Test
    void elementsThatAPageDefinedAreParted() {
        String html = page("<x-box><x-head>What the council says</x-head><x-text>" + DENIAL + "</x-text></x-box>");
        assertThat(bodies(read(html))).contains(DENIAL);
    }

    @Test
    void aCommentThatIsNeverClosedIsTold() {
        assertThat(read(page("") + "<!-- <p>" + DENIAL + DENIAL + "</p>").notes())
                .anyMatch(note -> note.contains("never closed"));
        assertThat(read(page("<!-- " + DENIAL + DENIAL + " -->")).notes()).isEmpty();
    }

    private static String update(String time, String text) {
        return "<div class=\"live-post\"><time datetime=\"" + time + "\">" + time.substring(11, 16)
                + "</time><h3>Update from the harbour</h3><p>" + text + "</p></div>";
    }

    @Test
    void theUpdatesOfALiveBlogHaveTimesOfTheirOwn() {
        String html = "<!DOCTYPE html><html><head><title>" + TITLE
                + "</title><script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"headline\":\""
                + TITLE + "\",\"datePublished\":\"2029-03-07T08:00:00Z\"}</script></head><body><main><h1>" + TITLE
                + "</h1>"
                + update("2029-03-07T14:05:00Z", PROSE.get(0)) + update("2029-03-07T13:20:00Z", PROSE.get(1))
                + update("2029-03-07T09:00:00Z", PROSE.get(2))
                + "</main></body></html>";
        List<Article> articles = readAll(html);
        assertThat(articles).hasSize(1);
        Article article = articles.get(0);
        for (int i = 0; i < 3; i++) {
            String text = PROSE.get(i);
            String hour = List.of("14:05", "13:20", "09:00").get(i);
            assertThat(article.blocks())
                    .filteredOn(block -> block.span().in(article.text()).equals(text))
                    .singleElement()
                    .satisfies(
                            block -> assertThat(String.valueOf(block.posted())).contains("2029-03-07T" + hour));
        }
    }

    @Test
    void anArticleWithDatedParagraphsIsNoLiveBlog() {
        assertThat(read(page(
                                "<p>The council met on <time datetime=\"2029-03-01\">1 March</time> and on <time datetime=\"2029-03-02\">2 March</time>, minutes say.</p>"))
                        .blocks())
                .allMatch(block -> block.posted() == null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p><a href="/t/1">Ellery</a> <a href="/t/2">Harbour council</a><br>%s</p>
            <p>Tags: <a href="/t/1">Ellery</a>, <a href="/t/2">Harbour council</a><br>%s</p>
            <div class="text"><a href="/t/1">Ellery</a> · <a href="/t/2">Harbour</a><br/>%s</div>
            """)
    void aRowOfTagsIsCutFromTheLead(String html) {
        Article article = read(page(html.replace("%s", DENIAL), "", ""));
        assertThat(article.blocks())
                .filteredOn(block -> block.role() == BlockRole.BODY)
                .extracting(block -> block.span().in(article.text()))
                .contains(DENIAL);
    }

    private static List<ReadResult.LeftOut> whyNot(String html) {
        List<ReadResult.LeftOut> lines = new ArrayList<>();
        Readers.standard()
                .read(List.of(Path.of("-")), new ByteArrayInputStream(html.getBytes(UTF_8)), result -> {}, lines::add);
        return lines;
    }

    @Test
    void whatIsLeftOutIsToldWithItsReason() {
        List<ReadResult.LeftOut> lines = whyNot(page(
                "",
                "<div class=\"promo\"><h4><a href=\"/m\">Museum to be sold</a></h4></div><p>Advertisement</p>",
                "<div hidden><p>Send this page to a friend</p></div>"));
        assertThat(lines)
                .extracting(ReadResult.LeftOut::reason, ReadResult.LeftOut::text)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("class name 'promo'", "Museum to be sold"),
                        org.assertj.core.groups.Tuple.tuple("repeats the headline", TITLE),
                        org.assertj.core.groups.Tuple.tuple("<nav>", "Home News"),
                        org.assertj.core.groups.Tuple.tuple(
                                "kept, but not read: a menu, a label, a link, or an offer or notice of the site",
                                "Advertisement"));
        assertThat(lines)
                .filteredOn(line -> line.text().startsWith("Send this page"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.reason()).startsWith("hidden");
                    assertThat(line.where()).isEqualTo("body > main > article > div");
                    assertThat(line.place()).isEqualTo("-");
                });
    }

    /** Every word of the page is in the article or told. */
    @ParameterizedTest
    @MethodSource({"wrappedDenials", "posts"})
    void nothingIsLostSilently(String between) {
        String html = page(between.replace("%s", DENIAL));
        String told = read(html).text() + whyNot(html);
        for (String word : org.jsoup.Jsoup.parse(html).body().text().split("\\s+")) {
            assertThat(told).contains(word);
        }
    }

    @Test
    void manyBoxesAreReadInTime() {
        String box = "<div class=\"promo\" hidden><time datetime=\"2029-03-07\">7 March</time><article><h2>" + TITLE
                + " again</h2><p>" + DENIAL
                + " <a href=\"/x\">Council.</a></p></article></div><blockquote class=\"tweet\">" + DENIAL
                + "</blockquote>";
        String large = page(box.repeat(4000));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> readAll(large)))
                .isNotNull();
    }
}

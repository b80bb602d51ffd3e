package org.rashomon.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.Revision;
import org.rashomon.casefile.feeds.Change;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.feeds.Look;
import org.rashomon.casefile.feeds.WatchedFeed;
import org.rashomon.casefile.feeds.WatchedPage;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.service.CaseService;
import org.rashomon.service.ReadService;
import org.rashomon.watch.LocalServer.Answer;
import org.rashomon.watch.fetch.AllowedHosts;
import org.rashomon.watch.fetch.FetchLimits;
import org.rashomon.watch.fetch.Fetcher;

/** Looks at feeds of a local server, good and bad, into a case. */
@Timeout(60)
class WatcherTest {
    private static final ReadService READING = ReadService.of("rules");
    private static final FetchLimits SHORT = new FetchLimits(
            Duration.ofMillis(1_000),
            Duration.ofMillis(500),
            Duration.ofMillis(1_500),
            300_000,
            300_000,
            50,
            3,
            Duration.ZERO);

    @TempDir
    Path temp = Path.of("");

    private final LocalServer server = new LocalServer();
    private final LocalServer trap = new LocalServer();
    private final List<String> said = new ArrayList<>();
    private @Nullable OpenCase open;
    private @Nullable Fetcher fetcher;
    private Path place = Path.of("");

    @BeforeEach
    void open() {
        place = temp.resolve("case");
        open = CaseService.open(place.toString(), READING);
    }

    @AfterEach
    void close() {
        here().close();
        if (fetcher != null) {
            fetcher.close();
        }
        server.close();
        trap.close();
    }

    private OpenCase here() {
        return Objects.requireNonNull(open);
    }

    private URI address(String host, String path) {
        return URI.create("http://" + host + ":" + server.port() + path);
    }

    private Watcher watcher(Watching settings, String... feeds) {
        List<FeedList.Feed> list = Stream.of(feeds)
                .map(path -> new FeedList.Feed(address("post.example", path), null))
                .toList();
        Fetcher fresh = new Fetcher(
                SHORT,
                AllowedHosts.of(
                        list.stream().map(FeedList.Feed::address).toList(),
                        List.of(),
                        List.of("post.example:" + server.port())),
                "1.2",
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        fetcher = fresh;
        return new Watcher(new FeedList(list, List.of()), fresh, settings, said::add);
    }

    private Looked look(String... feeds) {
        return watcher(Watching.usual(), feeds).look(here());
    }

    private String item(String path, String changed) {
        return "<item><title>A title</title><link>" + address("post.example", path) + "</link><pubDate>" + changed
                + "</pubDate></item>";
    }

    private static String rss(String... items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Post of Harn</title>"
                + String.join("", items) + "</channel></rss>";
    }

    private static String page(String title, String text) {
        return "<!doctype html><html lang=\"en\"><head><title>" + title + "</title></head><body><article><h1>" + title
                + "</h1><p>" + text
                + "</p><p>The council of Harn will meet on the matter again, its clerk said on Tuesday,"
                + " and everybody who lives by the river may come and listen.</p></article></body></html>";
    }

    private static final String CLOSED =
            "The mayor of Harn, Ilse Marrow, said on Monday that the mill by the river was closed.";
    private static final String OPEN =
            "The mayor of Harn, Ilse Marrow, said on Tuesday that the mill by the river was open again.";

    private FeedLog log() {
        return here().feedLog();
    }

    private List<String> texts() {
        return here().dossier().analyses().stream()
                .map(ArticleAnalysis::article)
                .map(article -> article.text())
                .toList();
    }

    @Test
    void whatIsNewComesOnceAndAnotherTextIsARevision() {
        server.at(
                "/rss",
                Answer.tagged("application/rss+xml", rss(item("/mill", "Mon, 05 Mar 2029 06:00:00 GMT")), "\"f1\""));
        server.at("/mill", Answer.tagged("text/html; charset=utf-8", page("Mill closed", CLOSED), "\"p1\""));
        assertThat(look("/rss")).isEqualTo(new Looked(1, 0, 0, 1, 0, 1, 0, false));
        assertThat(texts()).singleElement().asString().contains("was closed");
        String id = here().dossier().analyses().get(0).article().id();
        assertThat(here().dossier().analyses().get(0).article().url())
                .isEqualTo(address("post.example", "/mill").toString());
        assertThat(new String(here().original(id).orElseThrow(), StandardCharsets.UTF_8))
                .startsWith("WARC/1.1")
                .contains("ETag: \"p1\"", page("Mill closed", CLOSED));

        server.forget();
        assertThat(look("/rss")).as("nothing has changed").isEqualTo(new Looked(1, 0, 0, 0, 0, 0, 0, false));
        assertThat(server.paths()).containsExactly("/rss");

        server.forget();
        assertThat(watcher(new Watching(50, Duration.ZERO), "/rss").look(here()))
                .as("asked again after a while, and unchanged")
                .isEqualTo(new Looked(1, 0, 0, 1, 0, 0, 0, false));
        assertThat(server.paths()).containsExactly("/rss", "/mill");
        assertThat(server.requests().get(server.requests().size() - 1).headers())
                .containsEntry("if-none-match", "\"p1\"");

        server.at(
                "/rss",
                Answer.tagged("application/rss+xml", rss(item("/mill", "Tue, 06 Mar 2029 06:00:00 GMT")), "\"f2\""));
        server.at("/mill", Answer.tagged("text/html; charset=utf-8", page("Mill open", OPEN), "\"p2\""));
        assertThat(look("/rss")).as("the feed says that it changed").isEqualTo(new Looked(1, 0, 0, 1, 0, 0, 1, false));
        assertThat(texts()).singleElement().asString().contains("was open again");
        assertThat(here().revisions(id)).extracting(Revision::number).containsExactly(1, 2);

        List<Look> looks = log().looks(9);
        assertThat(looks).extracting(Look::number).containsExactly(4, 3, 2, 1);
        assertThat(log().changes(looks.get(0), 9)).extracting(Change::revision).containsExactly(2);
        assertThat(log().changes(looks.get(1), 9)).isEmpty();
        assertThat(log().changes(looks.get(3), 9)).extracting(Change::title).containsExactly("Mill closed");
        assertThat(log().changes(looks.get(3), 9).get(0).file())
                .matches("post\\.example-\\d+/mill-[0-9a-f]{12}\\.warc#1");
        assertThat(CaseService.verify(place.toString()).broken()).isEmpty();
        assertThat(place.resolve(".rashomon-watching")).doesNotExist();
    }

    /** Kinds of feed, and where their items lead. */
    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("application/rss+xml", rss("<item><link>URL</link></item>")),
                arguments("text/html", rss("<item><guid>URL</guid></item>")),
                arguments(
                        "application/atom+xml",
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Post</title><entry><link rel=\"alternate\" href=\"URL\"/>"
                                + "<updated>2029-03-05T06:00:00Z</updated></entry></feed>"),
                arguments(
                        "application/rdf+xml",
                        "<rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\"><channel><title>Post</title></channel>"
                                + "<item rdf:about=\"URL\"><title>A</title><link>URL</link></item></rdf:RDF>"),
                arguments(
                        "application/feed+json",
                        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Post\",\"items\":[{\"id\":\"1\",\"url\":\"URL\"}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void kindsOfFeedsLeadToTheirPages(String type, String feed) {
        server.at(
                "/feed",
                Answer.text(
                        type,
                        feed.replace("URL", address("post.example", "/mill").toString())));
        server.at("/mill", Answer.text("text/html", page("Mill closed", CLOSED)));
        assertThat(look("/feed")).isEqualTo(new Looked(1, 0, 0, 1, 0, 1, 0, false));
        assertThat(log().feeds())
                .singleElement()
                .satisfies(one -> assertThat(one.error()).isNull());
    }

    static Stream<Arguments> badFeeds() {
        byte[] bomb = LocalServer.gzip(" ".repeat(5_000_000).getBytes(StandardCharsets.UTF_8));
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + rss("<item>&x;</item>");
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]>"
                + rss("<item>&b;</item>");
        String huge = rss(IntStream.range(0, 20_000)
                .mapToObj(i -> "<item><link>http://post.example/" + i + "</link></item>")
                .toArray(String[]::new));
        return Stream.of(
                arguments(
                        "breaks off",
                        Answer.text("text/xml", rss("<item><title>A").substring(0, 60)),
                        "breaks off"),
                arguments("reads files", Answer.text("text/xml", entity), "declares entities"),
                arguments("swells", Answer.text("text/xml", laughs), "declares entities"),
                arguments("is huge", Answer.text("text/xml", huge), "larger than 300 kB"),
                arguments(
                        "is a bomb",
                        Answer.of(
                                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Encoding: gzip\r\nContent-Length: "
                                        + bomb.length,
                                bomb),
                        "unpacks to more than"),
                arguments("is a page", Answer.text("text/html", page("No feed", CLOSED)), "no feed"),
                arguments("is a picture", Answer.text("image/png", "x"), "which is no feed"),
                arguments("is another kind of JSON", Answer.text("application/json", "{\"a\":1}"), "no feed"),
                arguments(
                        "is damaged JSON",
                        Answer.text("application/json", "{\"version\":"),
                        "no feed: the JSON is damaged"),
                arguments(
                        "is deep JSON",
                        Answer.text("application/json", "{\"a\":".repeat(5_000)),
                        "no feed: the JSON is damaged"),
                arguments("is empty", Answer.text("text/xml", ""), "an empty answer"),
                arguments("is gone", Answer.status("410 Gone"), "status 410"),
                arguments("leads away", Answer.redirect("http://127.0.0.1:9/feed"), "none of the feeds' own"),
                arguments("steers the terminal", Answer.redirect("http://\u001b[2Jx/"), "no "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFeeds")
    void aBadFeedFailsWithItsReasonAndTheOthersAreLookedAt(String what, Answer answer, String words) {
        server.at("/bad", answer);
        server.at("/rss", Answer.text("text/xml", rss(item("/mill", ""))));
        server.at("/mill", Answer.text("text/html", page("Mill closed", CLOSED)));
        assertThat(look("/bad", "/rss")).isEqualTo(new Looked(2, 1, 0, 1, 0, 1, 0, false));
        WatchedFeed bad = log().feeds().get(0);
        assertThat(bad.error()).contains(words);
        assertThat(bad.failures()).isEqualTo(1);
        assertThat(said).noneMatch(line -> line.contains("\u001b")).anyMatch(line -> line.contains("failed: "));
        assertThat(trap.requests()).isEmpty();
        assertThat(server.paths()).containsOnly("/bad", "/rss", "/mill");
    }

    @Test
    void itemsThatLeadElsewhereAreToldAndNotAsked() throws IOException {
        String elsewhere = "http://elsewhere.example:" + trap.port() + "/a";
        String inside = "http://127.0.0.1:" + trap.port() + "/a";
        server.at(
                "/rss",
                Answer.text(
                        "text/xml",
                        rss(
                                "<item><link>" + elsewhere + "</link></item>",
                                "<item><link>" + inside + "</link></item>",
                                "<item><link>file:///etc/passwd</link></item>",
                                item("/../../../../etc/passwd", ""),
                                item("/..%2f..%2fx", ""),
                                item("/" + "long".repeat(200), ""),
                                item("/con.html", ""))));
        server.otherwise(Answer.text("text/html", page("Mill closed", CLOSED)));
        List<Path> before = files();
        assertThat(look("/rss")).isEqualTo(new Looked(1, 0, 0, 4, 2, 4, 0, false));
        assertThat(trap.requests()).isEmpty();
        assertThat(log().failedPages(9))
                .extracting(WatchedPage::url, WatchedPage::error)
                .containsExactlyInAnyOrder(
                        tuple(elsewhere, notOurs("elsewhere.example")), tuple(inside, notOurs("127.0.0.1")));
        assertThat(said).anyMatch(line -> line.contains("1 item leads nowhere"));
        assertThat(files()).as("no file outside the case").isEqualTo(before);
    }

    private String notOurs(String host) {
        String place = host + ":" + trap.port();
        return "the host " + place + " is none of the feeds' own; allow it by --allow " + place
                + " if it is to be asked";
    }

    /** Of the folder around the case, and of the case but for its own. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(temp)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("case."))
                    .toList();
        }
    }

    /** What a program that was killed left goes; what is not its own stays. */
    @Test
    void whatAnEarlierLookLeftIsRemoved() throws IOException {
        Path left = Files.createDirectories(place.resolve(".rashomon-watching/post.example"));
        Files.writeString(left.resolve("mill-0123456789ab.warc"), "x");
        Files.writeString(left.resolve("mine.txt"), "x");
        server.at("/rss", Answer.text("text/xml", rss(item("/mill", ""))));
        server.at("/mill", Answer.text("text/html", page("Mill closed", CLOSED)));
        look("/rss");
        assertThat(left).isDirectoryContaining("glob:**/mine.txt").isDirectoryNotContaining("glob:**.warc");
    }

    @ParameterizedTest
    @CsvSource({
        "/news/Mill-Closed.html, mill-closed-",
        "/, page-",
        "/..%2f..%2fetc%2fpasswd, passwd-",
        "/a/../../b, b-",
        "/%00%0a, page-",
        "/con, con-",
        "/aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee, aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd-"
    })
    void namesOfFilesAreMadeOfLettersAndDigits(String path, String begin) {
        assertThat(Spool.name(URI.create("https://post.example" + path)))
                .startsWith(begin)
                .matches("[a-z0-9-]{1,60}\\.warc");
    }

    @Test
    void aForeignAddressOnAPageMakesItNoRevision() {
        String foreign = page("Mill open", OPEN)
                .replace("<head>", "<head><link rel=\"canonical\" href=\"https://other.example/mill\">");
        String first = page("Mill closed", CLOSED)
                .replace("<head>", "<head><link rel=\"canonical\" href=\"https://other.example/mill\">");
        server.at("/rss", Answer.text("text/xml", rss(item("/a", ""))));
        server.at("/two", Answer.text("text/xml", rss(item("/b", ""))));
        server.at("/a", Answer.text("text/html", first));
        server.at("/b", Answer.text("text/html", foreign));
        assertThat(look("/rss").added()).isEqualTo(1);
        assertThat(look("/two")).isEqualTo(new Looked(1, 0, 0, 1, 0, 1, 0, false));
        assertThat(here().dossier().analyses()).hasSize(2);
    }

    @Test
    void aHostThatWantsRestGetsIt() {
        server.at("/rss", Answer.text("text/xml", rss(item("/a", ""), item("/b", ""), item("/c", ""))));
        server.at("/a", Answer.text("text/html", page("Mill closed", CLOSED)));
        server.at("/b", Answer.status("429 Slow down", "Retry-After: 600"));
        assertThat(look("/rss")).isEqualTo(new Looked(1, 0, 0, 1, 0, 1, 0, false));
        assertThat(server.paths()).containsExactly("/rss", "/a", "/b");
        assertThat(log().feeds().get(0).notBefore()).isAfter(Instant.now().plusSeconds(500));
        server.forget();
        assertThat(look("/rss"))
                .as("also by a program that was started anew")
                .isEqualTo(new Looked(0, 0, 1, 0, 0, 0, 0, false));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aHostThatDoesNotAnswerIsNotAskedForAllOfItsPages() {
        server.at(
                "/rss",
                Answer.text(
                        "text/xml",
                        rss(IntStream.range(0, 9)
                                .mapToObj(i -> item("/" + i, ""))
                                .toArray(String[]::new))));
        server.otherwise(Answer.of("", new byte[0]));
        server.at("/robots.txt", Answer.status("404 None"));
        assertThat(look("/rss")).isEqualTo(new Looked(1, 0, 0, 3, 3, 0, 0, false));
        assertThat(server.paths()).containsExactly("/rss", "/0", "/1", "/2");
    }

    @Test
    void notMoreThanSoManyPagesAreAskedAndTheRestFollows() {
        server.at(
                "/rss",
                Answer.tagged(
                        "text/xml",
                        rss(IntStream.range(0, 5)
                                .mapToObj(i -> item("/" + i, ""))
                                .toArray(String[]::new)),
                        "\"f\""));
        IntStream.range(0, 5)
                .forEach(i -> server.at(
                        "/" + i, Answer.text("text/html", page("Mill " + i, CLOSED + " Gate " + i + " is shut."))));
        Watching two = new Watching(2, Duration.ofHours(6));
        assertThat(watcher(two, "/rss").look(here()).added()).isEqualTo(2);
        assertThat(watcher(two, "/rss").look(here()).added()).isEqualTo(2);
        assertThat(watcher(two, "/rss").look(here()).added()).isEqualTo(1);
        assertThat(watcher(two, "/rss").look(here()).pages()).isZero();
        assertThat(server.paths())
                .filteredOn(path -> !path.equals("/rss"))
                .containsExactly("/0", "/1", "/2", "/3", "/4");
    }

    @Test
    void aPageThatLeadsToTheFrontIsNoArticle() {
        server.at("/rss", Answer.text("text/xml", rss(item("/a", ""))));
        server.at("/a", Answer.redirect("/"));
        server.at("/", Answer.text("text/html", page("The Post of Harn", CLOSED)));
        assertThat(look("/rss")).isEqualTo(new Looked(1, 0, 0, 1, 1, 0, 0, false));
        assertThat(log().failedPages(9).get(0).error()).contains("front page");
    }

    @Test
    void feedsThatAreNoLongerListedAreForgottenAndTheirArticlesStay() {
        server.at("/rss", Answer.text("text/xml", rss(item("/mill", ""))));
        server.at("/two", Answer.text("text/xml", rss()));
        server.at("/mill", Answer.text("text/html", page("Mill closed", CLOSED)));
        look("/rss", "/two");
        look("/two");
        assertThat(log().feeds())
                .extracting(WatchedFeed::url)
                .containsExactly(address("post.example", "/two").toString());
        assertThat(texts()).hasSize(1);
    }

    /** How often a feed that fails again and again is asked. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 15", "3, 30", "4, 60", "8, 960", "9, 1440", "60, 1440"})
    void aFeedThatFailsRestsLongerEachTime(int failures, long minutes) {
        Instant now = Instant.parse("2029-03-07T06:00:00Z");
        Instant rest = Due.rest(failures, now);
        assertThat(rest == null ? 0 : Duration.between(now, rest).toMinutes()).isEqualTo(minutes);
    }

    @Test
    void aListOfFeedsIsRead() throws IOException {
        Path list = temp.resolve("feeds.opml");
        Files.writeString(list, """
                <?xml version="1.0"?><opml version="2.0"><body><outline text="Papers">
                <outline text="The Post" xmlUrl="https://post.example/rss"/><outline title="Post again" xmlurl="https://POST.example/rss"/>
                <outline text="Lantern" type="rss" xmlUrl=" https://lantern.example "/><outline text="Odd" xmlUrl="file:///etc/passwd"/>
                <outline text="none"/></outline></body></opml>""");
        FeedList feeds = FeedList.of(list);
        assertThat(feeds.feeds())
                .containsExactly(
                        new FeedList.Feed(URI.create("https://post.example/rss"), "The Post"),
                        new FeedList.Feed(URI.create("https://lantern.example/"), "Lantern"));
        assertThat(feeds.wrong()).singleElement().asString().contains("no address of the web");
        refused(list, "<html><body></body></html>", "OPML is needed");
        refused(list, "<opml><body><outline text=\"x\"/></body></opml>", "names no feed");
        refused(list, "<opml><body><outline xmlUrl=\"ftp://x/\"/></body></opml>", "names no feed that can be asked");
        refused(list, "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml/>", "declares entities");
        refused(list, "", "");
        assertThatThrownBy(() -> FeedList.of(temp.resolve("none.opml"))).hasMessageContaining("cannot be read");
    }

    private static void refused(Path list, String content, String words) throws IOException {
        Files.writeString(list, content);
        assertThatThrownBy(() -> FeedList.of(list))
                .isInstanceOf(org.rashomon.service.ConfigurationException.class)
                .hasMessageContaining(words);
    }
}

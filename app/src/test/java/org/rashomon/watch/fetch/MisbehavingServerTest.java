package org.rashomon.watch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rashomon.watch.LocalServer;
import org.rashomon.watch.LocalServer.Answer;
import org.rashomon.watch.fetch.FetchException.Kind;

/** Servers that are slow, endless, broken or treacherous: each fetch ends in time with a reason, and no address is asked that is not allowed. */
@Timeout(30)
class MisbehavingServerTest {
    private static final FetchLimits SHORT = new FetchLimits(
            Duration.ofMillis(1_000),
            Duration.ofMillis(500),
            Duration.ofMillis(1_500),
            2_000_000,
            2_000_000,
            50,
            3,
            Duration.ZERO);

    private final LocalServer server = new LocalServer();
    /** Allowed to nobody. */
    private final LocalServer trap = new LocalServer();

    private final List<String> lookedUp = Collections.synchronizedList(new ArrayList<>());
    private final Fetcher fetcher = fetcher(SHORT);

    private Fetcher fetcher(FetchLimits limits) {
        return new Fetcher(
                limits,
                AllowedHosts.of(
                        List.of(URI.create("http://paper.example:" + server.port() + "/feed")),
                        List.of("inner.example", "mixed.example", "local.example:" + server.port(), "nowhere.example"),
                        List.of(
                                "paper.example:" + server.port(),
                                "shut.example:" + server.port(),
                                "ill.example:" + server.port())),
                "1.2",
                this::resolve);
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        lookedUp.add(host);
        return switch (host) {
            case "inner.example" -> all("10.1.2.3");
            case "mixed.example" -> all("93.184.216.34", "127.0.0.1");
            case "nowhere.example" -> throw new UnknownHostException(host);
            default -> all("127.0.0.1");
        };
    }

    private static InetAddress[] all(String... addresses) throws UnknownHostException {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return all;
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        trap.close();
    }

    private URI page(String path) {
        return URI.create("http://paper.example:" + server.port() + path);
    }

    private Fetched get(String path) throws FetchException {
        return fetcher.get(page(path), Asked.anew(Asked.Kind.PAGE));
    }

    private static void again(OutputStream out, String piece, int pause) throws IOException, InterruptedException {
        byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(bytes);
            out.flush();
            if (pause > 0) {
                Thread.sleep(pause);
            }
        }
    }

    private static Answer forever(String begin, String piece, int pause) {
        return (request, out) -> {
            out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
            again(out, piece, pause);
        };
    }

    private static Answer plain(String bytes) {
        return (request, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    static Stream<Arguments> answers() {
        byte[] bomb = LocalServer.gzip(new byte[1_900_000]);
        byte[] large = LocalServer.gzip(new byte[3_000_000]);
        String packed = OK + "Content-Encoding: gzip\r\nContent-Length: ";
        return Stream.of(
                arguments("says nothing", forever("", "", 100), Kind.FAILED, "fell silent"),
                arguments("drips its head", forever("HTTP/1.1 200 OK\r\nX: ", "a", 50), Kind.FAILED, "within 1500 ms"),
                arguments("drips its body", forever(OK + "\r\n", "a", 50), Kind.FAILED, "within 1500 ms"),
                arguments("stops midway", forever(OK + "\r\n<p>", "", 100), Kind.FAILED, "fell silent"),
                arguments(
                        "never ends its body",
                        forever(OK + "\r\n", "x".repeat(9_000), 0),
                        Kind.FAILED,
                        "larger than 2 MB"),
                arguments(
                        "never ends its chunks",
                        forever(OK + "Transfer-Encoding: chunked\r\n\r\n", "2000\r\n" + "x".repeat(0x2000) + "\r\n", 0),
                        Kind.FAILED,
                        "larger than 2 MB"),
                arguments(
                        "never ends its head",
                        forever("HTTP/1.1 200 OK\r\n", "X: y\r\n", 0),
                        Kind.FAILED,
                        "head of the answer"),
                arguments(
                        "never ends a line",
                        forever("HTTP/1.1 200 OK\r\nX: ", "y".repeat(500), 0),
                        Kind.FAILED,
                        "head of the answer"),
                arguments(
                        "goes on with 100 Continue",
                        forever("", "HTTP/1.1 100 Continue\r\n\r\n", 0),
                        Kind.FAILED,
                        "no whole answer"),
                arguments(
                        "promises too much",
                        Answer.of(OK + "Content-Length: 99999999999", new byte[0]),
                        Kind.FAILED,
                        "larger than 2 MB"),
                arguments(
                        "gives less than it promises",
                        Answer.of(OK + "Content-Length: 500", new byte[9]),
                        Kind.FAILED,
                        "no whole answer"),
                arguments("hangs up", plain(""), Kind.FAILED, "no whole answer"),
                arguments("speaks no HTTP", plain("SSH-2.0-OpenSSH_9.6\r\n"), Kind.FAILED, "no whole answer"),
                arguments(
                        "sends a bomb",
                        Answer.of(packed + bomb.length, bomb),
                        Kind.FAILED,
                        "unpacks to more than 50 times"),
                arguments(
                        "sends too much, packed",
                        Answer.of(packed + large.length, large),
                        Kind.FAILED,
                        "unpacks to more than"),
                arguments(
                        "sends no gzip", Answer.of(packed + "4", new byte[4]), Kind.FAILED, "packed answer is damaged"),
                arguments(
                        "breaks off the gzip",
                        Answer.of(packed + "40", java.util.Arrays.copyOf(bomb, 40)),
                        Kind.FAILED,
                        "packed answer is damaged"),
                arguments(
                        "packs as nobody asked",
                        Answer.of(OK + "Content-Encoding: br\r\nContent-Length: 4", new byte[4]),
                        Kind.FAILED,
                        "packed with \"br\""),
                arguments(
                        "sends a picture",
                        Answer.text("image/png", "x"),
                        Kind.FAILED,
                        "type image/png, which is no page"),
                arguments(
                        "sends a programme",
                        Answer.text("application/octet-stream", "x"),
                        Kind.FAILED,
                        "which is no page"),
                arguments("has nothing", Answer.status("404 Not Found"), Kind.FAILED, "status 404"),
                arguments("is broken", Answer.status("500 Oh no"), Kind.FAILED, "status 500"),
                arguments("says unchanged unasked", Answer.status("304 Not Modified"), Kind.FAILED, "status 304"),
                arguments("leads nowhere", Answer.status("302 Found"), Kind.FAILED, "does not say where"),
                arguments(
                        "wants rest",
                        Answer.status("429 Slow down", "Retry-After: 120"),
                        Kind.LATER,
                        "left alone until"),
                arguments("wants rest, unsaid", Answer.status("503 Busy"), Kind.LATER, "left alone until"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void endsInTimeWithAReason(String what, Answer answer, Kind kind, String words) {
        server.at("/page", answer);
        Instant begun = Instant.now();
        FetchException told = catchThrowableOfType(FetchException.class, () -> get("/page"));
        assertThat(told).hasMessageContaining(words);
        assertThat(told.kind()).isEqualTo(kind);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(6));
        assertThat(server.paths()).containsExactly("/page");
    }

    /** Where a server leads to; PORT is that of the trap, and HOME that of the server itself. */
    static Stream<Arguments> places() {
        return Stream.of(
                arguments("http://127.0.0.1:PORT/", "none of the feeds' own"),
                arguments("http://127.0.0.1:HOME/", "none of the feeds' own"),
                arguments("http://localhost:PORT/", "none of the feeds' own"),
                arguments("http://paper.example:PORT/", "none of the feeds' own"),
                arguments("http://[::1]:PORT/", "none of the feeds' own"),
                arguments("http://[::ffff:127.0.0.1]:PORT/", "none of the feeds' own"),
                arguments("http://169.254.169.254/latest/meta-data/", "none of the feeds' own"),
                arguments("http://2130706433:PORT/", "none of the feeds' own"),
                arguments("http://0x7f.1:PORT/", "no host is named"),
                arguments("//elsewhere.example/", "none of the feeds' own"),
                arguments("http://paper.example.elsewhere.example/", "none of the feeds' own"),
                arguments("http://inner.example/", "inner.example is 10.1.2.3, an address that is not public"),
                arguments("http://mixed.example/", "mixed.example is 127.0.0.1, an address that is not public"),
                arguments("http://local.example:HOME/", "local.example is 127.0.0.1, an address that is not public"),
                arguments("http://nowhere.example/", "no address is known for nowhere.example"),
                arguments("http://paper.example:HOME@elsewhere.example/", "a name or password"),
                arguments("http://paper.example\\@elsewhere.example/", "a name or password"),
                arguments("http://pa per.example/", "no "),
                arguments("http:///etc/passwd", "no "),
                arguments("http://paper.example:99999/", "no "),
                arguments("file:///etc/passwd", "no address of the web"),
                arguments("ftp://paper.example/x", "no address of the web"),
                arguments("gopher://127.0.0.1:PORT/x", "no address of the web"),
                arguments("javascript:alert(1)", "no address of the web"),
                arguments("data:text/html,x", "no address of the web"),
                arguments("jar:http://paper.example/x!/y", "no address of the web"),
                arguments("/page", "in a circle"),
                arguments("/page#part", "in a circle"),
                arguments("http://shut.example:HOME/x", "robots.txt of shut.example forbids it"),
                arguments("http://ill.example:HOME/x", "robots.txt of ill.example could not be had (status 500)"),
                arguments("/page/" + "x".repeat(3_000), "an address of"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void isNotLedElsewhere(String location, String words) {
        server.at(
                "/page",
                Answer.redirect(location.replace("PORT", "" + trap.port()).replace("HOME", "" + server.port())));
        server.at("shut.example/robots.txt", Answer.text("text/plain", "User-agent: *\nDisallow: /\n"));
        server.at("ill.example/robots.txt", Answer.status("500 Oh no"));
        assertThatThrownBy(() -> get("/page"))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining(words);
        assertThat(trap.requests()).isEmpty();
        assertThat(server.paths()).containsExactly("/page");
        assertThat(lookedUp).doesNotContain("elsewhere.example", "localhost", "169.254.169.254");
    }

    @Test
    void redirectsAreCounted() {
        for (int i = 0; i < 9; i++) {
            server.at("/" + i, Answer.redirect("/" + (i + 1)));
        }
        assertThatThrownBy(() -> get("/0")).hasMessageContaining("more than 3 redirects");
        assertThat(server.paths()).containsExactly("/0", "/1", "/2", "/3");
    }

    @Test
    void aRedirectWithinWhatIsAllowedIsFollowed() throws FetchException {
        server.at("/old", Answer.redirect("/neu es/ä?q=1 2#part"));
        server.at("/neu%20es/%C3%A4?q=1%202", Answer.text("text/html", "<p>There"));
        Fetched there = get("/old");
        assertThat(there.body()).asString(StandardCharsets.UTF_8).isEqualTo("<p>There");
        assertThat(there.address().getPath()).isEqualTo("/neu es/ä");
    }

    /** A name may be resolved to something else a moment later: it is resolved once, and connected to what was checked. */
    @Test
    void aNameIsResolvedOnceForEachRequest() throws FetchException {
        server.at("/page", Answer.text("text/html", "<p>Here"));
        server.at("/robots.txt", Answer.text("text/plain", ""));
        get("/page");
        assertThat(lookedUp).containsExactly("paper.example", "paper.example");
        assertThat(server.requests()).extracting(LocalServer.Request::path).containsExactly("/robots.txt", "/page");
    }

    @Test
    void robotsAreObeyedAlsoBehindARedirect() throws FetchException {
        server.at(
                "/robots.txt",
                Answer.text("text/plain", "User-agent: rashomon\nDisallow: /closed\n\nUser-agent: *\nDisallow: /\n"));
        server.at("/open", Answer.text("text/html", "<p>Here"));
        server.at("/way", Answer.redirect("/closed/in"));
        assertThat(get("/open").status()).isEqualTo(200);
        assertThatThrownBy(() -> get("/closed/page")).hasMessageContaining("robots.txt of paper.example forbids it");
        assertThatThrownBy(() -> get("/way")).hasMessageContaining("robots.txt of paper.example forbids it");
        assertThat(server.paths()).containsExactly("/open", "/way");
        assertThat(server.requests().stream().filter(one -> one.path().equals("/robots.txt")))
                .as("it is asked once")
                .hasSize(1);
    }

    @Test
    void whoWantsRestIsNotAsked() {
        server.at("/page", Answer.status("429 Slow down", "Retry-After: 120"));
        FetchException first = catchThrowableOfType(FetchException.class, () -> get("/page"));
        assertThat(first.until())
                .isBetween(Instant.now().plusSeconds(100), Instant.now().plusSeconds(121));
        assertThatThrownBy(() -> get("/other")).hasMessageContaining("left alone");
        assertThat(server.paths()).containsExactly("/page");
    }

    @Test
    void aHostIsAskedNoFasterThanTheDelayAndRobotsWant() throws FetchException {
        server.at("/robots.txt", Answer.text("text/plain", "User-agent: *\nCrawl-delay: 1\n"));
        server.otherwise(Answer.text("text/html", "<p>Here"));
        try (Fetcher polite = fetcher(SHORT.withDelay(Duration.ofMillis(100)))) {
            polite.get(page("/a"), Asked.anew(Asked.Kind.PAGE));
            Instant between = Instant.now();
            polite.get(page("/b"), Asked.anew(Asked.Kind.PAGE));
            assertThat(Duration.between(between, Instant.now())).isGreaterThan(Duration.ofMillis(900));
        }
    }

    @Test
    void tellsWhoAsksAndNothingElse() throws FetchException {
        server.at("/page", Answer.text("text/html", "<p>Here", "Set-Cookie: a=b", "ETag: \"1\""));
        Fetched answer = get("/page");
        get("/page");
        Map<String, String> headers = server.requests().get(2).headers();
        assertThat(headers)
                .containsEntry("user-agent", "rashomon/1.2 (feed watcher)")
                .containsEntry("host", "paper.example:" + server.port());
        assertThat(headers.keySet())
                .containsExactlyInAnyOrder("host", "user-agent", "accept", "accept-encoding", "connection");
        assertThat(new String(Warc.of(answer), StandardCharsets.ISO_8859_1))
                .startsWith("WARC/1.1\r\n")
                .contains("WARC-Target-URI: http://paper.example:" + server.port() + "/page\r\n", "ETag: \"1\"\r\n")
                .doesNotContain("Set-Cookie")
                .endsWith("\r\n\r\n<p>Here\r\n\r\n");
    }

    @Test
    void whatIsUnderWayEndsWithTheProgram() throws InterruptedException {
        server.at("/page", forever(OK + "\r\n", "a", 20));
        Thread closing = new Thread(() -> {
            try {
                Thread.sleep(400);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            fetcher.stop();
        });
        closing.start();
        FetchException told = catchThrowableOfType(FetchException.class, () -> get("/page"));
        assertThat(told.kind()).isEqualTo(Kind.STOPPED);
        closing.join();
        assertThat(catchThrowableOfType(FetchException.class, () -> get("/page"))
                        .kind())
                .isEqualTo(Kind.STOPPED);
    }
}

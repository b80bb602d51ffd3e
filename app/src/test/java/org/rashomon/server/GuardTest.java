package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.server.access.Routes;

/** Routes by {@code Host}, {@code Origin} and token: nothing is answered to whom it is not meant for. */
class GuardTest {
    /** What is sent by the pages to somebody who has been let in. */
    private static final List<String> FORMS = List.of(
            "/check",
            "/corrections",
            "/corrections/incident",
            "/corrections/relation",
            "/corrections/brat",
            "/corrections/none/undo",
            "/add",
            "/account",
            "/users",
            "/logout");

    private static final String TOKEN = "a token of many letters";
    private static final String BODY = "{}";

    @TempDir
    static Path folder;

    private static ServedExamples open = nothing();
    private static ServedExamples closed = nothing();

    private record Route(String method, String path, String type) {}

    @SuppressWarnings("NullAway") // set before any test
    private static ServedExamples nothing() {
        return null;
    }

    @BeforeAll
    static void serve() throws IOException {
        open = ServedExamples.in(folder);
        closed = ServedExamples.in(folder, TOKEN);
    }

    @AfterAll
    static void close() {
        open.close();
        closed.close();
    }

    /** Every row of the table of routes, and an address that is none. {@link RolesTest} sees to it that no route is without a row. */
    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Routes.Route row : Routes.ALL.all()) {
            String type = !row.method().equals("POST")
                    ? ""
                    : row.path().startsWith("/api/") || row.path().equals("/mcp")
                            ? "application/json"
                            : "application/x-www-form-urlencoded";
            routes.add(new Route(row.method(), row.path().replaceAll("\\{\\w+}", "none"), type));
        }
        for (String path : List.of(
                "/pages/incidents.html",
                "/search?q=hospital",
                "/export/dossier.zip",
                "/export/claims.jsonl",
                "/export/corrections.jsonl",
                "/export/taken?format=csv",
                "/compare?a=x&b=y",
                "/nowhere")) {
            routes.add(new Route("GET", path, ""));
        }
        return routes;
    }

    private static Http.Answer ask(int port, Route route, Map<String, String> headers) throws IOException {
        Map<String, String> all = new java.util.LinkedHashMap<>(headers);
        if (!route.type().isEmpty()) {
            all.put("Content-Type", route.type());
        }
        byte[] body = route.method().equals("POST") ? BODY.getBytes(StandardCharsets.UTF_8) : new byte[0];
        return Http.send(port, route.method(), route.path(), all, body);
    }

    @Test
    void anotherHostIsRefusedOnEveryRoute() throws IOException {
        for (Route route : routes()) {
            for (String host : List.of(
                    "evil.example",
                    "evil.example:" + open.port(),
                    "127.0.0.1.evil.example:" + open.port(),
                    "localhost",
                    "localhost:1",
                    "127.0.0.1:" + open.port() + "0")) {
                Http.Answer answer = ask(open.port(), route, Map.of("Host", host));
                assertThat(answer.status()).as(route + " as " + host).isIn(421, 400);
                assertThat(answer.body()).as(route + " as " + host).doesNotContain("Ilka");
            }
        }
    }

    @Test
    void anotherOriginIsRefusedOnEveryRoute() throws IOException {
        for (Route route : routes()) {
            for (String origin : List.of(
                    "http://evil.example",
                    "null",
                    "http://127.0.0.1:1",
                    "http://127.0.0.1.evil.example:" + open.port(),
                    "file://")) {
                assertThat(ask(open.port(), route, Map.of("Origin", origin)).status())
                        .as(route + " from " + origin)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void whatAPageOfAnotherSiteSendsWithoutNamingItselfIsRefused() throws IOException {
        for (Route route : routes()) {
            if (!route.method().equals("GET")) {
                for (String site : List.of("cross-site", "same-site")) {
                    assertThat(ask(open.port(), route, Map.of("Sec-Fetch-Site", site))
                                    .status())
                            .as(route + " " + site)
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void ownNamesAndOwnOriginPass() throws IOException {
        for (String host : List.of("127.0.0.1", "localhost", "LOCALHOST", "[::1]")) {
            String name = host + ":" + open.port();
            Http.Answer answer = Http.get(open.port(), "/", Map.of("Host", name, "Origin", "http://" + name));
            assertThat(answer.status()).as(name).isEqualTo(200);
        }
    }

    @Test
    void withoutTheTokenNothingIsTold() throws IOException {
        List<String> forAll = List.of("/login", "/assets/style.css", "/assets/served.js", "/assets/icon.svg");
        for (Route route : routes()) {
            for (Map<String, String> headers : List.of(
                    Map.<String, String>of(),
                    Map.of("Authorization", "Bearer another token of letters"),
                    Map.of("Authorization", "Basic " + TOKEN),
                    Map.of("Cookie", "rashomon-session=" + "0".repeat(64)))) {
                Http.Answer answer = ask(closed.port(), route, headers);
                if (forAll.contains(route.path())) {
                    assertThat(answer.status()).as(route.toString()).isIn(200, 403);
                } else if (route.path().startsWith("/api/")
                        || route.path().equals("/mcp")
                        || route.path().equals("/openapi.json")) {
                    assertThat(answer.status()).as(route.toString()).isEqualTo(401);
                    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                } else {
                    assertThat(answer.status()).as(route.toString()).isEqualTo(303);
                    assertThat(answer.header("Location")).isEqualTo("/login");
                }
                assertThat(answer.body())
                        .as(route.toString())
                        .doesNotContain("hospital")
                        .doesNotContain("Ilka");
            }
        }
    }

    @Test
    void withTheTokenProgramsAreAnswered() throws IOException {
        Map<String, String> shown = Map.of("Authorization", "Bearer " + TOKEN);
        for (Route route : routes()) {
            boolean managing = route.path().equals("/users");
            boolean form = route.method().equals("POST")
                    && !route.path().startsWith("/api/")
                    && !route.path().equals("/mcp");
            assertThat(ask(closed.port(), route, shown).status())
                    .as(route.toString())
                    .isNotIn(401, 303, 500)
                    .matches(status -> (status == 403) == (managing || form), "refused");
        }
        assertThat(Http.get(closed.port(), "/api/v1/claims", shown).body()).contains("hospital");
    }

    @Test
    void whoeverSignsInIsKnownUntilThen() throws IOException {
        Http.Answer login = Http.get(closed.port(), "/login");
        String before = login.session();
        Http.Answer wrong =
                Http.form(closed.port(), "/login", before, Map.of("csrf", login.csrf(), "token", "not the token"));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.session()).isEmpty();
        Http.Answer foreign = Http.form(closed.port(), "/login", before, Map.of("csrf", "no", "token", TOKEN));
        assertThat(foreign.status()).isEqualTo(403);
        Http.Answer right = Http.form(closed.port(), "/login", before, Map.of("csrf", login.csrf(), "token", TOKEN));
        assertThat(right.status()).isEqualTo(303);
        assertThat(right.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(Http.get(closed.port(), "/", Map.of("Cookie", right.session()))
                        .body())
                .contains("What is contested");
        assertThat(Http.get(closed.port(), "/", Map.of("Cookie", before)).status())
                .as("a session that somebody else may have handed out stays outside")
                .isEqualTo(303);
    }

    @Test
    void formsAreAnsweredOnlyWhereTheyWereMadeForTheBrowser() throws IOException {
        Http.Answer page = Http.get(open.port(), "/check");
        String stranger = Http.get(open.port(), "/check").csrf();
        for (String path : FORMS) {
            for (String csrf : List.of("", "x", stranger)) {
                Http.Answer answer = Http.form(open.port(), path, page.session(), Map.of("csrf", csrf));
                assertThat(answer.status()).as(path + " " + csrf).isEqualTo(403);
            }
        }
        assertThat(open.open().corrections()).isEmpty();
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() throws IOException {
        for (Route route : routes()) {
            Http.Answer answer = ask(open.port(), route, Map.of());
            assertThat(answer.header("Content-Security-Policy"))
                    .as(route.toString())
                    .contains("default-src 'none'")
                    .contains("script-src 'self'")
                    .doesNotContain("unsafe")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options"))
                    .as(route.toString())
                    .isEqualTo("nosniff");
            assertThat(answer.header("Access-Control-Allow-Origin"))
                    .as(route.toString())
                    .isEmpty();
            assertThat(answer.header("Server")).as(route.toString()).isEmpty();
        }
    }

    @Test
    void moreThanIsTakenIsRefusedBeforeItIsRead() throws IOException {
        for (String path : List.of("/add", "/api/v1/articles")) {
            Http.Answer answer = Http.send(
                    open.port(),
                    "POST",
                    path,
                    Map.of(
                            "Content-Type",
                            "text/plain",
                            "Content-Length",
                            String.valueOf(ServerSettings.USUAL_LARGEST + 1)),
                    "begun".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(path).isEqualTo(413);
        }
    }

    @Test
    void othersAreLetInOnlyWithATokenOrAPassword() {
        assertThatThrownBy(() -> CaseServer.start(
                        open.open(),
                        new ServerSettings("0.0.0.0", 0, List.of(), null, "Ana", ServerSettings.USUAL_LARGEST)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token");
    }
}

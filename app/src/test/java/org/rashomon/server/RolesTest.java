package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.casefile.users.User;
import org.rashomon.server.access.Passwords;
import org.rashomon.server.access.Role;
import org.rashomon.server.access.Routes;
import org.rashomon.server.access.Routes.Route;
import org.rashomon.server.access.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routes by roles: nobody comes where the table does not let him, and everybody where it does. */
class RolesTest {
    private static final String TOKEN = "a token of many letters";

    @TempDir
    static Path folder;

    private static ServedExamples served = nothing();
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);

    private record Browser(String session, String csrf) {}

    @SuppressWarnings("NullAway") // set before any test
    private static ServedExamples nothing() {
        return null;
    }

    @BeforeAll
    static void serve() throws IOException {
        User[] users = java.util.Arrays.stream(Role.values())
                .flatMap(role -> java.util.stream.Stream.of(
                        new User("A " + role.word(), role.word(), Passwords.hash(password(role))),
                        new User("Program " + role.word(), role.word(), Tokens.hash(token(role)))))
                .toArray(User[]::new);
        served = ServedExamples.in(folder, TOKEN, users);
        for (Role role : Role.values()) {
            BROWSERS.put(role, signedIn("a " + role.word().toUpperCase(java.util.Locale.ROOT), password(role)));
        }
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static String password(Role role) {
        return "four words for a " + role.word();
    }

    private static String token(Role role) {
        return "rashomon_token of a " + role.word();
    }

    private static Http.Answer login(String name, String password) throws IOException {
        Http.Answer login = Http.get(served.port(), "/login");
        Map<String, String> fields = Map.of("csrf", login.csrf(), "name", name, "password", password);
        return Http.form(served.port(), "/login", login.session(), fields);
    }

    private static Browser signedIn(String name, String password) throws IOException {
        Http.Answer entered = login(name, password);
        assertThat(entered.status()).as(name).isEqualTo(303);
        String session = entered.session();
        return new Browser(
                session,
                Http.get(served.port(), "/account", Map.of("Cookie", session)).csrf());
    }

    private static Http.Answer ask(Route route, @Nullable Browser browser, Map<String, String> more)
            throws IOException {
        String path = route.path().replaceAll("\\{\\w+}", "none");
        Map<String, String> headers = new LinkedHashMap<>(more);
        String body = "";
        if (browser != null) {
            headers.put("Cookie", browser.session());
        }
        if (route.method().equals("POST")) {
            boolean form = !path.startsWith("/api/") && !path.equals("/mcp");
            headers.put("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
            body = form ? "csrf=" + (browser == null ? "" : browser.csrf()) : "{}";
        }
        return Http.send(served.port(), route.method(), path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyRouteHasItsRowAndEveryRowItsRoute() {
        TreeSet<String> rows = new TreeSet<>();
        Routes.ALL
                .all()
                .forEach(row ->
                        assertThat(rows.add(row.method() + " " + row.path())).isTrue());
        rows.removeIf(row -> row.endsWith(" /mcp"));
        TreeSet<String> routes = new TreeSet<>(served.server().routes());
        routes.removeIf(route -> route.startsWith("BEFORE"));
        assertThat(routes).isEqualTo(rows);
    }

    @Test
    void theDescriptionForProgramsSaysTheSame() throws IOException {
        JsonNode paths = JsonMapper.shared()
                .readTree(Http.get(served.port(), "/openapi.json", Map.of("Authorization", "Bearer " + TOKEN))
                        .body())
                .get("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey() + " "
                                + operation.getValue().path("x-least-role").asString(""))));
        TreeSet<String> rows = new TreeSet<>();
        for (Route row : Routes.ALL.all()) {
            if (row.path().startsWith("/api/") || row.path().equals("/openapi.json")) {
                assertThat(row.least()).isNotNull();
                rows.add(row.method() + " " + row.path() + " "
                        + java.util.Objects.requireNonNull(row.least()).word());
            }
        }
        assertThat(described).isEqualTo(rows);
    }

    @Test
    void nobodyComesWhereTheTableDoesNotLetHim() throws IOException {
        for (Route route : Routes.ALL.all()) {
            if (route.path().equals("/logout") || route.path().equals("/login")) {
                continue;
            }
            boolean programs = route.path().startsWith("/api/")
                    || route.path().equals("/mcp")
                    || route.path().equals("/openapi.json");
            int stranger = ask(route, null, Map.of()).status();
            if (route.least() == null) {
                assertThat(stranger).as(route + " by nobody").isEqualTo(200);
                continue;
            }
            assertThat(stranger).as(route + " by nobody").isEqualTo(programs ? 401 : 303);
            for (Role role : Role.values()) {
                Http.Answer answer = ask(route, BROWSERS.get(role), Map.of());
                if (role.may(route.least())) {
                    assertThat(answer.status()).as(route + " by " + role).isNotIn(401, 403, 500);
                    assertThat(answer.header("Location"))
                            .as(route + " by " + role)
                            .isNotEqualTo("/login");
                } else {
                    assertThat(answer.status()).as(route + " by " + role).isEqualTo(403);
                    assertThat(answer.body()).as(route + " by " + role).contains("role");
                }
            }
            for (Role role : Role.values()) {
                int shown = ask(route, null, Map.of("Authorization", "Bearer " + token(role)))
                        .status();
                if (!role.may(route.least())) {
                    assertThat(shown).as(route + " by the token of a " + role).isEqualTo(403);
                } else if (programs) {
                    assertThat(shown).as(route + " by the token of a " + role).isNotIn(401, 403, 500);
                }
            }
            if (programs) {
                assertThat(ask(route, null, Map.of("Authorization", "Bearer " + token(Role.ADMIN) + "x"))
                                .status())
                        .as(route + " by a token of nobody")
                        .isEqualTo(401);
                assertThat(ask(route, null, Map.of("Authorization", "Bearer " + TOKEN))
                                .status())
                        .as(route + " by the token")
                        .isNotIn(401, 403, 500);
            }
        }
        assertThat(served.open().corrections()).isEmpty();
        assertThat(served.open().users()).hasSize(6);
    }

    /** However an address is spelt, it leads to no route that the role may not see. */
    @Test
    void noSpellingLeadsAroundTheTable() throws IOException {
        for (String path : List.of(
                "/users/",
                "/%75sers",
                "//users",
                "/users;x=1",
                "/pages/../users",
                "/pages/%2e%2e/users",
                "/USERS",
                "/export/bundle%2Ezip",
                "/export/bundle.zip/",
                "/export//bundle.zip",
                "/export/%62undle.zip",
                "/check/",
                "/%63heck")) {
            Http.Answer answer = ask(new Route("GET", path, null), BROWSERS.get(Role.READER), Map.of());
            assertThat(answer.status()).as(path).isIn(400, 403, 404);
            assertThat(answer.body()).as(path).doesNotContain("Add somebody").doesNotContain("PK");
        }
        Http.Answer head = ask(new Route("HEAD", "/users", null), BROWSERS.get(Role.EDITOR), Map.of());
        assertThat(head.status()).isEqualTo(403);
    }

    @Test
    void aPageNamesNothingThatTheRoleMayNotDo() throws IOException {
        String article = "/pages/"
                + org.rashomon.export.layout.PageNames.article(
                        served.open().dossier().analyses().get(0).article().id());
        for (String path : List.of("/", article)) {
            String reader = Http.get(served.port(), path, Map.of("Cookie", session(Role.READER)))
                    .body();
            String editor = Http.get(served.port(), path, Map.of("Cookie", session(Role.EDITOR)))
                    .body();
            assertThat(reader)
                    .as(path)
                    .doesNotContain("action=\"/corrections")
                    .doesNotContain("href=\"/check")
                    .doesNotContain("href=\"/add\"")
                    .doesNotContain("href=\"/users\"")
                    .contains("Sign out");
            assertThat(editor).as(path).contains("href=\"/add\"").doesNotContain("href=\"/users\"");
        }
        assertThat(Http.get(served.port(), "/", Map.of("Cookie", session(Role.ADMIN)))
                        .body())
                .contains("href=\"/users\"");
    }

    private static String session(Role role) {
        return java.util.Objects.requireNonNull(BROWSERS.get(role)).session();
    }

    @Test
    void aCorrectionHasTheNameThatSignedInWhateverIsTyped() throws IOException {
        Browser editor = java.util.Objects.requireNonNull(BROWSERS.get(Role.EDITOR));
        String claim = served.open().dossier().analyses().get(0).claims().get(0).id();
        Http.form(
                served.port(),
                "/corrections",
                editor.session(),
                Map.of(
                        "csrf",
                        editor.csrf(),
                        "claim",
                        claim,
                        "kind",
                        "NOTE",
                        "note",
                        "seen",
                        "author",
                        "Somebody Else"));
        assertThat(served.open().corrections()).hasSize(1);
        var kept = served.open().corrections().get(0);
        assertThat(kept.author()).isEqualTo("A editor");
        served.open().undo(kept.id(), "A editor");
    }

    @Test
    void aRoleIsWhatItIsNowAndWhoeverIsRemovedIsOut() throws IOException {
        Browser admin = java.util.Objects.requireNonNull(BROWSERS.get(Role.ADMIN));
        assertThat(change(admin, Map.of("do", "add", "name", "Odo", "role", "editor", "password", "short")))
                .contains("12 letters");
        assertThat(change(admin, Map.of("do", "add", "name", "<b>", "role", "editor", "password", "words enough here")))
                .contains("A name has");
        assertThat(change(
                        admin,
                        Map.of("do", "add", "name", "a ADMIN", "role", "editor", "password", "words enough here")))
                .contains("of that name");
        assertThat(change(admin, Map.of("do", "add", "name", "Odo", "role", "editor", "password", "words enough here")))
                .contains("Odo is added");
        Browser odo = signedIn("odo", "words enough here");
        Route check = new Route("GET", "/check", null);
        assertThat(ask(check, odo, Map.of()).status()).isEqualTo(200);
        assertThat(change(admin, Map.of("do", "role", "name", "Odo", "role", "reader")))
                .contains("Odo is reader now");
        assertThat(ask(check, odo, Map.of()).status()).isEqualTo(403);
        assertThat(change(admin, Map.of("do", "password", "name", "Odo", "password", "other words enough")))
                .contains("sign in again");
        assertThat(ask(new Route("GET", "/", null), odo, Map.of()).status()).isEqualTo(303);
        Browser again = signedIn("Odo", "other words enough");
        Http.form(
                served.port(),
                "/account",
                again.session(),
                Map.of("csrf", again.csrf(), "old", "not this one at all", "password", "words of his own"));
        assertThat(login("Odo", "words of his own").status()).isEqualTo(403);
        Http.form(
                served.port(),
                "/account",
                again.session(),
                Map.of("csrf", again.csrf(), "old", "other words enough", "password", "words of his own"));
        assertThat(ask(new Route("GET", "/", null), again, Map.of()).status()).isEqualTo(200);
        assertThat(login("Odo", "words of his own").status()).isEqualTo(303);
        assertThat(change(admin, Map.of("do", "remove", "name", "odo"))).contains("may not come any more");
        assertThat(ask(new Route("GET", "/", null), again, Map.of()).status()).isEqualTo(303);
        assertThat(change(admin, Map.of("do", "remove", "name", "A admin"))).contains("The last admin stays");
        assertThat(change(admin, Map.of("do", "role", "name", "A admin", "role", "reader")))
                .contains("The last admin stays");
        assertThat(served.open().users()).hasSize(6);
    }

    private static String change(Browser admin, Map<String, String> fields) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", admin.csrf());
        assertThat(Http.form(served.port(), "/users", admin.session(), all).status())
                .isEqualTo(303);
        return Http.get(served.port(), "/users", Map.of("Cookie", admin.session()))
                .body();
    }

    @Test
    void guessingIsSlowedDownForEachName() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(login("nobody here", "guess number " + i).status()).isEqualTo(403);
        }
        assertThat(login("Nobody Here", "guess number 6").status()).isEqualTo(429);
        assertThat(login("a reader", password(Role.READER)).status()).isEqualTo(303);
    }

    @Test
    void whoeverSignsOutIsOut() throws IOException {
        Browser reader = signedIn("a reader", password(Role.READER));
        assertThat(Http.form(served.port(), "/logout", reader.session(), Map.of("csrf", "no"))
                        .status())
                .isEqualTo(403);
        assertThat(ask(new Route("GET", "/", null), reader, Map.of()).status()).isEqualTo(200);
        assertThat(Http.form(served.port(), "/logout", reader.session(), Map.of("csrf", reader.csrf()))
                        .status())
                .isEqualTo(303);
        assertThat(ask(new Route("GET", "/", null), reader, Map.of()).status()).isEqualTo(303);
    }

    @Test
    void aUserIsAsGoodAsATokenForAnotherAddress() {
        assertThatCode(() -> CaseServer.start(
                                served.open(),
                                new ServerSettings("0.0.0.0", 0, List.of(), null, "Ana", ServerSettings.USUAL_LARGEST))
                        .close())
                .doesNotThrowAnyException();
    }
}

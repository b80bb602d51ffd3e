package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.casefile.Correction;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;

/** The pages as a browser without scripts gets them. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");

    @TempDir
    static Path folder;

    private static ServedExamples served = nothing();

    @SuppressWarnings("NullAway") // set before any test
    private static ServedExamples nothing() {
        return null;
    }

    @BeforeAll
    static void serve() throws IOException {
        served = ServedExamples.in(folder);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static Http.Answer get(String path) throws IOException {
        return Http.get(served.port(), path);
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() throws IOException {
        Set<String> seen = new LinkedHashSet<>(List.of("/"));
        List<String> open = new ArrayList<>(seen);
        Map<String, Set<String>> anchors = new java.util.HashMap<>();
        Set<String> asked = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String path = open.remove(open.size() - 1);
            Http.Answer answer = get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            if (!answer.header("Content-Type").startsWith("text/html")) {
                continue;
            }
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain(" style=")
                    .doesNotContain("<style")
                    .doesNotContain(" onclick");
            Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(answer.body());
            Set<String> own = new HashSet<>();
            while (ids.find()) {
                own.add(ids.group(1));
            }
            anchors.put(path, own);
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (link.startsWith("http")) {
                    continue;
                }
                String whole = java.net
                        .URI
                        .create("http://x" + path)
                        .resolve(link.isEmpty() ? path : link)
                        .toString();
                String absolute = whole.substring("http://x".length());
                String page = absolute.contains("#") ? absolute.substring(0, absolute.indexOf('#')) : absolute;
                if (absolute.contains("#")) {
                    asked.add(absolute);
                }
                // facets of a search go on for ever
                if (!page.startsWith("/search?") && seen.add(page)) {
                    open.add(page);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(60).contains("/check", "/add", "/about", "/export/dossier.zip");
        for (String link : asked) {
            String page = link.substring(0, link.indexOf('#'));
            String anchor = link.substring(link.indexOf('#') + 1);
            if (!anchor.isEmpty()) {
                assertThat(anchors.get(page)).as(link).contains(anchor);
            }
        }
    }

    @Test
    void aSpeakerIsCorrectedShownAndTakenBack() throws IOException {
        Claim open = unresolved();
        String article = "/pages/" + org.rashomon.export.layout.PageNames.article(open.article());
        Http.Answer page = get(article);
        assertThat(page.body()).contains("value=\"" + open.id() + "\"");
        Http.Answer done = Http.form(
                served.port(),
                "/corrections",
                page.session(),
                Map.of(
                        "csrf",
                        page.csrf(),
                        "claim",
                        open.id(),
                        "kind",
                        "SPEAKER",
                        "speaker",
                        "Odo Lamm",
                        "author",
                        "Bea"));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo(article + "#" + open.id());
        Http.Answer after = Http.get(served.port(), article, Map.of("Cookie", page.session()));
        assertThat(after.body())
                .contains("Odo Lamm")
                .contains("speaker set by Bea")
                .contains("Speaker set.");
        assertThat(served.open().corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.author()).isEqualTo("Bea");
            assertThat(correction.state()).isEqualTo(Correction.State.LIVE);
        });
        // reading the folder again changes nothing of it
        served.open().add(List.of(ServedExamples.EXAMPLES), words -> {});
        assertThat(get(article).body()).contains("speaker set by Bea");
        Http.Answer list = Http.get(served.port(), "/corrections", Map.of("Cookie", page.session()));
        assertThat(list.body()).contains("Odo Lamm").contains("Undo");
        String id = served.open().corrections().get(0).id();
        Http.form(
                served.port(),
                "/corrections/" + id + "/undo",
                page.session(),
                Map.of("csrf", page.csrf(), "back", "/corrections"));
        assertThat(get(article).body()).doesNotContain("speaker set by Bea");
        assertThat(get("/corrections").body()).contains("taken back by");
    }

    private static Claim unresolved() {
        return served.open().dossier().analyses().stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(claim -> claim.speaker().status() == SpeakerStatus.UNRESOLVED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aQuestionThatIsAnsweredIsAskedNoMore() throws IOException {
        try (ServedExamples own = ServedExamples.in(folder)) {
            Http.Answer page = Http.get(own.port(), "/check");
            String id = field(page, "id");
            assertThat(page.body()).contains("Question 1 of");
            Http.Answer done = Http.form(
                    own.port(),
                    "/check",
                    page.session(),
                    Map.of("csrf", page.csrf(), "id", id, "at", "0", "answer", "OPEN ", "author", "Bea"));
            assertThat(done.header("Location")).isEqualTo("/check?at=0");
            Http.Answer next = Http.get(own.port(), "/check", Map.of("Cookie", page.session()));
            assertThat(field(next, "id")).isNotEqualTo(id);
            assertThat(next.body()).contains("The speaker stays open.").contains("Undo");
            Http.form(
                    own.port(),
                    "/check",
                    page.session(),
                    Map.of(
                            "csrf",
                            page.csrf(),
                            "id",
                            field(next, "id"),
                            "at",
                            "0",
                            "answer",
                            "OTHER",
                            "other",
                            "",
                            "author",
                            "Bea"));
            assertThat(Http.get(own.port(), "/check", Map.of("Cookie", page.session()))
                            .body())
                    .contains("Give the name of the speaker.");
            assertThat(own.open().corrections()).hasSize(1);
        }
    }

    private static String field(Http.Answer page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        try (ServedExamples own = ServedExamples.in(folder)) {
            Http.Answer page = Http.get(own.port(), "/add");
            String text =
                    "The mayor of Quill, Odo Lamm, said on Tuesday: <script>alert(1)</script> \"no <img src=x onerror=alert(2)> ferry left\".";
            String boundary = "----boundary";
            StringBuilder body = new StringBuilder();
            Map.of(
                            "csrf",
                            page.csrf(),
                            "title",
                            "<b>Ferry</b>\"'>",
                            "outlet",
                            "<i>Hill</i> Times",
                            "url",
                            "javascript:alert(3)",
                            "text",
                            text)
                    .forEach((name, value) -> body.append("--" + boundary
                            + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
            body.append("--" + boundary + "--\r\n");
            Http.Answer taken = Http.send(
                    own.port(),
                    "POST",
                    "/add",
                    Map.of("Content-Type", "multipart/form-data; boundary=" + boundary, "Cookie", page.session()),
                    body.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(taken.status()).as(taken.body()).isEqualTo(303);
            Http.Answer job = Http.get(own.port(), taken.header("Location"));
            for (int i = 0; i < 600 && !job.body().contains("Done"); i++) {
                Thread.sleep(100);
                job = Http.get(own.port(), taken.header("Location"));
            }
            assertThat(job.body()).contains("1 new article");
            String id = own.open().dossier().analyses().stream()
                    .filter(analysis -> analysis.article().text().contains("Odo Lamm"))
                    .findFirst()
                    .orElseThrow()
                    .article()
                    .id();
            String article = "/pages/" + org.rashomon.export.layout.PageNames.article(id);
            for (String path : List.of(
                    article,
                    "/pages/articles.html",
                    "/search?q=ferry",
                    "/search?q=%3Cscript%3E",
                    "/pages/outlets.html")) {
                assertThat(Http.get(own.port(), path).body())
                        .as(path)
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img src=x")
                        .doesNotContain("<b>Ferry")
                        .doesNotContain("<i>Hill")
                        .doesNotContain("href=\"javascript:");
            }
        }
    }

    @Test
    void searchFindsMarksCountsAndSaysInWhatItLooked() throws IOException {
        Http.Answer found = get("/search?q=hospital");
        assertThat(found.body())
                .contains("<mark class=\"hit\">hospital")
                .contains("looked in")
                .contains("act%3A%22deny%22");
        Http.Answer none = get("/search?q=zzyzx");
        assertThat(none.body()).contains("Nothing was found. Looked in").contains("20 articles");
        assertThat(get("/search?q=hospital%20act%3Adeny").body()).contains("without it");
        for (String odd : List.of(
                "%22", "(((", "speaker%3A", "%25%00", "a".repeat(2000), "%F0%9F%98%80", "-", "*", "~~", "+%2B%7C")) {
            assertThat(get("/search?q=" + odd).status()).as(odd).isEqualTo(200);
        }
    }

    @Test
    void whatIsTakenAwayIsWhole() throws IOException {
        Http.Answer claims = get("/export/claims.jsonl");
        assertThat(claims.body().lines().count())
                .isEqualTo(served.open().dossier().analyses().stream()
                        .mapToInt(analysis -> analysis.claims().size())
                        .sum());
        Http.Answer zip = get("/export/dossier.zip");
        assertThat(zip.header("Content-Disposition")).contains("dossier.zip");
        assertThat(zip.header("Content-Type")).startsWith("application/zip");
        java.net.http.HttpResponse<byte[]> bytes;
        try {
            bytes = java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(
                                            java.net.URI.create(served.url() + "/export/dossier.zip"))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Set<String> names = new LinkedHashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes.body()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("dossier/index.html", "dossier/claims.jsonl", "dossier/omissions.jsonl");
    }

    @Test
    void whatIsNotThereIsSaidOnAPage() throws IOException {
        for (String path :
                List.of("/pages/none.html", "/nowhere", "/jobs/none", "/export/secrets.jsonl", "/pages/index.html")) {
            Http.Answer answer = get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("Not here").contains("To the case");
        }
        for (String path : List.of(
                "/pages/../../../etc/passwd",
                "/pages/..%2f..%2fetc%2fpasswd",
                "/export/..%2fcase.db",
                "/assets/../x")) {
            assertThat(get(path).status()).as(path).isIn(400, 404);
        }
    }
}

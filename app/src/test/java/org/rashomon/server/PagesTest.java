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
import org.rashomon.export.layout.PageNames;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;

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
    void theCasePageTellsWhatTheFeedsBroughtAndWhichFailed() throws IOException {
        assertThat(get("/").body())
                .contains(
                        "Last look: 7 March 2029, 06:15 UTC. 2 feeds and 0 pages asked; nothing new.",
                        "What came last, on 7 March 2029, 06:00 UTC: ",
                        " · new</span>",
                        "the server answers with status 503; 3 times in a row; not asked again before 7 March 2029, 06:15 UTC",
                        "Pages that could not be had",
                        "allow it by --allow elsewhere.example")
                .doesNotContain("Caul Courier: ");
        assertThat(get("/about").body()).doesNotContain("Last look");
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

    @Test
    void incidentsAreMadeOneToldApartAndGivenOtherClaims() throws IOException {
        try (ServedExamples own = ServedExamples.in(folder)) {
            Incident one = own.open().dossier().comparison().incidents().stream()
                    .filter(incident -> incident.mentions().size() > 2)
                    .findFirst()
                    .orElseThrow();
            Incident other = own.open().dossier().comparison().incidents().stream()
                    .filter(incident -> !incident.id().equals(one.id()))
                    .findFirst()
                    .orElseThrow();
            int before = own.open().dossier().comparison().incidents().size();
            String address = "/pages/" + PageNames.incident(one.id());
            Http.Answer page = Http.get(own.port(), address);
            assertThat(page.body())
                    .contains("It is the same as another")
                    .contains("<option value=\"" + other.id() + "\">");
            Http.Answer done = incident(own, page, Map.of("kind", "MERGE", "incident", one.id(), "other", other.id()));
            Http.Answer merged = Http.get(own.port(), done.header("Location"), Map.of("Cookie", page.session()));
            assertThat(merged.body())
                    .contains("They are one incident now.")
                    .contains("incidents instead of " + before)
                    .contains("made one by Bea");
            undoAll(own, page);
            // some of it is another
            IncidentMention out = one.mentions().get(0);
            String place =
                    out.article() + " " + out.span().start() + " " + out.span().end();
            done = incident(own, page, Map.of("kind", "SPLIT", "incident", one.id(), "place", place));
            Http.Answer apart = Http.get(own.port(), done.header("Location"), Map.of("Cookie", page.session()));
            assertThat(apart.body()).contains("They are two incidents now.").contains("told apart by Bea");
            undoAll(own, page);
            assertThat(Http.get(own.port(), address).status()).isEqualTo(200);
            // nothing chosen, and nothing of the kind
            incident(own, page, Map.of("kind", "SPLIT", "incident", one.id()));
            assertThat(Http.get(own.port(), address, Map.of("Cookie", page.session()))
                            .body())
                    .contains("Choose the places");
            incident(own, page, Map.of("kind", "MERGE", "incident", one.id(), "other", "i-nowhere"));
            assertThat(Http.get(own.port(), address, Map.of("Cookie", page.session()))
                            .body())
                    .contains("No one incident is called");
            done = incident(own, page, Map.of("kind", "MERGE", "incident", "i-nowhere", "other", one.id()));
            assertThat(done.header("Location")).isEqualTo("/pages/incidents.html");
            // a claim is about another, and about none
            String about = own.open().dossier().comparison().incidentOf().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(one.id()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            String name = new org.rashomon.server.view.Snapshots(own.open())
                    .current()
                    .judgements()
                    .name(other);
            for (Map<String, String> form : List.of(
                    Map.of("kind", "OTHER_INCIDENT", "incident", name),
                    Map.of("kind", "NO_INCIDENT", "incident", ""))) {
                Map<String, String> fields = new java.util.HashMap<>(form);
                fields.putAll(Map.of("csrf", page.csrf(), "claim", about, "author", "Bea"));
                done = Http.form(own.port(), "/corrections", page.session(), fields);
                Http.Answer article = Http.get(
                        own.port(), done.header("Location").replaceFirst("#.*", ""), Map.of("Cookie", page.session()));
                assertThat(article.body()).as(form.toString()).contains("moved to another incident by Bea");
                undoAll(own, page);
            }
        }
    }

    private static Http.Answer incident(ServedExamples own, Http.Answer page, Map<String, String> form)
            throws IOException {
        Map<String, String> fields = new java.util.HashMap<>(form);
        fields.putAll(Map.of("csrf", page.csrf(), "author", "Bea"));
        Http.Answer done = Http.form(own.port(), "/corrections/incident", page.session(), fields);
        assertThat(done.status()).isEqualTo(303);
        return done;
    }

    private static void undoAll(ServedExamples own, Http.Answer page) throws IOException {
        for (Correction correction : own.open().corrections()) {
            if (correction.state() == Correction.State.LIVE) {
                Http.Answer list = Http.get(own.port(), "/corrections");
                assertThat(list.body()).contains("/corrections/" + correction.id() + "/undo");
                Http.form(
                        own.port(),
                        "/corrections/" + correction.id() + "/undo",
                        page.session(),
                        Map.of("csrf", page.csrf()));
            }
        }
        assertThat(own.open().corrections()).noneMatch(one -> one.state() != Correction.State.UNDONE);
    }

    @Test
    void aRelationIsConfirmedAndHidden() throws IOException {
        try (ServedExamples own = ServedExamples.in(folder)) {
            ClaimRelation relation = own.open().dossier().comparison().relations().stream()
                    .filter(one -> one.kind() == ClaimRelation.Kind.DENIES)
                    .findFirst()
                    .orElseThrow();
            String article = own.open().dossier().analyses().stream()
                    .filter(analysis -> analysis.claims().stream()
                            .anyMatch(claim -> claim.id().equals(relation.b())))
                    .map(analysis -> analysis.article().id())
                    .findFirst()
                    .orElseThrow();
            String address = "/pages/" + PageNames.article(article);
            Http.Answer page = Http.get(own.port(), address);
            Matcher verdict =
                    Pattern.compile("value=\"(RIGHT [^\"]* DENIES [A-Z]+)\"").matcher(page.body());
            assertThat(verdict.find()).isTrue();
            String right = verdict.group(1);
            int before = own.open().dossier().comparison().relations().size();
            relation(own, page, right, address);
            assertThat(Http.get(own.port(), address, Map.of("Cookie", page.session()))
                            .body())
                    .contains("Kept: it holds.")
                    .contains("holds, says Bea");
            assertThat(own.open().dossier().comparison().relations()).hasSize(before);
            undoAll(own, page);
            relation(own, page, right.replace("RIGHT", "WRONG"), address);
            assertThat(Http.get(own.port(), address, Map.of("Cookie", page.session()))
                            .body())
                    .contains("it does not hold")
                    .doesNotContain("value=\"" + right + "\"");
            assertThat(own.open().dossier().comparison().relations()).hasSizeLessThan(before);
            assertThat(Http.get(own.port(), "/corrections").body()).contains("Relation does not hold");
            undoAll(own, page);
            assertThat(own.open().dossier().comparison().relations()).hasSize(before);
            for (String odd : List.of("", "RIGHT", "RIGHT a b DENIES ACTOR", "x", "WRONG  ")) {
                relation(own, page, odd, "https://elsewhere.example/");
            }
        }
    }

    private static void relation(ServedExamples own, Http.Answer page, String verdict, String back) throws IOException {
        Http.Answer done = Http.form(
                own.port(),
                "/corrections/relation",
                page.session(),
                Map.of("csrf", page.csrf(), "author", "Bea", "verdict", verdict, "back", back));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).startsWith("/");
    }

    @Test
    void anIncidentWhoseTextChangedIsAskedAbout() throws IOException {
        try (ServedExamples own = ServedExamples.in(folder)) {
            Path articles = java.nio.file.Files.createTempDirectory(folder, "articles");
            Path ferry = articles.resolve("ferry.txt");
            java.nio.file.Files.writeString(
                    ferry,
                    "Ferry shelled at Quill\n\nA ferry was shelled in the port of Quill on Monday, killing two. The mayor, Odo Lamm, blamed the navy for the shelling.\n");
            own.open().add(List.of(ferry), words -> {});
            Incident quill = own.open().dossier().comparison().incidents().stream()
                    .filter(incident -> incident.mentions().stream()
                            .anyMatch(mention -> mention.article().equals(article(own, "Odo Lamm"))))
                    .findFirst()
                    .orElseThrow();
            Incident other = own.open().dossier().comparison().incidents().stream()
                    .filter(incident -> !incident.id().equals(quill.id()))
                    .findFirst()
                    .orElseThrow();
            Http.Answer page = Http.get(own.port(), "/pages/" + PageNames.incident(quill.id()));
            incident(own, page, Map.of("kind", "MERGE", "incident", quill.id(), "other", other.id()));
            java.nio.file.Files.writeString(ferry, "A calm day\n\nThe mayor, Odo Lamm, said that all was calm.\n");
            own.open().add(List.of(ferry), words -> {});
            assertThat(Http.get(own.port(), "/check").body())
                    .contains("Does this correction still hold? One incident")
                    .contains("the text of");
        }
    }

    private static String article(ServedExamples own, String words) {
        return own.open().dossier().analyses().stream()
                .map(analysis -> analysis.article())
                .filter(article -> article.text().contains(words))
                .findFirst()
                .orElseThrow()
                .id();
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
    void aPartIsTakenInTheFormatOfAnotherTool() throws IOException {
        Http.Answer page = get("/export");
        Incident incident = served.open().dossier().comparison().incidents().get(0);
        assertThat(page.body())
                .contains("value=\"incident:" + incident.id() + "\"")
                .contains("value=\"story:");
        for (String format : List.of("csv", "jsonld", "geojson", "brat")) {
            assertThat(page.body()).contains("name=\"format\" value=\"" + format + "\"");
            for (String of : List.of("", "&of=incident:" + incident.id(), "&of=story:" + incident.story())) {
                Http.Answer answer = get("/export/taken?format=" + format + of);
                assertThat(answer.status()).as(format + of).isEqualTo(200);
                assertThat(answer.header("Content-Disposition")).contains(format + ".zip");
            }
        }
        for (String odd : List.of(
                "taken",
                "taken?format=csv&of=story:none",
                "taken?format=csv&of=x",
                "taken?format=../csv",
                "csv.zip?of=incident:")) {
            assertThat(get("/export/" + odd).status()).as(odd).isEqualTo(404);
        }
    }

    /** Every two articles of a story: each statement of both once or where it bears on another, and never called missing. */
    @Test
    void twoArticlesStandSideBySide() throws IOException {
        var dossier = served.open().dossier();
        int pairs = 0;
        int searched = 0;
        for (var story : dossier.comparison().stories()) {
            for (int i = 0; i + 1 < story.articles().size(); i++) {
                String a = story.articles().get(i);
                String b = story.articles().get(i + 1);
                String path = "/compare?a=" + PageNames.article(a) + "&b=" + PageNames.article(b);
                Http.Answer page = get(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                for (var analysis : dossier.analyses()) {
                    String id = analysis.article().id();
                    if (id.equals(a) || id.equals(b)) {
                        analysis.claims()
                                .forEach(claim -> assertThat(page.body())
                                        .as(path)
                                        .contains("/pages/" + PageNames.article(id) + "#" + claim.id() + "\""));
                    }
                }
                assertThat(page.body())
                        .doesNotContain("omits")
                        .doesNotContain("missing from")
                        .doesNotContain(" found in Continental Press Wire");
                pairs += page.body().contains("the right denies") || page.body().contains("the left denies") ? 1 : 0;
                searched += page.body().contains("searched: the ") ? 1 : 0;
            }
        }
        assertThat(pairs).isPositive();
        assertThat(searched).isPositive();
        String one = PageNames.article(dossier.analyses().get(0).article().id());
        assertThat(get("/pages/" + one).body()).contains("Lay it beside another");
        for (String odd : List.of("", "?a=" + one, "?a=" + one + "&b=" + one, "?a=x&b=%3Cscript%3E")) {
            assertThat(get("/compare" + odd).status()).as(odd).isEqualTo(404);
        }
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

    private static byte[] bytes(String path) throws Exception {
        return java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(served.url() + path))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** A ZIP file with each entry as the change makes it. */
    private static byte[] changed(byte[] zipped, java.util.function.BiFunction<String, String, String> change)
            throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zipped));
                var zip = new java.util.zip.ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                zip.write(change.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static Http.Answer handedIn(byte[] file) throws IOException {
        Http.Answer page = get("/corrections");
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(("--mark\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + page.csrf()
                        + "\r\n--mark\r\nContent-Disposition: form-data; name=\"brat\"; filename=\"brat.zip\"\r\n"
                        + "Content-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--mark--\r\n".getBytes(StandardCharsets.UTF_8));
        return Http.send(
                served.port(),
                "POST",
                "/corrections/brat",
                Map.of("Content-Type", "multipart/form-data; boundary=mark", "Cookie", page.session()),
                body.toByteArray());
    }

    @Test
    void annotationsComeBackAsCorrections() throws Exception {
        byte[] exported = bytes("/export/taken?format=brat");
        int before = served.open().corrections().size();
        assertThat(handedIn(exported).body()).contains("0 corrections made, 0 there already, 0 changes left aside");
        boolean[] done = new boolean[1];
        byte[] annotated = changed(exported, (name, text) -> {
            if (done[0] || !name.endsWith(".ann") || !text.contains(" DENY\n")) {
                return text;
            }
            done[0] = true;
            return text.replaceFirst("(\tAct T\\d+ )DENY\n", "$1ADMIT\n") + "T9999\tContent 0 2\tab\n";
        });
        Http.Answer told = handedIn(annotated);
        assertThat(told.body()).contains("1 correction made", "1 change left aside", "a claim cannot be added");
        assertThat(served.open().corrections()).hasSize(before + 1);
        assertThat(get("/corrections").body()).contains("brat: article-");
        served.open().undo(served.open().corrections().get(before).id(), "Ana");
        for (byte[] wrong : new byte[][] {
            new byte[0],
            "no archive".getBytes(StandardCharsets.UTF_8),
            changed(exported, (name, text) -> name.endsWith("exported.tsv") ? "a\tb\n" : text),
            bytes("/export/taken?format=csv")
        }) {
            Http.Answer refused = handedIn(wrong);
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.body()).doesNotContain("corrections made");
        }
        assertThat(served.open().corrections()).hasSize(before + 1);
    }
}

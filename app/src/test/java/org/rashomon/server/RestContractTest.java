package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.export.DossierTables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every route of {@code openapi.json} answers as it says. */
class RestContractTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private static ServedExamples served = nothing();
    private static JsonNode openapi = JSON.createObjectNode();

    @SuppressWarnings("NullAway") // set before any test
    private static ServedExamples nothing() {
        return null;
    }

    @BeforeAll
    static void serve() throws IOException {
        served = ServedExamples.in(folder);
        openapi = JSON.readTree(get("/openapi.json").body());
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static Http.Answer get(String path) throws IOException {
        return Http.get(served.port(), path);
    }

    private static JsonNode json(String path) throws IOException {
        Http.Answer answer = get(path);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** The schema of an answer, with all that it refers to. */
    private static Schema schema(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", openapi.get("components"));
        whole.putArray("allOf").add(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }

    private static JsonNode answerSchema(String path, String method, int status) {
        JsonNode response =
                openapi.at("/paths").get(path).get(method).get("responses").get(String.valueOf(status));
        assertThat(response)
                .as(method + " " + path + " says nothing of " + status)
                .isNotNull();
        JsonNode whole = response.has("$ref")
                ? openapi.at(response.get("$ref").asString().substring(1))
                : response;
        return whole.get("content").iterator().next().get("schema");
    }

    private static void assertFits(String path, String method, Http.Answer answer) {
        List<Error> errors = schema(answerSchema(path, method, answer.status())).validate(JSON.readTree(answer.body()));
        assertThat(errors).as(method + " " + path + " " + answer.status()).isEmpty();
    }

    @Test
    void itIsAnOpenApiDocumentWhoseReferencesLeadSomewhere() {
        assertThat(openapi.get("openapi").asString()).startsWith("3.1");
        assertThat(openapi.at("/info/title").asString()).isNotBlank();
        Set<String> operations = new LinkedHashSet<>();
        openapi.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operations.add(operation.get("operationId").asString()))
                            .isTrue();
                    assertThat(operation.get("responses").isEmpty()).isFalse();
                }));
        List<String> references = new ArrayList<>();
        collect(openapi, references);
        assertThat(references).isNotEmpty();
        references.forEach(
                reference -> assertThat(openapi.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void everyRouteIsDescribed() {
        Set<String> paths = new LinkedHashSet<>();
        openapi.get("paths").propertyNames().forEach(paths::add);
        Set<String> expected = new LinkedHashSet<>(List.of(
                "/openapi.json",
                "/api/v1/jobs/{id}",
                "/api/v1/jobs/{id}/events",
                "/api/v1/jobs/{id}/file",
                "/api/v1/exports",
                "/api/v1/exports/{kind}",
                "/api/v1/exports/bundle"));
        DossierTables.NAMES.forEach(table -> {
            expected.add("/api/v1/" + table);
            expected.add("/api/v1/" + table + "/{id}");
        });
        assertThat(paths).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyListAndEveryRowFits() throws IOException {
        for (String table : DossierTables.NAMES) {
            String path = "/api/v1/" + table;
            Http.Answer list = get(path + "?limit=500");
            assertFits(path, "get", list);
            JsonNode data = JSON.readTree(list.body()).get("data");
            int number = 0;
            for (JsonNode row : data) {
                if (number++ < 5) {
                    String id = URLEncoder.encode(row.get("id").asString(), StandardCharsets.UTF_8)
                            .replace("+", "%20");
                    Http.Answer one = get(path + "/" + id);
                    assertFits(path + "/{id}", "get", one);
                    assertThat(JSON.readTree(one.body())).as(table).isEqualTo(row);
                }
            }
            assertFits(path + "/{id}", "get", get(path + "/none"));
            assertThat(get(path + "/none").header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(json("/api/v1/claims").get("total").asInt()).isGreaterThan(50);
    }

    @Test
    void pagesJoinToTheWholeList() throws IOException {
        for (String table : List.of("claims", "actors")) {
            List<String> whole = ids(json("/api/v1/" + table + "?limit=500").get("data"));
            List<String> joined = new ArrayList<>();
            String next = "/api/v1/" + table + "?limit=7";
            while (next != null) {
                JsonNode page = json(next);
                joined.addAll(ids(page.get("data")));
                next = page.get("next").isNull() ? null : page.get("next").asString();
            }
            assertThat(joined).isEqualTo(whole).doesNotHaveDuplicates();
        }
    }

    private static List<String> ids(JsonNode data) {
        List<String> ids = new ArrayList<>();
        data.forEach(row -> ids.add(row.get("id").asString()));
        return ids;
    }

    @Test
    void filtersKeepWhatFitsAndNothingElse() throws IOException {
        JsonNode all = json("/api/v1/claims?limit=500").get("data");
        long denials = count(all, "act", "DENY");
        assertThat(denials).isPositive();
        JsonNode denied = json("/api/v1/claims?limit=500&act=DENY").get("data");
        assertThat(denied).hasSize((int) denials);
        String speaker = all.get(0).get("speakerLabel").asString();
        json("/api/v1/claims?limit=500&speaker=" + URLEncoder.encode(speaker, StandardCharsets.UTF_8))
                .get("data")
                .forEach(row -> assertThat(row.get("speakerLabel").asString()).isEqualToIgnoringCase(speaker));
        json("/api/v1/articles?outlet=the%20caul%20courier")
                .get("data")
                .forEach(row -> assertThat(row.get("outlet").asString()).isEqualTo("The Caul Courier"));
        json("/api/v1/articles?from=2023-03-15&to=2023-03-15")
                .get("data")
                .forEach(row -> assertThat(row.get("published").asString()).isEqualTo("2023-03-15"));
        JsonNode incident = json("/api/v1/incidents").get("data").get(0);
        String id = incident.get("id").asString();
        json("/api/v1/claims?incident=" + id)
                .get("data")
                .forEach(row -> assertThat(row.get("incident").asString()).isEqualTo(id));
        assertThat(ids(json("/api/v1/incidents?incident=" + id).get("data"))).containsExactly(id);
        assertThat(json("/api/v1/claims?q=hospital").get("total").asInt())
                .isPositive()
                .isLessThan(all.size());
        for (String table : DossierTables.NAMES) {
            for (String filter :
                    List.of("outlet=Nobody%20Post", "story=none", "from=2999-01-01", "q=zzzyx", "speaker=Nobody")) {
                assertFits("/api/v1/" + table, "get", get("/api/v1/" + table + "?" + filter));
            }
            assertThat(json("/api/v1/" + table + "?story=none").get("total").asInt())
                    .as(table)
                    .isZero();
        }
    }

    private static long count(JsonNode rows, String field, String value) {
        long count = 0;
        for (JsonNode row : rows) {
            count += row.get(field).asString().equals(value) ? 1 : 0;
        }
        return count;
    }

    @Test
    void evidenceQuotesWhatStandsInTheArticle() throws IOException {
        int seen = 0;
        for (String table :
                List.of("claims", "incidents", "figures", "relations", "agreements", "lineage", "omissions")) {
            for (JsonNode row : json("/api/v1/" + table + "?limit=40").get("data")) {
                for (JsonNode evidence : row.get("evidence")) {
                    String text = served.open().dossier().analyses().stream()
                            .map(analysis -> analysis.article())
                            .filter(article ->
                                    article.id().equals(evidence.get("article").asString()))
                            .findFirst()
                            .orElseThrow()
                            .text();
                    JsonNode position = evidence.get("selector").get(0);
                    JsonNode quote = evidence.get("selector").get(1);
                    int start = text.offsetByCodePoints(0, position.get("start").asInt());
                    int end = text.offsetByCodePoints(0, position.get("end").asInt());
                    assertThat(quote.get("exact").asString()).isEqualTo(text.substring(start, end));
                    assertThat(text)
                            .contains(quote.get("prefix").asString()
                                    + quote.get("exact").asString()
                                    + quote.get("suffix").asString());
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void whatIsKnownIsNotSentAgain() throws IOException {
        Http.Answer first = get("/api/v1/stories");
        assertThat(first.header("ETag")).isNotEmpty();
        Http.Answer again = Http.get(served.port(), "/api/v1/stories", Map.of("If-None-Match", first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Http.get(served.port(), "/api/v1/stories?limit=1", Map.of("If-None-Match", first.header("ETag")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        Map<String, Integer> wrong = Map.of(
                "/api/v1/claims?limit=0", 400,
                "/api/v1/claims?limit=501", 400,
                "/api/v1/claims?limit=x", 400,
                "/api/v1/claims?colour=red", 400,
                "/api/v1/claims?from=yesterday", 400,
                "/api/v1/claims?cursor=none", 400,
                "/api/v1/claims?cursor=MTpvbGQ", 410);
        for (var one : wrong.entrySet()) {
            Http.Answer answer = get(one.getKey());
            assertThat(answer.status()).as(one.getKey()).isEqualTo(one.getValue());
            assertFits("/api/v1/claims", "get", answer);
        }
    }

    @Test
    void articlesAreAddedInTheBackground() throws Exception {
        try (ServedExamples own = ServedExamples.in(folder)) {
            String before = JSON.readTree(
                            Http.get(own.port(), "/api/v1/articles").body())
                    .get("version")
                    .asString();
            byte[] sent = ("{\"outlet\":\"Hill Times\",\"title\":\"Ferry talks\",\"date\":\"2029-05-02\","
                            + "\"text\":\"The harbour master, Odo Lamm, said on Tuesday that no ferry had left the port of Quill.\"}\n")
                    .getBytes(StandardCharsets.UTF_8);
            Http.Answer taken = Http.send(
                    own.port(), "POST", "/api/v1/articles", Map.of("Content-Type", "application/jsonl"), sent);
            assertThat(taken.status()).as(taken.body()).isEqualTo(202);
            assertFits("/api/v1/articles", "post", taken);
            JsonNode job = JSON.createObjectNode();
            for (int i = 0; i < 600 && !job.path("state").asString("").equals("done"); i++) {
                Thread.sleep(100);
                Http.Answer answer = Http.get(own.port(), taken.header("Location"));
                assertFits("/api/v1/jobs/{id}", "get", answer);
                job = JSON.readTree(answer.body());
                assertThat(job.get("state").asString()).as(answer.body()).isNotEqualTo("failed");
            }
            assertThat(job.at("/result/added").asInt()).isEqualTo(1);
            // told as it goes; what is over is told once
            Http.Answer events =
                    Http.get(own.port(), taken.header("Location") + "/events", Map.of("Accept", "text/event-stream"));
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.header("Content-Type")).startsWith("text/event-stream");
            String data = events.body()
                    .lines()
                    .filter(line -> line.startsWith("data: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("data: ".length());
            assertThat(events.body()).contains("event: job");
            assertThat(JSON.readTree(data)).isEqualTo(job);
            Http.Answer plain = Http.get(own.port(), taken.header("Location") + "/events");
            assertThat(plain.status()).isEqualTo(406);
            assertFits("/api/v1/jobs/{id}/events", "get", plain);
            JsonNode found = JSON.readTree(
                    Http.get(own.port(), "/api/v1/articles?outlet=Hill%20Times").body());
            assertThat(found.get("total").asInt()).isEqualTo(1);
            assertThat(found.get("version").asString()).isNotEqualTo(before);
        }
        assertFits("/api/v1/jobs/{id}", "get", get("/api/v1/jobs/none"));
        assertFits("/api/v1/jobs/{id}/events", "get", get("/api/v1/jobs/none/events"));
        for (String type : List.of("image/png", "application/x-www-form-urlencoded")) {
            Http.Answer refused = Http.send(
                    served.port(), "POST", "/api/v1/articles", Map.of("Content-Type", type), new byte[] {1, 2, 3});
            assertThat(refused.status()).as(type).isEqualTo(415);
            assertFits("/api/v1/articles", "post", refused);
        }
        Http.Answer nothing = Http.send(
                served.port(), "POST", "/api/v1/articles", Map.of("Content-Type", "application/json"), new byte[0]);
        assertThat(nothing.status()).isEqualTo(400);
        assertFits("/api/v1/articles", "post", nothing);
    }

    private static Http.Answer post(String path) throws IOException {
        return Http.send(served.port(), "POST", path, Map.of(), new byte[0]);
    }

    private static JsonNode exported(String path, String described) throws Exception {
        Http.Answer taken = post(path);
        assertThat(taken.status()).as(path + taken.body()).isEqualTo(202);
        assertFits(described, "post", taken);
        JsonNode job = JSON.createObjectNode();
        for (int i = 0; i < 600 && !job.path("state").asString("").equals("done"); i++) {
            Thread.sleep(50);
            Http.Answer answer = get(taken.header("Location"));
            assertFits("/api/v1/jobs/{id}", "get", answer);
            job = JSON.readTree(answer.body());
            assertThat(job.get("state").asString()).as(answer.body()).isNotEqualTo("failed");
        }
        return job;
    }

    private static byte[] bytes(String path) throws Exception {
        return java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(served.url() + path))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** Every kind that the list names, whole and in part; each file is what its job says, and what the command line writes. */
    @Test
    void everyKindIsWrittenInTheBackground() throws Exception {
        Http.Answer list = get("/api/v1/exports");
        assertFits("/api/v1/exports", "get", list);
        List<String> kinds = new ArrayList<>();
        String story = json("/api/v1/stories").at("/data/0/id").asString();
        for (JsonNode kind : JSON.readTree(list.body()).get("data")) {
            String name = kind.get("kind").asString();
            kinds.add(name);
            String described = name.equals("bundle") ? "/api/v1/exports/bundle" : "/api/v1/exports/{kind}";
            JsonNode file = exported("/api/v1/exports/" + name, described).get("file");
            byte[] bytes = bytes(file.get("href").asString());
            assertThat(bytes).as(name).hasSize(file.get("bytes").asInt());
            assertThat(file.get("sha256").asString())
                    .isEqualTo(java.util.HexFormat.of()
                            .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(bytes)));
            assertThat(file.get("name").asString()).isEqualTo(kind.get("file").asString());
            if (kind.get("parts").asBoolean()) {
                JsonNode part = exported("/api/v1/exports/" + name + "?story=" + story, described)
                        .get("file");
                assertThat(part.get("bytes").asInt()).as(name).isPositive().isLessThan(bytes.length);
                // what the page gives is the same to the byte
                assertThat(bytes("/export/taken?format=" + name)).as(name).isEqualTo(bytes);
            } else {
                Http.Answer refused = post("/api/v1/exports/" + name + "?story=" + story);
                assertThat(refused.status()).as(name).isEqualTo(400);
                assertFits(described, "post", refused);
            }
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(org.rashomon.service.CaseService.kinds());
    }

    @Test
    void whatCannotBeTakenAwayIsSaid() throws IOException {
        String described = "/api/v1/exports/{kind}";
        Map<String, Integer> wrong = Map.of(
                "/api/v1/exports/pdf", 404,
                "/api/v1/exports/csv?story=none", 404,
                "/api/v1/exports/csv?story=a&incident=b", 400,
                "/api/v1/exports/csv?colour=red", 400,
                "/api/v1/exports/bundl%65", 404);
        for (var one : wrong.entrySet()) {
            Http.Answer answer = post(one.getKey());
            assertThat(answer.status()).as(one.getKey()).isEqualTo(one.getValue());
            assertFits(described, "post", answer);
        }
        Http.Answer none = get("/api/v1/jobs/none/file");
        assertThat(none.status()).isEqualTo(404);
        assertFits("/api/v1/jobs/{id}/file", "get", none);
    }
}

package org.rashomon.export.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.Draft;
import org.rashomon.export.DossierTables;
import org.rashomon.export.TableWriter;
import org.rashomon.export.lookup.Selection;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Run;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Incident;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;
import org.rashomon.text.Hashes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each format against the dossier that it was made of. */
class FormatsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WIDE =
            "=HYPERLINK(\"http://x.example\")\n\nFerry 😀 talks, \"in Quill\"\n\nThe harbour master 😀, Odo Lamm, said on Tuesday:\n“No ferry\nhad left the port of Quill 😀.”\n\nThe mayor, Ana Hobb, denied that a second boat had sailed.\n";

    private static Dossier dossier = nothing();

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway") // set before any test
    private static Dossier nothing() {
        return null;
    }

    @BeforeAll
    static void read() {
        ArticlePipeline pipeline = ArticlePipeline.rules();
        List<ArticleAnalysis> analyses = new ArrayList<>();
        Readers.standard().read(List.of(Path.of("..", "examples")), result -> {
            if (result instanceof ReadResult.Read read) {
                analyses.add(pipeline.analyse(read.article()));
            }
        });
        analyses.add(pipeline.analyse(Article.ofText("=wide", WIDE, LocalDate.of(2026, 6, 2))));
        dossier = new Dossier(new Run("golden", "rules", Map.of()), ComparisonPipeline.compare(analyses), List.of());
    }

    private Path written(String format, Dossier of) throws IOException {
        Path out = Files.createTempDirectory(folder, format);
        Formats.writer(format, List.of()).orElseThrow().write(of, out);
        return out;
    }

    private static Map<String, Article> articles(Dossier of) {
        Map<String, Article> articles = new HashMap<>();
        of.analyses().forEach(analysis -> articles.put(analysis.article().id(), analysis.article()));
        return articles;
    }

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonld", "geojson", "brat"})
    void theSameDossierGivesTheSameBytes(String format) throws IOException {
        Path one = written(format, dossier);
        Path two = written(format, dossier);
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.toList()) {
                assertThat(file).hasSameBinaryContentAs(two.resolve(file.getFileName()));
            }
        }
    }

    // CSV

    @Test
    void whatStandsInTheTablesStandsInTheCells() throws IOException {
        Path out = written("csv", dossier);
        DossierTables tables = new DossierTables(dossier);
        Map<String, List<CsvWriter.Column>> columns = CsvWriter.columns();
        assertThat(columns).containsOnlyKeys(DossierTables.NAMES);
        for (String table : DossierTables.NAMES) {
            List<List<String>> cells = parsed(Files.readString(out.resolve(table + ".csv")));
            List<String> head = java.util.Objects.requireNonNull(columns.get(table)).stream()
                    .map(CsvWriter.Column::name)
                    .toList();
            assertThat(cells.get(0)).isEqualTo(head);
            var rows = tables.rows(table);
            assertThat(cells).as(table).hasSize(rows.size() + 1);
            for (int i = 0; i < rows.size(); i++) {
                Set<String> told = new LinkedHashSet<>();
                head.forEach(name -> told.add(name.replaceFirst("\\..*", "")));
                assertThat(rows.get(i).propertyNames()).as(table).containsExactlyElementsOf(told);
                for (int j = 0; j < head.size(); j++) {
                    JsonNode value = rows.get(i);
                    for (String part : head.get(j).split("\\.")) {
                        value = value.path(part);
                    }
                    String type = java.util.Objects.requireNonNull(columns.get(table))
                            .get(j)
                            .type();
                    String expected = value.isMissingNode() || value.isNull()
                            ? ""
                            : type.equals("array") ? JSON.writeValueAsString(value) : value.asString();
                    String cell = cells.get(i + 1).get(j);
                    String plain = type.equals("string") && cell.startsWith("'") ? cell.substring(1) : cell;
                    assertThat(plain).as(table + "." + head.get(j)).isEqualTo(expected);
                }
            }
        }
    }

    /** As RFC 4180 has it. */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char letter = csv.charAt(i);
            if (quoted) {
                if (letter != '"') {
                    cell.append(letter);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (letter == '"') {
                quoted = true;
            } else if (letter == ',' || letter == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (letter == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        return rows;
    }

    @Test
    void noCellIsAFormula() throws IOException {
        Path out = written("csv", dossier);
        boolean guarded = false;
        for (String table : DossierTables.NAMES) {
            List<CsvWriter.Column> columns =
                    java.util.Objects.requireNonNull(CsvWriter.columns().get(table));
            for (List<String> row : parsed(Files.readString(out.resolve(table + ".csv")))) {
                for (int i = 0; i < row.size(); i++) {
                    String cell = row.get(i);
                    if (columns.get(i).type().equals("string")) {
                        assertThat(cell.stripLeading()).as(table).doesNotContainPattern("^[=+@\\-\\t＝＋－＠]");
                    }
                    guarded |= cell.startsWith("'=HYPERLINK");
                }
            }
        }
        assertThat(guarded).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|=1+1|,|'=1+1|",
                "|+49 30|,|'+49 30|",
                "|-1|,|'-1|",
                "|@SUM|,|'@SUM|",
                "|  =1|,|'  =1|",
                "|＝1|,|'＝1|",
                "|'tis|,|''tis|",
                "|1=1|,|1=1|",
                "|a-b|,|a-b|",
                "|“=”|,|“=”|",
                "|a@b|,|a@b|",
                "||,||"
            })
    void whatBeginsAFormulaIsMadeText(String text, String cell) {
        assertThat(CsvWriter.guarded(text == null ? "" : text)).isEqualTo(cell == null ? "" : cell);
    }

    @Test
    void theDescriptorTellsWhatIsThere() throws IOException {
        Path out = written("csv", dossier);
        JsonNode descriptor = JSON.readTree(Files.readString(out.resolve("datapackage.json")));
        assertThat(descriptor.path("resources").size()).isEqualTo(DossierTables.NAMES.size());
        for (JsonNode resource : descriptor.path("resources")) {
            byte[] bytes = Files.readAllBytes(out.resolve(resource.path("path").asString()));
            assertThat(resource.path("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(resource.path("hash").asString()).isEqualTo("sha256:" + Hashes.sha256(bytes));
            String head = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            List<String> fields = new ArrayList<>();
            resource.path("schema")
                    .path("fields")
                    .forEach(field -> fields.add(field.path("name").asString()));
            assertThat(fields).isEqualTo(List.of(head.split(",")));
        }
    }

    // JSON-LD

    @Test
    void linkedDataRestsOnWordsAndHoldsNoVerdict() throws IOException {
        Path out = written("jsonld", dossier);
        String all = Files.readString(out.resolve("case.jsonld"));
        assertThat(all).doesNotContain("Review", "ating\"", "erdict", "claimReviewed", "truth");
        JsonNode document = JSON.readTree(all);
        Map<String, Article> articles = articles(dossier);
        Set<String> ids = new HashSet<>();
        Set<String> asked = new HashSet<>();
        int claims = 0;
        int evidence = 0;
        for (JsonNode node : document.path("@graph")) {
            assertThat(ids.add(node.path("@id").asString()))
                    .as(node.path("@id").asString())
                    .isTrue();
            String type = node.path("@type").asString();
            claims += type.equals("Claim") || type.equals("Quotation") ? 1 : 0;
            evidence += walk(node, articles, asked);
        }
        assertThat(ids).containsAll(asked);
        assertThat(claims)
                .isEqualTo(dossier.analyses().stream()
                        .mapToInt(analysis -> analysis.claims().size())
                        .sum());
        assertThat(evidence).isGreaterThan(claims);
    }

    /** Checks each selector below, and gathers what is pointed at. */
    private static int walk(JsonNode node, Map<String, Article> articles, Set<String> asked) {
        int found = 0;
        if (node.isObject() && node.size() == 1 && node.has("@id")) {
            asked.add(node.path("@id").asString());
        }
        if (node.path("@type").asString("").equals("oa:SpecificResource")) {
            String id = java.net.URLDecoder.decode(
                    node.path("oa:hasSource").path("@id").asString().replaceFirst("urn:rashomon:article:", ""),
                    StandardCharsets.UTF_8);
            String text = java.util.Objects.requireNonNull(articles.get(id)).text();
            JsonNode position = node.path("oa:hasSelector").get(0);
            JsonNode quote = node.path("oa:hasSelector").get(1);
            int start = position.path("oa:start").asInt();
            int end = position.path("oa:end").asInt();
            String exact = quote.path("oa:exact").asString();
            assertThat(slice(text, start, end)).isEqualTo(exact);
            assertThat(text)
                    .contains(quote.path("oa:prefix").asString()
                            + exact
                            + quote.path("oa:suffix").asString());
            found++;
        }
        for (JsonNode child : node) {
            found += walk(child, articles, asked);
        }
        return found;
    }

    @Test
    void whoCorrectedIsTold() throws IOException {
        ArticleAnalysis analysis = dossier.analyses().stream()
                .filter(one -> !one.claims().isEmpty())
                .findFirst()
                .orElseThrow();
        Claim claim = analysis.claims().get(0);
        Correction correction = new Correction(
                "k-1",
                Draft.speaker(Anchor.of(analysis.article(), claim), "Odo Lamm", "as the minutes say"),
                List.of(),
                "Bea Ott",
                Instant.parse("2026-06-02T10:00:00Z"),
                Correction.State.LIVE,
                null,
                null,
                null);
        Path out = Files.createTempDirectory(folder, "jsonld");
        new JsonLdWriter(List.of(correction)).write(dossier, out);
        assertThat(Files.readString(out.resolve("case.jsonld")))
                .contains("\"prov:Person\",\"name\":\"Bea Ott\"")
                .contains("\"prov:wasAssociatedWith\":{\"@id\":\"urn:rashomon:person:Bea%20Ott\"}")
                .contains("as the minutes say")
                .contains("{\"@id\":\"urn:rashomon:correction:k-1\"}");
    }

    // GeoJSON

    @Test
    void placesSayHowExactlyTheyAreKnown() throws IOException {
        JsonNode map =
                JSON.readTree(Files.readString(written("geojson", dossier).resolve("incidents.geojson")));
        assertThat(map.path("type").asString()).isEqualTo("FeatureCollection");
        List<Incident> incidents = dossier.comparison().incidents();
        assertThat(map.path("features").size()).isEqualTo(incidents.size());
        for (int i = 0; i < incidents.size(); i++) {
            JsonNode feature = map.path("features").get(i);
            var place = incidents.get(i).place();
            JsonNode properties = feature.path("properties");
            if (place == null || place.lat() == null) {
                assertThat(feature.path("geometry").isNull()).isTrue();
                continue;
            }
            String precision = properties.path("precision").asString();
            assertThat(precision).isNotBlank();
            boolean wide = precision.equals("region") || precision.equals("country");
            assertThat(feature.path("geometry").isNull()).as(precision).isEqualTo(wide);
            JsonNode point = wide
                    ? properties.path("middleOfArea")
                    : feature.path("geometry").path("coordinates");
            assertThat(point.get(0).asDouble()).isEqualTo(place.lon());
            assertThat(point.get(1).asDouble()).isEqualTo(place.lat());
        }
    }

    // brat

    @Test
    void annotationsStandAtTheirWords() throws IOException {
        Path out = written("brat", dossier);
        String settings = Files.readString(out.resolve("annotation.conf"));
        int contents = 0;
        List<Path> files;
        try (Stream<Path> all = Files.list(out)) {
            files = all.filter(file -> file.toString().endsWith(".ann"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSize(dossier.analyses().size());
        Set<String> texts = new HashSet<>();
        for (Path file : files) {
            String text = Files.readString(Path.of(file.toString().replaceFirst("ann$", "txt")));
            texts.add(text);
            Set<String> ids = new HashSet<>();
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", 3);
                String[] words = parts[1].split(" ", 2);
                assertThat(ids.add(parts[0])).as(line).isTrue();
                switch (parts[0].charAt(0)) {
                    case 'T' -> {
                        StringBuilder exact = new StringBuilder();
                        for (String piece : words[1].split(";")) {
                            String[] offsets = piece.split(" ");
                            exact.append(exact.isEmpty() ? "" : " ")
                                    .append(slice(text, Integer.parseInt(offsets[0]), Integer.parseInt(offsets[1])));
                        }
                        assertThat(parts[2]).isEqualTo(exact.toString());
                        contents += words[0].equals("Content") ? 1 : 0;
                        assertThat(settings).contains("\n" + words[0] + "\n");
                    }
                    case 'A' -> {
                        String[] value = words[1].split(" ");
                        assertThat(ids).contains(value[0]);
                        assertThat(settings)
                                .containsPattern("\n" + words[0] + " Arg:Content, Value:[A-Z_|]*" + value[1]);
                    }
                    case 'R' -> {
                        for (String argument : words[1].split(" ")) {
                            assertThat(ids).contains(argument.substring(argument.indexOf(':') + 1));
                        }
                        assertThat(settings).contains("\n" + words[0] + " Arg1:");
                    }
                    default -> assertThat(ids).contains(words[1]);
                }
            }
        }
        assertThat(texts).contains(WIDE);
        assertThat(contents)
                .isEqualTo(dossier.analyses().stream()
                        .mapToInt(analysis -> analysis.claims().size())
                        .sum());
    }

    // parts

    @Test
    void aPartPointsAtNothingOutside() throws IOException {
        Selection selection = new Selection(dossier);
        List<Dossier> parts = new ArrayList<>();
        for (Story story : dossier.comparison().stories()) {
            Dossier part = selection.story(story.id()).orElseThrow();
            assertThat(articles(part).keySet()).containsExactlyInAnyOrderElementsOf(story.articles());
            parts.add(part);
        }
        for (Incident incident : dossier.comparison().incidents()) {
            Dossier part = selection.incident(incident.id()).orElseThrow();
            assertThat(part.comparison().incidents()).containsExactly(incident);
            assertThat(part.comparison().incidentOf().values()).containsOnly(incident.id());
            parts.add(part);
        }
        for (Dossier part : parts) {
            new TableWriter().write(part, Files.createTempDirectory(folder, "part"));
            for (Formats.Described format : Formats.ALL) {
                written(format.name(), part);
            }
            Set<String> ids = articles(part).keySet();
            Set<String> claims = new HashSet<>();
            part.analyses().forEach(analysis -> analysis.claims().forEach(claim -> claims.add(claim.id())));
            DossierTables tables = new DossierTables(part);
            for (String table : List.of("claims", "figures", "omissions")) {
                tables.rows(table)
                        .forEach(row ->
                                assertThat(ids).contains(row.path("article").asString()));
            }
            tables.rows("figures").forEach(row -> {
                if (!row.path("claim").isNull()) {
                    assertThat(claims).contains(row.path("claim").asString());
                }
            });
            tables.rows("relations")
                    .forEach(row -> assertThat(claims)
                            .contains(row.path("a").asString(), row.path("b").asString()));
            tables.rows("incidents").forEach(row -> {
                for (JsonNode account : row.path("accounts")) {
                    assertThat(ids).contains(account.path("article").asString());
                    if (!account.path("claim").isNull()) {
                        assertThat(claims).contains(account.path("claim").asString());
                    }
                }
            });
        }
        assertThat(selection.story("s-none")).isEmpty();
        assertThat(selection.incident("")).isEmpty();
    }
}

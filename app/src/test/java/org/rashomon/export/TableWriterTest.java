package org.rashomon.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableWriterTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void offsetsAreCodePointsOfTheArticlesText() throws IOException {
        new TableWriter().write(SampleDossier.dossier(), folder);
        Map<String, String> texts = texts();
        JsonNode hebrew = rows("claims").stream()
                .filter(claim -> claim.path("article").asString().equals("rtl"))
                .findFirst()
                .orElseThrow();
        assertThat(slice(texts, hebrew, hebrew.path("content").get(0))).isEqualTo("20 בני אדם נהרגו במרפאה 🏥 בטרנק");
        JsonNode nested = rows("claims").stream()
                .filter(claim -> claim.path("speakerLabel").asString().equals("Field Watch"))
                .findFirst()
                .orElseThrow();
        assertThat(slice(texts, nested, nested.path("content").get(0)))
                .as("text after two emoji and a combining accent")
                .isEqualTo("Velmora had struck the clinic twice");
    }

    @Test
    void whatIsNotStatedIsNull() throws IOException {
        new TableWriter().write(SampleDossier.dossier(), folder);
        JsonNode wire = rows("articles").get(2);
        for (String field : List.of("outlet", "url", "title", "published", "publishedFrom", "language")) {
            assertThat(wire.path(field).isNull()).as(field).isTrue();
        }
        JsonNode he = rows("claims").stream()
                .filter(claim -> claim.path("speakerStatus").asString().equals("unresolved"))
                .findFirst()
                .orElseThrow();
        assertThat(he.path("speaker").isNull()).isTrue();
        assertThat(he.path("speakerLabel").asString()).isEqualTo("He");
    }

    @Test
    void incidentsAndAgreementsHaveNoVerdictOfTheirOwn() throws IOException {
        new TableWriter().write(SampleDossier.dossier(), folder);
        assertThat(rows("incidents")).noneMatch(row -> row.has("perpetrator"));
        assertThat(rows("agreements")).noneMatch(row -> row.has("status"));
        assertThat(rows("incidents")
                        .get(0)
                        .path("accounts")
                        .get(3)
                        .path("perpetrator")
                        .asString())
                .isEqualTo("Dawn Front");
        assertThat(rows("agreements")
                        .get(0)
                        .path("obligations")
                        .get(1)
                        .path("deontic")
                        .asString())
                .isEqualTo("MUST NOT");
    }

    @Test
    void theSameDossierGivesTheSameBytes(@TempDir Path other) throws IOException {
        for (DossierWriter writer : DossierWriters.standard()) {
            writer.write(SampleDossier.dossier(), folder);
            writer.write(SampleDossier.dossier(), other);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(file).hasSameBinaryContentAs(other.resolve(file.getFileName()));
            }
        }
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        rows("articles")
                .forEach(row ->
                        texts.put(row.path("id").asString(), row.path("text").asString()));
        return texts;
    }

    private static String slice(Map<String, String> texts, JsonNode row, JsonNode offsets) {
        String text = texts.getOrDefault(row.path("article").asString(), "");
        return text.substring(
                text.offsetByCodePoints(0, offsets.get(0).asInt()),
                text.offsetByCodePoints(0, offsets.get(1).asInt()));
    }

    private List<JsonNode> rows(String table) throws IOException {
        return Files.readAllLines(folder.resolve(table + ".jsonl")).stream()
                .map(JSON::readTree)
                .toList();
    }
}

package org.rashomon.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InventedArchiveTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Path made(String name, int articles, long seed) throws IOException {
        Path out = folder.resolve(name);
        InventedArchive.write(new InventedArchive.Options(articles, seed, out, false));
        return out;
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static JsonNode of(Map<String, JsonNode> rows, JsonNode id) {
        return Objects.requireNonNull(rows.get(id.asString()));
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path one = made("one", 300, 5);
        Path other = made("other", 300, 5);
        for (String file :
                List.of("archive.jsonl", "truth/copies.jsonl", "truth/incidents.jsonl", "truth/claims.jsonl")) {
            assertThat(one.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
        }
        assertThat(Files.readString(one.resolve("archive.jsonl")))
                .isNotEqualTo(Files.readString(made("another", 300, 6).resolve("archive.jsonl")));
    }

    @Test
    void fewerArticlesAreTheFirstOfMore() throws IOException {
        List<String> few = Files.readAllLines(made("few", 100, 3).resolve("archive.jsonl"));
        List<String> many = Files.readAllLines(made("many", 400, 3).resolve("archive.jsonl"));
        assertThat(few).hasSize(100);
        assertThat(many.subList(0, 100)).isEqualTo(few);
    }

    @Test
    void theTruthIsOfTheArticles() throws IOException {
        Path out = made("truth", 400, 11);
        Map<String, JsonNode> articles = new HashMap<>();
        rows(out.resolve("archive.jsonl"))
                .forEach(row -> articles.put(row.get("id").asString(), row));
        assertThat(articles).hasSize(400);

        List<JsonNode> copies = rows(out.resolve("truth/copies.jsonl"));
        assertThat(copies).hasSizeBetween(30, 200);
        for (JsonNode copy : copies) {
            JsonNode wire = of(articles, copy.get("from"));
            JsonNode print = of(articles, copy.get("article"));
            String first = wire.get("text").asString().split("\n\n")[0];
            assertThat(print.get("text").asString())
                    .contains("(" + wire.get("outlet").asString() + ") - " + first);
            assertThat(print.get("date").asString())
                    .isGreaterThanOrEqualTo(wire.get("date").asString());
        }

        List<JsonNode> incidents = rows(out.resolve("truth/incidents.jsonl"));
        assertThat(incidents).hasSizeBetween(60, 300);
        int mentions = 0;
        for (JsonNode incident : incidents) {
            for (JsonNode mention : incident.get("mentions")) {
                assertThat(of(articles, mention.get("article")).get("text").asString())
                        .contains(mention.get("words").asString());
                mentions++;
            }
        }
        assertThat(mentions).isGreaterThan(800);

        Map<String, JsonNode> claims = new HashMap<>();
        rows(out.resolve("truth/claims.jsonl"))
                .forEach(row -> claims.put(row.get("id").asString(), row));
        int answered = 0;
        for (JsonNode claim : claims.values()) {
            if (!claim.get("answers").isNull()) {
                JsonNode other = of(claims, claim.get("answers"));
                assertThat(other.get("incident")).isEqualTo(claim.get("incident"));
                assertThat(other.get("by")).isNotEqualTo(claim.get("by"));
                answered++;
            }
            for (JsonNode told : claim.get("told")) {
                assertThat(of(articles, told.get("article")).get("text").asString())
                        .contains(told.get("words").asString());
            }
        }
        assertThat(answered).isGreaterThan(100);
    }

    @Test
    void theArticlesAreFilesToo() throws IOException {
        Path out = folder.resolve("files");
        InventedArchive.write(new InventedArchive.Options(50, 1, out, true));
        try (Stream<Path> files = Files.walk(out.resolve("files"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(50)
                    .allSatisfy(file -> assertThat(file).content().startsWith("---\ntitle: "));
        }
    }

    @Test
    void theCommandLineIsReadWhole() {
        assertThat(InventedArchive.Options.of(List.of("--articles", "10", "--seed", "-4", "--files", "--out", "x")))
                .contains(new InventedArchive.Options(10, -4, Path.of("x"), true));
        assertThat(InventedArchive.Options.of(List.of("--out", "x", "--articles", "10")))
                .contains(new InventedArchive.Options(10, 1, Path.of("x"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--articles 10",
                "--out x",
                "--articles 0 --out x",
                "--articles ten --out x",
                "--articles 10 --out x --seed",
                "--articles 10 --out x --seed one",
                "--articles 10 --out x more"
            })
    void whatIsWrongInItIsRefused(String line) {
        assertThat(InventedArchive.Options.of(line.isEmpty() ? List.of() : List.of(line.split(" "))))
                .isEmpty();
    }
}

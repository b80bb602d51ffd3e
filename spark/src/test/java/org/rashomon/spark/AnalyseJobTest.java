package org.rashomon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.casefile.Json;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.pipeline.ArticlePipeline;

class AnalyseJobTest {
    private static final String RECORD =
            "{\"id\": \"%s\", \"outlet\": \"Tarn Post\", \"date\": \"2031-05-0%d\", \"title\": \"Ferry hit\", \"text\":"
                    + " \"The mayor of Orvel, Sanna Brek, said on Monday that rebels had shelled the ferry. %s\"}";

    @TempDir
    Path scratch;

    private String out() {
        return scratch.resolve("out").toString();
    }

    /** By id, letter for letter. */
    private static Map<String, String> bodies(List<ArticleAnalysis> analyses) {
        Map<String, String> bodies = new TreeMap<>();
        analyses.forEach(analysis -> bodies.put(analysis.article().id(), Json.body(analysis)));
        return bodies;
    }

    private Local.Said analyse(Path... inputs) {
        String[] args = new String[inputs.length + 6];
        args[0] = "analyse";
        args[1] = "--in";
        for (int i = 0; i < inputs.length; i++) {
            args[i + 2] = inputs[i].toString();
        }
        args[inputs.length + 2] = "--out";
        args[inputs.length + 3] = out();
        args[inputs.length + 4] = "--reader";
        args[inputs.length + 5] = "rules";
        return Local.run(args);
    }

    private Path written(String name, String... lines) throws IOException {
        return Files.write(scratch.resolve(name), List.of(lines), StandardCharsets.UTF_8);
    }

    private List<String> rejects() {
        return Local.spark()
                .read()
                .parquet(out() + "/rejected")
                .selectExpr("concat_ws(' | ', source, kind, reason)")
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Test
    void theTrainedReaderFindsWhatItFindsOnADesk() {
        Local.Said said =
                Local.run("analyse", "--in", Local.EXAMPLES.toString(), "--out", out(), "--reader", "learned");
        assertThat(said.code()).as(said.words()).isEqualTo(3);
        ArticlePipeline desk = ArticlePipeline.learned().orElseThrow();
        Map<String, String> expected = bodies(Local.analyses(desk, Local.EXAMPLES));
        assertThat(bodies(Local.kept(out()))).isEqualTo(expected);
        assertThat(expected.values()).anyMatch(body -> body.contains("\"claims\":[{"));
        // one page of the examples is no article
        assertThat(rejects())
                .anyMatch(line -> line.contains("caul-courier-sections.html | rejected | no article text"));
        assertThat(scratch.resolve("out/analyses/month=2023-03")).isDirectory();
        analysesOfTwoRunsAreNotMixed();
    }

    private void analysesOfTwoRunsAreNotMixed() {
        analyse(Local.EXAMPLES.resolve("dorvan-lantern-2023-03-15.txt"));
        Local.Said said = Local.run(
                "compare", "--in", out(), "--out", scratch.resolve("compared").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.words()).contains("--run: name one of the runs").contains("\"reader\":\"rules\"");
    }

    @Test
    void whatTheSameRunHasDoneIsNotDoneAgain() throws IOException {
        Path first = written("first.jsonl", RECORD.formatted("a", 1, ""), RECORD.formatted("b", 2, "Nobody died."));
        assertThat(analyse(first).words()).contains("2 articles analysed, 0 known");
        assertThat(analyse(first).words()).contains("0 articles analysed, 2 known");
        Path second = written("second.jsonl", RECORD.formatted("c", 3, "It sank."));
        assertThat(analyse(first, second).words()).contains("1 articles analysed, 2 known");
        // another text under the same id is analysed, and takes the place of the old one
        Path changed =
                written("first.jsonl", RECORD.formatted("a", 1, "Two died."), RECORD.formatted("b", 2, "Nobody died."));
        assertThat(analyse(changed, second).words()).contains("1 articles analysed, 2 known");
        assertThat(Local.kept(out()))
                .hasSize(3)
                .anyMatch(kept -> kept.article().text().contains("Two died."));
    }

    @Test
    void aBrokenRecordIsToldAndStopsNothing() throws IOException {
        Path file = written(
                "mixed.jsonl",
                RECORD.formatted("a", 1, ""),
                "{\"id\": \"b\", \"text\": ",
                "{\"id\": \"c\", \"title\": 7}",
                RECORD.formatted("a", 2, "Another text."),
                RECORD.formatted("d", 1, ""));
        Path archive = scratch.resolve("cut.warc");
        Files.writeString(archive, "WARC/1.0\r\nWARC-Type: response\r\nContent-Le");
        Local.Said said = analyse(file, archive);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.words()).contains("2 articles analysed").contains("4 inputs not read");
        assertThat(rejects())
                .anyMatch(line -> line.startsWith("mixed.jsonl#2 | rejected | the line is no JSON"))
                .anyMatch(line -> line.startsWith("mixed.jsonl#3 | rejected"))
                .anyMatch(line -> line.startsWith("mixed.jsonl#4 | rejected | id \"a\" is taken by mixed.jsonl#1"))
                .anyMatch(line -> line.startsWith("cut.warc#1 | rejected | the archive is damaged"));
    }

    @Test
    void webArchivesAndRowsOfParquetAreReadAsOnADesk() throws IOException {
        String page = "<html><head><title>Ferry hit off Orvel</title></head><body><article><h1>Ferry hit off Orvel</h1>"
                + "<p>The mayor of Orvel, Sanna Brek, said on Monday that rebels had shelled the ferry in the strait.</p>"
                + "<p>A spokesman of the rebels denied that they had fired at it.</p></article></body></html>";
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
        Path archive = scratch.resolve("one.warc");
        Files.writeString(
                archive,
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/ferry\r\n"
                        + "WARC-Date: 2031-05-02T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                        + "Content-Type: application/http;msgtype=response\r\nContent-Length: " + http.length()
                        + "\r\n\r\n" + http + "\r\n\r\n");
        Path lines = written("rows.jsonl", RECORD.formatted("p", 1, "It sank."), RECORD.formatted("q", 4, ""));
        Path rows = scratch.resolve("rows.parquet");
        Local.spark()
                .read()
                .json(lines.toString())
                .repartition(2)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(rows.toString());
        Local.Said said = analyse(archive, rows);
        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words()).contains("3 articles analysed");
        Map<String, String> expected = bodies(Local.analyses(ArticlePipeline.rules(), archive, lines));
        assertThat(bodies(Local.kept(out()))).isEqualTo(expected).hasSize(3);
        assertThat(new AnalysisTable(Local.spark(), out())
                        .all()
                        .select(functions.max("claims"))
                        .as(Encoders.INT())
                        .first())
                .isPositive();
    }

    @Test
    void wrongUsageIsToldInOneLine() {
        assertThat(Local.run("analyse", "--in", "/nowhere/at-all", "--out", out()))
                .isEqualTo(new Local.Said(
                        2, "rashomon-spark: --in /nowhere/at-all: there is no such file; check the path\n"));
        assertThat(Local.run("compare", "--in", out(), "--out", out() + "2").words())
                .contains("holds no analyses; run analyse first");
        assertThat(Local.run("analyse", "--out", out()).words()).contains("--in is missing");
        assertThat(Local.run("compare", "--from", "x").words()).contains("--from: compare has no such option");
        assertThat(Local.run().code()).isZero();
        assertThat(Local.run("translate").code()).isEqualTo(2);
    }
}

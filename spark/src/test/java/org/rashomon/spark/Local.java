package org.rashomon.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.rashomon.casefile.Json;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.pipeline.ArticlePipeline;

/** Spark on two cores of this machine, one session for all tests, and what the desk makes of the same inputs. */
final class Local {
    static final Path EXAMPLES = repository().resolve("examples");
    static final Path VALLEY = repository().resolve("examples-valley");

    private Local() {}

    static SparkSession spark() {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }

    private static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("examples-valley"))) {
            at = java.util.Objects.requireNonNull(at.getParent(), "run the tests within the project");
        }
        return at;
    }

    /** What a command says and how it ends. */
    record Said(int code, String words) {}

    static Said run(String... args) {
        spark();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    /** The articles that the desk reads. */
    static List<Article> articles(Path... inputs) {
        List<Article> articles = new ArrayList<>();
        Readers.standard().read(List.of(inputs), new ByteArrayInputStream(new byte[0]), result -> {
            if (result instanceof ReadResult.Read read) {
                articles.add(read.article());
            }
        });
        return articles;
    }

    /** The analyses that the desk makes. */
    static List<ArticleAnalysis> analyses(ArticlePipeline pipeline, Path... inputs) {
        return articles(inputs).stream().map(pipeline::analyse).toList();
    }

    /** The analyses of a table, by id. */
    static List<ArticleAnalysis> kept(String folder) {
        List<ArticleAnalysis> kept = new ArrayList<>();
        new AnalysisTable(spark(), folder)
                .of("")
                .orderBy("id")
                .collectAsList()
                .forEach(row -> kept.add(Json.analysis(
                        Json.read(row.<String>getAs("article"), Article.class), row.<String>getAs("analysis"))));
        return kept;
    }
}

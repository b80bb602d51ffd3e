package org.rashomon.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.ingest.Readers;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;

/**
 * Reads {@code examples/} and {@code examples-valley/}, each by itself, with the whole chain and compares every table with the one that
 * was last looked at and agreed to.
 */
class ExamplesGoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final String UPDATE = "mvn -B -pl app -am test -Dtest=ExamplesGoldenTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true";
    private static final int SHOWN = 6;

    @ParameterizedTest
    @CsvSource({"examples, caul-courier-sections.html", "examples-valley,"})
    void tablesAreAsAgreed(String corpus, @Nullable String rejected, @TempDir Path written) throws IOException {
        Path agreed = GOLDEN.resolve(corpus);
        Dossier dossier = dossier(corpus);
        new TableWriter().write(dossier, written);
        assertThat(dossier.rejected())
                .extracting(Rejected::source)
                .isEqualTo(rejected == null ? List.of() : List.of(rejected));

        Set<String> tables = new TreeSet<>(names(written));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(agreed);
            for (String table : tables) {
                Files.write(agreed.resolve(table), Files.readAllBytes(written.resolve(table)));
            }
            return;
        }
        // Until the tables have been looked at and agreed to, there is nothing to compare with.
        assertThat(agreed).as("golden tables; make them with " + UPDATE).isDirectory();
        assertThat(tables)
                .as("tables written; after a meant change run%n%s", UPDATE)
                .isEqualTo(new TreeSet<>(names(agreed)));
        List<String> differences = new ArrayList<>();
        for (String table : tables) {
            differences.addAll(differences(table, lines(agreed, table), lines(written, table)));
        }
        if (!differences.isEmpty()) {
            fail("The tables of " + corpus + "/ have changed.\n\n" + String.join("\n", differences)
                    + "\n\nIf that was meant, run\n    " + UPDATE + "\nand read the difference before committing it.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples", "examples-valley"})
    void sameInputGivesSameBytes(String corpus, @TempDir Path one, @TempDir Path two) throws IOException {
        new TableWriter().write(dossier(corpus), one);
        new TableWriter().write(dossier(corpus), two);
        for (String table : names(one)) {
            assertThat(one.resolve(table)).hasSameBinaryContentAs(two.resolve(table));
        }
    }

    private static Dossier dossier(String corpus) {
        ArticlePipeline pipeline = ArticlePipeline.rules();
        List<ArticleAnalysis> analyses = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        Readers.standard().read(List.of(Path.of("..", corpus)), result -> {
            if (result instanceof ReadResult.Read read) {
                analyses.add(pipeline.analyse(read.article()));
            } else if (result instanceof Rejected rejection) {
                rejected.add(rejection);
            }
        });
        return new Dossier(new Run("golden", "rules", Map.of()), ComparisonPipeline.compare(analyses), rejected);
    }

    /** Lines that only one side has, the first few of each. */
    private static List<String> differences(String table, List<String> golden, List<String> now) {
        List<String> differences = new ArrayList<>();
        List<String> gone = golden.stream().filter(line -> !now.contains(line)).toList();
        List<String> come = now.stream().filter(line -> !golden.contains(line)).toList();
        gone.stream().limit(SHOWN).forEach(line -> differences.add(table + " - " + line));
        come.stream().limit(SHOWN).forEach(line -> differences.add(table + " + " + line));
        if (gone.isEmpty() && come.isEmpty() && !golden.equals(now)) {
            differences.add(table + ": the same lines in another order or number");
        } else if (gone.size() + come.size() > differences.size()) {
            differences.add(table + ": " + gone.size() + " lines gone, " + come.size() + " come");
        }
        return differences;
    }

    private static List<String> lines(Path folder, String table) throws IOException {
        return Files.readAllLines(folder.resolve(table));
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }
}

package org.rashomon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.Json;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.Verification;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.pipeline.ComparisonPipeline;

class CompareJobTest {
    @TempDir
    Path scratch;

    /** Two worlds: the examples, and those of the valley, which nobody has mended anything on. */
    @Test
    void partByPartItFindsWhatComparingTheWholeFinds() throws java.io.IOException {
        String analysed = scratch.resolve("analysed").toString();
        String compared = scratch.resolve("compared").toString();
        assertThat(Local.run(
                                "analyse",
                                "--in",
                                Local.EXAMPLES.toString(),
                                Local.VALLEY.toString(),
                                "--out",
                                analysed,
                                "--reader",
                                "rules")
                        .code())
                .isEqualTo(3);
        Local.Said said = Local.run("compare", "--in", analysed, "--out", compared);
        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words()).doesNotContain(" in 1 components");
        assertThat(scratch.resolve("compared/_SUCCESS")).exists();

        List<Rows.Row> rows = new ArrayList<>();
        Local.spark()
                .read()
                .parquet(compared)
                .collectAsList()
                .forEach(row -> rows.add(new Rows.Row(row.getAs("table"), row.getAs("key"), row.getAs("json"))));
        Collections.sort(rows);
        List<ArticleAnalysis> analyses = Local.kept(analysed);
        List<Rows.Row> whole = new ArrayList<>(Rows.of(ComparisonPipeline.compare(analyses)));
        Collections.sort(whole);
        assertThat(rows).isEqualTo(whole);
        assertThat(rows.stream().map(Rows.Row::table).collect(Collectors.toSet()))
                .contains("claims", "stories", "incidents", "agreements", "relations", "lineages");

        opensAsACase(analysed, analyses);
    }

    private void opensAsACase(String analysed, List<ArticleAnalysis> analyses) throws java.io.IOException {
        String place = scratch.resolve("case").toString();
        Local.Said said = Local.run("case", "--in", Local.EXAMPLES.toString(), "--analyses", analysed, "--case", place);
        assertThat(said.words()).contains("0 were there, 1 not read").doesNotContain("without an analysis");
        assertThat(Verification.of(place).broken()).isEmpty();
        List<String> examples = Local.articles(Local.EXAMPLES).stream()
                .map(article -> article.id())
                .toList();
        try (OpenCase open = Cases.existing(place, CaseJob.workshop())) {
            assertThat(open.dossier().analyses().stream().map(Json::body))
                    .containsExactlyInAnyOrderElementsOf(ComparisonPipeline.compare(analyses.stream()
                                    .filter(analysis ->
                                            examples.contains(analysis.article().id()))
                                    .toList())
                            .analyses()
                            .stream()
                            .map(Json::body)
                            .toList());
        }
        Path other =
                Files.writeString(scratch.resolve("other.txt"), "The mayor of Orvel said that the ferry had sunk.");
        Local.Said without = Local.run("case", "--in", other.toString(), "--analyses", analysed, "--case", place + "2");
        assertThat(without.code()).isEqualTo(3);
        assertThat(without.words()).contains("without an analysis, and so not in the case: 1");
    }
}

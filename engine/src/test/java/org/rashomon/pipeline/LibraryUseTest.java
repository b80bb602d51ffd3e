package org.rashomon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;

/** The code that the README shows, compiled and run; and the README's copy of it, compared. */
class LibraryUseTest {

    @Test
    void readmeShowsThisCode() throws IOException {
        // [readme]
        String text = """
                The bridge at Ellery was shelled on Monday, the Kestrian army said.
                "We did not fire a single shell," Torvian spokeswoman Mira Lund told reporters.
                """;
        List<ArticleAnalysis> analyses = new ArrayList<>();
        try (ArticlePipeline pipeline = ArticlePipeline.learned().orElseGet(ArticlePipeline::rules)) {
            analyses.add(pipeline.analyse(Article.ofText("ellery", text, LocalDate.of(2031, 5, 6))));
            Readers.standard().read(List.of(Path.of("../examples")), result -> {
                if (result instanceof ReadResult.Read read) {
                    analyses.add(pipeline.analyse(read.article()));
                }
            });
        }
        Comparison comparison = ComparisonPipeline.compare(analyses);

        for (ArticleAnalysis analysis : analyses) {
            for (Claim claim : analysis.claims()) {
                System.out.println(
                        claim.speaker().label() + " (" + claim.speaker().status() + "): " + claim.act());
            }
        }
        for (ClaimRelation relation : comparison.relations()) {
            System.out.println(relation.kind() + ": " + relation.reason());
        }
        // [/readme]

        assertThat(analyses).hasSizeGreaterThan(10);
        assertThat(analyses.get(0).claims())
                .extracting(claim -> claim.speaker().label())
                .containsExactly("Kestrian Army", "Mira Lund");
        assertThat(Files.readString(Path.of("..", "README.md"))).contains(codeAbove());
    }

    private static String codeAbove() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/rashomon/pipeline/LibraryUseTest.java"));
        String code = source.substring(source.indexOf("// [readme]\n") + 12, source.indexOf("// [/readme]"));
        return code.lines()
                .map(line -> line.isBlank() ? "" : line.substring(8).replace("../examples", "examples"))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}

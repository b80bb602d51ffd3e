package org.rashomon.export.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.export.DossierPage;
import org.rashomon.model.Article;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;

/** Which claims the page shows as one line: the same words of one story, and never those of two. */
class UtterancesTest {
    private static final String BOMBING =
            "%s -- At least %d people were killed on Sunday in a bombing at a market in %s.%n%n"
                    + "\"We were not behind the bombing of the market,\" %s said.%n";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "printed again in one story, Keldra, 2031-01-05, a spokesman, 2",
        "of another town and day, Porto Sol, 2031-09-20, a spokesman, 1",
        "of another story although the name is one, Porto Sol, 2031-09-20, police, 1",
    })
    void sameWordsAreOneUtteranceWithinAStory(String name, String town, LocalDate day, String speaker, int places) {
        ArticlePipeline rules = ArticlePipeline.rules();
        List<ArticleAnalysis> analyses = List.of(
                rules.analyse(article("a", "Keldra", 14, LocalDate.of(2031, 1, 5), speaker)),
                rules.analyse(article("b", town, town.equals("Keldra") ? 14 : 30, day, speaker)));
        DossierIndex index = new DossierIndex(
                new Dossier(new Run("0-test", "rules", Map.of()), ComparisonPipeline.compare(analyses), List.of()));
        Utterances utterances = new Utterances(index);
        assertThat(analyses.get(0).claims())
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(utterances.of(claim.id())).hasSize(places));
    }

    private static Article article(String id, String town, int dead, LocalDate day, String speaker) {
        return Article.ofText(id, BOMBING.formatted(town.toUpperCase(java.util.Locale.ROOT), dead, town, speaker), day);
    }

    /** Four times the articles of other events, about four times the page. */
    @Test
    void thePageGrowsWithTheArticles(@TempDir Path temp) throws Exception {
        long few = page(Files.createDirectory(temp.resolve("few")), 15);
        long many = page(Files.createDirectory(temp.resolve("many")), 60);
        assertThat(many).isLessThan(few * 5);
    }

    private static long page(Path folder, int articles) throws Exception {
        ArticlePipeline rules = ArticlePipeline.rules();
        List<ArticleAnalysis> analyses = java.util.stream.IntStream.range(0, articles)
                .mapToObj(i -> {
                    String town = "Kar" + (char) ('a' + i % 20) + "lo" + (char) ('a' + i / 20) + "n";
                    return rules.analyse(Article.ofText(
                            "n" + i,
                            "%s -- At least %d people were killed in the shelling of a market in %s, officials said.%n%n"
                                            .formatted(town.toUpperCase(java.util.Locale.ROOT), 3 + i, town)
                                    + "The two sides agreed a truce in %s last month, and each accuses the other of breaking it.%n"
                                            .formatted(town),
                            LocalDate.of(2031, 1 + i % 12, 1 + i % 28)));
                })
                .toList();
        new DossierPage()
                .write(
                        new Dossier(
                                new Run("0-test", "rules", Map.of()), ComparisonPipeline.compare(analyses), List.of()),
                        folder);
        return Files.size(folder.resolve("index.html"));
    }
}

package org.rashomon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.text.Hashes;

/** Lines that nobody would write come to an end. What they cost stands in the benchmarks ({@code LongLineBenchmark}). */
class HostileTextTest {
    private static final int LENGTH = 25_000;
    private static final ArticlePipeline PIPELINE = ArticlePipeline.rules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\"a",
                "A ",
                "1,",
                "(",
                "said that ",
                "of the ",
                "\u2019s ",
                "A. ",
                "x-",
                "10 killed and ",
                "\u201c",
                "the parties' leaders ",
                "(the army) said ",
                "Ivo Tarn, Ana Lund and Petar Venn of the Keldra Post, ",
                "The Sedd Council said that Ivo Tarn had left, and the army denied it. \u201cWe saw him go,\u201d she told Reuters. ",
                "the two sides agreed a truce in Keldra last month and each accuses the other of breaking the ceasefire and "
            })
    void aLongLineIsAnalysedInTime(String unit) {
        String text = unit.repeat(LENGTH / unit.length()).strip();
        Article article = new Article(
                "a",
                "a.txt",
                Imprint.NONE,
                text,
                List.of(new Block(new Span(0, text.length()), BlockRole.BODY)),
                List.of(),
                Hashes.sha256(text));
        ArticleAnalysis analysis =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> PIPELINE.analyse(article));
        assertThat(analysis.article()).isSameAs(article);
    }
}

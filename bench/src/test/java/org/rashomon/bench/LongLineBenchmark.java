package org.rashomon.bench;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.rashomon.model.Article;
import org.rashomon.pipeline.ArticlePipeline;

/**
 * A text on one line, short and four times as long, by rules: milliseconds an article, one thread. Four times the text should cost about four times the
 * time, whatever the line is made of; a step that goes back to the start of the line for each name, mark or claim costs sixteen times as much.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"})
@State(Scope.Benchmark)
public class LongLineBenchmark {
    private static final String HEAD =
            "KELDRA, 3 March -- The Velm ministry said on Monday that jets killed 14 people. It said that the army denied the strike. ";

    @Param({
        "The Sedd Council said that Ivo Tarn had left Keldra, and the army denied it. “We saw him go,” she told Reuters.",
        "the Sedd Council said that Ivo Tarn had left Keldra and the army denied it while minister Ana Lund told reporters so and",
        "“",
        "the parties' leaders",
        "Ivo Tarn, Ana Lund and Petar Venn of the Keldra Post,",
        "the two sides agreed a truce in Keldra last month and each accuses the other of breaking the ceasefire and",
        "14 people were killed and 20 hurt on Monday,",
        "(the army) said",
        "Keldra"
    })
    public String piece = "";

    /** Characters. */
    @Param({"6000", "24000"})
    public int length;

    private final ArticlePipeline pipeline = ArticlePipeline.rules();
    private Article article = Article.ofText("line", HEAD, LocalDate.of(2031, 3, 4));

    @Setup
    public void write() {
        String one = piece + (piece.length() > 1 ? " " : "");
        article = Article.ofText("line", HEAD + one.repeat(length / one.length()), LocalDate.of(2031, 3, 4));
    }

    @TearDown
    public void close() {
        pipeline.close();
    }

    @Benchmark
    public Object line() {
        return pipeline.analyse(article);
    }
}

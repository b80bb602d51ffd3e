package org.rashomon.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** One article of some 400 words from text to analysis, in a warm virtual machine: milliseconds an article, one thread. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-Dai.djl.offline=true"})
@State(Scope.Benchmark)
public class ReadingBenchmark {
    private static final String PARAGRAPH = """
            At least 14 people were killed on Monday when shells hit a market in the northern town of Orvela, a doctor said. \
            The Torvian defence ministry denied that its planes had struck the town, and accused the rebels of shelling it from \
            the hills of Kestrin. "We made no flights over Orvela today," its spokesman Darro Quend said. Mila Ossen, who heads \
            the Orvela Relief Council, said that nine of the dead were children.

            Ossen called on both sides to hold to the truce that Torvia and the Kestrin Front signed in March in Vasterby. \
            According to the agreement, neither may move heavy weapons within ten kilometres of the road. The Front said on \
            Tuesday that it would no longer be bound by it unless the shelling stopped.
            """;
    private static final int TIMES = 3;

    /** Who reads: {@code rules} or {@code learned}. */
    @Param({"rules", "learned"})
    public String reader = "rules";

    private ArticlePipeline pipeline = ArticlePipeline.rules();
    private Article article = PlainText.article(
            JsonNodeFactory.instance.objectNode().put("id", "article").put("text", PARAGRAPH.repeat(TIMES)));

    @Setup(Level.Trial)
    public void load() {
        if (reader.equals("learned")) {
            pipeline = ArticlePipeline.learned().orElseThrow();
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        pipeline.close();
    }

    @Benchmark
    public Object read() {
        return pipeline.analyse(article);
    }
}

package org.rashomon.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.Places;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.pipeline.ArticlePipeline;

/**
 * What a run waits for before its first article, each in a fresh virtual machine with the options of the launcher: milliseconds,
 * once.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 10,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"})
public class StartUpBenchmark {

    /** The registry of actors alone. */
    @Benchmark
    public Object actors() {
        return ActorRegistry.standard();
    }

    /** The registry of actors, and the lexicon of names that is made of it, of word lists and of places. */
    @Benchmark
    public Object names() {
        return NameLexicon.of(ActorRegistry.standard(), Places.standard().gazetteer());
    }

    /** All that the rules need. */
    @Benchmark
    public Object rules() {
        return ArticlePipeline.rules();
    }

    /** All that the trained reader needs. */
    @Benchmark
    public Object learned() {
        return ArticlePipeline.learned().orElseThrow();
    }
}

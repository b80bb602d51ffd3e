package org.rashomon.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.rashomon.annotate.agreements.AgreementTagger;
import org.rashomon.annotate.attribution.LearnedAttributor;
import org.rashomon.annotate.attribution.rules.RuleAttributor;
import org.rashomon.annotate.claims.ClaimMaker;
import org.rashomon.annotate.figures.FigureTagger;
import org.rashomon.annotate.incidents.IncidentTagger;
import org.rashomon.annotate.names.EntityRecogniser;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.ArticlePlaces;
import org.rashomon.annotate.places.PlaceResolver;
import org.rashomon.annotate.places.Places;
import org.rashomon.annotate.syntax.SentenceTagger;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.times.TimeTagger;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.nlp.PosTagger;
import org.rashomon.nlp.Reader;
import org.rashomon.nlp.Reading;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.text.SentenceSplitter;

/**
 * One article from text to analysis with the trained reader, whole and step by step, in a warm virtual machine with the options of
 * the launcher: milliseconds an article, one thread. Each step takes what the steps before it found, as in {@link ArticlePipeline}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"})
@State(Scope.Benchmark)
public class ReadingBenchmark {
    private final Article article = InventedArticle.read();
    private final ArticlePipeline byRules = ArticlePipeline.rules();
    private final ArticlePipeline byLearning = ArticlePipeline.learned().orElseThrow();
    private final Places knownPlaces = Places.standard();
    private final NameLexicon names = NameLexicon.of(ActorRegistry.standard(), knownPlaces.gazetteer());

    private final SentenceSplitter splitter = new SentenceSplitter();
    private final SentenceTagger tagger = new SentenceTagger(PosTagger.load());
    private final Reader reader = Reader.load().orElseThrow();
    private final EntityRecogniser recogniser = new EntityRecogniser(names);
    private final TimeTagger timeTagger = new TimeTagger();
    private final ClaimMaker claimMaker = new ClaimMaker(names);
    private final FigureTagger figureTagger = new FigureTagger();
    private final PlaceResolver resolver = new PlaceResolver(names, knownPlaces);
    private final IncidentTagger incidentTagger = new IncidentTagger(knownPlaces);
    private final AgreementTagger agreementTagger = new AgreementTagger();

    private final List<Sentence> sentences = splitter.split(article);
    private final List<TaggedSentence> tagged = tagger.tag(article, sentences);
    private final Reading reading = reader.read(article, sentences);
    private final List<Mention> mentions = recogniser.recognise(article, sentences, Optional.of(reading));
    private final List<TimeExpression> times = timeTagger.tag(article, sentences);
    private final List<Attribution> attributions =
            new LearnedAttributor(reading, new RuleAttributor()).attribute(article, tagged);
    private final List<Claim> claims = claimMaker.claim(
            article, tagged, mentions, times, attributions, Optional.of(reading), ClaimMaker.Reasons.NONE);
    private final ArticlePlaces places = resolver.resolve(article, sentences, mentions);

    @TearDown
    public void close() {
        byRules.close();
        byLearning.close();
        reader.close();
    }

    /** All steps, the trained reader among them. */
    @Benchmark
    public Object article() {
        return byLearning.analyse(article);
    }

    /** All steps by rules alone. */
    @Benchmark
    public Object articleByRules() {
        return byRules.analyse(article);
    }

    /** Sentences and parts of speech. */
    @Benchmark
    public Object step01Sentences() {
        return tagger.tag(article, splitter.split(article));
    }

    /** The encoder, its heads, and the spans made of what they say. */
    @Benchmark
    public Object step02Encoder() {
        return reader.read(article, sentences);
    }

    /** Names, and the actors whom they stand for. */
    @Benchmark
    public Object step03Names() {
        return recogniser.recognise(article, sentences, Optional.of(reading));
    }

    @Benchmark
    public Object step04Times() {
        return timeTagger.tag(article, sentences);
    }

    /** Sources, cues and contents. */
    @Benchmark
    public Object step05Attributions() {
        return new LearnedAttributor(reading, new RuleAttributor()).attribute(article, tagged);
    }

    /** Claims: speakers, acts, targets. */
    @Benchmark
    public Object step06Speakers() {
        return claimMaker.claim(
                article, tagged, mentions, times, attributions, Optional.of(reading), ClaimMaker.Reasons.NONE);
    }

    @Benchmark
    public Object step07Figures() {
        return figureTagger.tag(article, sentences, times, mentions, claims);
    }

    /** Where the names of places are. */
    @Benchmark
    public Object step08Places() {
        return resolver.resolve(article, sentences, mentions);
    }

    @Benchmark
    public Object step09Incidents() {
        return incidentTagger.tag(article, tagged, mentions, times, claims, places);
    }

    /** Agreements, and what is said of them. */
    @Benchmark
    public Object step10Agreements() {
        List<AgreementMention> found = agreementTagger.tag(article, tagged, mentions, times, claims);
        return List.of(found, agreementTagger.statements(article, tagged, mentions, claims, found));
    }
}

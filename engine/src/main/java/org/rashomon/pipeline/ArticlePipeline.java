package org.rashomon.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.rashomon.annotate.agreements.AgreementTagger;
import org.rashomon.annotate.attribution.Attributor;
import org.rashomon.annotate.attribution.Construction;
import org.rashomon.annotate.attribution.LearnedAttributor;
import org.rashomon.annotate.attribution.Trail;
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
import org.rashomon.limits.Deadline;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.nlp.PosTagger;
import org.rashomon.nlp.Reader;
import org.rashomon.nlp.Reading;
import org.rashomon.text.SentenceSplitter;
import org.rashomon.words.English;

/**
 * One article to its analysis, in a straight line. Pure and safe for use by many threads; articles may be analysed in parallel
 * and in any order.
 */
public final class ArticlePipeline implements AutoCloseable {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final EntityRecogniser recogniser;
    private final TimeTagger timeTagger = new TimeTagger();
    private final SentenceTagger tagger;
    private final Attributor rules = new RuleAttributor();
    private final Optional<Reader> reader;
    private final ClaimMaker claimMaker;
    private final FigureTagger figureTagger = new FigureTagger();
    private final PlaceResolver placeResolver;
    private final IncidentTagger incidentTagger;
    private final AgreementTagger agreementTagger = new AgreementTagger();

    /** The names of the program's own tables, which take some time to make: once for all pipelines. */
    private static final class Standard {
        static final NameLexicon NAMES =
                NameLexicon.of(ActorRegistry.standard(), Places.standard().gazetteer());
    }

    private ArticlePipeline(Supplier<Optional<Reader>> reader, ActorRegistry actors) {
        Places places = Places.standard();
        NameLexicon names =
                actors == ActorRegistry.standard() ? Standard.NAMES : NameLexicon.of(actors, places.gazetteer());
        this.recogniser = new EntityRecogniser(names);
        this.claimMaker = new ClaimMaker(names);
        this.placeResolver = new PlaceResolver(names, places);
        this.incidentTagger = new IncidentTagger(places);
        this.tagger = new SentenceTagger(PosTagger.load());
        this.reader = reader.get();
    }

    /** The pipeline whose every step works by rules, without models that were trained for the task. */
    public static ArticlePipeline rules() {
        return rules(ActorRegistry.standard());
    }

    /** The same with actors of one's own, see {@link ActorRegistry#extendedBy}. */
    public static ArticlePipeline rules(ActorRegistry actors) {
        return new ArticlePipeline(Optional::empty, actors);
    }

    /**
     * The pipeline in which the trained reader tells who says what and who is named; empty where its weights are not on the class
     * path.
     *
     * @throws org.rashomon.nlp.onnx.ModelException when the weights are there and cannot be loaded
     * @throws org.rashomon.nlp.onnx.NativePartException when the weights are there and no program that runs them on this machine
     */
    public static Optional<ArticlePipeline> learned() {
        return learned(ActorRegistry.standard());
    }

    /** The same with actors of one's own, see {@link ActorRegistry#extendedBy}. */
    public static Optional<ArticlePipeline> learned(ActorRegistry actors) {
        // the weights load beside the tables: a first article should not wait for both
        CompletableFuture<Optional<Reader>> weights = CompletableFuture.supplyAsync(Reader::load);
        ArticlePipeline pipeline = new ArticlePipeline(() -> loaded(weights), actors);
        return pipeline.reader.isPresent() ? Optional.of(pipeline) : Optional.empty();
    }

    private static Optional<Reader> loaded(CompletableFuture<Optional<Reader>> weights) {
        try {
            return weights.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** What reads: {@code learned} or {@code rules}. */
    public String reader() {
        return reader.isPresent() ? "learned" : "rules";
    }

    /** Hex SHA-256 of the weights that read, by name; empty for rules. */
    public Map<String, String> digests() {
        return reader.map(learned -> Map.of("reader", learned.digest())).orElse(Map.of());
    }

    /** Gives the weights back; waits for articles that are being read. */
    @Override
    public void close() {
        reader.ifPresent(Reader::close);
    }

    /**
     * Names of the proofs that hold what the trained reader finds, and of what the rules add beside it: what {@link #analyses} can do
     * without.
     */
    public static List<String> switches() {
        return LearnedAttributor.names();
    }

    /**
     * All that one article yields on its own. An article in another language than English yields nothing but its text: the words
     * and constructions that the steps know are English, and what they took for a claim would be put into somebody's mouth.
     *
     * @throws StepException when a step breaks on the article. There is no analysis of the other steps then: an article read in part
     *     would be said to leave out what the broken step did not find
     */
    public ArticleAnalysis analyse(Article article) {
        return analyses(article, List.of(Set.of())).get(0);
    }

    /**
     * What one article yields without some of the {@link #switches}, from one reading of it: to measure what each is good for. Nothing
     * can be switched off where the rules read.
     *
     * @param without names that are left out, a set for each analysis
     * @return one analysis for each set, in their order
     * @throws StepException as {@link #analyse}
     */
    public List<ArticleAnalysis> analyses(Article article, List<Set<String>> without) {
        Optional<Read> read = read(article);
        Map<List<Attribution>, ArticleAnalysis> made = new HashMap<>();
        return without.stream()
                .map(names -> read.map(on -> made.computeIfAbsent(
                                on.attributions(names, Trail.NONE),
                                attributions -> analysis(on, attributions, ClaimMaker.Reasons.NONE)))
                        .orElseGet(() -> ArticleAnalysis.textOnly(article)))
                .toList();
    }

    /**
     * How the program comes to a claim of an article; empty where the article has no claim of this id.
     *
     * @param claim its id
     * @throws StepException as {@link #analyse}
     */
    public Optional<Explanation> explain(Article article, String claim) {
        Trail trail = new Trail();
        Map<String, Reasons> reasons = new HashMap<>();
        return read(article)
                .map(read -> analysis(
                        read,
                        read.attributions(Set.of(), trail),
                        (id, act, speaker) -> reasons.put(id, new Reasons(act, speaker))))
                .stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(found -> found.id().equals(claim))
                .findFirst()
                .map(found -> explanation(article, found, reasons.getOrDefault(claim, Reasons.NONE), trail));
    }

    /** What gave a claim its act and its speaker. */
    private record Reasons(String act, String speaker) {
        static final Reasons NONE = new Reasons("", "");
    }

    private Explanation explanation(Article article, Claim claim, Reasons reasons, Trail trail) {
        Optional<Trail.Origin> origin = trail.of(claim.attribution());
        String construction = claim.attribution().cue().isEmpty()
                ? ""
                : Construction.of(article.text(), claim.attribution())
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ');
        return new Explanation(
                article,
                claim,
                reader(),
                origin.map(Trail.Origin::addition).orElse(""),
                construction,
                reasons.act(),
                reasons.speaker(),
                origin.map(Trail.Origin::decided).orElse(List.of()).stream()
                        .map(step -> new Explanation.Decision(step.proof(), step.proves(), step.effect()))
                        .toList(),
                origin.map(Trail.Origin::passed).orElse(List.of()));
    }

    /** An article with what every analysis of it begins with. */
    private record Read(
            Steps on,
            List<Sentence> sentences,
            List<TaggedSentence> tagged,
            Optional<Reading> reading,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Attribution> ruled) {
        Article article() {
            return on.article();
        }

        List<Attribution> attributions(Set<String> without, Trail trail) {
            return reading.map(learned -> on.step(
                            "attributions",
                            () -> new LearnedAttributor(learned, (article, words) -> ruled, without, trail)
                                    .attribute(article(), tagged)))
                    .orElse(ruled);
        }
    }

    /** What every analysis begins with; empty for an article in another language, of which there is none. */
    private Optional<Read> read(Article article) {
        if (!English.isLanguageOf(article.readText())) {
            return Optional.empty();
        }
        Steps on = new Steps(article);
        List<Sentence> sentences = on.step("sentences", () -> splitter.split(article));
        List<TaggedSentence> tagged = on.step("tags", () -> tagger.tag(article, sentences));
        Optional<Reading> reading =
                on.step("trained reader", () -> reader.map(learned -> learned.read(article, sentences)));
        List<Mention> mentions = on.step("names", () -> recogniser.recognise(article, sentences, reading));
        List<TimeExpression> times = on.step("times", () -> timeTagger.tag(article, sentences));
        List<Attribution> ruled = on.step("attributions", () -> rules.attribute(article, tagged));
        return Optional.of(new Read(on, sentences, tagged, reading, mentions, times, ruled));
    }

    private ArticleAnalysis analysis(Read read, List<Attribution> attributions, ClaimMaker.Reasons reasons) {
        Steps on = read.on();
        Article article = read.article();
        List<Sentence> sentences = read.sentences();
        List<TaggedSentence> tagged = read.tagged();
        List<Mention> mentions = read.mentions();
        List<TimeExpression> times = read.times();
        List<Claim> claims = on.step(
                "claims",
                () -> claimMaker.claim(article, tagged, mentions, times, attributions, read.reading(), reasons));
        List<Figure> figures = on.step("figures", () -> figureTagger.tag(article, sentences, times, mentions, claims));
        ArticlePlaces places = on.step("places", () -> placeResolver.resolve(article, sentences, mentions));
        List<IncidentMention> incidents =
                on.step("incidents", () -> incidentTagger.tag(article, tagged, mentions, times, claims, places));
        List<AgreementMention> agreements =
                on.step("agreements", () -> agreementTagger.tag(article, tagged, mentions, times, claims));
        List<AgreementStatement> statements = on.step(
                "agreement statements",
                () -> agreementTagger.statements(article, tagged, mentions, claims, agreements));
        return new ArticleAnalysis(
                article, sentences, mentions, times, attributions, claims, figures, incidents, agreements, statements);
    }

    /**
     * Which places the names of an article mean. The analysis itself keeps those of its incidents only; these are all, as its
     * incidents were placed by them.
     *
     * @param analysis as {@link #analyse} of this pipeline gave it
     */
    public ArticlePlaces places(ArticleAnalysis analysis) {
        return placeResolver.resolve(analysis.article(), analysis.sentences(), analysis.mentions());
    }

    /** The steps on one article, each of which has a name, should it break. */
    record Steps(Article article) {
        <T> T step(String name, Supplier<T> step) {
            try {
                Deadline.check();
                return step.get();
            } catch (RuntimeException | StackOverflowError e) {
                throw new StepException(name, article.file(), e);
            }
        }
    }
}

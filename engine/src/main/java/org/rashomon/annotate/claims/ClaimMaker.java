package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.speakers.SpeakerResolver;
import org.rashomon.annotate.speakers.SpeakerResolver.Resolved;
import org.rashomon.annotate.speakers.Spoken;
import org.rashomon.annotate.syntax.Dialogue;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.Negation;
import org.rashomon.annotate.syntax.Quotations;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.fitted.Trace;
import org.rashomon.limits.Deadline;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.claims.Stance;
import org.rashomon.nlp.ClaimReading;
import org.rashomon.nlp.Reading;
import org.rashomon.text.Hashes;

/**
 * Makes claims of the attributions that somebody voiced: resolves speakers, tells acts and targets, folds nested
 * attributions into {@code via}, and keeps quotations that nobody is said to have spoken as visibly unresolved.
 */
public final class ClaimMaker {
    private static final String TABLE = "en/claim-constructions.tsv";
    private static final PhrasePattern HEDGE = PhrasePattern.of(TABLE, "hedge");
    private static final PhrasePattern SAYING = PhrasePattern.of(TABLE, "saying");
    private static final PhrasePattern ADDRESSING = PhrasePattern.of(TABLE, "addressing");
    /** Says of a source that it is an outlet, whatever its name. */
    private static final PhrasePattern OUTLET_WORD = PhrasePattern.of(TABLE, "outlet-word");

    /** How far behind a cue, in UTF-16 code units, whoever is spoken to may be named, and the first of them. */
    private static final int ADDRESSEE = 80;

    private static final int FIRST_ADDRESSEE = 40;
    /** How far before and behind source and cue a time may stand that says when something was said. */
    private static final int TIME_BEFORE = 40;

    private static final int TIME_BEHIND = 30;
    /** What ends a sentence, or the words of another. */
    private static final List<String> BREAKS = List.of(". ", "\n", "\" ", "\u201d ");

    /** Calibrated confidence under which no speaker is named; on PolNeAR dev half of the attributions there are wrong. */
    private static final double LEAST_CONFIDENCE = 0.5;

    private final CueLexicon lexicon = CueLexicon.load();
    private final VoicedAttributions voicing = new VoicedAttributions();
    private final ActClassifier acts = ActClassifier.load();
    private final ActorRegistry registry;
    private final NameLexicon names;
    private final Trace trace;

    /** A maker of claims that knows these names and the actors who bear them. */
    public ClaimMaker(NameLexicon names) {
        this(names, Trace.NONE);
    }

    /** @param trace hears how likely everybody was held of whom a source may speak */
    public ClaimMaker(NameLexicon names, Trace trace) {
        this.trace = trace;
        this.registry = names.actors();
        this.names = names;
    }

    /** Takes down what decided claims, for whoever asks. */
    public interface Reasons {
        /** For when nobody asks. */
        Reasons NONE = (claim, act, speaker) -> {};

        /**
         * Of a claim, by its id.
         *
         * @param act what gave its act: the cue, the trained reader, or which words of the content
         * @param speaker the kind of source by which its speaker was told
         */
        void keep(String claim, String act, String speaker);
    }

    /**
     * Claims of one article, in order of text.
     *
     * @param sentences of the article
     * @param mentions of the article, in order of text
     * @param times of the article, in order of text
     * @param attributions of the article, voiced or not
     * @param reading what the trained reader holds of the article; without it words alone tell the acts
     */
    public List<Claim> claim(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Attribution> attributions,
            Optional<Reading> reading,
            Reasons reasons) {
        Quotations quotations = new Quotations(article, TaggedSentence.plain(sentences));
        List<Attribution> voiced =
                voicing.of(article, quotations, mentions, QuotationRuns.owned(article, attributions));
        QuotationRuns.extend(article, voiced);
        voiced = SignedQuotes.with(article, quotations, new Mentions(mentions), voiced);
        voiced = new ArrayList<>(voiced);
        voiced.addAll(QuotationRuns.orphans(article, quotations, voiced));
        voiced = Posts.with(article, voiced);
        Dialogue dialogue = new Dialogue(article, mentions);
        voiced = Turns.with(article, dialogue, voiced);
        voiced = new ArrayList<>(new InnerSpeech(
                        article, sentences, new Mentions(mentions), new Outlets(article, new Mentions(mentions)))
                .with(voiced));
        voiced.sort(Comparator.comparingInt((Attribution a) -> order(a))
                .thenComparing(a -> a.content().get(0)));
        return claims(article, sentences, mentions, times, voiced, reading, dialogue, reasons);
    }

    private static int order(Attribution a) {
        return a.source().isEmpty()
                ? Span.covering(a.content()).start()
                : Math.min(a.source().get(0).start(), a.content().get(0).start());
    }

    // ---- claims ----

    private List<Claim> claims(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Attribution> attributions,
            Optional<Reading> reading,
            Dialogue dialogue,
            Reasons reasons) {
        Mentions index = new Mentions(mentions);
        SpeakerResolver resolver = new SpeakerResolver(
                article,
                sentences,
                mentions,
                registry.withWordsOf(article.text(), mentions),
                names,
                reading,
                dialogue,
                trace);
        Spoken spoken = new Spoken();
        List<Resolved> resolved = speakers(article, attributions, resolver, spoken);
        List<Speaker> speakers = resolved.stream().map(Resolved::speaker).toList();
        AimedActors whom = new AimedActors(article, index, resolver, spoken, registry);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < attributions.size(); i++) {
            Deadline.check();
            if (!Nesting.isOuter(article, attributions, i)
                    && !Nesting.isSourcelessInner(attributions, i)
                    && !Nesting.isReported(article, attributions, i)) {
                String by = resolved.get(i).by();
                BiConsumer<String, String> actReasons = (id, act) -> reasons.keep(id, act, by);
                claims.add(claim(article, index, times, attributions, speakers, i, reading, whom, actReasons));
            }
        }
        return dropRepeats(claims);
    }

    private List<Resolved> speakers(
            Article article, List<Attribution> attributions, SpeakerResolver resolver, Spoken earlier) {
        List<Resolved> speakers = new ArrayList<>();
        for (Attribution a : attributions) {
            Deadline.check();
            Resolved resolved = resolver.resolve(a, earlier);
            Speaker speaker = resolved.speaker();
            speakers.add(
                    relays(speaker, a, article) ? open(a, article, "relaying-outlet") : named(resolved, a, article));
            if (!a.source().isEmpty()) {
                Span source = Span.covering(a.source());
                List<Span> all = new ArrayList<>(a.content());
                all.addAll(a.cue());
                all.add(source);
                // a name counts for the pronouns behind it, even where it is doubtful what was said
                earlier.add(new SpeakerResolver.Earlier(source, speaker, Span.covering(all), a.content()));
            }
        }
        return speakers;
    }

    /** The speaker, unresolved where the attribution itself is more likely wrong than right. */
    private static Resolved named(Resolved resolved, Attribution a, Article article) {
        boolean sure = resolved.speaker().actor() == null || a.confidence() >= LEAST_CONFIDENCE;
        return sure ? resolved : open(a, article, "doubtful-attribution");
    }

    private static Resolved open(Attribution a, Article article, String by) {
        String words = SpanWords.of(article, a.source());
        return new Resolved(new Speaker(SpeakerStatus.UNRESOLVED, null, words, null), by);
    }

    /** Whether an outlet tells what somebody else said: it is how the words came here, and not who speaks. */
    private static boolean relays(Speaker speaker, Attribution a, Article article) {
        if (speaker.actor() == null) {
            return false;
        }
        boolean outlet = switch (speaker.actor().type()) {
            case OUTLET -> true;
            case ORGANISATION -> OUTLET_WORD.in(TextWords.of(SpanWords.of(article, a.source())));
            default -> false;
        };
        return outlet
                && (SAYING.in(TextWords.of(SpanWords.of(article, a.content())))
                        || SAYING.in(TextWords.of(beside(article.text(), a))));
    }

    /**
     * What stands in the sentence before and behind what is told, as far as its cue and source: <em>[Lund says] the port is shut, the paper
     * writes; ten deaths [were reported by rescuers], the agency said</em>. Empty where the source opens the sentence.
     */
    private static String beside(String text, Attribution a) {
        Span content = Span.covering(a.content());
        int source = Span.covering(a.source()).start();
        if (source < content.end()) {
            return "";
        }
        int end = a.cue().stream()
                .mapToInt(Span::start)
                .filter(cue -> cue >= content.end())
                .reduce(source, Math::min);
        int from = BREAKS.stream()
                .mapToInt(mark -> text.lastIndexOf(mark, content.start() - 1) + mark.length())
                .max()
                .orElse(0);
        return text.substring(Math.min(Math.max(0, from), content.start()), content.start())
                + text.substring(content.end(), end);
    }

    private static List<Claim> dropRepeats(List<Claim> claims) {
        Set<String> ids = new LinkedHashSet<>();
        return claims.stream().filter(c -> ids.add(c.id())).toList();
    }

    private Claim claim(
            Article article,
            Mentions mentions,
            List<TimeExpression> times,
            List<Attribution> attributions,
            List<Speaker> speakers,
            int i,
            Optional<Reading> reading,
            AimedActors whom,
            BiConsumer<String, String> actReasons) {
        Attribution a = attributions.get(i);
        Speaker speaker = speakers.get(i);
        String cueWords = SpanWords.of(article, a.cue());
        Optional<CueLexicon.Cue> cue = lexicon.lookup(cueWords);
        ActClassifier.Content placed = content(article, a, mentions);
        Optional<ClaimReading> learned = reading.flatMap(read -> read.claim(a.source(), a.cue(), a.content()));
        ActClassifier.Judged judged = judged(article, a, placed, learned);
        Act act = judged.act();
        Aims.Targets targets = learned.map(read -> Aims.targets(act, a, speaker, read, whom))
                .orElseGet(() -> ClaimTargets.targets(act, judged, speaker, placed));
        List<Stance> stances = learned.map(read -> Aims.stances(article.text(), act, a, speaker, read, whom))
                .orElseGet(() -> Stance.of(act, targets.actors(), targets.labels()));
        String addressee = addressee(article, a, mentions);
        List<String> via = ViaChains.via(article, attributions, speakers, i, new Outlets(article, mentions));
        String id = Hashes.id("c", article.id(), a.source(), a.cue(), a.content());
        actReasons.accept(id, judged.by());
        return new Claim(
                id,
                article.id(),
                a,
                speaker,
                via,
                act,
                targets.actors(),
                targets.labels(),
                stances,
                addressee,
                factuality(act, cue, placed.words()),
                said(article, a, times));
    }

    /** What the speaker of an attribution does with its content. */
    ActClassifier.Judged judged(
            Article article, Attribution a, ActClassifier.Content content, Optional<ClaimReading> learned) {
        String cueWords = SpanWords.of(article, a.cue());
        Act cueAct = lexicon.lookup(cueWords).map(CueLexicon.Cue::act).orElse(Act.ASSERT);
        TextWords cue = TextWords.of(cueWords);
        boolean negated = Negation.in(cue, 0, cue.size());
        return learned.map(read -> ActClassifier.likeliest(read, !a.source().isEmpty()))
                .orElseGet(() -> acts.classify(cueAct, negated, content));
    }

    private static Factuality factuality(Act act, Optional<CueLexicon.Cue> cue, TextWords content) {
        return switch (act) {
            case DENY -> Factuality.NEGATED;
            case DEMAND, THREATEN, PROMISE -> Factuality.FUTURE;
            default -> {
                boolean estimate = cue.filter(c -> c.lemma().equals("estimate")).isPresent();
                yield estimate || HEDGE.in(content) ? Factuality.HEDGED : Factuality.CERTAIN;
            }
        };
    }

    static ActClassifier.Content content(Article article, Attribution a, Mentions mentions) {
        StringBuilder text = new StringBuilder();
        List<ActClassifier.Placed> placed = new ArrayList<>();
        for (Span span : a.content()) {
            if (text.length() > 0) {
                text.append(' ');
            }
            int shift = text.length() - span.start();
            int end = -1;
            for (Mention mention : mentions.in(span)) {
                if (mention.span().start() < end) {
                    continue;
                }
                end = mention.span().end();
                placed.add(new ActClassifier.Placed(
                        mention, mention.span().start() + shift, mention.span().end() + shift));
            }
            text.append(article.text(), span.start(), span.end());
        }
        return new ActClassifier.Content(TextWords.of(text.toString()), placed);
    }

    /** The one spoken to, who is named between a cue such as <em>told</em> and what is said, or null. */
    private static @Nullable String addressee(Article article, Attribution a, Mentions mentions) {
        if (!ADDRESSING.in(TextWords.of(SpanWords.of(article, a.cue())))) {
            return null;
        }
        int from = Span.covering(a.cue()).end();
        int content = a.content().stream()
                .mapToInt(Span::start)
                .filter(start -> start >= from)
                .min()
                .orElse(Integer.MAX_VALUE);
        int limit = Math.min(content, Math.min(article.text().length(), from + ADDRESSEE));
        List<Mention> inside = mentions.between(from, limit);
        String between = article.text().substring(from, Math.max(from, limit));
        if (inside.isEmpty()
                || inside.get(0).span().start() > from + FIRST_ADDRESSEE
                || between.contains(". ")
                || between.contains("\n")) {
            return null;
        }
        Mention first = inside.stream()
                .filter(m -> m.type() == EntityType.PER)
                .findFirst()
                .orElse(inside.get(0));
        return first.actor() != null ? first.actor().name() : first.span().in(article.text());
    }

    /** When it was said: a time beside the cue, outside the content. */
    private static @Nullable TimeInterval said(Article article, Attribution a, List<TimeExpression> times) {
        if (a.cue().isEmpty()) {
            return null;
        }
        Span said = Span.covering(
                Stream.concat(a.source().stream(), a.cue().stream()).toList());
        int first = Bisection.first(times.size(), i -> times.get(i).span().start() >= said.start() - TIME_BEFORE);
        return times.subList(first, times.size()).stream()
                .takeWhile(time -> time.span().start() < said.end() + TIME_BEHIND)
                .filter(time -> time.span().end() <= said.end() + TIME_BEHIND)
                .filter(time -> time.type() == TimeExpression.Type.DATE || time.type() == TimeExpression.Type.TIME)
                .filter(time -> a.content().stream().noneMatch(time.span()::overlaps))
                .filter(time -> isSameSentence(article.text(), Span.covering(List.of(time.span(), said))))
                .map(TimeExpression::interval)
                .filter(Objects::nonNull)
                .reduce((one, next) -> next)
                .orElse(null);
    }

    private static boolean isSameSentence(String text, Span covered) {
        return BREAKS.stream().noneMatch(covered.in(text)::contains);
    }
}

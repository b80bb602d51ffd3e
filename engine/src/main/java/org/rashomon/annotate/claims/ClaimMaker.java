package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.Places;
import org.rashomon.annotate.speakers.SpeakerResolver;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.Wording;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.ActorType;
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
import org.rashomon.nlp.Reading;
import org.rashomon.text.Hashes;

/**
 * Makes claims of the attributions that somebody voiced: resolves speakers, tells acts and targets, folds nested
 * attributions into {@code via}, and keeps quotations that nobody is said to have spoken as visibly unresolved.
 */
public final class ClaimMaker {
    private static final Pattern NEGATED =
            Pattern.compile("\\b(?:not|n't|n\u2019t|never|nor)\\b|n[\u2019']t\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEDGE = Pattern.compile(
            "\\b(?:appears?|appeared|seems?|seemed|may|might|could|likely|probably|possibly|perhaps|apparently|believed?|thinks?"
                    + "|suspect(?:s|ed)?|allegedly|reportedly|estimated?|suggest(?:s|ed|ing)?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SAYING = Pattern.compile(
            "(?<!\\bit )\\b(?:said|says|told|tells|according to|stated|announced|wrote|warned|quoted|quoting"
                    + "|urged|claimed|denied|accused|vowed|pledged|insisted|demanded|conceded|admitted|confirmed|as saying|called (?:the|it|for|on)"
                    + "|reported(?= (?:that|the|a|an|\\d)\\b))\\b");

    /** Says of a source that it is an outlet, whatever its name. */
    private static final Pattern OUTLET_WORD = Pattern.compile(
            "(?i)\\b(?:news agency|newspaper|website|television|tv|radio|daily|weekly|magazine|broadcaster)\\b");

    private static final Pattern TAG = Pattern.compile("\\b(?:said|says|added|wrote|tweeted), $");

    /** Calibrated confidence under which no speaker is named; on PolNeAR dev half of the attributions there are wrong. */
    private static final double LEAST_CONFIDENCE = 0.5;

    private final CueLexicon lexicon = CueLexicon.load();
    private final VoicedAttributions voicing = new VoicedAttributions();
    private final ActClassifier acts = ActClassifier.load();
    private final ActorRegistry registry;
    private final NameLexicon names;
    private final Places places;

    /** A maker of claims that knows these names, the actors who bear them, and these places. */
    public ClaimMaker(NameLexicon names, Places places) {
        this.registry = names.actors();
        this.names = names;
        this.places = places;
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
            Optional<Reading> reading) {
        List<Attribution> voiced = voicing.of(article, mentions, attributions);
        QuotationRuns.extend(article, voiced);
        voiced.addAll(QuotationRuns.orphans(article, TaggedSentence.plain(sentences), voiced));
        voiced.sort(Comparator.comparingInt((Attribution a) -> order(a))
                .thenComparing(a -> a.content().get(0)));
        return claims(article, sentences, mentions, times, voiced, reading);
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
            Optional<Reading> reading) {
        Mentions index = new Mentions(mentions);
        List<Speaker> speakers = speakers(article, sentences, mentions, attributions, reading);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < attributions.size(); i++) {
            if (!Nesting.isOuter(article, attributions, i)
                    && !Nesting.isSourcelessInner(attributions, i)
                    && !Nesting.isReported(article, attributions, i)) {
                claims.add(claim(article, index, times, attributions, speakers, i, reading));
            }
        }
        return dropRepeats(claims);
    }

    private List<Speaker> speakers(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<Attribution> attributions,
            Optional<Reading> reading) {
        SpeakerResolver resolver = new SpeakerResolver(
                article, sentences, mentions, registry.withWordsOf(article.text(), mentions), names, places, reading);
        List<SpeakerResolver.Earlier> earlier = new ArrayList<>();
        List<Speaker> speakers = new ArrayList<>();
        for (Attribution a : attributions) {
            Speaker speaker = resolver.resolve(a, earlier);
            speakers.add(relays(speaker, a, article) ? open(a, article) : named(speaker, a, article));
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
    private static Speaker named(Speaker speaker, Attribution a, Article article) {
        return speaker.actor() == null || a.confidence() >= LEAST_CONFIDENCE ? speaker : open(a, article);
    }

    private static Speaker open(Attribution a, Article article) {
        return new Speaker(SpeakerStatus.UNRESOLVED, null, Wording.of(article, a.source()), null);
    }

    /** Whether an outlet tells what somebody else said: it is how the words came here, and not who speaks. */
    private static boolean relays(Speaker speaker, Attribution a, Article article) {
        if (speaker.actor() == null) {
            return false;
        }
        boolean outlet = speaker.actor().type() == ActorType.OUTLET
                || OUTLET_WORD.matcher(Wording.of(article, a.source())).find()
                        && speaker.actor().type() == ActorType.ORGANISATION;
        return outlet && (SAYING.matcher(Wording.of(article, a.content())).find() || isAfterTag(a, article));
    }

    /** "… , Lund said, according to Ellery Today": the quotation is hers. */
    private static boolean isAfterTag(Attribution a, Article article) {
        return !a.cue().isEmpty()
                && Wording.of(article, a.cue()).equalsIgnoreCase("according to")
                && TAG.matcher(article.text()
                                .substring(
                                        Math.max(0, a.cue().get(0).start() - 20),
                                        a.cue().get(0).start()))
                        .find();
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
            Optional<Reading> reading) {
        Attribution a = attributions.get(i);
        Speaker speaker = speakers.get(i);
        String cueWords = Wording.of(article, a.cue());
        String content = Wording.of(article, a.content());
        Optional<CueLexicon.Cue> cue = lexicon.lookup(cueWords);
        ActClassifier.Content placed = content(article, a, mentions);
        ActClassifier.Judged judged = judged(article, a, placed, reading);
        Act act = judged.act();
        ClaimTargets.Aim targets = ClaimTargets.isReciprocal(content)
                ? ClaimTargets.theOthers(attributions, speakers, i)
                : ClaimTargets.targets(act, judged, speaker, placed);
        String addressee = addressee(article, a, mentions);
        List<String> via = ViaChains.via(article, attributions, speakers, i, mentions);
        return new Claim(
                Hashes.id("c", article.id(), a.source(), a.cue(), a.content()),
                article.id(),
                a,
                speaker,
                via,
                act,
                targets.actors(),
                targets.labels(),
                addressee,
                factuality(act, cue, content),
                said(article, a, times));
    }

    /** What the speaker of an attribution does with its content. */
    ActClassifier.Judged judged(
            Article article, Attribution a, ActClassifier.Content content, Optional<Reading> reading) {
        String cueWords = Wording.of(article, a.cue());
        Act cueAct = lexicon.lookup(cueWords).map(CueLexicon.Cue::act).orElse(Act.ASSERT);
        boolean negated = NEGATED.matcher(cueWords).find();
        return reading.flatMap(learned -> learned.acts(a.cue(), a.content()))
                .map(learned -> acts.classify(cueAct, negated, content, learned))
                .orElseGet(() -> acts.classify(cueAct, negated, content));
    }

    private static Factuality factuality(Act act, Optional<CueLexicon.Cue> cue, String content) {
        return switch (act) {
            case DENY -> Factuality.NEGATED;
            case DEMAND, THREATEN, PROMISE -> Factuality.FUTURE;
            default ->
                HEDGE.matcher(content).find()
                                || cue.map(c -> c.lemma().equals("estimate")).orElse(false)
                        ? Factuality.HEDGED
                        : Factuality.CERTAIN;
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
        return new ActClassifier.Content(text.toString(), placed);
    }

    private static @Nullable String addressee(Article article, Attribution a, Mentions mentions) {
        if (a.cue().isEmpty()) {
            return null;
        }
        Span cue = Span.covering(a.cue());
        String words = cue.in(article.text()).toLowerCase(Locale.ROOT);
        if (!words.matches("(?:.*\\b)?(?:told|tell|tells|telling|warned|reminded|assured|informed|urged|asked)\\b.*")) {
            return null;
        }
        int from = cue.end();
        int limit = Math.min(article.text().length(), from + 80);
        for (Span content : a.content()) {
            if (content.start() >= from) {
                limit = Math.min(limit, content.start());
            }
        }
        if (limit - from < 2) {
            return null;
        }
        List<Mention> inside = mentions.between(from, limit);
        String between = article.text().substring(from, limit);
        if (inside.isEmpty()
                || inside.get(0).span().start() - from > 40
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
        Span cue = Span.covering(a.cue());
        int from = a.source().isEmpty()
                ? cue.start()
                : Math.min(cue.start(), Span.covering(a.source()).start());
        int to = Math.max(
                cue.end(), a.source().isEmpty() ? 0 : Span.covering(a.source()).end());
        TimeInterval said = null;
        for (TimeExpression time : near(times, from - 40, to + 30)) {
            Span span = time.span();
            boolean inContent = a.content().stream().anyMatch(c -> c.overlaps(span));
            boolean between = span.start() >= from - 40 && span.end() <= to + 30;
            if (between
                    && !inContent
                    && time.interval() != null
                    && isSameSentence(article.text(), span, from, to)
                    && (time.type() == TimeExpression.Type.DATE || time.type() == TimeExpression.Type.TIME)) {
                said = time.interval();
            }
        }
        return said;
    }

    private static List<TimeExpression> near(List<TimeExpression> times, int from, int to) {
        int first = Bisection.first(times.size(), i -> times.get(i).span().start() >= from);
        int end = first;
        while (end < times.size() && times.get(end).span().start() < to) {
            end++;
        }
        return times.subList(first, end);
    }

    private static boolean isSameSentence(String text, Span time, int from, int to) {
        int start = Math.min(time.start(), from);
        int end = Math.max(time.end(), to);
        String covered = text.substring(start, end);
        return !covered.contains(". ")
                && !covered.contains("\n")
                && !covered.contains("\" ")
                && !covered.contains("\u201d ");
    }
}

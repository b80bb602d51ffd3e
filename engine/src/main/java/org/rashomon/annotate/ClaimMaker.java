package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Act;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Attribution;
import org.rashomon.model.Attribution.QuoteType;
import org.rashomon.model.Bisection;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Claim;
import org.rashomon.model.EntityType;
import org.rashomon.model.Factuality;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.Speaker;
import org.rashomon.model.SpeakerStatus;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.nlp.Reading;
import org.rashomon.text.Hashes;

/**
 * Makes claims of the attributions that somebody voiced: resolves speakers, tells acts and targets, folds nested
 * attributions into {@code via}, and keeps quotations that nobody is said to have spoken as visibly unresolved.
 */
public final class ClaimMaker {
    private static final Pattern NEGATED =
            Pattern.compile("\\b(?:not|n't|n\u2019t|never|nor)\\b|n[\u2019']t\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SILENCE = Pattern.compile(
            "(?:declin|refus)\\w+ to (?:comment|say|answer|discuss|elaborate|speak|respond|confirm|give|provide|identify|name|be named)"
                    + "|no comment|refus\\w+ to rule out|did(?: not|n.t) (?:\\w+ )?(?:deny|rule out)|not (?:comment|respond|reply|answer|elaborate|say)|neither confirm|nor (?:confirm|deny)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TELLING = Pattern.compile(
            "\\bby (?:the |a |an )?\\p{L}|\\d|\\b(?:dozens|hundreds|thousands|scores|killed|dead|died|wounded|injured|targeted|behind|responsible|aimed)\\b");
    private static final Pattern INFINITIVE = Pattern.compile("(?:\\S+ ){0,4}to \\p{Ll}+\\b");
    private static final Pattern ANSWERING = Pattern.compile("\\b(?:respond|answer|repl[yi])");
    private static final Pattern PRONOUN_CLAUSE =
            Pattern.compile("(?:it|they|he|she|we) (?:will|would|had|has|was|is|were)\\b");
    private static final Pattern OWN = Pattern.compile("\\b(?:we|our|its|their)\\b", Pattern.CASE_INSENSITIVE);
    /** What may stand between a name and the next one beside it: the Xish <em>regime</em> and Y. */
    private static final Pattern BODY_NOUN = Pattern.compile(
            "^\\s(?:regime|government|forces|army|troops|military|administration|authorities|warplanes|aircraft|planes|jets)\\b");

    private static final Pattern CONDITION = Pattern.compile("\\b(?:if|unless|until|as long as)\\b");
    private static final Pattern RECIPROCAL = Pattern.compile("(?:each other|one another)\\b");
    private static final Set<String> JOINS = Set.of("and", "or", ",", "and the", "or the", "and its", "as well as");
    private static final Pattern HEDGE = Pattern.compile(
            "\\b(?:appears?|appeared|seems?|seemed|may|might|could|likely|probably|possibly|perhaps|apparently|believed?|thinks?"
                    + "|suspect(?:s|ed)?|allegedly|reportedly|estimated?|suggest(?:s|ed|ing)?)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What somebody is to say or order is still to be said. */
    private static final Pattern DUE = Pattern.compile("(?:is|are|was|were) (?:due |expected |supposed )?to \\w");

    /** Words that only point at what was said: nothing to lay beside another account. */
    private static final Pattern RELATIVE = Pattern.compile("which|that|who|whom|what|so|this|these|those");

    private static final Pattern DETAIL = Pattern.compile(", (?:in |of |to |for |from |at |on )?which\\b");
    /** A quotation without a speaker counts as a claim only when it is a statement, not a name or a scare quote. */
    private static final int LEAST_QUOTED_WORDS = 6;

    /** Calibrated confidence under which no speaker is named; on PolNeAR dev half of the attributions there are wrong. */
    private static final double LEAST_CONFIDENCE = 0.5;

    /** How many attributions before and after one can nest with it: those of its paragraph, at most this many. */
    private static final int NEIGHBOURS = 24;

    private final CueLexicon lexicon = CueLexicon.standard();
    private final ActClassifier acts = ActClassifier.load();
    private final ActorRegistry registry;

    public ClaimMaker() {
        this(ActorRegistry.standard());
    }

    /** A maker of claims that knows these actors. */
    public ClaimMaker(ActorRegistry registry) {
        this.registry = registry;
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
            List<Sentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Attribution> attributions,
            Optional<Reading> reading) {
        List<Attribution> voiced = new ArrayList<>();
        for (Attribution attribution : attributions) {
            if (isVoiced(article, attribution)) {
                voiced.addAll(splitSources(article, mentions, trimmed(article, attribution)));
            }
        }
        extendOverParagraphs(article, voiced);
        voiced.addAll(orphanQuotations(article, sentences, voiced));
        voiced.sort(Comparator.comparingInt((Attribution a) -> order(a))
                .thenComparing(a -> a.content().get(0)));
        return claims(article, sentences, mentions, times, voiced, reading);
    }

    private static int order(Attribution a) {
        return a.source().isEmpty()
                ? Span.covering(a.content()).start()
                : Math.min(a.source().get(0).start(), a.content().get(0).start());
    }

    // ---- which attributions are claims ----

    private boolean isVoiced(Article article, Attribution attribution) {
        if (!attribution.voiced() && !isReportedDemand(article, attribution)) {
            return false;
        }
        if (isOnlyNamed(article, attribution) || saysTooLittle(article, attribution)) {
            return false;
        }
        String cue = words(article, attribution.cue());
        String content = words(article, attribution.content());
        if (SILENCE.matcher(cue + " " + content).find()
                && !attribution.cue().isEmpty()
                && SILENCE.matcher(cue + " " + content.substring(0, Math.min(30, content.length())))
                        .find()) {
            return false;
        }
        if (content.endsWith("?") && !content.contains(".")) {
            return false;
        }
        String lower = cue.toLowerCase(Locale.ROOT);
        if (DUE.matcher(lower).lookingAt()) {
            return false;
        }
        if (lower.matches("(?:\\S+ )*(?:asked|asks|asking)(?: \\S+)*")
                && content.toLowerCase(Locale.ROOT)
                        .matches("(?:if|whether|how|what|why|when|where|who|about|for a )\\b.*")) {
            return false;
        }
        return content.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * Free hedges and passives without a source count only where they carry an agent, a toll or a purpose; <em>which</em> and
     * <em>that</em> speak only when they have a clause or a quotation; answering something is not yet saying something.
     */
    private boolean saysTooLittle(Article article, Attribution a) {
        String content = words(article, a.content()).toLowerCase(Locale.ROOT);
        String cue = words(article, a.cue()).toLowerCase(Locale.ROOT);
        boolean clause = content.startsWith("that ") || a.quote() != QuoteType.INDIRECT;
        if (a.source().isEmpty() && !a.cue().isEmpty()) {
            return !clause && !TELLING.matcher(content).find();
        }
        if (RELATIVE.matcher(content).matches()) {
            return true;
        }
        String source = words(article, a.source()).toLowerCase(Locale.ROOT);
        if (source.equals("no one") || source.equals("nobody") || source.equals("none")) {
            return true;
        }
        if ((source.equals("which") || source.equals("that")) && !clause) {
            return true;
        }
        return !clause && ANSWERING.matcher(cue).find();
    }

    /** Wants somebody to act: a demand that the outlet reports, where a wish for oneself is none. */
    private static boolean isReportedDemand(Article article, Attribution attribution) {
        String cue = words(article, attribution.cue()).toLowerCase(Locale.ROOT);
        return cue.matches("(?:.* )?wants?")
                && !article.text()
                        .startsWith("to ", attribution.content().get(0).start());
    }

    /** A noun that only mentions an act of speech (<em>the criticism of</em>) carries a claim only with a clause. */
    private boolean isOnlyNamed(Article article, Attribution attribution) {
        Optional<CueLexicon.Cue> cue = lexicon.lookup(words(article, attribution.cue()));
        return cue.isPresent()
                && cue.get().wordClass() == CueLexicon.WordClass.NOUN
                && !article.text()
                        .startsWith("that ", attribution.content().get(0).start())
                && !PRONOUN_CLAUSE
                        .matcher(words(article, attribution.content()))
                        .lookingAt()
                && attribution.quote() == QuoteType.INDIRECT;
    }

    /** Content without complementizer, closing stop of indirect speech and the outlet's own relative clause. */
    private static Attribution trimmed(Article article, Attribution attribution) {
        String text = article.text();
        List<Span> content = new ArrayList<>();
        for (int k = 0; k < attribution.content().size(); k++) {
            Span span = attribution.content().get(k);
            int start = span.start();
            int end = span.end();
            if (text.regionMatches(true, start, "that ", 0, 5) && end - start > 6) {
                start += 5;
            }
            boolean indirect = attribution.quote() == QuoteType.INDIRECT;
            if (indirect) {
                java.util.regex.Matcher detail = DETAIL.matcher(text).region(start, end);
                if (detail.find() && detail.start() > start + 10) {
                    end = detail.start();
                }
            }
            while (end > start + 1
                    && (",;:".indexOf(text.charAt(end - 1)) >= 0
                            || indirect && text.charAt(end - 1) == '.' && !isAbbreviated(text, end - 1)
                            || Character.isWhitespace(text.charAt(end - 1)))) {
                end--;
            }
            while (start < end - 1 && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            content.add(new Span(start, end));
        }
        return new Attribution(
                attribution.source(), attribution.cue(), content, attribution.quote(), true, attribution.confidence());
    }

    private static boolean isAbbreviated(String text, int stop) {
        return stop >= 2 && Character.isLetter(text.charAt(stop - 1)) && text.charAt(stop - 2) == '.';
    }

    /** Two named sources of one content are two attributions: Kerry and Lavrov said. */
    private static List<Attribution> splitSources(Article article, List<Mention> mentions, Attribution attribution) {
        if (attribution.source().size() != 1) {
            return List.of(attribution);
        }
        Span source = attribution.source().get(0);
        List<Mention> inside = new Mentions(mentions)
                .in(source).stream().filter(m -> m.actor() != null).toList();
        if (inside.size() != 2 || inside.get(0).span().overlaps(inside.get(1).span())) {
            return List.of(attribution);
        }
        Span first = inside.get(0).span();
        Span second = inside.get(1).span();
        if (second.start() < first.end()) {
            return List.of(attribution);
        }
        String between = article.text().substring(first.end(), second.start()).strip();
        String opening = article.text().substring(source.start(), first.start()).strip();
        boolean whole = second.end() == source.end()
                && (opening.isEmpty() || opening.equalsIgnoreCase("the") || opening.equalsIgnoreCase("both"));
        if (!between.equals("and") || !whole || first.equals(second)) {
            return List.of(attribution);
        }
        return List.of(withSource(attribution, first), withSource(attribution, second));
    }

    private static Attribution withSource(Attribution a, Span source) {
        return new Attribution(List.of(source), a.cue(), a.content(), a.quote(), a.voiced(), a.confidence());
    }

    // ---- quotations across paragraphs ----

    /** A paragraph that opens with a mark, after one whose quotation was not closed, goes on in the same mouth. */
    private static void extendOverParagraphs(Article article, List<Attribution> attributions) {
        for (int k = 0; k < attributions.size(); k++) {
            Attribution a = attributions.get(k);
            Span last = a.content().get(a.content().size() - 1);
            List<Span> content = new ArrayList<>(a.content());
            Span at = last;
            for (Span next = continuation(article, at); next != null; next = continuation(article, at)) {
                Span found = next;
                boolean taken = attributions.subList(k + 1, Math.min(attributions.size(), k + NEIGHBOURS)).stream()
                        .anyMatch(o -> overlaps(o.cue(), found) || overlaps(o.content(), found));
                if (taken) {
                    break;
                }
                content.add(next);
                at = next;
            }
            Span start = content.get(0);
            for (Span before = opening(article, start); before != null; before = opening(article, start)) {
                Span found = before;
                boolean taken = attributions.subList(Math.max(0, k - NEIGHBOURS), k).stream()
                        .anyMatch(o -> overlaps(o.cue(), found) || overlaps(o.content(), found));
                if (taken) {
                    break;
                }
                content.add(0, before);
                start = before;
            }
            if (content.size() > a.content().size()) {
                attributions.set(
                        k, new Attribution(a.source(), a.cue(), content, a.quote(), a.voiced(), a.confidence()));
            }
        }
    }

    private static boolean overlaps(List<Span> spans, Span span) {
        return spans.stream().anyMatch(s -> s.overlaps(span));
    }

    /** The quotation that fills the start of the next paragraph when the one that ends at {@code span} is left open. */
    private static @Nullable Span continuation(Article article, Span span) {
        String text = article.text();
        int open = -1;
        for (int i = span.start(); i < Math.min(span.end(), span.start() + 1); i++) {
            open = isOpening(text.charAt(i)) ? i : -1;
        }
        Optional<Block> block = article.blockAt(span.start());
        if (open < 0
                || block.isEmpty()
                || isClosing(text.charAt(span.end() - 1))
                || span.end() < block.get().span().end()) {
            return null;
        }
        int index = article.blocks().indexOf(block.get());
        if (index + 1 >= article.blocks().size()) {
            return null;
        }
        Block next = article.blocks().get(index + 1);
        if (next.role() != BlockRole.BODY || !isOpening(text.charAt(next.span().start()))) {
            return null;
        }
        int end = next.span().end();
        for (int i = next.span().start() + 1; i < end; i++) {
            if (isClosing(text.charAt(i)) && text.charAt(i) != '\u2019' && text.charAt(i) != '\'') {
                end = i + 1;
            }
        }
        return new Span(next.span().start(), end);
    }

    /** The paragraph before the one that {@code span} opens, when it is a quotation left open at its end: the same mouth. */
    private static @Nullable Span opening(Article article, Span span) {
        String text = article.text();
        int index = article.blockIndexAt(span.start());
        if (index < 1
                || article.blocks().get(index).span().start() != span.start()
                || !isOpening(text.charAt(span.start()))) {
            return null;
        }
        Block before = article.blocks().get(index - 1);
        Span whole = before.span();
        char mark = text.charAt(whole.start());
        if (before.role() != BlockRole.BODY || mark != text.charAt(span.start())) {
            return null;
        }
        boolean closes = text.substring(whole.start() + 1, whole.end())
                .chars()
                .anyMatch(c -> c == mark && mark == '"' || c == '\u201d' || c == '\u00bb' || c == '\u201c');
        return closes || isClosing(text.charAt(whole.end() - 1)) ? null : whole;
    }

    private static boolean isOpening(char c) {
        return c == '"' || c == '\u201c' || c == '\u2018' || c == '\u00ab';
    }

    private static boolean isClosing(char c) {
        return c == '"' || c == '\u201d' || c == '\u2019' || c == '\u00bb';
    }

    /** Paragraphs that are one quotation, with nobody said to speak: claims whose speaker the text leaves open. */
    private static List<Attribution> orphanQuotations(
            Article article, List<Sentence> sentences, List<Attribution> attributions) {
        List<Attribution> orphans = new ArrayList<>();
        BitSet taken = new BitSet();
        for (Attribution a : attributions) {
            a.content().forEach(span -> taken.set(span.start(), span.end()));
            a.cue().forEach(span -> taken.set(span.start(), span.end()));
        }
        int next = 0;
        for (int k = 0; k < article.blocks().size(); k++) {
            Block block = article.blocks().get(k);
            int from = next;
            while (next < sentences.size() && sentences.get(next).block() <= k) {
                next++;
            }
            if (block.role() != BlockRole.BODY
                    || !isOpening(article.text().charAt(block.span().start()))) {
                continue;
            }
            List<Sentence> inside = sentences.subList(from, next);
            for (Quotation quotation :
                    QuotationFinder.find(article.text(), block.span(), inside, QuotationFinder.goesOn(article, k))) {
                Span span = quotation.span();
                boolean whole = span.start() == block.span().start()
                        && span.end() >= block.span().end() - 1;
                boolean free = taken.get(span.start(), span.end()).isEmpty();
                if (whole
                        && quotation.closed()
                        && free
                        && SourceWords.words(span.in(article.text())).size() >= LEAST_QUOTED_WORDS) {
                    orphans.add(new Attribution(List.of(), List.of(), List.of(span), QuoteType.DIRECT, true, 0.5));
                }
            }
        }
        return orphans;
    }

    // ---- claims ----

    private List<Claim> claims(
            Article article,
            List<Sentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Attribution> attributions,
            Optional<Reading> reading) {
        Mentions index = new Mentions(mentions);
        List<Speaker> speakers = speakers(article, sentences, mentions, attributions, reading);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < attributions.size(); i++) {
            if (!isOuter(article, attributions, i)
                    && !isSourcelessInner(attributions, i)
                    && !isReportedInstruction(article, attributions, i)) {
                claims.add(claim(article, index, times, attributions, speakers, i, reading));
            }
        }
        return dropRepeats(claims);
    }

    private List<Speaker> speakers(
            Article article,
            List<Sentence> sentences,
            List<Mention> mentions,
            List<Attribution> attributions,
            Optional<Reading> reading) {
        SpeakerResolver resolver = new SpeakerResolver(
                article, sentences, mentions, registry.withWordsOf(article.text(), mentions), reading);
        List<SpeakerResolver.Earlier> earlier = new ArrayList<>();
        List<Speaker> speakers = new ArrayList<>();
        for (Attribution a : attributions) {
            Speaker speaker = resolver.resolve(a, earlier);
            speakers.add(named(speaker, a, article));
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

    /**
     * Who speaks and with what act, of attributions as they stand, voiced or not.
     *
     * @param sentences of the article
     * @param mentions of the article, in order of text
     * @param attributions of the article, in order of text
     * @param reading what the trained reader holds of the article; without it words alone tell the acts
     * @return one judgement per attribution, in the same order
     */
    public List<Judgement> judge(
            Article article,
            List<Sentence> sentences,
            List<Mention> mentions,
            List<Attribution> attributions,
            Optional<Reading> reading) {
        Mentions index = new Mentions(mentions);
        List<Speaker> speakers = speakers(article, sentences, mentions, attributions, reading);
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < attributions.size(); i++) {
            Attribution a = attributions.get(i);
            judgements.add(new Judgement(
                    speakers.get(i),
                    judged(article, a, content(article, a, index), reading).act()));
        }
        return judgements;
    }

    /** Who speaks in an attribution, and what they do with its content. */
    public record Judgement(Speaker speaker, Act act) {}

    /** The speaker, unresolved where the attribution itself is more likely wrong than right. */
    private static Speaker named(Speaker speaker, Attribution a, Article article) {
        return speaker.actor() == null || a.confidence() >= LEAST_CONFIDENCE
                ? speaker
                : new Speaker(SpeakerStatus.UNRESOLVED, null, words(article, a.source()), null);
    }

    private static List<Claim> dropRepeats(List<Claim> claims) {
        Set<String> ids = new LinkedHashSet<>();
        return claims.stream().filter(c -> ids.add(c.id())).toList();
    }

    /** Whether all that is said is another's saying: Kirby said [Kerry told Lavrov that …]. */
    private static boolean isOuter(Article article, List<Attribution> attributions, int outer) {
        for (int inner = Math.max(0, outer - NEIGHBOURS);
                inner < Math.min(attributions.size(), outer + NEIGHBOURS);
                inner++) {
            if (inner != outer
                    && !attributions.get(inner).source().isEmpty()
                    && !isInstruction(article, attributions.get(inner))
                    && nests(attributions.get(outer), attributions.get(inner))
                    && leading(attributions.get(outer), attributions.get(inner))) {
                return true;
            }
        }
        return false;
    }

    /** "told them to fire": what one is said to have told another to do is the reporter's word, not the instructor's. */
    private static boolean isInstruction(Article article, Attribution a) {
        return words(article, a.cue()).toLowerCase(Locale.ROOT).matches("(?:.* )?(?:told|ordered|instructed|directed)")
                && INFINITIVE.matcher(words(article, a.content())).lookingAt();
    }

    private static boolean isReportedInstruction(Article article, List<Attribution> attributions, int inner) {
        if (!isInstruction(article, attributions.get(inner))) {
            return false;
        }
        for (int outer = Math.max(0, inner - NEIGHBOURS); outer < inner; outer++) {
            if (nests(attributions.get(outer), attributions.get(inner))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the attribution names nobody and only spells out what a named source said: according to X, it was reported … */
    private static boolean isSourcelessInner(List<Attribution> attributions, int inner) {
        if (!attributions.get(inner).source().isEmpty()
                || attributions.get(inner).cue().isEmpty()) {
            return false;
        }
        for (int outer = Math.max(0, inner - NEIGHBOURS);
                outer < Math.min(attributions.size(), inner + NEIGHBOURS);
                outer++) {
            if (outer != inner && nests(attributions.get(outer), attributions.get(inner))) {
                return true;
            }
        }
        return false;
    }

    private static boolean nests(Attribution outer, Attribution inner) {
        Span content = Span.covering(outer.content());
        return !inner.cue().isEmpty()
                && outer.content().stream().anyMatch(s -> s.contains(Span.covering(inner.cue())))
                && (inner.source().isEmpty() || content.contains(Span.covering(inner.source())))
                && !outer.equals(inner);
    }

    /** Whether the inner attribution takes up the outer content from its first words to its last. */
    private static boolean leading(Attribution outer, Attribution inner) {
        Span whole = Span.covering(outer.content());
        List<Span> parts = new ArrayList<>(inner.content());
        parts.addAll(inner.cue());
        parts.addAll(inner.source());
        Span covered = Span.covering(parts);
        return covered.start() - whole.start() <= 6 && whole.end() - covered.end() <= 3;
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
        String cueWords = words(article, a.cue());
        String content = words(article, a.content());
        Optional<CueLexicon.Cue> cue = lexicon.lookup(cueWords);
        ActClassifier.Content placed = content(article, a, mentions);
        ActClassifier.Judged judged = judged(article, a, placed, reading);
        Act act = judged.act();
        Targets targets = RECIPROCAL.matcher(content).lookingAt()
                ? theOthers(attributions, speakers, i)
                : targets(act, judged, speaker, placed);
        String addressee = addressee(article, a, mentions);
        List<String> via = via(article, attributions, speakers, i, mentions);
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
        String cueWords = words(article, a.cue());
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

    // ---- targets, addressee, via, time ----

    /** Whom an act is aimed at: the actors known, and the words for all. */
    private record Targets(List<Actor> actors, List<String> labels) {
        static final Targets NONE = new Targets(List.of(), List.of());
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

    /** Actors that the act is aimed at, as the content names them. */
    private Targets targets(Act act, ActClassifier.Judged judged, Speaker speaker, ActClassifier.Content content) {
        if (act == Act.ASSERT || act == Act.ANNOUNCE || act == Act.PROMISE || act == Act.ADMIT) {
            return Targets.NONE;
        }
        List<ActClassifier.Placed> able = content.mentions().stream()
                .filter(p -> ActClassifier.canAct(p, content.text()))
                .filter(p -> act == Act.DENY || !isSpeaker(p.mention().actor(), speaker))
                .filter(p -> act != Act.APPRAISE || !ActClassifier.isOblique(content.text(), p.start()))
                .toList();
        if (act == Act.THREATEN) {
            java.util.regex.Matcher condition = CONDITION.matcher(content.text());
            if (condition.find()) {
                // the one whose conduct it depends on
                return able.stream()
                        .filter(p -> p.start() > condition.start())
                        .findFirst()
                        .map(p -> coordinated(able, able.indexOf(p), content.text()))
                        .orElse(Targets.NONE);
            }
        }
        if (judged.doer() != null) {
            int first = able.indexOf(judged.doer());
            return first < 0 ? Targets.NONE : coordinated(able, first, content.text());
        }
        if (judged.group() != null) {
            return new Targets(List.of(), List.of(judged.group()));
        }
        if (act == Act.ACCUSE && judged.doer() == null && !judged.ruled()) {
            return Targets.NONE;
        }
        if (act == Act.DENY && speaker.actor() != null) {
            java.util.regex.Matcher own = OWN.matcher(content.text());
            if (own.find() && (able.isEmpty() || own.start() < able.get(0).start())) {
                return new Targets(List.of(speaker.actor()), List.of(own.group()));
            }
        }
        return able.isEmpty() ? Targets.NONE : coordinated(able, 0, content.text());
    }

    /** X and Y blamed each other: the speaker's target is whoever else speaks under the same cue. */
    private static Targets theOthers(List<Attribution> attributions, List<Speaker> speakers, int i) {
        Set<Actor> others = new LinkedHashSet<>();
        for (int k = Math.max(0, i - 2); k < Math.min(attributions.size(), i + 3); k++) {
            Actor actor = speakers.get(k).actor();
            if (actor != null
                    && attributions.get(k).cue().equals(attributions.get(i).cue())
                    && !isSpeaker(actor, speakers.get(i))) {
                others.add(actor);
            }
        }
        return new Targets(List.copyOf(others), others.stream().map(Actor::name).toList());
    }

    private static boolean isSpeaker(@Nullable Actor actor, Speaker speaker) {
        return actor != null
                && speaker.actor() != null
                && actor.id().equals(speaker.actor().id());
    }

    /** The first of a coordination and those that stand beside it: Damascus and Moscow. */
    private static Targets coordinated(List<ActClassifier.Placed> able, int first, String text) {
        Set<Actor> actors = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        int end = -1;
        for (int k = first; k < able.size(); k++) {
            ActClassifier.Placed placed = able.get(k);
            if (placed.start() < end) {
                continue;
            }
            String between = end < 0
                    ? "and"
                    : BODY_NOUN
                            .matcher(text.substring(end, placed.start()))
                            .replaceFirst("")
                            .strip();
            if (!JOINS.contains(between)) {
                break;
            }
            actors.add(Objects.requireNonNull(placed.mention().actor()));
            labels.add(text.substring(placed.start(), placed.end()));
            end = placed.end();
        }
        return new Targets(List.copyOf(actors), List.copyOf(labels));
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
        List<Mention> inside = mentions.in(new Span(from, limit));
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

    /** Outer speakers and credited outlets, outermost first; never the article's own outlet. */
    private static List<String> via(
            Article article, List<Attribution> attributions, List<Speaker> speakers, int i, Mentions mentions) {
        Attribution inner = attributions.get(i);
        List<Integer> outer = new ArrayList<>();
        for (int k = Math.max(0, i - NEIGHBOURS); k < Math.min(attributions.size(), i + NEIGHBOURS); k++) {
            if (k != i && nests(attributions.get(k), inner) && !sameSpeaker(speakers.get(k), speakers.get(i))) {
                outer.add(k);
            }
        }
        outer.sort(Comparator.comparingInt(
                (Integer k) -> -Span.covering(attributions.get(k).content()).length()));
        Set<String> via = new LinkedHashSet<>();
        for (int k : outer) {
            Optional<String> outlet = attributions.get(k).source().isEmpty()
                    ? Optional.empty()
                    : outletIn(mentions.in(Span.covering(attributions.get(k).source())));
            String label = speakers.get(k).status() == SpeakerStatus.UNRESOLVED
                    ? outlet.orElse("")
                    : speakers.get(k).label();
            if (!label.isBlank()) {
                via.add(label);
            }
        }
        creditedOutlet(article, inner, mentions).ifPresent(via::add);
        via.removeIf(v ->
                v.equalsIgnoreCase(article.outlet()) || v.equals(speakers.get(i).label()));
        return new ArrayList<>(via);
    }

    private static boolean sameSpeaker(Speaker a, Speaker b) {
        return a.status() != SpeakerStatus.UNRESOLVED && a.label().equals(b.label());
    }

    /** The outlet that the words beside the cue credit: told Reuters, in an interview with the Post. */
    private static Optional<String> creditedOutlet(Article article, Attribution a, Mentions mentions) {
        if (a.cue().isEmpty()) {
            return Optional.empty();
        }
        Span cue = Span.covering(a.cue());
        int limit = Math.min(article.text().length(), cue.end() + 70);
        for (Span content : a.content()) {
            if (content.start() >= cue.end()) {
                limit = Math.min(limit, content.start());
            }
        }
        int stop = article.text().indexOf('\n', cue.start());
        if (stop >= 0) {
            limit = Math.min(limit, stop);
        }
        int sentence = article.text().indexOf(". ", cue.end());
        if (sentence >= 0) {
            limit = Math.min(limit, sentence);
        }
        if (limit <= cue.start()) {
            return Optional.empty();
        }
        return outletIn(mentions.in(new Span(cue.start(), limit)));
    }

    private static Optional<String> outletIn(List<Mention> mentions) {
        for (Mention mention : mentions) {
            Actor actor = mention.actor();
            if (actor != null && actor.type() == ActorType.OUTLET) {
                return Optional.of(actor.name());
            }
        }
        return Optional.empty();
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

    private static String words(Article article, List<Span> spans) {
        StringBuilder words = new StringBuilder();
        for (Span span : spans) {
            if (words.length() > 0) {
                words.append(' ');
            }
            words.append(article.text(), span.start(), span.end());
        }
        return words.toString();
    }
}

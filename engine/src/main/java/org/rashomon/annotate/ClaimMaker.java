package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Claim;
import org.rashomon.model.Factuality;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.Speaker;
import org.rashomon.model.SpeakerStatus;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
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
                    + "|no comment|not (?:comment|respond|reply|answer|elaborate|say)|neither confirm",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEDGE = Pattern.compile(
            "\\b(?:appears?|appeared|seems?|seemed|may|might|could|likely|probably|possibly|perhaps|apparently|believed?|thinks?"
                    + "|suspect(?:s|ed)?|allegedly|reportedly|estimated?|suggest(?:s|ed|ing)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DETAIL = Pattern.compile(", (?:in |of |to |for |from |at |on )?which\\b");
    /** A quotation without a speaker counts as a claim only when it is a statement, not a name or a scare quote. */
    private static final int LEAST_QUOTED_WORDS = 6;

    /** How many attributions before and after one can nest with it: those of its paragraph, at most this many. */
    private static final int NEIGHBOURS = 24;

    private final CueLexicon lexicon = CueLexicon.load();
    private final ActClassifier acts = ActClassifier.load();

    /**
     * Claims of one article, in order of text.
     *
     * @param sentences of the article
     * @param mentions of the article, in order of text
     * @param times of the article, in order of text
     * @param attributions of the article, voiced or not
     */
    public List<Claim> claim(
            Article article,
            List<Sentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Attribution> attributions) {
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
        return claims(article, mentions, times, voiced);
    }

    private static int order(Attribution a) {
        return a.source().isEmpty()
                ? Span.covering(a.content()).start()
                : Math.min(a.source().get(0).start(), a.content().get(0).start());
    }

    // ---- which attributions are claims ----

    private boolean isVoiced(Article article, Attribution attribution) {
        if (!attribution.voiced()) {
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
        if (lower.matches("(?:\\S+ )*(?:asked|asks|asking)(?: \\S+)*")
                && content.toLowerCase(Locale.ROOT)
                        .matches("(?:if|whether|how|what|why|when|where|who|about|for a )\\b.*")) {
            return false;
        }
        return content.codePoints().anyMatch(Character::isLetterOrDigit);
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
        return stop >= 2 && Character.isUpperCase(text.charAt(stop - 1)) && text.charAt(stop - 2) == '.';
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
        boolean whole = second.end() == source.end()
                && article.text().substring(source.start(), first.start()).length() <= 4;
        if (!between.equals("and") || !whole || first.equals(second)) {
            return List.of(attribution);
        }
        return List.of(withSource(attribution, new Span(source.start(), first.end())), withSource(attribution, second));
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
            for (Quotation quotation : QuotationFinder.find(article.text(), block.span(), inside)) {
                Span span = quotation.span();
                boolean whole = span.start() == block.span().start()
                        && span.end() >= block.span().end() - 1;
                boolean free = taken.get(span.start(), span.end()).isEmpty();
                if (whole
                        && quotation.closed()
                        && free
                        && SpeakerResolver.words(span.in(article.text())).size() >= LEAST_QUOTED_WORDS) {
                    orphans.add(new Attribution(List.of(), List.of(), List.of(span), QuoteType.DIRECT, true, 0.5));
                }
            }
        }
        return orphans;
    }

    // ---- claims ----

    private List<Claim> claims(
            Article article, List<Mention> mentions, List<TimeExpression> times, List<Attribution> attributions) {
        SpeakerResolver resolver = new SpeakerResolver(article, mentions);
        Mentions index = new Mentions(mentions);
        List<SpeakerResolver.Earlier> earlier = new ArrayList<>();
        List<Speaker> speakers = new ArrayList<>();
        for (Attribution a : attributions) {
            Span source = a.source().isEmpty() ? null : Span.covering(a.source());
            Speaker speaker = resolver.resolve(source, earlier);
            speakers.add(speaker);
            if (source != null) {
                List<Span> all = new ArrayList<>(a.content());
                all.addAll(a.cue());
                all.add(source);
                earlier.add(new SpeakerResolver.Earlier(source, speaker, Span.covering(all)));
            }
        }
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < attributions.size(); i++) {
            if (!isOuter(attributions, i)) {
                claims.add(claim(article, index, times, attributions, speakers, i));
            }
        }
        return dropRepeats(claims);
    }

    private static List<Claim> dropRepeats(List<Claim> claims) {
        Set<String> ids = new LinkedHashSet<>();
        return claims.stream().filter(c -> ids.add(c.id())).toList();
    }

    /** Whether all that is said is another's saying: Kirby said [Kerry told Lavrov that …]. */
    private static boolean isOuter(List<Attribution> attributions, int outer) {
        for (int inner = Math.max(0, outer - NEIGHBOURS);
                inner < Math.min(attributions.size(), outer + NEIGHBOURS);
                inner++) {
            if (inner != outer
                    && nests(attributions.get(outer), attributions.get(inner))
                    && leading(attributions.get(outer), attributions.get(inner))) {
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
            int i) {
        Attribution a = attributions.get(i);
        Speaker speaker = speakers.get(i);
        String cueWords = words(article, a.cue());
        String content = words(article, a.content());
        Optional<CueLexicon.Cue> cue = lexicon.lookup(cueWords);
        Act cueAct = cue.map(CueLexicon.Cue::act).orElse(Act.ASSERT);
        boolean negated = NEGATED.matcher(cueWords).find();
        List<Mention> named = new ArrayList<>();
        for (Span span : a.content()) {
            named.addAll(mentions.in(span));
        }
        boolean namesOther = named.stream()
                .anyMatch(m -> m.actor() != null
                        && (speaker.actor() == null
                                || !m.actor().id().equals(speaker.actor().id())));
        Act act = acts.classify(cueAct, negated, content, namesOther);
        List<Mention> targets = targets(article, act, speaker, named);
        String addressee = addressee(article, a, mentions);
        List<String> via = via(article, attributions, speakers, i, mentions);
        return new Claim(
                Hashes.id("c", article.id(), a.source(), a.cue(), a.content()),
                article.id(),
                a,
                speaker,
                via,
                act,
                targets.stream()
                        .map(Mention::actor)
                        .filter(x -> x != null)
                        .distinct()
                        .toList(),
                targets.stream()
                        .map(m -> m.span().in(article.text()))
                        .distinct()
                        .toList(),
                addressee,
                factuality(act, cue, content),
                said(article, a, times));
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

    /** Actors that the act is aimed at, as the content names them. */
    private static List<Mention> targets(Article article, Act act, Speaker speaker, List<Mention> named) {
        if (act == Act.ASSERT || act == Act.ANNOUNCE || act == Act.PROMISE || act == Act.ADMIT) {
            return List.of();
        }
        List<Mention> others =
                named.stream().filter(m -> isTarget(m.actor(), act, speaker)).toList();
        if (others.isEmpty()) {
            return List.of();
        }
        // The doer, the one asked and the one cleared stand first in English; coordinated ones stand beside it.
        List<Mention> targets = new ArrayList<>();
        targets.add(others.get(0));
        for (int k = 1; k < others.size(); k++) {
            Span before = others.get(k - 1).span();
            Span span = others.get(k).span();
            if (span.start() < before.end()) {
                continue;
            }
            String between =
                    article.text().substring(before.end(), span.start()).strip();
            if (between.equals("and")
                    || between.equals("or")
                    || between.equals(",")
                    || between.equals("and the")
                    || between.equals("or the")) {
                targets.add(others.get(k));
            } else {
                break;
            }
        }
        return targets;
    }

    private static boolean isTarget(@Nullable Actor actor, Act act, Speaker speaker) {
        return actor != null
                && actor.type() != ActorType.OUTLET
                && (act == Act.DENY
                        || speaker.actor() == null
                        || !actor.id().equals(speaker.actor().id()));
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
        Mention first = inside.get(0);
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
            if (!speakers.get(k).label().isBlank()) {
                via.add(speakers.get(k).label());
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
        return mentions.in(new Span(cue.start(), limit)).stream()
                .map(Mention::actor)
                .filter(x -> x != null && x.type() == ActorType.OUTLET)
                .map(Actor::name)
                .findFirst();
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
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).span().start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < times.size() && times.get(end).span().start() < to) {
            end++;
        }
        return times.subList(low, end);
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

package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.Negation;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.SpanIndex;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.AgreementStatement.Kind;
import org.rashomon.model.events.AgreementStatement.Response;
import org.rashomon.model.events.AgreementStatement.Status;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** What claims say about the keeping of agreements: that one was broken, that it holds or has ended, and what answers that. */
final class AgreementStatements {
    private static final PhrasePattern BREACH = PhrasePattern.of("en/agreement-patterns.tsv", "breach");
    private static final PhrasePattern NONE_KEPT = PhrasePattern.of("en/agreement-patterns.tsv", "none kept");
    private static final PhrasePattern LESS = PhrasePattern.of("en/agreement-patterns.tsv", "less");
    private static final PhrasePattern MISUSED = PhrasePattern.of("en/agreement-patterns.tsv", "misused");
    private static final PhrasePattern ARMING = PhrasePattern.of("en/agreement-patterns.tsv", "arming");
    private static final PhrasePattern POSSIBLE = PhrasePattern.of("en/agreement-patterns.tsv", "possible breach");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> BREAKING = WORDS.list("breaking");
    private static final Set<String> VIOLATED = WORDS.list("violated");
    private static final Set<String> KEEPING = WORDS.list("keeping");
    private static final Set<String> RESPECTED = WORDS.list("respected");
    private static final Set<String> FAILING = WORDS.list("failing");
    private static final Set<String> BE = WORDS.list("be");
    private static final Set<String> THEREFORE = WORDS.list("therefore");

    /** What is announced or demanded is not yet so. */
    private static final Set<Act> OPEN = EnumSet.of(Act.THREATEN, Act.DEMAND);

    private final Article article;
    private final List<TaggedSentence> sentences;
    private final Mentions mentions;
    private final SpanIndex<AgreementMention> vicinities;
    private final NamedAgreements named;
    private final AllegedBreakers breakers;
    private final AgreementStatuses statuses;

    /**
     * A stretch of what a claim says.
     *
     * @param length of all that it says
     */
    private record Content(String claim, int length, Span span) {}

    AgreementStatements(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<AgreementMention> agreements,
            EventTargets subjects) {
        this.article = article;
        this.sentences = sentences;
        this.mentions = new Mentions(mentions);
        this.vicinities = SpanIndex.of(agreements, this::vicinity);
        this.named = new NamedAgreements(agreements);
        this.breakers = new AllegedBreakers(subjects);
        this.statuses = new AgreementStatuses(named);
    }

    List<AgreementStatement> of(List<Claim> claims) {
        List<AgreementStatement> out = new ArrayList<>();
        Set<String> said = new HashSet<>();
        SpanIndex<Content> contents = SpanIndex.of(
                claims.stream()
                        .flatMap(claim -> claim.attribution().content().stream()
                                .map(span -> new Content(claim.id(), length(claim), span)))
                        .toList(),
                Content::span);
        for (Claim claim : claims) {
            for (AgreementStatement s : of(claim)) {
                String what = String.join(
                        "\t",
                        s.claim(),
                        s.kind().name(),
                        String.valueOf(s.alleged()),
                        String.valueOf(s.status()),
                        String.valueOf(s.response()));
                if (isInnermost(claim, contents, s.span()) && said.add(what)) {
                    out.add(s);
                }
            }
        }
        counterAccusations(claims, out);
        return out;
    }

    /** Whether no shorter claim inside this one holds the words: what a report says that somebody says is that person's. */
    private static boolean isInnermost(Claim claim, SpanIndex<Content> contents, Span words) {
        int length = length(claim);
        return contents.around(words).stream()
                .noneMatch(other -> !other.claim().equals(claim.id()) && other.length() < length);
    }

    private static int length(Claim claim) {
        return claim.attribution().content().stream().mapToInt(Span::length).sum();
    }

    /** One whom an earlier claim blames for breaking the agreement, and who blames the other side for it. */
    private static void counterAccusations(List<Claim> claims, List<AgreementStatement> out) {
        Map<String, String> speakers = new HashMap<>();
        claims.forEach(claim -> speakers.putIfAbsent(claim.id(), label(claim)));
        // who is blamed by a claim, with the first of those that do, which stand in order of text
        Map<String, String> blamed = new HashMap<>();
        List<AgreementStatement> counters = new ArrayList<>();
        for (AgreementStatement blame : out) {
            if (blame.alleged() == null) {
                continue;
            }
            blamed.putIfAbsent(blame.alleged(), blame.claim());
            String by = speakers.getOrDefault(blame.claim(), "");
            boolean accused = !blamed.getOrDefault(by, blame.claim()).equals(blame.claim());
            if (accused && !by.equals(blame.alleged())) {
                counters.add(new AgreementStatement(
                        blame.claim(),
                        blame.article(),
                        blame.span(),
                        Kind.RESPONSE,
                        null,
                        null,
                        Response.COUNTER_ACCUSATION));
            }
        }
        out.addAll(counters);
    }

    private static String label(Claim claim) {
        String affiliation = claim.speaker().affiliation();
        return affiliation == null ? claim.speaker().label() : affiliation;
    }

    private List<AgreementStatement> of(Claim claim) {
        List<AgreementStatement> out = new ArrayList<>();
        for (Span content : claim.attribution().content()) {
            Scene scene = scene(content, claim);
            boolean near = !vicinities
                    .touching(new Span(Math.max(0, content.start() - 1), content.end() + 1))
                    .isEmpty();
            for (int i = 0; i < scene.words().size(); i++) {
                out.addAll(at(scene, claim, i, near));
            }
        }
        return out;
    }

    private Scene scene(Span content, Claim claim) {
        int next =
                Bisection.first(sentences.size(), i -> sentences.get(i).span().start() > content.start());
        int index = Math.max(0, next - 1);
        return new Scene(
                article,
                index,
                sentences.get(index).sentence(),
                TaggedSentence.within(sentences, content),
                mentions.in(content),
                List.of(),
                List.of(claim));
    }

    /** Where a claim is near an agreement: in the sentence that names it or one of the two behind. */
    private Span vicinity(AgreementMention agreement) {
        int later = Math.min(sentences.size() - 1, agreement.sentence() + 2);
        return new Span(
                sentences.get(agreement.sentence()).span().start(),
                sentences.get(later).span().end());
    }

    private List<AgreementStatement> at(Scene scene, Claim claim, int i, boolean near) {
        Span violation = violation(scene, i, near);
        if (violation != null) {
            return breach(scene, claim, i, violation);
        }
        if (OPEN.contains(claim.act())) {
            return List.of();
        }
        Status status = statuses.at(scene, i, near);
        return status == null
                ? List.of()
                : List.of(statement(claim, statuses.around(scene, i), Kind.STATUS, null, status));
    }

    private List<AgreementStatement> breach(Scene scene, Claim claim, int i, Span span) {
        TaggedSentence s = scene.words();
        // "kept none of its terms" is no denial, whatever the claim's act
        boolean negating = NONE_KEPT.standsAt(s, i) || Negation.at(s, i);
        if ((claim.act() == Act.DENY && !negating) || StatementMood.isNegated(s, i)) {
            boolean therefore = Stretch.has(s, i - 8, i, THEREFORE);
            return List.of(response(claim, span, therefore ? Response.JUSTIFICATION : Response.DENIAL));
        }
        if (claim.act() == Act.ADMIT) {
            return List.of(response(claim, span, Response.ADMISSION));
        }
        List<AgreementStatement> blaming = breakers.of(scene, claim, i).stream()
                .filter(alleged ->
                        claim.act() != Act.ACCUSE || !claim.speaker().label().equals(alleged))
                .map(alleged -> statement(claim, span, Kind.VIOLATION, alleged, null))
                .toList();
        return blaming.isEmpty() ? List.of(statement(claim, span, Kind.VIOLATION, null, null)) : blaming;
    }

    private AgreementStatement statement(
            Claim claim, Span span, Kind kind, @Nullable String alleged, @Nullable Status status) {
        return new AgreementStatement(claim.id(), article.id(), span, kind, alleged, status, null);
    }

    private AgreementStatement response(Claim claim, Span span, Response response) {
        return new AgreementStatement(claim.id(), article.id(), span, Kind.RESPONSE, null, null, response);
    }

    /** The words that say that an agreement was broken, when they begin at token {@code i}. */
    private @Nullable Span violation(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        if (BREACH.standsAt(s, i)) {
            return POSSIBLE.standsAt(s, i - 1) || POSSIBLE.standsAt(s, i - 2) ? null : breachNoun(scene, i, near);
        }
        int less = LESS.lengthAt(s, i);
        if (less > 0) {
            return s.span(i, i + less);
        }
        boolean breaks = s.isAny(i, BREAKING) && s.tag(i) != Pos.NOUN;
        boolean none = NONE_KEPT.standsAt(s, i);
        boolean fails = s.isAny(i, FAILING) || Negation.at(s, i) || none;
        boolean misuses = MISUSED.standsAt(s, i);
        if ((!breaks && !fails && !misuses) || StatementMood.isUnreal(s, i)) {
            return null;
        }
        int object = fails ? kept(scene, none ? i - 1 : i, near) : named.end(scene, i + 1, i + 8, near);
        if (misuses) {
            return object > 0 && ARMING.standsAt(s, object) ? s.span(i, object + 2) : null;
        }
        if (object > 0) {
            return s.span(i, object);
        }
        boolean passive = Stretch.has(s, i - 4, i, BE);
        int subject = passive ? named.before(scene, i, 8) : -1;
        int verb = breaks ? i : s.first(i + 1, i + 4, k -> s.isAny(k, RESPECTED));
        return subject >= 0 && (breaks || verb < i + 4) ? s.span(subject, verb + 1) : null;
    }

    /** One past what is kept after the verb: "failed to honour the truce", "never respected it"; 0 where nothing is. */
    private int kept(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        int object = 0;
        for (int k = i + 1;
                object == 0 && k < i + 5 && (k == i + 1 || !s.isVerbal(k - 1) || s.isAny(k - 1, KEEPING));
                k++) {
            boolean keeps = s.isAny(k, KEEPING) && (!s.is(k, "do", "done") || s.isPossessiveWord(k + 1));
            object = keeps ? named.end(scene, k + 1, k + 9, near) : 0;
        }
        return object;
    }

    /** "Violations of the truce", "truce violations", "eleven violations". */
    private @Nullable Span breachNoun(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        int of = s.isAny(i + 1, VIOLATED) ? named.end(scene, i + 2, i + 9, near) : 0;
        if (of > 0) {
            return s.span(i, of);
        }
        int before = named.before(scene, i, 1);
        if (before >= 0) {
            return s.span(before, i + 1);
        }
        return near && (s.tag(i - 1) == Pos.NUM || s.is(i + 1, "by")) ? s.span(i, i + 1) : null;
    }
}

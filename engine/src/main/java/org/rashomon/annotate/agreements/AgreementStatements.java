package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.AgreementStatement.Kind;
import org.rashomon.model.events.AgreementStatement.Response;
import org.rashomon.model.events.AgreementStatement.Status;
import org.rashomon.model.events.Obligation;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** What claims say about the keeping of agreements: that one was broken, that it holds or has ended, and what answers that. */
final class AgreementStatements {
    private static final Set<String> BREAKING =
            WordLists.of("en/agreement-words.tsv").list("breaking");
    private static final Set<String> VIOLATION =
            WordLists.of("en/agreement-words.tsv").list("violation");
    private static final Set<String> KEEPING =
            WordLists.of("en/agreement-words.tsv").list("keeping");
    private static final Set<String> FAILING =
            Set.of("failed", "failing", "failure", "fails", "refused", "refusing", "neglected", "unable");

    private final Article article;
    private final List<TaggedSentence> sentences;
    private final List<Mention> mentions;
    private final List<AgreementMention> agreements;
    private final NamedAgreements named;
    private final AllegedBreakers breakers;
    private final AgreementStatuses statuses;
    private final Set<String> owedVerbs = new HashSet<>();

    AgreementStatements(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<AgreementMention> agreements,
            EventTargets subjects) {
        this.article = article;
        this.sentences = sentences;
        this.mentions = mentions;
        this.agreements = agreements;
        this.named = new NamedAgreements(agreements);
        this.breakers = new AllegedBreakers(sentences, mentions, agreements, subjects);
        this.statuses = new AgreementStatuses(named);
        for (AgreementMention agreement : agreements) {
            for (Obligation obligation : agreement.obligations()) {
                owedVerbs.add(obligation.act().split("[^\\p{L}-]")[0].toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    List<AgreementStatement> of(List<Claim> claims) {
        List<AgreementStatement> out = new ArrayList<>();
        for (Claim claim : claims) {
            for (AgreementStatement statement : of(claim)) {
                if (innermost(claim, claims, statement.span())
                        && out.stream()
                                .noneMatch(s -> s.claim().equals(statement.claim())
                                        && s.kind() == statement.kind()
                                        && java.util.Objects.equals(s.alleged(), statement.alleged())
                                        && s.status() == statement.status()
                                        && s.response() == statement.response())) {
                    out.add(statement);
                }
            }
        }
        counterAccusations(claims, out);
        return out;
    }

    /** Whether no shorter claim inside this one holds the words: what a report says that somebody says is that person's. */
    private static boolean innermost(Claim claim, List<Claim> claims, Span words) {
        int length = length(claim);
        for (Claim other : claims) {
            if (!other.id().equals(claim.id())
                    && length(other) < length
                    && other.attribution().content().stream().anyMatch(content -> content.contains(words))) {
                return false;
            }
        }
        return true;
    }

    private static int length(Claim claim) {
        return claim.attribution().content().stream().mapToInt(Span::length).sum();
    }

    /** One whom an earlier claim blames for breaking the agreement, and who blames the other side for it. */
    private static void counterAccusations(List<Claim> claims, List<AgreementStatement> out) {
        List<AgreementStatement> counters = new ArrayList<>();
        for (AgreementStatement blame : out) {
            if (blame.kind() != Kind.VIOLATION || blame.alleged() == null) {
                continue;
            }
            String by = label(claims, blame.claim());
            for (AgreementStatement earlier : out) {
                if (earlier.claim().equals(blame.claim())) {
                    break;
                }
                if (earlier.kind() == Kind.VIOLATION && by.equals(earlier.alleged()) && !by.equals(blame.alleged())) {
                    counters.add(new AgreementStatement(
                            blame.claim(),
                            blame.article(),
                            blame.span(),
                            Kind.RESPONSE,
                            null,
                            null,
                            Response.COUNTER_ACCUSATION));
                    break;
                }
            }
        }
        out.addAll(counters);
    }

    private static String label(List<Claim> claims, String id) {
        for (Claim claim : claims) {
            if (claim.id().equals(id)) {
                return claim.speaker().affiliation() == null
                        ? claim.speaker().label()
                        : claim.speaker().affiliation();
            }
        }
        return "";
    }

    private List<AgreementStatement> of(Claim claim) {
        List<AgreementStatement> out = new ArrayList<>();
        for (Span content : claim.attribution().content()) {
            Scene scene = scene(content, claim);
            boolean named = agreements.stream().anyMatch(a -> a.span().overlaps(content));
            boolean near = named || agreements.stream().anyMatch(a -> near(a, content));
            TaggedSentence s = scene.words();
            for (int i = 0; i < s.size(); i++) {
                AgreementStatement statement = at(scene, claim, i, near);
                if (statement != null) {
                    out.add(statement);
                    for (String other : breakers.others(scene, statement, i)) {
                        out.add(new AgreementStatement(
                                statement.claim(),
                                statement.article(),
                                statement.span(),
                                Kind.VIOLATION,
                                other,
                                null,
                                null));
                    }
                }
            }
        }
        return out;
    }

    private Scene scene(Span content, Claim claim) {
        int index = 0;
        while (index + 1 < sentences.size() && sentences.get(index + 1).span().start() <= content.start()) {
            index++;
        }
        List<Mention> inside =
                mentions.stream().filter(m -> content.contains(m.span())).toList();
        return new Scene(
                article,
                index,
                sentences.get(index).sentence(),
                TaggedSentence.within(sentences, content),
                inside,
                List.of(),
                List.of(claim));
    }

    /** Whether the agreement is named in the claim's sentence or the two before. */
    private boolean near(AgreementMention agreement, Span content) {
        int s = agreement.sentence();
        if (s >= sentences.size() || sentences.get(s).span().start() > content.end()) {
            return false;
        }
        int later = Math.min(sentences.size() - 1, s + 2);
        return sentences.get(later).span().end() >= content.start();
    }

    private @Nullable AgreementStatement at(Scene scene, Claim claim, int i, boolean near) {
        TaggedSentence s = scene.words();
        Span violation = violation(scene, i, near);
        if (violation != null) {
            return breach(scene, claim, i, violation);
        }
        Status status = statuses.at(scene, i, near);
        boolean announced = claim.act() == Act.THREATEN || claim.act() == Act.DEMAND;
        if (status != null && !announced) {
            return new AgreementStatement(
                    claim.id(), article.id(), statuses.around(s, i, scene), Kind.STATUS, null, status, null);
        }
        if (near && claim.act() != Act.DEMAND && justifies(s, i)) {
            int to = Math.max(i + 1, s.is(i, "in") ? s.phraseEnd(i + 3) : s.is(i, "no") ? i + 2 : i + 1);
            return new AgreementStatement(
                    claim.id(), article.id(), s.span(i, to), Kind.RESPONSE, null, null, Response.JUSTIFICATION);
        }
        return null;
    }

    private static boolean justifies(TaggedSentence s, int i) {
        return s.is(i, "self-defence")
                || s.is(i, "self-defense")
                || s.is(i, "provocation") && !s.is(i - 1, "a")
                || s.is(i, "retaliated")
                || s.is(i, "retaliating")
                || s.is(i, "no") && s.is(i + 1, "choice")
                || s.is(i, "in")
                        && s.is(i + 1, "response")
                        && s.is(i + 2, "to")
                        && (s.isAny(i + 3, VIOLATION)
                                || s.isAny(i + 4, VIOLATION)
                                || s.isAny(i + 3, Set.of("attacks", "shelling", "provocations")));
    }

    private AgreementStatement breach(Scene scene, Claim claim, int i, Span span) {
        TaggedSentence s = scene.words();
        boolean negated = StatementMood.isNegated(s, i) || claim.act() == Act.DENY;
        String alleged = breakers.of(scene, claim, i);
        String speaker = claim.speaker().label();
        if (negated) {
            boolean therefore = false;
            for (int k = Math.max(0, i - 8); k < i; k++) {
                therefore |= s.is(k, "therefore") || s.is(k, "thus") || s.is(k, "because") || s.is(k, "since");
            }
            return new AgreementStatement(
                    claim.id(),
                    article.id(),
                    span,
                    Kind.RESPONSE,
                    null,
                    null,
                    therefore ? Response.JUSTIFICATION : Response.DENIAL);
        }
        if (claim.act() == Act.ADMIT) {
            return new AgreementStatement(
                    claim.id(), article.id(), span, Kind.RESPONSE, null, null, Response.ADMISSION);
        }
        return new AgreementStatement(
                claim.id(),
                article.id(),
                span,
                Kind.VIOLATION,
                speaker.equals(alleged) && claim.act() == Act.ACCUSE ? null : alleged,
                null,
                null);
    }

    /** The words that say that an agreement was broken, when they begin at token {@code i}. */
    private @Nullable Span violation(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        if (s.isAny(i, BREAKING) && s.tag(i) != Pos.NOUN && !StatementMood.isUnreal(s, i)) {
            int object = named.end(scene, i + 1, i + 8, near);
            if (object > 0) {
                return s.span(i, object);
            }
            int before = named.before(scene, i, 8);
            if (before >= 0 && StatementMood.passive(s, i)) {
                return s.span(before, i + 1);
            }
        }
        if (s.isAny(i, FAILING) && !StatementMood.isUnreal(s, i)) {
            for (int k = i + 1; k < Math.min(s.size(), i + 5); k++) {
                if (s.isAny(k, KEEPING) || owedVerbs.contains(s.lower(k)) && near) {
                    int object = named.end(scene, k + 1, k + 9, near);
                    if (object > 0 || near && (owedVerbs.contains(s.lower(k)))) {
                        return s.span(i, object > 0 ? object : Math.max(k + 1, s.phraseEnd(k + 1)));
                    }
                }
            }
        }
        if ((s.is(i, "not") || s.is(i, "n't") || s.is(i, "never"))
                && !StatementMood.isUnreal(s, i - 1)
                && !StatementMood.isUnreal(s, i)) {
            for (int k = i + 1; k < Math.min(s.size(), i + 4); k++) {
                if (s.isAny(k, KEEPING)) {
                    int object = named.end(scene, k + 1, k + 7, near);
                    if (object > 0) {
                        return s.span(i, object);
                    }
                }
            }
        }
        if (s.isAny(i, VIOLATION) && s.tag(i) == Pos.NOUN) {
            int of = s.is(i + 1, "of") || s.is(i + 1, "in") || s.is(i + 1, "to")
                    ? named.end(scene, i + 2, i + 9, near)
                    : -1;
            if (of > 0) {
                return s.span(i, of);
            }
            int before = named.before(scene, i, 1);
            if (before >= 0) {
                return s.span(before, i + 1);
            }
            if (near && (s.tag(i - 1) == Pos.NUM || s.isAny(i + 1, Set.of("by")))) {
                return s.span(i, i + 1);
            }
        }
        if (s.is(i, "inconsistent") && s.is(i + 1, "with")
                || s.is(i, "contrary") && s.is(i + 1, "to")
                || s.is(i, "defiance") && s.is(i + 1, "of")) {
            int object = named.end(scene, i + 2, i + 9, near);
            if (object > 0) {
                return s.span(i, object);
            }
        }
        return null;
    }
}

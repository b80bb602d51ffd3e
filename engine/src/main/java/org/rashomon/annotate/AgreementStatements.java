package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.EventTargets.Range;
import org.rashomon.model.Act;
import org.rashomon.model.Actor;
import org.rashomon.model.AgreementMention;
import org.rashomon.model.AgreementStatement;
import org.rashomon.model.AgreementStatement.Kind;
import org.rashomon.model.AgreementStatement.Response;
import org.rashomon.model.AgreementStatement.Status;
import org.rashomon.model.Article;
import org.rashomon.model.Claim;
import org.rashomon.model.Mention;
import org.rashomon.model.Obligation;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;

/** What claims say about the keeping of agreements: that one was broken, that it holds or has ended, and what answers that. */
final class AgreementStatements {
    private static final Set<String> BREAKING = WordLists.AGREEMENTS.list("breaking");
    private static final Set<String> VIOLATION = WordLists.AGREEMENTS.list("violation");
    private static final Set<String> KEEPING = WordLists.AGREEMENTS.list("keeping");
    private static final Set<String> KEPT = WordLists.AGREEMENTS.list("kept things");
    private static final Set<String> HOLDING = WordLists.AGREEMENTS.list("holding");
    private static final Set<String> SUSPENDING = WordLists.AGREEMENTS.list("suspending");
    private static final Set<String> COLLAPSING = WordLists.AGREEMENTS.list("collapsing");
    private static final Set<String> ENDING = WordLists.AGREEMENTS.list("ending");
    private static final Set<String> EXTENDING = WordLists.AGREEMENTS.list("extending");
    private static final Set<String> BEARERS = WordLists.AGREEMENTS.list("bearers");
    private static final Set<String> NOT = Set.of("not", "n't", "never", "no", "neither", "nor", "without", "hardly");
    private static final Set<String> UNREAL = Set.of(
            "will", "would", "could", "should", "may", "might", "can", "if", "unless", "to", "must", "whether", "'ll",
            "'d");
    private static final Set<String> FAILING =
            Set.of("failed", "failing", "failure", "fails", "refused", "refusing", "neglected", "unable");

    private final Article article;
    private final List<TaggedSentence> sentences;
    private final List<Mention> mentions;
    private final List<AgreementMention> agreements;
    private final EventTargets subjects;
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
        this.subjects = subjects;
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
                    for (String other : others(scene, statement, i)) {
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
        Status status = status(scene, i, near);
        boolean announced = claim.act() == Act.THREATEN || claim.act() == Act.DEMAND;
        if (status != null && !announced) {
            return new AgreementStatement(
                    claim.id(), article.id(), around(s, i, scene), Kind.STATUS, null, status, null);
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
        boolean negated = isNegated(s, i) || claim.act() == Act.DENY;
        String alleged = alleged(scene, claim, i);
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
        if (s.isAny(i, BREAKING) && s.tag(i) != Pos.NOUN && !isUnreal(s, i)) {
            int object = object(scene, i + 1, i + 8, near);
            if (object > 0) {
                return s.span(i, object);
            }
            int before = namedBefore(scene, i, 8);
            if (before >= 0 && passive(s, i)) {
                return s.span(before, i + 1);
            }
        }
        if (s.isAny(i, FAILING) && !isUnreal(s, i)) {
            for (int k = i + 1; k < Math.min(s.size(), i + 5); k++) {
                if (s.isAny(k, KEEPING) || owedVerbs.contains(s.lower(k)) && near) {
                    int object = object(scene, k + 1, k + 9, near);
                    if (object > 0 || near && (owedVerbs.contains(s.lower(k)))) {
                        return s.span(i, object > 0 ? object : Math.max(k + 1, s.phraseEnd(k + 1)));
                    }
                }
            }
        }
        if ((s.is(i, "not") || s.is(i, "n't") || s.is(i, "never")) && !isUnreal(s, i - 1) && !isUnreal(s, i)) {
            for (int k = i + 1; k < Math.min(s.size(), i + 4); k++) {
                if (s.isAny(k, KEEPING)) {
                    int object = object(scene, k + 1, k + 7, near);
                    if (object > 0) {
                        return s.span(i, object);
                    }
                }
            }
        }
        if (s.isAny(i, VIOLATION) && s.tag(i) == Pos.NOUN) {
            int of = s.is(i + 1, "of") || s.is(i + 1, "in") || s.is(i + 1, "to")
                    ? object(scene, i + 2, i + 9, near)
                    : -1;
            if (of > 0) {
                return s.span(i, of);
            }
            int before = namedBefore(scene, i, 1);
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
            int object = object(scene, i + 2, i + 9, near);
            if (object > 0) {
                return s.span(i, object);
            }
        }
        return null;
    }

    /** One past the agreement, or the thing that is kept, that stands in {@code [from, to)}; 0 when there is none. */
    private int object(Scene scene, int from, int to, boolean near) {
        TaggedSentence s = scene.words();
        for (int k = from; k < Math.min(to, s.size()); k++) {
            AgreementMention named = named(scene, k);
            if (named != null) {
                return s.endAt(named.span().end());
            }
            if (s.isAny(k, KEPT)) {
                return k + 1;
            }
            if (near && k == from && s.is(k, "it") && !s.isNoun(k + 1)) {
                return k + 1;
            }
            if (s.is(k, ",") || s.is(k, ";") || s.is(k, "that")) {
                return 0;
            }
        }
        return 0;
    }

    private @Nullable AgreementMention named(Scene scene, int token) {
        TaggedSentence s = scene.words();
        if (token < 0 || token >= s.size()) {
            return null;
        }
        int offset = s.token(token).start();
        for (AgreementMention agreement : agreements) {
            if (agreement.span().contains(offset)) {
                return agreement;
            }
        }
        return null;
    }

    /** The first token of an agreement's name that ends at most {@code reach} tokens before {@code i}; or -1. */
    private int namedBefore(Scene scene, int i, int reach) {
        for (int k = i - 1; k >= 0 && k >= i - reach; k--) {
            AgreementMention named = named(scene, k);
            if (named != null) {
                return Math.max(0, scene.words().at(named.span().start()));
            }
            if (scene.words().is(k, ",") || scene.words().is(k, ";")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean passive(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (s.isAny(k, Set.of("was", "were", "been", "is", "being", "are"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNegated(TaggedSentence s, int i) {
        if (s.is(i, "not") || s.is(i, "n't") || s.is(i, "never")) {
            return false;
        }
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (s.isAny(k, NOT) || s.isAny(k, Set.of("denied", "denies", "denying", "rejected"))) {
                return true;
            }
            if (s.is(k, ",") || s.isNoun(k) && !s.isAny(i, VIOLATION)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the words are about what may or should be. */
    private static boolean isUnreal(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (s.isAny(k, UNREAL)) {
                boolean done = s.is(k + 1, "have");
                return !done;
            }
            if (s.is(k, ",")) {
                break;
            }
        }
        for (int k = i - 1; k >= 0 && k >= i - 14; k--) {
            if (s.is(k, "if") || s.is(k, "unless") || s.is(k, "whether")) {
                return true;
            }
            if (s.is(k, ",")) {
                return false;
            }
        }
        return false;
    }

    private @Nullable String alleged(Scene scene, Claim claim, int i) {
        TaggedSentence s = scene.words();
        List<Mention> doers = subjectActors(scene, i);
        if (!doers.isEmpty()) {
            return AgreementFinder.label(scene, doers.get(0));
        }
        for (int k = i + 1; k < Math.min(s.size(), i + 14); k++) {
            if (s.is(k, "by")) {
                List<Mention> by = scene.mentionsIn(k + 1, Math.max(k + 1, s.phraseEnd(k + 1))).stream()
                        .filter(m -> m.actor() != null)
                        .toList();
                if (!by.isEmpty()) {
                    return AgreementFinder.label(scene, by.get(0));
                }
            }
        }
        List<Actor> targets = claim.targets();
        if (targets.size() == 1) {
            return targets.get(0).name();
        }
        return targets.isEmpty()
                        && claim.act() == Act.ACCUSE
                        && claim.targetLabels().size() == 1
                ? claim.targetLabels().get(0)
                : orDescribed(s.is(0, "it") || s.is(0, "they") ? rejecting(claim) : null, s, i);
    }

    private static @Nullable String orDescribed(@Nullable String named, TaggedSentence s, int i) {
        return named != null ? named : described(s, i);
    }

    /** "The council rejected the regime's charge that it had broken the truce": who rejects the charge is charged. */
    private @Nullable String rejecting(Claim claim) {
        int at = claim.attribution().content().get(0).start();
        TaggedSentence s = sentences.stream()
                .filter(sentence -> sentence.span().contains(at))
                .findFirst()
                .orElse(null);
        if (s == null) {
            return null;
        }
        int that = s.at(at) - 1;
        if (!s.is(that, "that")
                || !s.isAny(that - 1, Set.of("charge", "charges", "accusation", "allegation", "claim"))) {
            return null;
        }
        for (int k = that - 1; k > 0; k--) {
            if (s.isAny(k, Set.of("rejected", "rejects", "denied", "denies", "dismissed", "dismisses"))) {
                Span before = s.span(0, k);
                return mentions.stream()
                        .filter(m -> m.actor() != null && before.contains(m.span()))
                        .findFirst()
                        .map(m -> m.actor() == null ? null : m.actor().name())
                        .orElse(null);
            }
        }
        return null;
    }

    /** "violations by the armed groups", "the army of violating": a violator described, whom no actor is known for. */
    private static @Nullable String described(TaggedSentence s, int i) {
        int from = -1;
        int to = -1;
        if (s.lower(i).endsWith("ing") && s.is(i - 1, "of") && i < 8) {
            to = i - 1;
            from = s.phraseStart(to);
        } else if (s.isAny(i, VIOLATION) && s.is(i + 1, "by")) {
            from = i + 2;
            to = s.phraseEnd(from);
        }
        if (from < 0 || from >= to || !s.isAny(s.head(from, to), BEARERS)) {
            return null;
        }
        while (from < to && s.tag(from) == Pos.DET) {
            from++;
        }
        return s.span(from, to).in(s.text());
    }

    private List<Mention> subjectActors(Scene scene, int i) {
        TaggedSentence s = scene.words();
        int start = i;
        while (start > 0
                && (s.tag(start - 1) == Pos.AUX
                        || s.tag(start - 1) == Pos.ADV
                        || s.tag(start - 1) == Pos.PART
                        || s.is(start - 1, "\"")
                        || s.is(start - 1, "'"))) {
            start--;
        }
        if (s.isAny(i, VIOLATION) && s.tag(i) == Pos.NOUN || s.is(i, "failure")) {
            int from = s.phraseStart(i);
            return from < i
                    ? scene.mentionsIn(from, i).stream()
                            .filter(m -> m.actor() != null
                                    && s.isPossessive(s.endAt(m.span().end())))
                            .toList()
                    : List.of();
        }
        if (s.is(i, "inconsistent") || s.is(i, "contrary")) {
            // the subject of the clause whose conduct that is
            for (int k = i; k > 0; k--) {
                if (s.tag(k) == Pos.AUX) {
                    start = k;
                }
            }
        }
        if (start > 1 && s.is(start - 1, "of") && (s.lower(i).endsWith("ing") || s.is(start, "having"))) {
            int accusing = EventFinder.accuses(s, start - 1);
            if (accusing >= 0 || start < 12) {
                return scene.mentionsIn(Math.max(0, accusing + 1), start - 1).stream()
                        .filter(m -> m.actor() != null)
                        .toList();
            }
            return List.of();
        }
        int floor = start;
        Range subject = subjects.subject(scene, floor);
        if (subject == null) {
            return List.of();
        }
        List<Mention> found = new ArrayList<>();
        for (Mention m : scene.mentionsIn(subject.from(), subject.to())) {
            boolean placed =
                    s.isAny(s.at(m.span().start()) - 1, Set.of("in", "of", "from", "with", "by", "for", "at", "on"));
            if (m.actor() != null
                    && !placed
                    && !agreements.stream().anyMatch(a -> a.span().overlaps(m.span()))) {
                found.add(m);
            }
        }
        return found;
    }

    /** Further actors that the same words blame: "Russia and the regime have broken the truce". */
    private List<String> others(Scene scene, AgreementStatement statement, int i) {
        if (statement.kind() != Kind.VIOLATION || statement.alleged() == null) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        for (Mention m : subjectActors(scene, i)) {
            String label = AgreementFinder.label(scene, m);
            if (!label.equals(statement.alleged()) && !others.contains(label)) {
                others.add(label);
            }
        }
        return others;
    }

    private @Nullable Status status(Scene scene, int i, boolean near) {
        TaggedSentence s = scene.words();
        boolean bound = s.is(i, "bound");
        if (bound) {
            boolean about = object(scene, i + 1, i + 6, false) > 0
                    || near
                            && (s.is(i + 1, "by") && s.isAny(i + 2, Set.of("it", "a", "the"))
                                    || i + 1 >= s.size()
                                    || s.is(i + 1, ",")
                                    || s.is(i + 1, "."));
            boolean not = false;
            for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
                not |= s.isAny(k, NOT);
            }
            return !about
                    ? null
                    : not
                            ? Status.ENDED
                            : s.isAny(i - 1, Set.of("stay", "remain", "remains", "still", "are", "is"))
                                    ? Status.IN_FORCE
                                    : null;
        }
        Status status = s.isAny(i, SUSPENDING)
                ? Status.SUSPENDED
                : s.isAny(i, EXTENDING)
                        ? Status.EXTENDED
                        : s.isAny(i, COLLAPSING)
                                ? Status.COLLAPSED
                                : s.isAny(i, ENDING) ? Status.ENDED : s.isAny(i, HOLDING) ? Status.IN_FORCE : null;
        if (status == null || isUnreal(s, i)) {
            return null;
        }
        int before = namedBefore(scene, i, 6);
        boolean subject = before >= 0 && noOtherVerb(s, before, i)
                || near && i >= 1 && i <= 5 && pronounBefore(s, i) && s.phraseEnd(i + 1) == i + 1;
        boolean object = false;
        if (status == Status.SUSPENDED || status == Status.EXTENDED || status == Status.ENDED) {
            for (int k = i + 1; k < Math.min(s.size(), i + 5); k++) {
                object |= named(scene, k) != null && s.tag(i) == Pos.VERB;
            }
        }
        if (s.isAny(i, Set.of("hold", "force", "effect"))
                && !(s.isAny(i - 1, Set.of("in", "on", "into")) || status == Status.IN_FORCE && s.is(i, "holds"))) {
            return null;
        }
        if (!subject && !object) {
            return null;
        }
        boolean negated = isNegated(s, i);
        if (negated) {
            return status == Status.IN_FORCE
                    ? Status.COLLAPSED
                    : status == Status.COLLAPSED || status == Status.ENDED ? Status.IN_FORCE : null;
        }
        return status;
    }

    private static boolean pronounBefore(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (s.is(k, "it")) {
                return true;
            }
            if (s.tag(k) != Pos.AUX && s.tag(k) != Pos.ADV && s.tag(k) != Pos.ADP) {
                return false;
            }
        }
        return false;
    }

    private boolean noOtherVerb(TaggedSentence s, int from, int to) {
        for (int k = from; k < to; k++) {
            if (s.tag(k) == Pos.VERB
                    && !s.isAny(
                            k,
                            Set.of(
                                    "left",
                                    "backed",
                                    "brokered",
                                    "agreed",
                                    "remained",
                                    "remains",
                                    "stayed",
                                    "lay",
                                    "signed",
                                    "reached",
                                    "come",
                                    "came",
                                    "gone",
                                    "taken",
                                    "entered"))) {
                return false;
            }
        }
        return true;
    }

    private Span around(TaggedSentence s, int i, Scene scene) {
        int before = namedBefore(scene, i, 6);
        int from = before >= 0 ? before : i;
        int to = i + 1;
        for (int k = i + 1; k < Math.min(s.size(), i + 6); k++) {
            if (named(scene, k) != null && before < 0) {
                to = k + 1;
            }
        }
        return s.span(from, to);
    }
}

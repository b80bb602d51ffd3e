package org.rashomon.annotate.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventFinder;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.Actor;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.AgreementStatement.Kind;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Whom a claim blames for breaking an agreement, by name or as the text describes them. */
final class AllegedBreakers {
    private static final Set<String> BEARERS =
            WordLists.of("en/agreement-words.tsv").list("bearers");
    private static final Set<String> VIOLATION =
            WordLists.of("en/agreement-words.tsv").list("violation");

    private final List<TaggedSentence> sentences;
    private final List<Mention> mentions;
    private final List<AgreementMention> agreements;
    private final EventTargets subjects;

    AllegedBreakers(
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<AgreementMention> agreements,
            EventTargets subjects) {
        this.sentences = sentences;
        this.mentions = mentions;
        this.agreements = agreements;
        this.subjects = subjects;
    }

    /** The one blamed by the words at token {@code i}, or null. */
    @Nullable
    String of(Scene scene, Claim claim, int i) {
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
        TokenRange subject = subjects.subject(scene, floor);
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
    List<String> others(Scene scene, AgreementStatement statement, int i) {
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
}

package org.rashomon.annotate.agreements;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventFinder;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.Actor;
import org.rashomon.model.Bisection;
import org.rashomon.model.Mention;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Whom a claim blames for breaking an agreement. */
final class AllegedBreakers {
    private static final PhrasePattern BREACH_NOUN = PhrasePattern.of("en/agreement-patterns.tsv", "breach noun");
    private static final PhrasePattern BEFORE_VERB = PhrasePattern.of("en/agreement-patterns.tsv", "before verb");
    private static final PhrasePattern BREACH_BY = PhrasePattern.of("en/agreement-patterns.tsv", "breach by");
    private static final PhrasePattern OF_DOING = PhrasePattern.of("en/agreement-patterns.tsv", "of doing");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> BEARERS = WORDS.list("bearers");
    private static final Set<String> ACCUSED = WORDS.list("accused");
    private static final Set<String> CHARGES = WORDS.list("charges");
    private static final Set<String> REJECTING = WORDS.list("rejecting");
    private static final Set<String> PLACING = WORDS.list("placing");

    private final List<TaggedSentence> sentences;
    private final Mentions mentions;
    private final EventTargets subjects;

    AllegedBreakers(List<TaggedSentence> sentences, Mentions mentions, EventTargets subjects) {
        this.sentences = sentences;
        this.mentions = mentions;
        this.subjects = subjects;
    }

    /** The one blamed by the words at token {@code i}, or null. */
    @Nullable
    String of(Scene scene, Claim claim, int i) {
        TaggedSentence s = scene.words();
        List<Mention> doers = doers(scene, i);
        for (int k = i + 1; doers.isEmpty() && k < i + 14; k++) {
            doers = s.is(k, "by") ? actors(scene, k + 1, s.phraseEnd(k + 1)) : List.of();
        }
        if (!doers.isEmpty()) {
            return AgreementFinder.label(scene, doers.get(0));
        }
        List<Actor> targets = claim.targets();
        if (targets.size() == 1) {
            return targets.get(0).name();
        }
        List<String> labels = claim.targetLabels();
        if (claim.act() == Act.ACCUSE && targets.isEmpty() && labels.size() == 1) {
            return labels.get(0);
        }
        String rejecting = s.isAny(0, ACCUSED) ? rejecting(claim) : null;
        return rejecting == null ? described(s, i) : rejecting;
    }

    /** "The council rejected the regime's charge that it had broken the truce": who rejects the charge is charged. */
    private @Nullable String rejecting(Claim claim) {
        int at = claim.attribution().content().get(0).start();
        int holder =
                Bisection.first(sentences.size(), i -> sentences.get(i).span().end() > at);
        if (holder == sentences.size() || !sentences.get(holder).span().contains(at)) {
            return null;
        }
        TaggedSentence s = sentences.get(holder);
        int charge = s.at(at) - 2;
        int rejects = s.isAny(charge, CHARGES) ? charge - 1 : -1;
        while (rejects > 0 && !s.isAny(rejects, REJECTING)) {
            rejects--;
        }
        return rejects <= 0
                ? null
                : mentions.in(s.span(0, rejects)).stream()
                        .flatMap(m -> Stream.ofNullable(m.actor()))
                        .map(Actor::name)
                        .findFirst()
                        .orElse(null);
    }

    /** "violations by the armed groups", "the army of violating": a violator described, whom no actor is known for. */
    private static @Nullable String described(TaggedSentence s, int i) {
        boolean by = BREACH_BY.standsAt(s, i);
        boolean of = OF_DOING.standsAt(s, i - 1);
        int from = by ? i + 2 : s.phraseStart(i - 1);
        int to = by ? s.phraseEnd(i + 2) : i - 1;
        if ((!by && !of) || !s.isAny(s.head(from, to), BEARERS)) {
            return null;
        }
        int start = s.tag(from) == Pos.DET ? from + 1 : from;
        return s.span(start, to).in(s.text());
    }

    private List<Mention> doers(Scene scene, int i) {
        TaggedSentence s = scene.words();
        if (BREACH_NOUN.standsAt(s, i)) {
            return actors(scene, s.phraseStart(i), i).stream()
                    .filter(m -> s.isPossessive(s.endAt(m.span().end())))
                    .toList();
        }
        int start = i;
        while (BEFORE_VERB.standsAt(s, start - 1)) {
            start--;
        }
        if (s.is(start - 1, "of") && s.lower(i).endsWith("ing")) {
            // "accused Tarvia of violating the truce"
            return actors(scene, EventFinder.accuses(s, start - 1) + 1, start - 1);
        }
        TokenRange subject = subjects.subject(scene, start);
        return subject == null
                ? List.of()
                : actors(scene, subject.from(), subject.to()).stream()
                        .filter(m -> !s.isAny(s.at(m.span().start()) - 1, PLACING))
                        .toList();
    }

    private static List<Mention> actors(Scene scene, int from, int to) {
        return scene.mentionsIn(Math.max(0, from), to).stream()
                .filter(m -> m.actor() != null)
                .toList();
    }
}

package org.rashomon.annotate.agreements;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventFinder;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.words.WordLists;

/** Whom a claim blames for breaking an agreement. */
final class AllegedBreakers {
    private static final PhrasePattern BREACH_NOUN = PhrasePattern.of("en/agreement-patterns.tsv", "breach noun");
    private static final PhrasePattern LESS = PhrasePattern.of("en/agreement-patterns.tsv", "less");
    private static final PhrasePattern BEFORE_VERB = PhrasePattern.of("en/agreement-patterns.tsv", "before verb");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> PLACING = WORDS.list("placing");

    private final EventTargets subjects;

    AllegedBreakers(EventTargets subjects) {
        this.subjects = subjects;
    }

    /** Those blamed by the words at token {@code i}; empty where nobody is. */
    List<String> of(Scene scene, Claim claim, int i) {
        TaggedSentence s = scene.words();
        if (LESS.standsAt(s, i)) {
            int of = s.runStart(i, 16, k -> !s.is(k, "number"));
            return s.is(of, "of") ? labels(scene, new TokenRange(of + 1, s.phraseEnd(of + 1))) : List.of();
        }
        List<String> doers = labels(scene, doers(scene, i));
        for (int k = i + 1; doers.isEmpty() && k < i + 14; k++) {
            doers = s.is(k, "by") ? labels(scene, new TokenRange(k + 1, s.phraseEnd(k + 1))) : List.of();
        }
        if (!doers.isEmpty()) {
            return doers;
        }
        List<Actor> targets = claim.targets();
        if (targets.size() == 1) {
            return List.of(targets.get(0).name());
        }
        List<String> described = claim.targetLabels();
        if (claim.act() == Act.ACCUSE && targets.isEmpty() && described.size() == 1) {
            return described;
        }
        return List.of();
    }

    /** Where those stand who break it: "Torvia's violations", "accused Torvia of violating", the subject of the verb. */
    private @Nullable TokenRange doers(Scene scene, int i) {
        TaggedSentence s = scene.words();
        if (BREACH_NOUN.standsAt(s, i)) {
            int from = s.phraseStart(i);
            int mark = s.first(from, i, s::isPossessive);
            return mark < i ? new TokenRange(from, mark) : null;
        }
        int start = i;
        while (BEFORE_VERB.standsAt(s, start - 1)) {
            start--;
        }
        return s.is(start - 1, "of") && s.endsIn(i, "ing")
                ? new TokenRange(EventFinder.accuses(s, start - 1) + 1, start - 1)
                : subjects.subject(scene, start);
    }

    /** Who the tokens name; else the one actor whose things they are: "Torvian jets". */
    private static List<String> labels(Scene scene, @Nullable TokenRange range) {
        if (range == null || range.from() >= range.to()) {
            return List.of();
        }
        List<String> named = DutyBearers.of(scene, range, List.of());
        return named.isEmpty()
                ? scene.mentionsIn(range.from(), range.to()).stream()
                        .filter(m -> m.actor() != null)
                        .filter(m ->
                                !scene.words().isAny(scene.words().at(m.span().start()) - 1, PLACING))
                        .map(m -> AgreementFinder.label(scene, m))
                        .limit(1)
                        .toList()
                : named;
    }
}

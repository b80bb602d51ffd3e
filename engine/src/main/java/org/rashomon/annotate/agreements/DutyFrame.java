package org.rashomon.annotate.agreements;

import java.util.List;
import java.util.Set;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.words.WordLists;

/**
 * How far a sentence tells what an agreement holds, so that <em>must</em>, <em>will</em> and <em>is to</em> in it oblige.
 *
 * @param isSaid whether it says so itself: <em>under the truce</em>
 * @param condition where a condition on it ends, as of <em>if Torvia breaks the truce</em>; -1 where there is none
 * @param goesOn whether the sentence before told a duty
 * @param isNext whether it names an agreement, or the sentence before does
 * @param commits whether it or the next one speaks of "this commitment"
 */
record DutyFrame(boolean isSaid, int condition, boolean goesOn, boolean isNext, boolean commits) {
    private static final PhrasePattern UNDER_WHICH = PhrasePattern.of("en/agreement-patterns.tsv", "under which");
    private static final PhrasePattern CARRIED_OUT = PhrasePattern.of("en/agreement-patterns.tsv", "carried out");
    private static final PhrasePattern UNDER = PhrasePattern.of("en/agreement-patterns.tsv", "under it");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> SAYING = WORDS.list("saying");
    private static final Set<String> CONDITION = WORDS.list("if");

    static DutyFrame of(TaggedSentence s, List<Named> here, boolean goesOn, boolean isNext, boolean commits) {
        boolean carriedOut = here.stream().anyMatch(n -> isIf(s, n) && CARRIED_OUT.standsAt(s, n.to()));
        boolean said = carriedOut || here.stream().anyMatch(n -> isUnder(s, n));
        int condition = here.stream()
                .filter(n -> !carriedOut && isIf(s, n))
                .mapToInt(Named::to)
                .findFirst()
                .orElse(-1);
        return new DutyFrame(said, condition, goesOn, isNext, commits);
    }

    boolean obliges() {
        return isSaid || goesOn;
    }

    private static boolean isIf(TaggedSentence s, Named named) {
        return Stretch.has(s, named.start() - 4, named.start(), CONDITION);
    }

    /** "Under the truce", "the truce says", "the truce …, under which …". */
    private static boolean isUnder(TaggedSentence s, Named named) {
        return s.any(named.to(), named.to() + 12, k -> UNDER_WHICH.standsAt(s, k))
                || s.isAny(named.to(), SAYING)
                || s.any(
                        named.start() - 6,
                        named.start(),
                        k -> UNDER.standsAt(s, k) && !s.any(k + 1, named.start(), s::isVerbal));
    }
}

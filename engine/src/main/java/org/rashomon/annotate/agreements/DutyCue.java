package org.rashomon.annotate.agreements;

import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.events.Obligation.Deontic;
import org.rashomon.nlp.Pos;

/**
 * Words that oblige, forbid or allow, with what they do it to.
 *
 * @param at first token of the cue
 * @param deed first token of the deed
 * @param bearer who is said to owe it; null where the words name nobody
 * @param goesOn whether the clause has no bearer of its own, so that the one before goes on
 */
record DutyCue(int at, int deed, Deontic deontic, @Nullable TokenRange bearer, boolean goesOn) {
    /** Whether the deed is done to whoever stands before it: "are to be freed, are set for evacuation, would see them freed". */
    boolean isPassive(TaggedSentence s) {
        boolean moved = bearer != null && (s.is(deed - 1, "for") || s.endsIn(deed, "ed"));
        return moved || (s.is(deed, "be") && s.tag(deed + 1) == Pos.VERB);
    }

    static DutyCue ofNobody(int at, int deed, Deontic deontic) {
        return new DutyCue(at, deed, deontic, null, false);
    }
}

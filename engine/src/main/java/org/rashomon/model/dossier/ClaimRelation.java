package org.rashomon.model.dossier;

import org.jspecify.annotations.Nullable;
import org.rashomon.model.Span;

/**
 * How two claims about the same thing bear on each other.
 *
 * @param a id of the claim that is answered, or the earlier in input order
 * @param b id of the claim that answers
 * @param aSpan the words of {@code a} that it rests on
 * @param bSpan the words of {@code b} that it rests on
 * @param incident id of the incident that both are about, or null
 * @param agreement id of the agreement that both are about, or null
 * @param reason one sentence that says why
 * @param score 0 to 1, how sure
 */
public record ClaimRelation(
        String a,
        String b,
        Kind kind,
        Slot slot,
        Span aSpan,
        Span bSpan,
        @Nullable String incident,
        @Nullable String agreement,
        String reason,
        double score) {
    public ClaimRelation {
        if (a.equals(b)) {
            throw new IllegalArgumentException("claim " + a + " related to itself");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("relation of " + a + " and " + b + " without a reason");
        }
    }

    /** Kinds of relation. */
    public enum Kind {
        /** The same utterance, reported again. */
        RESTATES,
        /** Another speaker says the same of the slot. */
        CORROBORATES,
        /** Both cannot be true of the slot. */
        CONTRADICTS,
        /** {@code b} says that what {@code a} asserts is not so, or that the one whom {@code a} accuses did not do it. */
        DENIES,
        /** {@code a} blames one actor, {@code b} another, for the same deed. */
        COUNTER_ATTRIBUTES,
        /** The occurrence is shared, the cause or means differ. */
        DISPUTES_CAUSE,
        /** Comparable figures whose intervals do not overlap. */
        FIGURE_CONFLICT,
        /** Comparable figures whose intervals overlap. */
        FIGURE_COMPATIBLE,
        /** Same subject, yet the words decide none of the others. */
        UNDETERMINED
    }

    /** What the two claims share. */
    public enum Slot {
        OCCURRENCE,
        ACTOR,
        CAUSE,
        FIGURE,
        TIME,
        PLACE,
        COMMITMENT
    }
}

package org.rashomon.model.claims;

/**
 * What a speaker does with a claim. The order is from strongest to weakest: a claim carries the strongest act that its words
 * carry. PLOVER and CAMEO equivalents stand beside each.
 */
public enum Act {
    /** Takes responsibility or concedes a wrong of its own (PLOVER CONCEDE). */
    ADMIT,
    /** Says that something is not so, or that the speaker or another did not do it (CAMEO 016, PLOVER REJECT). */
    DENY,
    /** Says that an actor did wrong, is to blame, or broke a commitment (PLOVER ACCUSE). */
    ACCUSE,
    /** Announces harm or withdrawal that depends on another's conduct (PLOVER THREATEN). */
    THREATEN,
    /** Asks, urges or orders another to act or stop (PLOVER REQUEST). */
    DEMAND,
    /** Commits itself or offers (PLOVER AGREE, COOPERATE). */
    PROMISE,
    /** Declares an own action or decision: suspends, launches, withdraws, agrees. */
    ANNOUNCE,
    /** Praises, condemns, expresses concern, with nothing further asserted. */
    APPRAISE,
    /** States something as fact, estimate or expectation (CAMEO 01). */
    ASSERT;

    /** The stronger of two. */
    public Act or(Act other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

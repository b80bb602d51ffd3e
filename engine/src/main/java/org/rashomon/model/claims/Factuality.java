package org.rashomon.model.claims;

/** How the speaker presents the content. */
public enum Factuality {
    /** As fact. */
    CERTAIN,
    /** Hedged: <em>appears, may, believes, is thought to</em>. */
    HEDGED,
    /** As not so. */
    NEGATED,
    /** Not yet so: demanded, promised, threatened, planned or conditional. */
    FUTURE
}

package org.rashomon.model.events;

import org.jspecify.annotations.Nullable;
import org.rashomon.model.Span;

/**
 * What a claim says about the keeping of an agreement. Which agreement is decided by comparison.
 *
 * @param claim id of the claim that states it
 * @param alleged the violator that a {@code VIOLATION} names, or null when it names none
 * @param status what a {@code STATUS} says, else null
 * @param response what a {@code RESPONSE} is, else null
 */
public record AgreementStatement(
        String claim,
        String article,
        Span span,
        Kind kind,
        @Nullable String alleged,
        @Nullable Status status,
        @Nullable Response response) {

    /** The three columns of the ledger that claims fill. */
    public enum Kind {
        VIOLATION,
        STATUS,
        RESPONSE
    }

    /** What is said about an agreement's being in force. */
    public enum Status {
        IN_FORCE,
        SUSPENDED,
        COLLAPSED,
        EXTENDED,
        VIOLATED,
        ENDED
    }

    /** How an accusation of violation is answered. */
    public enum Response {
        DENIAL,
        JUSTIFICATION,
        COUNTER_ACCUSATION,
        ADMISSION
    }
}

package org.rashomon.model.events;

import org.jspecify.annotations.Nullable;
import org.rashomon.model.Span;

/**
 * What an agreement obliges somebody to.
 *
 * @param id content hash of article and span
 * @param bearer who owes it; {@link #UNNAMED} where the words name nobody
 * @param act the deed owed, in the text's words
 * @param object what or whom it is about, or null
 * @param area where, or null
 * @param until until when, or null
 * @param claim id of the claim that states it, or null when the outlet does
 */
public record Obligation(
        String id,
        String bearer,
        Deontic deontic,
        String act,
        @Nullable String object,
        @Nullable String area,
        @Nullable String until,
        String article,
        Span span,
        @Nullable String claim) {
    /** Bearer of what the text obliges to without naming whom: <em>the prisoners are to be freed</em>. */
    public static final String UNNAMED = "not named";

    /** Whether a deed is owed, forbidden, allowed or conditional. */
    public enum Deontic {
        MUST,
        MUST_NOT,
        MAY,
        IF
    }
}

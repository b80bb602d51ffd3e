package org.rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * A number of people or things, with what it counts.
 *
 * @param id content hash of article and span
 * @param span the words, hedge included (<em>at least seven people</em>)
 * @param low smallest number meant, or null when open (<em>up to 30</em>)
 * @param high largest number meant, or null when open (<em>at least 7</em>)
 * @param scope what the count belongs to, in words (<em>Aleppo, since Friday</em>), or null
 * @param cumulative whether it counts over a period and not one incident
 * @param asOf when the count was taken, or null
 * @param claim id of the innermost claim whose content holds it, or null
 */
public record Figure(
        String id,
        String article,
        Span span,
        @Nullable Long low,
        @Nullable Long high,
        Unit unit,
        PersonClass personClass,
        @Nullable String scope,
        boolean cumulative,
        @Nullable TimeInterval asOf,
        @Nullable String claim) {

    /** What happened to those counted. */
    public enum Unit {
        KILLED,
        INJURED,
        MISSING,
        DISPLACED,
        BESIEGED,
        DETAINED,
        ABDUCTED,
        STRUCK,
        EVACUATED,
        FREED,
        OTHER
    }

    /** Who was counted; the {@code class} column. */
    public enum PersonClass {
        CIVILIAN,
        CHILD,
        WOMAN,
        COMBATANT,
        MEDIC,
        AID_WORKER,
        JOURNALIST,
        /** Things, not people: aircraft, vehicles, buildings, strikes. */
        THING,
        UNKNOWN
    }
}

package org.rashomon.model.events;

import org.jspecify.annotations.Nullable;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;

/**
 * A number of people or things, with what it counts.
 *
 * @param id content hash of article and span
 * @param span the words, hedge included (<em>at least seven people</em>)
 * @param low smallest number meant, or null when open (<em>up to 30</em>)
 * @param high largest number meant, or null when open (<em>at least 7</em>)
 * @param computed whether the number was worked out from a fraction of a stated one (<em>half of its 23 million</em>)
 * @param part whether it counts some of those that the same words count, and not all of them: <em>including five children</em>,
 *     <em>four others</em>
 * @param scope what a count over a period belongs to, in the text's words (<em>in Aleppo since Friday</em>), or null
 * @param cumulative whether it counts over a period and not one incident
 * @param period the days of that period, where the text tells them, or null
 * @param asOf when the count was taken: as the text tells, else when it was said, else published; or null
 * @param claim id of the innermost claim whose content or cue holds it, or null
 */
public record Figure(
        String id,
        String article,
        Span span,
        @Nullable Long low,
        @Nullable Long high,
        boolean computed,
        boolean part,
        Unit unit,
        PersonClass personClass,
        @Nullable String scope,
        boolean cumulative,
        @Nullable TimeInterval period,
        @Nullable TimeInterval asOf,
        @Nullable String claim) {
    public Figure {
        if (low == null && high == null) {
            throw new IllegalArgumentException("figure " + id + " is open at both ends");
        }
        if (low != null && (low < 0 || (high != null && low > high))) {
            throw new IllegalArgumentException("figure " + id + " has no interval: " + low + " to " + high);
        }
    }

    /** What happened to those counted. */
    public enum Unit {
        KILLED,
        INJURED,
        /** Killed or injured, where the words do not tell them apart: <em>200 casualties</em>. */
        CASUALTY,
        MISSING,
        /** Under rubble, or where they cannot leave. */
        TRAPPED,
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
        /** Households, not heads. */
        FAMILY,
        /** Things, not people: aircraft, vehicles, buildings, strikes. */
        THING,
        UNKNOWN
    }
}

package org.rashomon.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;

/**
 * An office that somebody held.
 *
 * @param title lower-case title, British spelling: {@code foreign minister}, {@code secretary of state}
 * @param body ISO 3166-1 alpha-2 code of the state, or slug of the organisation
 * @param from first day
 * @param to last day, or null while held
 * @param known last day for which its source vouches: {@code to}, or how old the table is; {@link LocalDate#MAX} where a table
 *     does not say
 */
public record Office(
        Actor holder,
        String title,
        String body,
        LocalDate from,
        @Nullable LocalDate to,
        LocalDate known) {

    /** Whether the office was certainly held on {@code day}. */
    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(known);
    }
}

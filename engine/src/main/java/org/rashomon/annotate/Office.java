package org.rashomon.annotate;

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
 */
public record Office(
        Actor holder,
        String title,
        String body,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Whether the office was held on {@code day}. */
    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}

package org.rashomon.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days, both ends included.
 *
 * @param start first day
 * @param end last day, not before {@code start}
 */
public record TimeInterval(LocalDate start, LocalDate end, TimePrecision precision) {
    public TimeInterval {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("interval ends (" + end + ") before it starts (" + start + ")");
        }
    }

    public boolean overlaps(TimeInterval other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    /** How many days it holds, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    public static TimeInterval day(LocalDate day) {
        return new TimeInterval(day, day, TimePrecision.DAY);
    }
}

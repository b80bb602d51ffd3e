package org.rashomon.model;

/** How exactly a time is known. */
public enum TimePrecision {
    DAY,
    WEEK,
    MONTH,
    SEASON,
    YEAR,
    DECADE,
    /** An interval whose ends are stated. */
    RANGE
}

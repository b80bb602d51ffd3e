package org.rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * A temporal expression as TIMEX3 has it (TimeML 1.2.1).
 *
 * @param value TIMEX3 value: {@code 2016-09-28}, {@code 2016-W39}, {@code P3D}, {@code PRESENT_REF}; null where it depends on
 *     a date that the article does not state
 * @param interval the days meant, with how exactly they are known; null where there are none or they are not known
 * @param mod TIMEX3 mod: {@code START}, {@code MID}, {@code END}, {@code APPROX}, {@code LESS_THAN}, {@code MORE_THAN},
 *     {@code EQUAL_OR_LESS}, {@code EQUAL_OR_MORE}; null when the value needs none
 */
public record TimeExpression(
        Span span,
        Type type,
        @Nullable String value,
        @Nullable TimeInterval interval,
        @Nullable String mod) {

    /** TIMEX3 types. */
    public enum Type {
        DATE,
        TIME,
        DURATION,
        SET
    }
}

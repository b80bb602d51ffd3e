package org.rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * A temporal expression as TIMEX3 has it (TimeML 1.2.1).
 *
 * @param value TIMEX3 value: {@code 2016-09-28}, {@code 2016-W39}, {@code P3D}, {@code PRESENT_REF}; null where it depends on
 *     a date that the article does not state
 * @param interval the days meant, null where there are none or they are not known
 */
public record TimeExpression(
        Span span,
        Type type,
        @Nullable String value,
        @Nullable TimeInterval interval) {

    /** TIMEX3 types. */
    public enum Type {
        DATE,
        TIME,
        DURATION,
        SET
    }
}

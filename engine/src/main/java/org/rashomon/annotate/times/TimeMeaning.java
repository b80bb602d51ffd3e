package org.rashomon.annotate.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.TimePrecision;

/**
 * What an expression means: TIMEX3 value, days, mod.
 *
 * @param value null when the article does not state what it depends on
 * @param type null when it is the category of the rule
 */
record TimeMeaning(
        @Nullable String value,
        @Nullable TimeInterval interval,
        @Nullable String mod,
        TimeExpression.@Nullable Type type) {
    /** An expression whose value is not known. */
    static final TimeMeaning UNKNOWN = new TimeMeaning(null, null, null, null);

    /** Words that look like an expression and are none. */
    static final TimeMeaning NONE = new TimeMeaning("", null, null, null);

    static TimeMeaning plain(String value) {
        return new TimeMeaning(value, null, null, null);
    }

    static TimeMeaning duration(String value) {
        return new TimeMeaning(value, null, null, TimeExpression.Type.DURATION);
    }

    private static TimeMeaning over(String value, LocalDate first, LocalDate last, TimePrecision precision) {
        return new TimeMeaning(value, new TimeInterval(first, last, precision), null, null);
    }

    static TimeMeaning on(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : new TimeMeaning(day.toString(), TimeInterval.day(day), null, null);
    }

    static TimeMeaning week(LocalDate day) {
        LocalDate monday = monday(day);
        return over(isoWeek(day), monday, monday.plusDays(6), TimePrecision.WEEK);
    }

    static TimeMeaning weekend(LocalDate day) {
        LocalDate saturday = monday(day).plusDays(5);
        return over(isoWeek(day) + "-WE", saturday, saturday.plusDays(1), TimePrecision.RANGE);
    }

    static TimeMeaning month(YearMonth month) {
        return over(month.toString(), month.atDay(1), month.atEndOfMonth(), TimePrecision.MONTH);
    }

    static TimeMeaning quarter(int year, int quarter) {
        YearMonth first = YearMonth.of(year, quarter * 3 - 2);
        return over(year + "-Q" + quarter, first.atDay(1), first.plusMonths(2).atEndOfMonth(), TimePrecision.RANGE);
    }

    static TimeMeaning half(int year, int half) {
        YearMonth first = YearMonth.of(year, half * 6 - 5);
        return over(year + "-H" + half, first.atDay(1), first.plusMonths(5).atEndOfMonth(), TimePrecision.RANGE);
    }

    /** Winter begins in the year that names it. */
    static TimeMeaning season(int year, String season) {
        YearMonth first = YearMonth.of(year, seasonStart(season));
        return over(year + "-" + season, first.atDay(1), first.plusMonths(2).atEndOfMonth(), TimePrecision.SEASON);
    }

    /** First month of a season of the northern hemisphere. */
    static int seasonStart(String season) {
        return switch (season) {
            case "SP" -> 3;
            case "SU" -> 6;
            case "FA" -> 9;
            default -> 12;
        };
    }

    static TimeMeaning year(int year) {
        return over(TimeSense.four(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), TimePrecision.YEAR);
    }

    static TimeMeaning decade(int year) {
        return over(
                TimeSense.four(year).substring(0, 3),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 9, 12, 31),
                TimePrecision.DECADE);
    }

    /** The years xx00 to xx99, as TIMEX3 cuts them. */
    static TimeMeaning century(int hundreds) {
        return over(
                String.format(Locale.ROOT, "%02d", hundreds),
                LocalDate.of(hundreds * 100, 1, 1),
                LocalDate.of(hundreds * 100 + 99, 12, 31),
                TimePrecision.RANGE);
    }

    TimeMeaning valued(@Nullable String other) {
        return new TimeMeaning(other, interval, mod, type);
    }

    TimeMeaning modified(String other) {
        return new TimeMeaning(value, interval, other, type);
    }

    /** A part or hour of this day, as {@code TMO} or {@code T10:30}. */
    TimeMeaning at(String time) {
        return value == null || !isDay() ? this : valued(value + time);
    }

    boolean isDay() {
        return isOf(TimePrecision.DAY);
    }

    boolean isOf(TimePrecision precision) {
        return interval != null && interval.precision() == precision;
    }

    /** The first day of it, null where its days are not known. */
    @Nullable
    LocalDate start() {
        return interval == null ? null : interval.start();
    }

    /** The year that it begins in. */
    int yearOr(int otherwise) {
        return interval == null ? otherwise : interval.start().getYear();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String isoWeek(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}

package org.rashomon.annotate.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeContext.Tense;
import org.rashomon.annotate.times.TimeGrammar.Match;

/** The senses of {@link TimeSense} that tell one day. */
final class TimeDay {
    /** How far ahead a date without year and verb may lie, in the year of publication and after it. */
    private static final int AHEAD_THIS_YEAR = 183;

    private static final int AHEAD_NEXT_YEAR = 100;

    /** A verb of the past beside a date without year: its reader knows that a date so near is meant. */
    private static final int AHEAD_DESPITE_PAST = 31;

    private static final int BACK_DESPITE_FUTURE = 14;

    private TimeDay() {}

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return null;
        }
        YearMonth whole = YearMonth.of(year, month);
        return day > whole.lengthOfMonth() ? null : whole.atDay(day);
    }

    private static int[] figures(String date) {
        return Stream.of(date.split("[-/.]")).mapToInt(Integer::parseInt).toArray();
    }

    /** 2016-09-28, 2016/9/28. */
    static TimeMeaning iso(Match match) {
        int[] parts = figures(match.text("iso"));
        LocalDate day = date(parts[0], parts[1], parts[2]);
        return day == null ? TimeMeaning.NONE : TimeMeaning.on(day);
    }

    /** 28/09/2016, 9/28/16, 9/28; a date that may be read both ways is none, unless a weekday beside it decides or stands for it. */
    static TimeMeaning figures(Match match, TimeContext context) {
        int[] parts = figures(match.text("figures", "dayandmonth"));
        int weekday = match.number("weekday");
        Set<LocalDate> readings = new TreeSet<>();
        for (int month = 0; month < 2; month++) {
            LocalDate day = parts.length > 2
                    ? date(TimeSense.century(parts[2], context), parts[month], parts[1 - month])
                    : inYear(parts[month], parts[1 - month], 0, context);
            if (day != null && (weekday == 0 || isOn(weekday, day))) {
                readings.add(day);
            }
        }
        if (readings.size() == 1) {
            return TimeMeaning.on(readings.iterator().next());
        }
        return weekday > 0 ? weekday(match, context) : TimeMeaning.NONE;
    }

    private static boolean isOn(int weekday, LocalDate day) {
        return day.getDayOfWeek().getValue() == weekday;
    }

    /** A day of a month, with or without its year. */
    static TimeMeaning dated(Match match, int dom, TimeContext context) {
        int month = match.number("month");
        int stated = TimeSense.yearOf(match, context);
        if (stated > 0) {
            return TimeMeaning.on(date(stated, month, dom));
        }
        if (context.anchor() == null || date(context.anchor().getYear(), month, dom) == null) {
            return TimeMeaning.plain(String.format(Locale.ROOT, "XXXX-%02d-%02d", month, dom));
        }
        return TimeMeaning.on(inYear(month, dom, match.number("weekday"), context));
    }

    /** The day of the year that the verb and a weekday (0 for none) tell; null where there is none. */
    private static @Nullable LocalDate inYear(int month, int dom, int weekday, TimeContext context) {
        LocalDate anchor = context.anchor();
        LocalDate same = anchor == null ? null : date(anchor.getYear(), month, dom);
        if (anchor == null || same == null) {
            return null;
        }
        int year = nearestYear(anchor, same, context.tense());
        return date(weekday == 0 ? year : yearOfWeekday(same, year, weekday), month, dom);
    }

    /** The year nearest to {@code year} in which the day falls on the weekday, {@code year} when none is near. */
    private static int yearOfWeekday(LocalDate day, int year, int weekday) {
        for (int near : new int[] {year, year - 1, year + 1}) {
            if (isOn(weekday, day.withYear(near))) {
                return near;
            }
        }
        return year;
    }

    static int nearestYear(LocalDate anchor, LocalDate sameYear, Tense tense) {
        long ahead = ChronoUnit.DAYS.between(anchor, sameYear);
        int year = sameYear.getYear();
        return switch (tense) {
            case PAST -> ahead > AHEAD_DESPITE_PAST ? year - 1 : year;
            case FUTURE -> ahead < -BACK_DESPITE_FUTURE ? year + 1 : year;
            default -> {
                boolean soonNextYear = ahead < 0 && ahead + 365 <= AHEAD_NEXT_YEAR;
                yield ahead > AHEAD_THIS_YEAR ? year - 1 : soonNextYear ? year + 1 : year;
            }
        };
    }

    static TimeMeaning weekday(Match match, TimeContext context) {
        DayOfWeek wanted = DayOfWeek.of(match.number("weekday", "weekdays"));
        LocalDate anchor = context.anchor();
        int direction = match.arg(0).isEmpty() ? match.direction() : match.argNumber(0);
        if (anchor == null) {
            LocalDate only = context.onlyFullDate();
            boolean bare = direction == 0 && !match.has("this");
            return only != null && bare && only.getDayOfWeek() == wanted ? TimeMeaning.on(only) : TimeMeaning.UNKNOWN;
        }
        if (direction == 0) {
            boolean ahead = context.isFuture() || (match.has("this") && context.tense() != Tense.PAST);
            return TimeMeaning.on(anchor.with(
                    ahead ? TemporalAdjusters.nextOrSame(wanted) : TemporalAdjusters.previousOrSame(wanted)));
        }
        LocalDate day =
                anchor.with(direction > 0 ? TemporalAdjusters.next(wanted) : TemporalAdjusters.previous(wanted));
        // whoever means tomorrow does not say "next Friday"
        boolean beside = match.arg(0).isEmpty() && ChronoUnit.DAYS.between(anchor, day) == direction;
        return TimeMeaning.on(beside ? day.plusWeeks(direction) : day);
    }

    /** Monday of last week. */
    static TimeMeaning weekdayIn(Match match, LocalDate anchor) {
        LocalDate monday = TimeMeaning.monday(anchor.plusWeeks(match.direction()));
        return TimeMeaning.on(monday.plusDays(match.number("weekday") - 1L));
    }

    /** Friday the 22nd: the nearest such day, looking back unless the verb is of the future. */
    static TimeMeaning weekdayOfMonth(Match match, TimeContext context, LocalDate anchor) {
        for (int i = 0; i < 12; i++) {
            YearMonth month = YearMonth.from(anchor).plusMonths(context.isFuture() ? i : -i);
            LocalDate day = date(month.getYear(), month.getMonthValue(), match.number("spelled", "dom"));
            if (day != null && isOn(match.number("weekday"), day)) {
                return TimeMeaning.on(day);
            }
        }
        return TimeMeaning.UNKNOWN;
    }

    private static TimeMeaning monthOf(Match match, TimeContext context) {
        return TimeSense.sub(match, match.sub("month") == null ? "calmonth" : "month", context);
    }

    /** The first Friday of July, the last one of the month. */
    static TimeMeaning nthWeekday(Match match, TimeContext context) {
        LocalDate first = monthOf(match, context).start();
        int n = match.arg(0).isEmpty() ? match.number("ordinal") : match.argNumber(0);
        if (first == null || n > 5) {
            return TimeMeaning.UNKNOWN;
        }
        LocalDate day = first.with(TemporalAdjusters.dayOfWeekInMonth(n, DayOfWeek.of(match.number("weekday"))));
        return day.getMonth() == first.getMonth() ? TimeMeaning.on(day) : TimeMeaning.UNKNOWN;
    }

    /** The 20th of next month, the last day of March. */
    static TimeMeaning dayOfMonth(Match match, TimeContext context) {
        LocalDate first = monthOf(match, context).start();
        if (first == null) {
            return TimeMeaning.UNKNOWN;
        }
        int day = match.arg(0).isEmpty() ? match.number("spelled") : first.lengthOfMonth();
        return TimeMeaning.on(date(first.getYear(), first.getMonthValue(), day));
    }

    /** The day so many days after the one spoken of. */
    static TimeMeaning beside(TimeContext context, int days) {
        return context.day() == null
                ? TimeMeaning.UNKNOWN
                : TimeMeaning.on(context.day().plusDays(days));
    }

    /** The day that the sentence names, else the one spoken of. */
    static TimeMeaning that(TimeContext context) {
        return context.sentenceDay() == null ? beside(context, 0) : TimeMeaning.on(context.sentenceDay());
    }

    /**
     * In the afternoon: of the day that the sentence names. Where it names none, the value is of the day spoken of before, as
     * TimeML has it, yet no day is stated that would date an event.
     */
    static TimeMeaning part(TimeContext context, LocalDate anchor, String part) {
        return context.sentenceDay() == null
                ? TimeMeaning.plain(context.freshDayOr(anchor) + part)
                : TimeMeaning.on(context.sentenceDay()).at(part);
    }
}

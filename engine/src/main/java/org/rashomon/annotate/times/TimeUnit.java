package org.rashomon.annotate.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.rashomon.annotate.times.TimeContext.Tense;
import org.rashomon.annotate.times.TimeGrammar.Match;

/** The senses of {@link TimeSense} that tell a unit of the calendar: weeks, months, seasons, years and more. */
final class TimeUnit {
    /** How many years ahead a number may lie that only its shape makes a year. */
    private static final int FARTHEST_BARE_YEAR = 12;

    private TimeUnit() {}

    /** The unit {@code shift} units from the day. */
    static TimeMeaning of(LocalDate day, String unit, int shift) {
        return switch (unit) {
            case "W" -> TimeMeaning.week(day.plusWeeks(shift));
            case "F" -> TimeMeaning.week(day.plusWeeks(2L * shift));
            case "WE" -> TimeMeaning.weekend(day.plusWeeks(shift));
            case "MO" -> TimeMeaning.month(YearMonth.from(day).plusMonths(shift));
            case "Q" -> TimeQuarter.of(day.plusMonths(3L * shift));
            case "Y" -> TimeMeaning.year(day.getYear() + shift);
            case "DE" -> shift == 0 ? decade(day.getYear() / 10 * 10) : TimeMeaning.year(day.getYear() + 10 * shift);
            case "CE" ->
                shift == 0
                        ? TimeMeaning.century(day.getYear() / 100)
                        : TimeMeaning.year(Math.max(1, day.getYear() + 100 * shift));
            default -> TimeMeaning.on(day.plusDays(unit.equals("D") ? shift : 0));
        };
    }

    /** Last week, this year, next month; the last decade is a time of so many years. */
    static TimeMeaning shifted(Match match, LocalDate anchor) {
        String unit = match.unit();
        return TimeCount.isYears(unit) && match.direction() != 0
                ? TimeMeaning.duration(TimeCount.period("1", unit))
                : of(anchor, unit, match.direction());
    }

    /** The unit before the one of its kind that was spoken of, else before the one around the anchor. */
    static TimeMeaning previous(Match match, TimeContext context, LocalDate anchor) {
        LocalDate from = isSpokenOf(match.unit(), context) ? context.startBefore(anchor) : anchor;
        return of(from, match.unit(), -1);
    }

    private static boolean isSpokenOf(String unit, TimeContext context) {
        TimeMeaning before = context.before();
        LocalDate start = before == null ? null : before.start();
        return start != null
                && before != null
                && String.valueOf(before.value()).equals(of(start, unit, 0).value());
    }

    /**
     * The third straight month: the unit spoken of, else the one around the anchor. It is not told which day lies in it, so that
     * no event is dated by it.
     */
    static TimeMeaning running(Match match, TimeContext context, LocalDate anchor) {
        String unit = match.unit();
        TimeMeaning now = isSpokenOf(unit, context)
                ? of(context.startBefore(anchor), unit, 0)
                : unit.equals("Q") ? TimeQuarter.now(context, anchor, false) : of(anchor, unit, 0);
        return TimeMeaning.plain(String.valueOf(now.value()));
    }

    /** That week: the one around what was spoken of. */
    static TimeMeaning that(Match match, TimeContext context) {
        LocalDate day = context.before() == null ? null : context.before().start();
        return day == null ? TimeMeaning.UNKNOWN : of(day, match.unit(), 0);
    }

    static TimeMeaning weekOf(TimeMeaning day) {
        return day.start() == null ? day : TimeMeaning.week(day.start());
    }

    /** The weekend: this one when it has come or the verb is of the future, else the last. */
    static TimeMeaning weekend(TimeContext context, LocalDate anchor) {
        boolean come = anchor.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return TimeMeaning.weekend(come || context.isFuture() ? anchor : anchor.minusWeeks(1));
    }

    /** The weekend of a feast: the one before a Monday, else that of its week. */
    static TimeMeaning weekendOf(TimeMeaning feast) {
        return feast.start() == null ? feast : TimeMeaning.weekend(feast.start().minusDays(1));
    }

    /** The last week of March, the first of a year: ISO weeks of which most days lie in it. */
    static TimeMeaning weekIn(Match match, TimeContext context) {
        String category = match.sub("month") == null ? "anyyear" : "month";
        var whole = TimeSense.sub(match, category, context).interval();
        int n = match.arg(0).isEmpty() ? match.number("number", "ordinal") : match.argNumber(0);
        if (whole == null || n == 0 || n > 53) {
            return TimeMeaning.UNKNOWN;
        }
        // the week of its fourth day is the first of which most days lie in it
        return TimeMeaning.week(
                n > 0
                        ? whole.start().plusDays(3).plusWeeks(n - 1L)
                        : whole.end().minusDays(3));
    }

    static TimeMeaning month(Match match, TimeContext context) {
        int month = match.number("month");
        int stated = TimeSense.yearOf(match, context);
        LocalDate anchor = context.anchor();
        if (stated == 0 && anchor == null) {
            return TimeMeaning.plain(String.format(Locale.ROOT, "XXXX-%02d", month));
        }
        int year = stated > 0 || anchor == null ? stated : yearOfMonth(match, month, context, anchor);
        return TimeMeaning.month(YearMonth.of(year, month));
    }

    private static int yearOfMonth(Match match, int month, TimeContext context, LocalDate anchor) {
        int year = anchor.getYear();
        int ahead = month - anchor.getMonthValue();
        if (match.argNumber(0) < 0) {
            return ahead > 0 ? year - 1 : year; // this past May
        }
        if (match.has("last")) {
            return ahead >= 0 ? year - 1 : year;
        }
        if (match.has("next")) {
            return ahead <= 0 ? year + 1 : year;
        }
        if (ahead == 0 || match.has("this")) {
            return year;
        }
        return ahead > 0 && context.tense() == Tense.PAST
                ? year - 1
                : TimeDay.nearestYear(anchor, LocalDate.of(year, month, 1), context.tense());
    }

    static TimeMeaning season(Match match, TimeContext context) {
        String season = match.text("season", "clearseason");
        int stated = TimeSense.yearOf(match, context);
        LocalDate anchor = context.anchor();
        if (stated == 0 && anchor == null) {
            return TimeMeaning.UNKNOWN;
        }
        return TimeMeaning.season(
                stated > 0 || anchor == null ? stated : yearOfSeason(match, season, context, anchor), season);
    }

    private static int yearOfSeason(Match match, String season, TimeContext context, LocalDate anchor) {
        int year = anchor.getYear();
        int start = TimeMeaning.seasonStart(season);
        int month = anchor.getMonthValue();
        boolean ended = start + 2 < month;
        if (season.equals("WI") && month <= 2) {
            return match.has("next") ? year : year - 1; // the winter that January falls in began in the year before
        }
        if (match.has("last")) {
            return ended ? year : year - 1;
        }
        if (match.has("next")) {
            return start <= month ? year + 1 : year;
        }
        if (context.isFuture()) {
            return ended ? year + 1 : year;
        }
        return !match.has("this") && start - month > 6 ? year - 1 : year;
    }

    /** A year. Four figures that nothing but their shape makes a year are none when they lie far ahead: 2028 adults. */
    static TimeMeaning year(Match match, TimeContext context) {
        int year = TimeSense.century(match.number("year", "modern", "newsyear", "old", "spoken", "yy"), context);
        LocalDate anchor = context.anchor();
        boolean far = anchor != null && year > anchor.getYear() + FARTHEST_BARE_YEAR;
        return far && match.arg(0).equals("near") ? TimeMeaning.NONE : TimeMeaning.year(year);
    }

    static TimeMeaning fiscal(Match match, TimeContext context) {
        int year = match.number("year");
        if (year == 0 && context.anchor() == null) {
            return TimeMeaning.UNKNOWN;
        }
        int shift = match.arg(0).isEmpty() ? match.direction() : match.argNumber(0);
        return TimeMeaning.plain("FY"
                + TimeSense.four(
                        year > 0 || context.anchor() == null
                                ? year
                                : context.anchor().getYear() + shift));
    }

    /** The nineties; the 1700s, which are a century. */
    static TimeMeaning decade(int year) {
        boolean century = year % 100 == 0 && year < 1900;
        return century ? TimeMeaning.century(year / 100) : TimeMeaning.decade(year);
    }

    static TimeMeaning century(int ordinal) {
        return ordinal > 21 ? TimeMeaning.NONE : TimeMeaning.century(ordinal - 1);
    }

    /** A half of a year: the last that has begun where no year is stated. */
    static TimeMeaning half(Match match, TimeContext context) {
        int half = match.number("halfth");
        int year = TimeSense.yearOf(match, context);
        LocalDate anchor = context.anchor();
        if (year == 0 && anchor != null) {
            year = anchor.minusMonths(half == 2 ? 6 : 0).getYear();
        }
        return year == 0 ? TimeMeaning.UNKNOWN : TimeMeaning.half(year, half);
    }
}

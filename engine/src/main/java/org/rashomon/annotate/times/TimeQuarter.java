package org.rashomon.annotate.times;

import java.time.LocalDate;
import java.time.YearMonth;
import org.rashomon.annotate.times.TimeGrammar.Match;
import org.rashomon.model.TimePrecision;

/** The senses of {@link TimeSense} that tell quarters of the calendar, and what news of earnings compares them with. */
final class TimeQuarter {
    private TimeQuarter() {}

    /** The quarter that a day lies in. */
    static TimeMeaning of(LocalDate day) {
        return TimeMeaning.quarter(day.getYear(), number(day));
    }

    private static int number(LocalDate day) {
        return (day.getMonthValue() - 1) / 3 + 1;
    }

    /** The third quarter: the last that has begun, unless its year or the verb tells otherwise. */
    static TimeMeaning named(Match match, TimeContext context, LocalDate anchor) {
        int quarter = match.number("quarter", "qn");
        int year = TimeSense.yearOf(match, context);
        if (year > 0) {
            return TimeMeaning.quarter(year, quarter);
        }
        int ahead = quarter - number(anchor);
        int shift = context.isFuture() ? (ahead < 0 ? 1 : 0) : (ahead > 0 ? -1 : 0);
        return TimeMeaning.quarter(anchor.getYear() + shift, quarter);
    }

    /**
     * The quarter spoken of; else the last that has ended.
     *
     * @param ended whether it must have ended: the latest quarter
     */
    static TimeMeaning now(TimeContext context, LocalDate anchor, boolean ended) {
        TimeMeaning last = of(anchor.minusMonths(3));
        TimeMeaning spoken = context.reported();
        if (spoken == null || spoken.interval() == null || !isQuarter(spoken)) {
            return last;
        }
        return ended && !spoken.interval().end().isBefore(anchor) ? last : spoken;
    }

    static TimeMeaning latest(Match match, TimeContext context, LocalDate anchor) {
        return match.unit().equals("Q") ? now(context, anchor, true) : TimeUnit.of(anchor, match.unit(), -1);
    }

    /** The entire year: of the quarter spoken of, else of publication. */
    static TimeMeaning wholeYear(TimeContext context, LocalDate anchor) {
        TimeMeaning reported = context.reported();
        return TimeMeaning.year(reported == null ? anchor.getYear() : reported.yearOr(anchor.getYear()));
    }

    static boolean isQuarter(TimeMeaning meaning) {
        return String.valueOf(meaning.value()).contains("-Q");
    }

    /** What a quarter, or the months of a year, spoken of are compared with by "a year earlier". */
    static TimeMeaning yearBefore(TimeMeaning reported) {
        LocalDate start = reported.start();
        if (start == null) {
            return TimeMeaning.UNKNOWN;
        }
        return isQuarter(reported) ? of(start.minusYears(1)) : TimeMeaning.year(start.getYear() - 1);
    }

    /** The same quarter of a year before; the same month where one was spoken of; of months, which TIMEX3 has no value for, the year. */
    static TimeMeaning ago(Match match, TimeContext context, LocalDate anchor) {
        int year = yearAgo(match, context, anchor);
        TimeMeaning reported = context.reported();
        if (reported != null && !isQuarter(reported)) {
            return TimeMeaning.year(year);
        }
        if (reported == null && isMonthSpokenOf(context)) {
            return monthAgo(match, context, anchor);
        }
        LocalDate now = now(context, anchor, false).start();
        int named = match.number("quarter");
        return TimeMeaning.quarter(year, named > 0 || now == null ? named : number(now));
    }

    /** The same month of a year before: that of the month spoken of, else of publication. */
    static TimeMeaning monthAgo(Match match, TimeContext context, LocalDate anchor) {
        LocalDate month = isMonthSpokenOf(context) ? context.startBefore(anchor) : anchor;
        return TimeMeaning.month(YearMonth.of(yearAgo(match, context, anchor), month.getMonth()));
    }

    private static int yearAgo(Match match, TimeContext context, LocalDate anchor) {
        int stated = TimeSense.yearOf(match, context);
        return stated > 0 ? stated : anchor.getYear() - 1;
    }

    private static boolean isMonthSpokenOf(TimeContext context) {
        return context.before() != null && context.before().isOf(TimePrecision.MONTH);
    }
}

package org.rashomon.annotate.times;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
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

    static TimeMeaning named(Match match, TimeContext context, LocalDate anchor) {
        int quarter = match.number(match.has("quarter") ? "quarter" : "qn");
        int year = TimeSense.yearOf(match, context, 0);
        if (year == 0) {
            boolean begun = quarter <= number(anchor);
            boolean ended = quarter < number(anchor);
            year = anchor.getYear();
            if (context.isFuture()) {
                year += ended ? 1 : 0;
            } else {
                year -= begun ? 0 : 1;
            }
        }
        return TimeMeaning.quarter(year, quarter);
    }

    /**
     * The quarter spoken of; else the last that has ended.
     *
     * @param ended whether it must have ended: the latest quarter
     */
    static TimeMeaning now(TimeContext context, LocalDate anchor, boolean ended) {
        TimeMeaning spoken = context.reported();
        boolean fits = spoken != null
                && spoken.interval() != null
                && isQuarter(spoken)
                && (!ended || spoken.interval().end().isBefore(anchor));
        return fits && spoken != null ? spoken : of(anchor.minusMonths(3));
    }

    /** The entire year: of the quarter spoken of, else of publication. */
    static TimeMeaning wholeYear(TimeContext context, LocalDate anchor) {
        TimeMeaning reported = context.reported();
        LocalDate day = reported == null || reported.interval() == null
                ? anchor
                : reported.interval().start();
        return TimeMeaning.year(day.getYear());
    }

    static boolean isQuarter(TimeMeaning meaning) {
        return meaning.value() != null && meaning.value().contains("-Q");
    }

    /** The same quarter of a year before; of months spoken of, which TIMEX3 has no value for, the year. */
    static TimeMeaning ago(Match match, TimeContext context, LocalDate anchor) {
        TimeMeaning reported = context.reported();
        int year = TimeSense.yearOf(match, context, anchor.getYear() - 1);
        if (match.has("quarter")) {
            return TimeMeaning.quarter(year, match.number("quarter"));
        }
        if (reported == null && isMonth(context.before())) {
            return monthAgo(match, context, anchor);
        }
        if (reported != null && !isQuarter(reported)) {
            return TimeMeaning.year(year);
        }
        TimeMeaning now = now(context, anchor, false);
        return now.interval() == null
                ? now
                : TimeMeaning.quarter(year, number(now.interval().start()));
    }

    static TimeMeaning monthAgo(Match match, TimeContext context, LocalDate anchor) {
        LocalDate month = isMonth(context.before()) ? TimeSense.startBefore(context, anchor) : anchor;
        int year = TimeSense.yearOf(match, context, anchor.getYear() - 1);
        return TimeMeaning.month(YearMonth.of(year, month.getMonthValue()));
    }

    static boolean isMonth(@Nullable TimeMeaning before) {
        return before != null && before.interval() != null && before.interval().precision() == TimePrecision.MONTH;
    }
}

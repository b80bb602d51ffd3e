package org.rashomon.annotate.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.rashomon.annotate.times.TimeGrammar.Match;

/** Days that have a name and come once a year: the category {@code feast} of {@code time-rules.tsv}. */
final class TimeFeast {
    private TimeFeast() {}

    /** The day of a feast: of the year stated, else of the one that words beside it or the verb tell. */
    static TimeMeaning day(Match match, int stated, TimeContext context) {
        Match feast = match.sub("feast");
        LocalDate anchor = context.anchor();
        if (feast == null || (anchor == null && stated == 0)) {
            return TimeMeaning.UNKNOWN;
        }
        TimeSense sense = feast.rule().sense();
        if (stated != 0 || anchor == null) {
            return TimeMeaning.on(in(stated, sense));
        }
        LocalDate same = in(anchor.getYear(), sense);
        int year = same.getYear();
        if (match.has("last")) {
            year -= same.isBefore(anchor) ? 0 : 1;
        } else if (match.has("next") || context.isFuture()) {
            year += same.isBefore(anchor) ? 1 : 0;
        } else if (!match.has("this")) {
            year = TimeDay.nearestYear(anchor, same, context.tense());
        }
        return TimeMeaning.on(in(year, sense));
    }

    private static LocalDate in(int year, TimeSense sense) {
        List<String> args = sense.args();
        return switch (sense.name()) {
            case "fixed" -> Year.of(year).atMonthDay(MonthDay.parse("--" + args.get(0)));
            case "easter" -> easter(year).plusDays(Integer.parseInt(args.get(0)));
            default -> nth(year, args);
        };
    }

    /** The nth weekday of a month, the last for -1, and so many days after it: arguments month, n, weekday, days. */
    private static LocalDate nth(int year, List<String> args) {
        int n = Integer.parseInt(args.get(1));
        LocalDate day = LocalDate.of(year, Integer.parseInt(args.get(0)), 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(n, DayOfWeek.of(Integer.parseInt(args.get(2)))));
        int more = args.size() > 3 ? Integer.parseInt(args.get(3)) : 0;
        return day.plusDays(more);
    }

    /** Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 20 April 1876). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}

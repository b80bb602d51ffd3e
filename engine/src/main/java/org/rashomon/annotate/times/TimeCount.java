package org.rashomon.annotate.times;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.rashomon.annotate.times.TimeGrammar.Match;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimePrecision;

/** The senses of {@link TimeSense} that count units: durations, sets, and so long ago. */
final class TimeCount {
    /** Farther back or ahead no unit is counted: it is a time of so many. */
    private static final int FARTHEST = 1900;

    private TimeCount() {}

    /** A count of units, or the unit so many of them before or after the anchor, what was spoken of, or a day. */
    static TimeMeaning counted(Match match, TimeContext context) {
        String sense = match.rule().sense().name();
        String count = count(match);
        String unit = match.arg(2).isEmpty() ? match.unit() : match.arg(2);
        if (count.endsWith(".5") && isYears(unit)) {
            count = times(count, unit.equals("DE") ? 10 : 100);
            unit = "Y";
        }
        if (sense.startsWith("ago") && count.equals("X")) {
            return TimeMeaning.plain(match.argNumber(0) < 0 ? "PAST_REF" : "FUTURE_REF");
        }
        if (count.equals("1") && isNoTime(unit, sense)) {
            return TimeMeaning.NONE;
        }
        return switch (sense) {
            case "quantity" -> duration(count, unit);
            case "within" -> context.isFuture() ? shifted(match, context, count, unit, 1) : duration(count, unit);
            default -> shifted(match, context, count, unit, match.argNumber(0));
        };
    }

    private static String count(Match match) {
        String half = match.arg(0).equals(".5") || match.rule().sense().name().equals("ago.5") ? ".5" : "";
        return match.arg(1).isEmpty() ? match.text("number") + half : match.arg(1);
    }

    static boolean isYears(String unit) {
        return unit.equals("DE") || unit.equals("CE");
    }

    /** One second is a figure of speech, one quarter a part of anything. */
    private static boolean isNoTime(String unit, String sense) {
        return unit.equals("S") || (unit.equals("Q") && sense.equals("quantity"));
    }

    private static TimeMeaning duration(String count, String unit) {
        return TimeMeaning.duration(period(count, unit));
    }

    /** The unit so many of them before (-1) or after (1) the day that the sense counts from. */
    private static TimeMeaning shifted(Match match, TimeContext context, String count, String unit, int direction) {
        LocalDate anchor = context.anchor();
        if (unit.equals("Y") && count.endsWith(".5") && anchor != null) {
            int months = new BigDecimal(count).multiply(BigDecimal.valueOf(12)).intValue();
            return TimeUnit.of(anchor, "MO", direction * months);
        }
        if (!TimeWords.isDigits(count) || count.length() > 4 || Integer.parseInt(count) > FARTHEST) {
            return duration(count, unit);
        }
        if (anchor == null) {
            return TimeMeaning.UNKNOWN;
        }
        int shift = direction * Integer.parseInt(count);
        if (shift == -1 && unit.equals("Y") && context.reported() != null) {
            return TimeQuarter.yearBefore(context.reported());
        }
        return switch (unit) {
            case "H", "M", "S" ->
                new TimeMeaning(period(count, unit), TimeMeaning.on(anchor).interval(), null, TimeExpression.Type.TIME);
            default ->
                switch (match.rule().sense().name()) {
                    case "from" -> from(TimeSense.sub(match, "day", context), unit, shift);
                    case "later", "earlier" -> beside(context, anchor, unit, shift);
                    default -> TimeUnit.of(anchor, unit, shift);
                };
        };
    }

    private static TimeMeaning from(TimeMeaning day, String unit, int shift) {
        return day.start() == null ? day : TimeUnit.of(day.start(), unit, shift);
    }

    /** Two days later, a year earlier: counted from what was spoken of; earlier than nothing is earlier than publication. */
    private static TimeMeaning beside(TimeContext context, LocalDate anchor, String unit, int shift) {
        TimeMeaning before = context.before();
        if (before == null) {
            return shift > 0 ? TimeMeaning.UNKNOWN : TimeUnit.of(anchor, unit, shift);
        }
        LocalDate start = context.startBefore(anchor);
        return switch (unit) {
            // a month or year spoken of since does not tell the day that is counted from
            case "D", "W" -> context.day() == null ? TimeMeaning.UNKNOWN : TimeUnit.of(context.day(), unit, shift);
            case "Y" ->
                shift == -1 && before.isOf(TimePrecision.MONTH)
                        ? TimeMeaning.month(YearMonth.from(start).minusYears(1))
                        : TimeUnit.of(start, unit, shift);
            default -> TimeUnit.of(start, unit, shift);
        };
    }

    /** A year ago today, a week ago Tuesday: so many units before the day or the week named beside. */
    static TimeMeaning agoOn(Match match, TimeContext context) {
        TimeMeaning named = TimeSense.sub(match, match.sub("day") == null ? "week" : "day", context);
        int count = match.number("number");
        if (named.start() == null || count == 0 || count > FARTHEST) {
            return TimeMeaning.UNKNOWN;
        }
        ChronoUnit unit = switch (match.unit()) {
            case "Y" -> ChronoUnit.YEARS;
            case "DE" -> ChronoUnit.DECADES;
            case "MO" -> ChronoUnit.MONTHS;
            case "W" -> ChronoUnit.WEEKS;
            default -> ChronoUnit.DAYS;
        };
        LocalDate then = named.start().minus(count, unit);
        if (named.isDay()) {
            return TimeMeaning.on(then);
        }
        return named.isOf(TimePrecision.MONTH) ? TimeMeaning.month(YearMonth.from(then)) : TimeMeaning.week(then);
    }

    /** Two hours and ten minutes. */
    static TimeMeaning compound(Match match, TimeContext context) {
        String first = TimeSense.sub(match, "quantity", context).value();
        String second = TimeSense.sub(match, "quantities", context).value();
        if (first == null || first.isEmpty()) {
            return TimeMeaning.NONE;
        }
        if (second == null || second.isEmpty()) {
            return TimeMeaning.duration(first);
        }
        if (first.startsWith("PT")) {
            return second.startsWith("PT") ? TimeMeaning.duration(first + second.substring(2)) : TimeMeaning.NONE;
        }
        boolean turned = !second.contains("T") && rank(first) > rank(second); // two days and a month: P1M2D
        return TimeMeaning.duration(turned ? second + first.substring(1) : first + second.substring(1));
    }

    /** The place of the last unit of days in ISO 8601's order. */
    private static int rank(String period) {
        return "YMWD".indexOf(period.charAt(period.length() - 1));
    }

    /** P3D, PT4H, P2W; one decade is P1DE as TIMEX3 has it, two are P20Y as TimeBank has them. */
    static String period(String count, String unit) {
        return switch (unit) {
            case "S", "M", "H" -> count.equals("0.5") && unit.equals("H") ? "PT30M" : "PT" + count + unit;
            case "D" -> count.equals("0.5") ? "PT12H" : "P" + count + "D";
            case "MO" -> "P" + count + "M";
            case "F" -> "P" + (count.equals("X") ? count : times(count, 2)) + "W";
            case "WE" -> "P" + count + "WE";
            case "DE" -> count.equals("X") || count.equals("1") ? "P" + count + "DE" : "P" + times(count, 10) + "Y";
            case "CE" -> count.equals("X") ? "PXCE" : "P" + times(count, 100) + "Y";
            case "Y" -> count.equals("0.5") ? "P6M" : "P" + count + "Y";
            default -> "P" + count + unit;
        };
    }

    private static String times(String count, int factor) {
        return new BigDecimal(count)
                .multiply(BigDecimal.valueOf(factor))
                .stripTrailingZeros()
                .toPlainString();
    }

    // ---- sets

    /** Every second day, each third week, twice a month. */
    static String setOf(Match match) {
        String count = match.value("number", "ordinal");
        String fixed = match.arg(0).isEmpty() ? "1" : match.arg(0);
        return period(count == null ? fixed : count, match.text("unit"));
    }

    /** Every Monday morning. */
    static String weekly(Match match) {
        String part = match.value("parts", "part");
        return "XXXX-WXX-" + match.text("weekday", "weekdays") + (part == null ? "" : "T" + part);
    }

    /** Every June, every 4 July, every summer, every Christmas; a feast without a fixed day is yearly. */
    static String yearly(Match match) {
        Match feast = match.sub("feast");
        if (feast != null) {
            return feast.rule().sense().name().equals("fixed") ? "XXXX-" + feast.arg(0) : "P1Y";
        }
        if (match.has("season")) {
            return "XXXX-" + match.text("season");
        }
        String month = String.format(Locale.ROOT, "XXXX-%02d", match.number("month"));
        return match.has("dom") ? String.format(Locale.ROOT, "%s-%02d", month, match.number("dom")) : month;
    }
}

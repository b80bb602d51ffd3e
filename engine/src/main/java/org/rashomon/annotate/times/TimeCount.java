package org.rashomon.annotate.times;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.rashomon.annotate.times.TimeGrammar.Match;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimePrecision;

/** The senses of {@link TimeSense} that count units: durations, sets, and so long ago. */
final class TimeCount {
    private static final Set<String> UNITS_OF_HOURS = Set.of("H", "M", "S");

    private TimeCount() {}

    /** A count of units, or the unit so many of them before or after the anchor, what was spoken of, or a day. */
    static TimeMeaning counted(Match match, TimeContext context) {
        TimeSense sense = match.rule().sense();
        String name = sense.name();
        boolean fixed = sense.args().size() > 1;
        String count =
                fixed ? sense.arg(1) : match.value("number") + (sense.arg(0).equals(".5") ? ".5" : "");
        String unit = fixed ? sense.arg(2) : unitOf(match);
        if (count.endsWith(".5") && (unit.equals("DE") || unit.equals("CE"))) {
            count = times(count, unit.equals("DE") ? 10 : 100);
            unit = "Y";
        }
        boolean one = count.equals("1");
        if (one && (unit.equals("S") || unit.equals("Q") && name.equals("quantity"))) {
            return TimeMeaning.NONE;
        }
        TimeMeaning duration = TimeMeaning.duration(period(count, unit));
        LocalDate anchor = context.anchor();
        boolean half = name.equals("ago.5") || name.equals("ago") && count.endsWith(".5");
        if (half && unit.equals("Y") && anchor != null && count.length() < 6) {
            String years = count.replace(".5", "");
            return TimeSense.unit(anchor, "MO", sense.number(0) * (12 * Integer.parseInt(years) + 6));
        }
        if (name.equals("ago") && count.equals("X")) {
            return TimeMeaning.plain(sense.number(0) < 0 ? "PAST_REF" : "FUTURE_REF");
        }
        boolean duringTheEvent = name.equals("within") && !context.isFuture();
        if (name.equals("quantity") || duringTheEvent || !TimeWords.isDigits(count)) {
            return duration;
        }
        if (anchor == null) {
            return TimeMeaning.UNKNOWN;
        }
        int direction = name.equals("within") ? 1 : sense.number(0);
        int shift = direction * Integer.parseInt(count.length() > 4 ? "9999" : count);
        if (UNITS_OF_HOURS.contains(unit)) {
            return new TimeMeaning(
                    period(count, unit), TimeMeaning.on(anchor).interval(), null, TimeExpression.Type.TIME);
        }
        if (shift < -anchor.getYear() && !unit.equals("D") || Math.abs((long) shift) > 2000) {
            return duration;
        }
        TimeMeaning reported = context.reported();
        if (direction < 0 && unit.equals("Y") && one && reported != null && reported.interval() != null) {
            LocalDate year = reported.interval().start().minusYears(1);
            return TimeQuarter.isQuarter(reported) ? TimeQuarter.of(year) : TimeMeaning.year(year.getYear());
        }
        if (name.equals("from")) {
            TimeMeaning day = TimeSense.sub(match, "day", context);
            return day.interval() == null ? day : TimeSense.unit(day.interval().start(), unit, shift);
        }
        if (name.equals("later") && context.before() == null) {
            return TimeMeaning.UNKNOWN;
        }
        boolean fine = unit.equals("D") || unit.equals("W");
        if (fine && (name.equals("later") || name.equals("earlier")) && context.before() != null) {
            // a month or year spoken of since does not tell the day that is counted from
            return context.day() == null ? TimeMeaning.UNKNOWN : TimeSense.unit(context.day(), unit, shift);
        }
        if (name.equals("earlier") && one && unit.equals("Y") && TimeQuarter.isMonth(context.before())) {
            return TimeMeaning.month(
                    YearMonth.from(TimeSense.startBefore(context, anchor)).minusYears(1));
        }
        boolean fromToday = name.equals("ago") || name.equals("within");
        return TimeSense.unit(fromToday ? anchor : TimeSense.startBefore(context, anchor), unit, shift);
    }

    /** A year ago today, a week ago Tuesday: so many units before the day or the week named beside. */
    static TimeMeaning agoOn(Match match, TimeContext context) {
        boolean day = match.subs().containsKey("day");
        TimeMeaning named = TimeSense.sub(match, day ? "day" : "week", context);
        String count = String.valueOf(match.value("number"));
        if (named.interval() == null || !TimeWords.isDigits(count) || count.length() > 3) {
            return TimeMeaning.UNKNOWN;
        }
        LocalDate start = named.interval().start();
        int n = Integer.parseInt(count);
        LocalDate then = switch (unitOf(match)) {
            case "Y" -> start.minusYears(n);
            case "DE" -> start.minusYears(10L * n);
            case "CE" -> start.minusYears(100L * n);
            case "MO" -> start.minusMonths(n);
            case "W" -> start.minusWeeks(n);
            default -> start.minusDays(n);
        };
        if (day) {
            return TimeMeaning.on(then);
        }
        return named.interval().precision() == TimePrecision.MONTH
                ? TimeMeaning.month(YearMonth.from(then))
                : TimeMeaning.week(then);
    }

    static String unitOf(Match match) {
        if (match.has("unit")) {
            return String.valueOf(match.value("unit"));
        }
        if (match.has("span")) {
            return String.valueOf(match.value("span"));
        }
        return match.has("units")
                ? String.valueOf(match.value("units"))
                : match.rule().sense().arg(0);
    }

    static TimeMeaning compound(Match match, TimeContext context) {
        String first = TimeSense.sub(match, "quantity", context).value();
        Match rest = match.subs().get("quantities");
        String second = rest == null ? null : TimeSense.meaning(rest, context).value();
        if (first == null || first.isEmpty() || second == null || second.isEmpty()) {
            return first == null || first.isEmpty() ? TimeMeaning.NONE : TimeMeaning.duration(first);
        }
        if (first.startsWith("PT") && !second.startsWith("PT")) {
            return TimeMeaning.NONE; // seconds before days: two durations side by side, not one
        }
        boolean bothHours = first.startsWith("PT");
        String less = second.substring(bothHours ? 2 : 1);
        boolean turned = !second.contains("T") && rank(first) > rank(second); // two days and a month: P1M2D
        return TimeMeaning.duration(turned ? second + first.substring(1) : first + less);
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

    static String setOf(Match match, TimeContext context) {
        String quantity = TimeSense.sub(match, "quantity", context).value();
        if (quantity != null && !quantity.isEmpty()) {
            return quantity;
        }
        String fixed = match.rule().sense().arg(0);
        for (String written : List.of("number", "ordinal")) {
            if (match.has(written)) {
                return period(String.valueOf(match.value(written)), String.valueOf(match.value("unit")));
            }
        }
        String count = fixed.isEmpty() ? "1" : fixed;
        return period(count, String.valueOf(match.value("unit")));
    }
}

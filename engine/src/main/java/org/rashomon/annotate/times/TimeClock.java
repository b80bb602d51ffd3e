package org.rashomon.annotate.times;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeGrammar.Match;

/** The senses of {@link TimeSense} that tell the time of a day. */
final class TimeClock {
    private static final int NOON = 12;

    /** Tonight at 3 is before dawn. */
    private static final int FIRST_OF_EVENING = 4;

    private TimeClock() {}

    /** An hour by itself: of the day that the sentence names, else of publication. */
    static TimeMeaning hour(Match match, TimeContext context) {
        return on(context, time(match));
    }

    /** An hour beside a day or part of a day. */
    static TimeMeaning clock(Match match, TimeContext context) {
        int afterNoon = switch (String.valueOf(match.value("part"))) {
            case "AF", "EV", "NI" -> 1;
            default -> match.arg(0).equals("PM") ? FIRST_OF_EVENING : NOON;
        };
        String time = written(match, afterNoon);
        return match.sub("day") == null
                ? on(context, time)
                : TimeSense.sub(match, "day", context).at(time);
    }

    /** The hour that ends a range: on the next day where it comes before the hour that opens it, <em>from 9 pm to 5 am</em>. */
    static TimeMeaning afterOpening(TimeMeaning end, TimeMeaning opening) {
        String from = hourOf(opening);
        String to = hourOf(end);
        LocalDate day = end.start();
        if (from == null || to == null || day == null || !day.equals(opening.start()) || to.compareTo(from) >= 0) {
            return end;
        }
        return TimeMeaning.on(day.plusDays(1)).at(to);
    }

    /** The hour of a day, as T05:00, or null. */
    private static @Nullable String hourOf(TimeMeaning meaning) {
        String value = meaning.value();
        int hour = value == null || !meaning.isDay() ? -1 : value.indexOf('T');
        return value == null || hour < 0 || !Character.isDigit(value.charAt(hour + 1)) ? null : value.substring(hour);
    }

    private static TimeMeaning on(TimeContext context, String time) {
        LocalDate anchor = context.anchor();
        return anchor == null
                ? TimeMeaning.UNKNOWN
                : TimeMeaning.on(context.sentenceDayOr(anchor)).at(time);
    }

    /** The hour of the pattern's clock, after noon where an evening has it: <em>last night at 8</em>. */
    static String evening(Match match) {
        return written(match, FIRST_OF_EVENING);
    }

    /** The hour of the pattern's clock, after noon from the hour {@code first} on. */
    private static String written(Match match, int first) {
        for (Map.Entry<String, Match> sub : match.subs().entrySet()) {
            if (sub.getKey().endsWith("clock") || sub.getKey().endsWith("hour")) {
                String time = time(sub.getValue());
                int hour = Integer.parseInt(time.substring(1, 3));
                boolean later = hour >= first && hour < NOON;
                return later ? String.format(Locale.ROOT, "T%02d%s", hour + NOON, time.substring(3)) : time;
            }
        }
        throw new IllegalStateException("time-rules.tsv: clock without an hour");
    }

    /** T18:30, with Z when the text says GMT or UTC: other zones' names do not tell summer time. */
    private static String time(Match match) {
        String zone = "Z".equals(match.value("zone")) ? "Z" : "";
        String named = match.value("hours");
        if (named != null) {
            return named + zone;
        }
        String[] parts = figures(match).split(":", 3);
        int hour = Integer.parseInt(parts[0]);
        String half = match.value("half");
        if (half != null) {
            hour = hour % NOON + (half.equals("PM") ? NOON : 0);
        }
        int minute = hour * 60 + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0) + minutes(match);
        int all = Math.floorMod(minute, 25 * 60);
        String seconds = parts.length > 2 ? ":" + parts[2] : "";
        return String.format(Locale.ROOT, "T%02d:%02d%s%s", all / 60, all % 60, seconds, zone);
    }

    /** The figures written, 1830 as 18:30. */
    private static String figures(Match match) {
        String hhmm = match.value("hhmm");
        return hhmm == null
                ? match.text("clock", "hour", "dayhour").replace('.', ':')
                : hhmm.substring(0, 2) + ":" + hhmm.substring(2);
    }

    /** The minutes that the sense adds to the hour written: ten past, a quarter to. */
    private static int minutes(Match match) {
        boolean counted = match.rule().sense().name().equals("past");
        return match.argNumber(0) * (counted ? match.number("number") : 1);
    }
}

package org.rashomon.annotate.times;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rashomon.annotate.times.TimeGrammar.Match;

/** The senses of {@link TimeSense} that tell the time of a day. */
final class TimeClock {
    /** The categories that an hour may be written in. */
    private static final List<String> CATEGORIES = List.of("clock", "rawclock", "barehour");

    /** Parts of a day of which the hours are counted from noon. */
    private static final List<String> AFTER_NOON = List.of("AF", "EV", "NI");

    /** Tonight at 3 is before dawn. */
    private static final int FIRST_OF_EVENING = 4;

    private TimeClock() {}

    /** An hour by itself: of the day that the sentence names, else of publication. */
    static TimeMeaning hour(Match match, TimeContext context) {
        return on(context, time(match));
    }

    /** An hour beside a day or part of a day. */
    static TimeMeaning clock(Match match, TimeContext context) {
        boolean late = AFTER_NOON.contains(String.valueOf(match.value("part")));
        boolean tonight = match.rule().sense().args().contains("PM");
        String time = late ? afterNoon(match, 1) : tonight ? evening(match) : written(match);
        Match day = match.subs().get("day");
        if (day == null || time.isEmpty()) {
            return on(context, time);
        }
        return TimeSense.meaning(day, context).at(time);
    }

    private static TimeMeaning on(TimeContext context, String time) {
        if (time.isEmpty()) {
            return TimeMeaning.NONE;
        }
        LocalDate anchor = context.anchor();
        LocalDate day = context.sentenceDay() == null ? anchor : context.sentenceDay();
        return anchor == null ? TimeMeaning.UNKNOWN : TimeMeaning.on(day).at(time);
    }

    private static String written(Match match) {
        for (Map.Entry<String, Match> sub : match.subs().entrySet()) {
            if (CATEGORIES.contains(sub.getKey())) {
                return time(sub.getValue());
            }
        }
        return "T20:00";
    }

    /** The hour of the pattern's clock, after noon where an evening has it: <em>last night at 8</em>. */
    static String evening(Match match) {
        return afterNoon(match, FIRST_OF_EVENING);
    }

    /** The hour of the pattern's clock, after noon from the hour {@code first} on. */
    private static String afterNoon(Match match, int first) {
        String time = written(match);
        int hour = time.isEmpty() ? 0 : Integer.parseInt(time.substring(1, 3));
        return hour < first || hour >= 12 ? time : String.format(Locale.ROOT, "T%02d%s", hour + 12, time.substring(3));
    }

    /**
     * T18:30, with Z when the text says GMT or UTC: other zones' names do not tell summer time.
     */
    private static String time(Match match) {
        String zone = "Z".equals(match.value("zone")) ? "Z" : "";
        if (match.has("hours")) {
            return match.value("hours") + zone;
        }
        int[] figures = figures(match);
        int hour = figures[0];
        String half = match.value("half");
        if (half != null) {
            if (hour > 12) {
                return "";
            }
            hour = hour % 12 + (half.equals("PM") ? 12 : 0);
        }
        String seconds = figures[2] < 0 ? "" : String.format(Locale.ROOT, ":%02d", figures[2]);
        int all = Math.floorMod(hour * 60 + figures[1] + match.rule().sense().minutes(match), 25 * 60);
        return String.format(Locale.ROOT, "T%02d:%02d%s%s", all / 60, all % 60, seconds, zone);
    }

    /** The hour, minute and second written; a second that is not is -1. */
    private static int[] figures(Match match) {
        String hhmm = match.value("hhmm");
        if (hhmm != null) {
            int number = Integer.parseInt(hhmm);
            return new int[] {number / 100, number % 100, -1};
        }
        String written = match.has("clock") ? match.value("clock") : match.value("hour");
        String[] parts = String.valueOf(written).replace('.', ':').split(":", 3);
        int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return new int[] {Integer.parseInt(parts[0]), minute, parts.length > 2 ? Integer.parseInt(parts[2]) : -1};
    }
}

package org.rashomon.annotate.times;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeGrammar.Match;

/**
 * The ends of a range, of which one borrows from the other what it does not say: the 5 of <em>April 3-5</em> its month, the 3 of
 * <em>from 3 to 5 p.m.</em> its half of the day, the May of <em>between May and July 1995</em> its year. TIMEX3 marks both ends.
 */
final class TimeRange {
    private static final List<String> WITH_YEARS = List.of("month", "day");

    private TimeRange() {}

    /** The bare end before {@code match}, or null. */
    static @Nullable Match opening(TimeLine line, Match match) {
        int at = match.from() - 2;
        if (at < 0 || !isOpened(line, at)) {
            return null;
        }
        Match clock = match.sub("clock");
        if (clock != null && clock.from() == match.from()) {
            return openingHour(line, match, clock, at);
        }
        Match day = match.sub("day");
        if (day == null || day.from() != match.from() || !isFigure(line, day, day.from())) {
            return null;
        }
        int dom = figure(line, at);
        return dom > 0 && dom < day.number("dom") ? end(match, "day", ofDay(line, day, at), at, at + 1) : null;
    }

    /** Whether a range may begin at {@code at}: a number before a dash, or behind "from" a number before a joint. */
    private static boolean isOpened(TimeLine line, int at) {
        String joint = line.value("joint", at + 1);
        if (joint == null) {
            return false;
        }
        boolean figures = isJoint(line, at - 1) || Character.isDigit(line.initial(at - 1));
        return joint.equals("dash") ? !figures : line.is("rangestart", at - 1);
    }

    private static @Nullable Match openingHour(TimeLine line, Match match, Match clock, int at) {
        String half = clock.value("half");
        int last = hour(clock.value("hour"));
        int first = hour(line.lower(at));
        if (half == null || last == 0 || first == 0) {
            return null;
        }
        boolean turns = first % 12 > last % 12; // from 11 to 1 p.m.
        String own = turns ? half.equals("AM") ? "PM" : "AM" : half;
        return end(match, "clock", clock.with("hour", line.lower(at)).with("half", own), at, at + 1);
    }

    /** The hour written in figures, to twelve, or 0. */
    private static int hour(@Nullable String written) {
        String figures = written == null ? "" : written.replaceFirst("[:.].*", "");
        int hour = TimeWords.isDigits(figures) ? Integer.parseInt(figures) : 0;
        return hour > 12 ? 0 : hour;
    }

    /** The bare end after {@code match}, with its year if one is written, or null. */
    static @Nullable Match closing(TimeLine line, Match match) {
        Match day = match.sub("day");
        int at = match.end() + 1;
        if (day == null || day.end() != match.end() || !isFigure(line, day, day.end() - 1) || !isJoint(line, at - 1)) {
            return null;
        }
        if (figure(line, at) <= day.number("dom")) {
            return null;
        }
        int year = line.past(",", at + 1);
        Match last = ofDay(line, day, at);
        if (line.is("modern", year)) {
            return end(match, "day", last.with("year", line.lower(year)), at, year + 1);
        }
        boolean closed = at + 1 == line.size() || line.is("rangeend", at + 1);
        return closed ? end(match, "day", last, at, at + 1) : null;
    }

    /** Whether the day has a month, and its day of the month stands at {@code at} in figures. */
    private static boolean isFigure(TimeLine line, Match day, int at) {
        return day.has("month") && day.number("dom") == figure(line, at);
    }

    private static Match ofDay(TimeLine line, Match day, int at) {
        return day.with("dom", line.lower(at));
    }

    /** The first end with the year of the second, which follows a joint: <em>May</em> to <em>July 1995</em>; else as it is. */
    static Match withYearOf(Match second, Match first) {
        for (String category : WITH_YEARS) {
            Match inner = first.sub(category);
            Match other = second.sub(category);
            if (inner != null && other != null && inner.has("month") && other.has("month")) {
                String year = other.value("year", "old");
                boolean takes =
                        inner.value("year", "old") == null && inner.subs().isEmpty();
                boolean ordered = inner.number("month") <= other.number("month");
                return year != null && takes && ordered
                        ? end(first, category, inner.with("year", year), first.from(), first.end())
                        : first;
            }
        }
        return first;
    }

    static boolean isJoint(TimeLine line, int at) {
        return line.is("joint", at);
    }

    /** {@code match} at another place, with another {@code inner} in its {@code category}. */
    private static Match end(Match match, String category, Match inner, int from, int end) {
        Map<String, Match> subs = new HashMap<>(match.subs());
        subs.keySet().removeIf(name -> name.endsWith("edge"));
        subs.put(category, inner.without("weekday").over(from, end, inner.subs()));
        return match.over(from, end, subs);
    }

    /** The day of a month in figures, or 0. */
    private static int figure(TimeLine line, int at) {
        String day = line.value("plainday", at);
        return day == null ? 0 : Integer.parseInt(day);
    }
}

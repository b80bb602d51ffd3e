package org.rashomon.annotate.times;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeGrammar.Match;

/**
 * The ends of a range, of which one borrows from the other what it does not say: the 5 of <em>April 3-5</em> its month, the 3 of
 * <em>from 3 to 5 p.m.</em> its half of the day, the May of <em>between May and July 1995</em> its year. TIMEX3 marks both ends.
 */
final class TimeRange {
    private static final Set<String> DASHES = Set.of("-", "\u2013");
    private static final Set<String> JOINTS = Set.of("to", "and", "or", "through", "until");
    private static final Set<String> OPENERS = Set.of("from", "between", "on", "the");

    /** What may follow a bare day: the end of a clause, no noun that it could count. */
    private static final Set<String> CLOSERS = Set.of(
            ".", ",", ";", ")", "in", "at", "and", "to", "for", "of", "with", "as", "by", "when", "after", "but");

    private TimeRange() {}

    /** The bare end before {@code match}, or null. */
    static @Nullable Match opening(List<TimePiece> pieces, Match match) {
        int at = match.from() - 2;
        if (at < 0 || !isJoint(pieces, at + 1)) {
            return null;
        }
        boolean dash = DASHES.contains(lower(pieces, at + 1));
        String before = lower(pieces, at - 1);
        boolean opened = dash ? !isJoint(pieces, at - 1) && !before.matches("\\d.*") : OPENERS.contains(before);
        Match clock = match.subs().get("clock");
        if (!opened) {
            return null;
        }
        if (clock != null && clock.from() == match.from()) {
            return openingHour(pieces, match, clock, at);
        }
        Match day = match.subs().get("day");
        boolean figureFirst = day != null
                && day.from() == match.from()
                && day.has("month")
                && day.number("dom") == figure(pieces, day.from())
                && figure(pieces, at) > 0
                && figure(pieces, at) < day.number("dom");
        return figureFirst && day != null ? end(match, "day", day, at, at + 1, Map.of("dom", lower(pieces, at))) : null;
    }

    private static @Nullable Match openingHour(List<TimePiece> pieces, Match match, Match clock, int at) {
        String half = clock.value("half");
        String hour = lower(pieces, at);
        if (half == null || clock.value("hour") == null || !hour.matches("([1-9]|1[0-2])([:.][0-5]\\d)?")) {
            return null;
        }
        boolean turns = hour(hour) % 12 > hour(String.valueOf(clock.value("hour"))) % 12; // from 11 to 1 p.m.
        String own = turns ? half.equals("AM") ? "PM" : "AM" : half;
        return end(match, "clock", clock, at, at + 1, Map.of("hour", hour, "half", own));
    }

    private static int hour(String written) {
        return written.matches("\\d.*") ? Integer.parseInt(written.split("[:.]", 2)[0]) : 0;
    }

    /** The bare end after {@code match}, with its year if one is written, or null. */
    static @Nullable Match closing(List<TimePiece> pieces, Match match) {
        Match day = match.subs().get("day");
        int at = match.end() + 1;
        boolean figureLast = day != null
                && day.end() == match.end()
                && day.has("month")
                && isJoint(pieces, match.end())
                && day.number("dom") == figure(pieces, day.end() - 1)
                && figure(pieces, at) > day.number("dom");
        if (!figureLast || day == null) {
            return null;
        }
        int year = lower(pieces, at + 1).equals(",") ? at + 2 : at + 1;
        if (lower(pieces, year).matches("(19|20)\\d\\d")) {
            return end(match, "day", day, at, year + 1, Map.of("dom", lower(pieces, at), "year", lower(pieces, year)));
        }
        boolean closed = at + 1 == pieces.size() || CLOSERS.contains(lower(pieces, at + 1));
        return closed ? end(match, "day", day, at, at + 1, Map.of("dom", lower(pieces, at))) : null;
    }

    /** The first end with the year of the second, which follows a joint: <em>May</em> to <em>July 1995</em>; else as it is. */
    static Match withYearOf(Match second, Match first) {
        for (String category : List.of("month", "day")) {
            Match inner = first.subs().get(category);
            Match other = second.subs().get(category);
            if (inner != null && other != null && inner.has("month") && other.has("month")) {
                String year = other.has("year") ? other.value("year") : other.value("old");
                boolean own =
                        inner.has("year") || inner.has("old") || !inner.subs().isEmpty();
                boolean ordered = inner.number("month") <= other.number("month");
                return year == null || own || !ordered
                        ? first
                        : end(first, category, inner, first.from(), first.end(), Map.of("year", year));
            }
        }
        return first;
    }

    static boolean isJoint(List<TimePiece> pieces, int at) {
        return DASHES.contains(lower(pieces, at)) || JOINTS.contains(lower(pieces, at));
    }

    /** {@code match} at another place, with other values in its {@code category}. */
    private static Match end(Match match, String category, Match inner, int from, int end, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(inner.values());
        all.remove("weekday");
        all.putAll(values);
        Match own = new Match(inner.rule(), from, end, Map.copyOf(all), inner.subs());
        Map<String, Match> subs = new HashMap<>(match.subs());
        subs.keySet().removeIf(name -> name.endsWith("edge"));
        subs.put(category, own);
        return new Match(match.rule(), from, end, match.values(), Map.copyOf(subs));
    }

    /** The day of a month in figures, or 0. */
    private static int figure(List<TimePiece> pieces, int at) {
        String word = lower(pieces, at);
        return word.matches("[1-9]|[12]\\d|3[01]") ? Integer.parseInt(word) : 0;
    }

    private static String lower(List<TimePiece> pieces, int at) {
        return at >= 0 && at < pieces.size() ? pieces.get(at).lower() : "";
    }
}

package org.rashomon.annotate;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What time expressions look like and what they mean, apart from any calendar. Each rule is a method that reads words from a
 * position on; the rules in order of trial:
 *
 * <pre>
 * date      := [weekday [,]] ( month day [, year] | day [of] month [[,] year] | ISO date | d/m/y )
 * month     := [early|late|mid] month [[,|of] year]
 * weekday   := [early|late] [last|next|this] weekday [part of day]
 * period    := last|past|next|this|... ( unit | season | month | part of day )
 * duration  := [about|over|...] [the last|the next] count unit | count-unit
 * distance  := count unit ( ago | earlier | before | prior | later | from now ) | in count unit
 * set       := every [count] unit | each unit | daily
 * year      := [early|late|mid] 4 digits | the 1990s | season [of] [year]
 * word      := today | yesterday | now | ...
 * clock     := 10:30 [a.m.] [GMT]
 * </pre>
 */
final class TimeGrammar {
    private static final Set<String> EDGE = Set.of("early", "late", "mid", "earlier", "later");
    private static final Set<String> PAST = Set.of("last", "past", "previous", "preceding", "recent");
    private static final Set<String> NEXT = Set.of("next", "coming", "following", "upcoming");
    private static final Set<String> BEFORE_MONTH_OR_YEAR = Set.of(
            "in",
            "since",
            "until",
            "till",
            "by",
            "from",
            "of",
            "during",
            "before",
            "after",
            "between",
            "through",
            "to",
            "and",
            "last",
            "next",
            "this",
            "early",
            "late",
            "mid",
            "on",
            "throughout",
            "around",
            "circa",
            "every",
            "for",
            "year");

    private final TimeWords words = new TimeWords();

    /** What an expression means before it meets a calendar. */
    enum Kind {
        /** A day of which {@code year} may be missing (0). */
        DAY,
        /** A month of which {@code year} may be missing (0). */
        MONTH,
        YEAR,
        DECADE,
        /** {@code day} is the ISO weekday; {@code shift} -1, 0, 1 for last, bare, next. */
        WEEKDAY,
        /** {@code shift} units of {@code unit} from the anchor. */
        SHIFT,
        /** {@code shift} seasons; {@code unit} is the season's code, {@code year} may be missing. */
        SEASON,
        /** {@code shift} 1 last, 0 this: month {@code month} of the last year. */
        NAMED_MONTH_SHIFT,
        DURATION,
        SET,
        /** {@code unit} is the value. */
        REFERENCE,
        CLOCK
    }

    /**
     * A match.
     *
     * @param end one past the last word
     * @param unit unit, season, duration or reference value, by kind
     * @param part part of day, or null
     */
    record Match(
            Kind kind,
            int end,
            int year,
            int month,
            int day,
            int shift,
            String unit,
            @Nullable String part) {
        static Match of(Kind kind, int end, String unit, int shift) {
            return new Match(kind, end, 0, 0, 0, shift, unit, null);
        }

        Match endingAt(int newEnd) {
            return new Match(kind, newEnd, year, month, day, shift, unit, part);
        }

        Match with(@Nullable String newPart, int newEnd) {
            return new Match(kind, newEnd, year, month, day, shift, unit, newPart);
        }
    }

    /** The expression that begins at word {@code at}, or null. */
    @Nullable
    Match at(List<String> text, int at) {
        Reader in = new Reader(text);
        Match match = in.date(at);
        match = match != null ? match : in.month(at);
        match = match != null ? match : in.weekday(at);
        match = match != null ? match : in.set(at);
        match = match != null ? match : in.distanceOrDuration(at);
        match = match != null ? match : in.period(at);
        match = match != null ? match : in.year(at);
        match = match != null ? match : in.word(at);
        return match != null ? match : in.clock(at);
    }

    private final class Reader {
        private final List<String> text;

        Reader(List<String> text) {
            this.text = text;
        }

        private String word(int at, boolean lower) {
            String word = at >= 0 && at < text.size() ? text.get(at) : "";
            return lower ? Names.lower(word) : word;
        }

        private String low(int at) {
            return word(at, true);
        }

        private String raw(int at) {
            return word(at, false);
        }

        private int monthAt(int at) {
            String word = raw(at);
            return words.integer("month", word.startsWith("mid-") ? word.substring(4) : word)
                    .orElse(0);
        }

        private int skip(int at, String mark) {
            return raw(at).equals(mark) ? at + 1 : at;
        }

        @Nullable
        Match date(int at) {
            int start = at;
            if (words.value("weekday", raw(at)) != null) {
                start = skip(at + 1, ",");
                start = low(start).equals("the") ? start + 1 : start;
            }
            int month = monthAt(start);
            OptionalInt day = TimeWords.dayOfMonth(raw(start + 1));
            if (month > 0 && day.isPresent() && !isCountOf(start + 1)) {
                return dated(month, day.getAsInt(), start + 2);
            }
            day = TimeWords.dayOfMonth(raw(start));
            if (day.isPresent()) {
                int next = low(start + 1).equals("of") ? start + 2 : start + 1;
                month = monthAt(next);
                if (month > 0) {
                    return dated(month, day.getAsInt(), next + 1);
                }
            }
            return numeric(at);
        }

        /** Whether digits after a month count something: <em>in May 12 people were held</em> is rare, 4 digits are a year. */
        private boolean isCountOf(int at) {
            return words.value("unit", raw(at + 1)) != null || low(at + 1).equals("people");
        }

        private Match dated(int month, int day, int end) {
            int comma = skip(end, ",");
            OptionalInt year = TimeWords.year(raw(comma));
            Match match = new Match(Kind.DAY, end, 0, month, day, 0, "", null);
            if (year.isPresent() && (comma > end || words.value("unit", raw(comma + 1)) == null)) {
                match = new Match(Kind.DAY, comma + 1, year.getAsInt(), month, day, 0, "", null);
            }
            return match;
        }

        /** 2016-09-28, 28/09/2016, 9/28/2016, 28.09.2016. */
        private @Nullable Match numeric(int at) {
            String word = raw(at);
            if (word.length() < 8 || word.length() > 10 || !Character.isDigit(word.charAt(0))) {
                return null;
            }
            String[] parts = word.split("[-/.]", 4);
            if (parts.length != 3 || !TimeWords.isDigits(String.join("", parts))) {
                return null;
            }
            OptionalInt year = TimeWords.year(parts[0]);
            boolean yearFirst = year.isPresent();
            year = yearFirst ? year : TimeWords.year(parts[2]);
            if (year.isEmpty() || parts[1].length() > 2 || parts[0].length() > 4) {
                return null;
            }
            int first = Integer.parseInt(yearFirst ? parts[1] : parts[0]);
            int second = Integer.parseInt(yearFirst ? parts[2] : parts[1]);
            // day and month, in this order unless it cannot be; a date that may be read both ways is none
            int month = yearFirst || first <= 12 && second > 12 ? first : second;
            int day = yearFirst || first <= 12 && second > 12 ? second : first;
            boolean ambiguous = !yearFirst && first <= 12 && second <= 12 && first != second;
            return ambiguous || month < 1 || month > 12 || day < 1 || day > 31
                    ? null
                    : new Match(Kind.DAY, at + 1, year.getAsInt(), month, day, 0, "", null);
        }

        @Nullable
        Match month(int at) {
            int start = EDGE.contains(low(at)) ? skip(at + 1, "-") : at;
            int month = monthAt(start);
            if (month == 0) {
                return null;
            }
            int next = raw(start + 1).equals(",") || low(start + 1).equals("of") ? start + 2 : start + 1;
            OptionalInt year = TimeWords.year(raw(next));
            if (year.isPresent()) {
                return new Match(Kind.MONTH, next + 1, year.getAsInt(), month, 0, 0, "", null);
            }
            boolean clear = raw(start).length() > 5 || BEFORE_MONTH_OR_YEAR.contains(low(at - 1)) || start > at;
            return clear ? new Match(Kind.MONTH, start + 1, 0, month, 0, 0, "", null) : null;
        }

        @Nullable
        Match weekday(int at) {
            int start = EDGE.contains(low(at)) ? at + 1 : at;
            if (start > at && low(start).equals("on")) {
                start++;
            }
            int shift = 0;
            if (PAST.contains(low(start))
                    || low(start).equals("next")
                    || low(start).equals("this")) {
                shift = PAST.contains(low(start)) ? -1 : low(start).equals("next") ? 1 : 0;
                start++;
            }
            OptionalInt day = words.integer("weekday", raw(start));
            if (day.isEmpty()) {
                return null;
            }
            Match match = new Match(Kind.WEEKDAY, start + 1, 0, 0, day.getAsInt(), shift, "", null);
            return withPart(match);
        }

        private Match withPart(Match match) {
            String part = words.value("part", low(match.end()));
            return part == null ? match : match.with(part, match.end() + 1);
        }

        @Nullable
        Match set(int at) {
            if (low(at).equals("every") || low(at).equals("each")) {
                OptionalInt count = words.count(low(at + 1));
                int unitAt = count.isPresent() ? at + 2 : at + 1;
                String unit = words.value("unit", low(unitAt));
                if (unit != null) {
                    return Match.of(Kind.SET, unitAt + 1, period(String.valueOf(count.orElse(1)), unit), 0);
                }
                if (words.value("weekday", raw(unitAt)) != null) {
                    return Match.of(Kind.SET, unitAt + 1, "XXXX-WXX-" + words.value("weekday", raw(unitAt)), 0);
                }
            }
            String value = words.value("set", low(at));
            return value == null ? null : Match.of(Kind.SET, at + 1, value, 0);
        }

        /** three days ago, two hours later, in five years, the past 18 months, a four-day visit, for decades. */
        @Nullable
        Match distanceOrDuration(int at) {
            int start = at;
            int direction = 0;
            if (low(start).equals("the") && (PAST.contains(low(start + 1)) || NEXT.contains(low(start + 1)))) {
                start++;
            }
            if (PAST.contains(low(start))
                    || NEXT.contains(low(start))
                    || low(start).equals("first")) {
                direction = PAST.contains(low(start)) ? -1 : 1;
                start++;
            }
            Match hyphenated = hyphenated(start);
            if (hyphenated != null) {
                return hyphenated;
            }
            Quantity quantity = quantity(start);
            if (quantity == null) {
                return null;
            }
            int end = quantity.end();
            String after = low(end);
            if (direction == 0 && quantity.count() > 0) {
                int distance = switch (after) {
                    case "ago", "earlier", "prior", "previously" -> -1;
                    case "later" -> 1;
                    case "from" -> low(end + 1).equals("now") ? 1 : 0;
                    default -> low(at - 1).equals("in") && isFuture(at) ? 1 : 0;
                };
                if (distance != 0) {
                    int stop = after.equals("from") ? end + 2 : distance > 0 && !after.equals("later") ? end : end + 1;
                    return Match.of(Kind.SHIFT, stop, quantity.unit(), distance * quantity.count());
                }
            }
            boolean vagueDistance = after.equals("ago") || after.equals("earlier") || after.equals("prior");
            return Match.of(Kind.DURATION, vagueDistance ? end + 1 : end, quantity.value(), 0);
        }

        private boolean isFuture(int at) {
            for (int i = Math.max(0, at - 8); i < at; i++) {
                if (low(i).equals("will") || low(i).equals("'ll") || low(i).equals("would")) {
                    return true;
                }
            }
            return false;
        }

        private record Quantity(int count, String unit, String value, int end) {}

        private @Nullable Quantity quantity(int at) {
            int i = at;
            if (low(i).equals("a") && words.value("vague", low(i + 1)) != null) {
                i++;
            }
            String vague = words.value("vague", low(i));
            if (vague != null) {
                int next = low(i + 1).equals("of") ? i + 2 : i + 1;
                String unit = words.value("unit", low(next));
                return unit == null ? null : new Quantity(0, unit, period("X", unit), next + 1);
            }
            OptionalInt count = words.count(raw(i));
            if (count.isPresent()) {
                int next = low(i + 1).equals("more") ? i + 2 : i + 1;
                String unit = words.value("unit", low(next));
                if (unit == null || unit.equals("S") && count.getAsInt() == 1) {
                    return null;
                }
                if (low(next + 1).equals("and")
                        && low(next + 2).equals("a")
                        && low(next + 3).equals("half")) {
                    return new Quantity(count.getAsInt(), unit, period(count.getAsInt() + ".5", unit), next + 4);
                }
                return new Quantity(count.getAsInt(), unit, period(String.valueOf(count.getAsInt()), unit), next + 1);
            }
            // bare plurals: for years, in decades
            String unit = words.value("unit", low(i));
            boolean plural = unit != null && low(i).endsWith("s") && low(i).length() > 3;
            boolean measured = low(at - 1).equals("for")
                    || low(at - 1).equals("in")
                    || PAST.contains(low(at - 1))
                    || low(at - 1).equals("after")
                    || low(at - 1).equals("within");
            return plural && unit != null && measured ? new Quantity(0, unit, period("X", unit), i + 1) : null;
        }

        /** four-day, 27-year, 12-hour. */
        private @Nullable Match hyphenated(int at) {
            String word = low(at);
            int hyphen = word.indexOf('-');
            if (hyphen <= 0) {
                return null;
            }
            int last = word.endsWith("-old") ? -1 : word.lastIndexOf('-');
            if (last < 0) {
                return null;
            }
            OptionalInt count = words.count(word.substring(0, last));
            String unit = words.value("unit", word.substring(last + 1));
            return count.isEmpty() || unit == null
                    ? null
                    : Match.of(Kind.DURATION, at + 1, period(String.valueOf(count.getAsInt()), unit), 0);
        }

        /** P3D, PT4H, P2W; a decade is P10Y. */
        private static String period(String count, String unit) {
            return switch (unit) {
                case "S", "M", "H" -> "PT" + count + unit;
                case "MO" -> "P" + count + "M";
                case "F" -> "P" + (count.equals("1") ? "2" : "X") + "W";
                case "WE" -> "P" + count + "WE";
                case "DE", "CE" -> "P" + times(count, unit.equals("DE") ? 10 : 100) + "Y";
                default -> "P" + count + unit;
            };
        }

        private static String times(String count, int factor) {
            return TimeWords.isDigits(count) ? String.valueOf(Long.parseLong(count) * factor) : "X0";
        }

        /** last week, this year, next month, last summer, last April, this morning, last night, earlier this month. */
        @Nullable
        Match period(int at) {
            int start = EDGE.contains(low(at)) ? at + 1 : at;
            start = low(start).equals("the") || low(start).equals("of") ? start + 1 : start;
            String which = low(start);
            int shift;
            if (PAST.contains(which)) {
                shift = -1;
            } else if (NEXT.contains(which)) {
                shift = 1;
            } else if (which.equals("this") || which.equals("current")) {
                shift = 0;
            } else {
                return null;
            }
            String next = low(start + 1);
            String unit = words.value("unit", next);
            if (unit != null && !next.endsWith("s") && unit.length() <= 2 && !unit.equals("S") && !unit.equals("M")) {
                boolean span = (unit.equals("DE") || unit.equals("CE")) && shift != 0;
                return span
                        ? Match.of(Kind.DURATION, start + 2, period("1", unit), 0)
                        : Match.of(Kind.SHIFT, start + 2, unit, shift);
            }
            if (words.value("season", next) != null) {
                return Match.of(Kind.SEASON, start + 2, String.valueOf(words.value("season", next)), shift);
            }
            if (words.value("part", next) != null && !which.equals("the")) {
                return Match.of(Kind.SHIFT, start + 2, "D", shift).with(words.value("part", next), start + 2);
            }
            int month = monthAt(start + 1);
            return month == 0 ? null : new Match(Kind.NAMED_MONTH_SHIFT, start + 2, 0, month, 0, shift, "", null);
        }

        @Nullable
        Match year(int at) {
            String decade = low(at);
            if (decade.length() == 5 && decade.endsWith("0s") && TimeWords.isDigits(decade.substring(0, 4))) {
                return new Match(Kind.DECADE, at + 1, Integer.parseInt(decade.substring(0, 4)), 0, 0, 0, "", null);
            }
            String season = words.value("season", low(at));
            if (season != null) {
                int next = low(at + 1).equals("of") || raw(at + 1).equals(",") ? at + 2 : at + 1;
                OptionalInt year = TimeWords.year(raw(next));
                if (year.isPresent()) {
                    return new Match(Kind.SEASON, next + 1, year.getAsInt(), 0, 0, 0, season, null);
                }
            }
            int start = EDGE.contains(low(at)) ? skip(at + 1, "-") : at;
            String digits = low(start).startsWith("mid-") || low(start).startsWith("pre-")
                    ? raw(start).substring(4)
                    : raw(start);
            OptionalInt year = TimeWords.year(digits);
            if (year.isEmpty() || year.getAsInt() < 1800) {
                return null;
            }
            boolean clear = start > at
                    || digits.length() < raw(start).length()
                    || BEFORE_MONTH_OR_YEAR.contains(low(at - 1))
                    || raw(at - 1).equals("(")
                    || (low(at - 1).equals("the") && year.getAsInt() >= 1900);
            boolean counts = low(start + 1).equals("people")
                    || raw(start + 1).equals("%")
                    || low(start + 1).equals("per");
            return clear && !counts ? new Match(Kind.YEAR, start + 1, year.getAsInt(), 0, 0, 0, "", null) : null;
        }

        @Nullable
        Match word(int at) {
            OptionalInt days = words.integer("relative", low(at));
            if (days.isPresent()) {
                Match match = Match.of(Kind.SHIFT, at + 1, "D", days.getAsInt());
                return low(at).equals("tonight") ? match.with("NI", at + 1) : withPart(match);
            }
            if (low(at).equals("overnight")) {
                return Match.of(Kind.SHIFT, at + 1, "D", 0).with("NI", at + 1);
            }
            String reference = words.value("reference", low(at));
            return reference == null ? null : Match.of(Kind.REFERENCE, at + 1, reference, 0);
        }

        /** 10:30, 10:30 a.m., 6 p.m., 18:00 GMT. */
        @Nullable
        Match clock(int at) {
            String word = raw(at);
            int colon = word.indexOf(':');
            String hours = colon > 0 ? word.substring(0, colon) : word;
            String minutes = colon > 0 ? word.substring(colon + 1) : "00";
            boolean time = hours.length() <= 2 && minutes.length() == 2 && TimeWords.isDigits(hours + minutes);
            if (!time || Integer.parseInt(hours) > 24 || Integer.parseInt(minutes) > 59) {
                return null;
            }
            String half = low(at + 1).replace(".", "");
            boolean twelve = half.equals("am") || half.equals("pm");
            boolean zone = low(twelve ? at + 2 : at + 1).equals("gmt")
                    || low(twelve ? at + 2 : at + 1).equals("utc");
            if (!twelve && !zone && colon < 0) {
                return null;
            }
            int hour = Integer.parseInt(hours) % (twelve ? 12 : 25) + (half.equals("pm") ? 12 : 0);
            int end = at + 1 + (twelve ? 1 : 0) + (zone ? 1 : 0);
            return Match.of(Kind.CLOCK, end, "T" + (hour < 10 ? "0" : "") + hour + ":" + minutes, 0);
        }
    }
}

package org.rashomon.ingest.blocks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/**
 * Publication dates as metadata and newspapers write them. A date that can be read in two ways is no date, unless the caller knows
 * which way its source writes.
 */
public final class Dates {
    private static final String WEEKDAY =
            "(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? {0,2})?";
    private static final String MONTH = "\\p{L}{3,12}";

    /** Forms of a day in running text, each anchored where it is tried. */
    private static final Pattern DAY_IN_WORDS = Pattern.compile(
            WEEKDAY + "(?<d>\\d{1,2})(?:st|nd|rd|th|\\.|º|er)?,?(?: {1,2}|-)(?:de )?(?<m>" + MONTH
                    + ")\\.?,?(?: {1,2}|-)(?:de )?(?<y>\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTH_IN_WORDS = Pattern.compile(
            WEEKDAY + "(?<m>" + MONTH + ")\\.? {1,2}(?<d>\\d{1,2})(?:st|nd|rd|th)?"
                    + "(?:,? {0,2}(?<y>\\d{4})(?!\\d)|,? (?<clock>\\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{3,4})?) (?<z>\\d{4})(?!\\d))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_FIGURES = Pattern.compile(
            "(?:(?<y>\\d{4})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})|(?<a>\\d{1,2})([-/.])(?<b>\\d{1,2})\\6(?<c>\\d{4}))(?!\\d)");

    private static final Pattern COMPACT =
            Pattern.compile("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})(?:T?\\d{4}(?:\\d{2})?Z?)?");
    private static final Pattern EPOCH = Pattern.compile("\\d{10}(?:\\d{3})?");
    private static final Pattern ISO_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)? ?(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)");
    private static final Pattern FILE_DAY = Pattern.compile("(?<!\\d)(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)");
    /** A label or a weekday before a date, in any language. */
    private static final Pattern PADDING = Pattern.compile("[^\\d]{0,30}");

    private static final int LONGEST = 60;
    private static final int EPOCH_SECONDS_DIGITS = 10;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;

    private Dates() {}

    /** Which of two numbers before a year is the day, where both could be. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        /** Nothing says; such a date is none. */
        UNKNOWN
    }

    /**
     * A date in a text.
     *
     * @param start first character, of a time of day or weekday before it too
     * @param end one past its last character, a time of day included
     * @param day null when it could be read in two ways, or no calendar has it
     * @param clock the time of day that stands beside it
     * @param time the moment, where its zone stands there too
     */
    public record Found(
            int start,
            int end,
            @Nullable LocalDate day,
            @Nullable LocalTime clock,
            @Nullable OffsetDateTime time) {}

    /** The date that {@code stated} is, in whatever customary form. */
    public static Optional<PublicationDate> parse(String stated, Imprint.Origin from) {
        return parse(stated, from, Order.UNKNOWN);
    }

    /** The same, where {@code order} says how figures are meant. */
    public static Optional<PublicationDate> parse(String stated, Imprint.Origin from, Order order) {
        String text = stated.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (EPOCH.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return ofEpochMillis(text.length() == EPOCH_SECONDS_DIGITS ? number * 1000 : number, from);
        }
        Optional<OffsetDateTime> instant = instant(text);
        if (instant.isPresent()) {
            // the zero of a clock is what a program writes that knows no date
            return instant.filter(t -> plausible(t.toLocalDate()) && t.toEpochSecond() != 0)
                    .map(t -> new PublicationDate(t.toLocalDate(), t, from));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return day(compact.group("y"), compact.group("m"), compact.group("d"))
                    .map(d -> new PublicationDate(d, null, from));
        }
        List<Found> found = in(text, order);
        if (found.isEmpty() || found.get(0).day() == null || !isAll(text, found.get(0))) {
            return Optional.empty();
        }
        return Optional.of(new PublicationDate(found.get(0).day(), found.get(0).time(), from));
    }

    /** Milliseconds since 1970 in UTC; zero is what software writes where it knows nothing. */
    public static Optional<PublicationDate> ofEpochMillis(long millis, Imprint.Origin from) {
        OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
        return millis <= 0 || !plausible(time.toLocalDate())
                ? Optional.empty()
                : Optional.of(new PublicationDate(time.toLocalDate(), time, from));
    }

    /** Whether nothing but labels, weekdays and marks stands around the date, or a time of day behind it. */
    private static boolean isAll(String text, Found found) {
        return PADDING.matcher(text.substring(0, found.start())).matches()
                && (found.end() == text.length()
                        || text.charAt(found.end()) == 'T'
                        || !Character.isLetterOrDigit(text.charAt(found.end())));
    }

    /** All dates in a short text, in order. */
    public static List<Found> in(String text, Order order) {
        List<Found> all = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            boolean inWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
            if (inWord || !Character.isLetterOrDigit(text.charAt(at))) {
                continue;
            }
            Optional<Found> found = at(text, at, order);
            if (found.isPresent()) {
                Found here = withClockBefore(
                        text,
                        found.get(),
                        all.isEmpty() ? 0 : all.get(all.size() - 1).end());
                all.add(here);
                at = here.end() - 1;
            }
        }
        return all;
    }

    private static Found withClockBefore(String text, Found found, int from) {
        if (found.clock() != null) {
            return found;
        }
        return Clock.before(text, found.start())
                .filter(clock -> clock.start() >= from)
                .map(clock -> withClock(clock.start(), found.end(), found.day(), clock))
                .orElse(found);
    }

    private static Found withClock(int start, int end, @Nullable LocalDate day, Clock clock) {
        return new Found(start, end, day, clock.time(), day == null ? null : clock.on(day));
    }

    /** The date that begins at {@code start} of {@code text}, if one does. */
    static Optional<Found> at(String text, int start) {
        return at(text, start, Order.UNKNOWN);
    }

    private static Optional<Found> at(String text, int start, Order order) {
        int end = Math.min(text.length(), start + LONGEST);
        if (start >= end || !Character.isLetterOrDigit(text.charAt(start))) {
            return Optional.empty();
        }
        for (Pattern pattern : List.of(DAY_IN_WORDS, MONTH_IN_WORDS)) {
            Matcher words = pattern.matcher(text).region(start, end).useTransparentBounds(true);
            Integer month = words.lookingAt() ? MonthNames.number(words.group("m")) : null;
            if (month != null) {
                boolean split = pattern == MONTH_IN_WORDS && words.group("y") == null;
                LocalDate day = day(words.group(split ? "z" : "y"), month.toString(), words.group("d"))
                        .orElse(null);
                return Optional.of(found(text, start, words.end(), end, day, split ? words.group("clock") : null));
            }
        }
        Matcher figures = IN_FIGURES.matcher(text).region(start, end).useTransparentBounds(true);
        if (figures.lookingAt()) {
            return Optional.of(found(
                    text, start, figures.end(), end, ofFigures(figures, order).orElse(null), null));
        }
        return Optional.empty();
    }

    /** {@code inside} is a time of day that stands between day and year. */
    private static Found found(
            String text, int start, int dayEnd, int end, @Nullable LocalDate day, @Nullable String inside) {
        if (inside != null) {
            return Clock.after(inside, 0, inside.length())
                    .map(clock -> withClock(start, dayEnd, day, clock))
                    .orElseGet(() -> new Found(start, dayEnd, day, null, null));
        }
        return Clock.after(text, dayEnd, end)
                .map(clock -> withClock(start, clock.end(), day, clock))
                .orElseGet(() -> new Found(start, dayEnd, day, null, null));
    }

    /** The day that a file's name begins or ends with: {@code 2016-09-30-foo.txt}. */
    public static Optional<PublicationDate> inFileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher matcher = FILE_DAY.matcher(name);
        if (!matcher.find()) {
            return Optional.empty();
        }
        boolean atEdge = matcher.start() == 0 || name.startsWith(".", matcher.end());
        return atEdge
                ? day(matcher.group(1), matcher.group(3), matcher.group(4))
                        .map(d -> new PublicationDate(d, null, Imprint.Origin.FILENAME))
                : Optional.empty();
    }

    /** Which way this date in figures can be read only; {@link Order#UNKNOWN} where both, none, or with the year first. */
    public static Order order(String stated) {
        Matcher figures = IN_FIGURES.matcher(stated.strip());
        if (!figures.lookingAt() || figures.group("y") != null) {
            return Order.UNKNOWN;
        }
        int first = Integer.parseInt(figures.group("a"));
        int second = Integer.parseInt(figures.group("b"));
        boolean dayFirst = first > 12 && second <= 12;
        boolean monthFirst = second > 12 && first <= 12;
        return dayFirst ? Order.DAY_FIRST : monthFirst ? Order.MONTH_FIRST : Order.UNKNOWN;
    }

    private static Optional<LocalDate> ofFigures(Matcher figures, Order order) {
        if (figures.group("y") != null) {
            return day(figures.group("y"), figures.group("m"), figures.group("d"));
        }
        Optional<LocalDate> dayFirst = day(figures.group("c"), figures.group("b"), figures.group("a"));
        Optional<LocalDate> monthFirst = day(figures.group("c"), figures.group("a"), figures.group("b"));
        if (dayFirst.isEmpty() || monthFirst.isEmpty() || dayFirst.equals(monthFirst)) {
            return dayFirst.or(() -> monthFirst);
        }
        // Full stops stand between day and month in that order only, but for the few who write months first in any
        // case.
        if (figures.group(6).equals(".") && order != Order.MONTH_FIRST) {
            return dayFirst;
        }
        return switch (order) {
            case DAY_FIRST -> dayFirst;
            case MONTH_FIRST -> monthFirst;
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<OffsetDateTime> instant(String text) {
        Matcher iso = ISO_TIME.matcher(text);
        try {
            if (iso.matches()) {
                String hour = iso.group(2).length() == 1 ? "0" + iso.group(2) : iso.group(2);
                String seconds = iso.group(4) == null ? "00" : iso.group(4);
                String time = iso.group(1) + "T" + hour + ":" + iso.group(3) + ":" + seconds;
                return Optional.of(OffsetDateTime.parse(time + zone(iso.group(5))));
            }
            if (text.endsWith("GMT") || text.matches(".*[+-]\\d{4}")) {
                return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String zone(String zone) {
        if (Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.UTC.getId();
        }
        if (zone.length() == 3) {
            return zone + ":00";
        }
        return zone.contains(":") ? zone : zone.substring(0, 3) + ":" + zone.substring(3);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    .filter(Dates::plausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR;
    }
}

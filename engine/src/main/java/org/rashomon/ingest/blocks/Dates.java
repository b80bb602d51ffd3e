package org.rashomon.ingest.blocks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/** Publication dates as metadata and newspapers write them. A date that can be read in two ways is no date. */
public final class Dates {
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String WEEKDAY =
            "(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? {0,2})?";
    private static final String CLOCK =
            "(?:,? {0,2}(?:at |- |\\| )?\\d{1,2}(?::\\d{2}(?::\\d{2})?|(?<=\\d)\\d{2}(?!\\d))? ?(?:[ap]\\.?m\\.?)?"
                    + "(?: ?\\(?(?:gmt|utc|est|edt|et|bst|cet|z)\\b\\)?)?)?";

    /** Forms of a day in running text, each anchored where it is tried. */
    private static final Pattern IN_WORDS = Pattern.compile(
            WEEKDAY + "(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)?,? {1,2}(?<m1>" + MONTH + ")\\.?,? {1,2}(?<y1>\\d{4})"
                    + "|(?<m2>" + MONTH + ")\\.? {1,2}(?<d2>\\d{1,2})(?:st|nd|rd|th)?,? {0,2}(?<y2>\\d{4}))(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_FIGURES = Pattern.compile(
            "(?:(?<y>\\d{4})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})|(?<a>\\d{1,2})([-/.])(?<b>\\d{1,2})\\6(?<c>\\d{4}))(?!\\d)");

    private static final Pattern COMPACT = Pattern.compile("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})(?!\\d)");
    private static final Pattern AFTER = Pattern.compile(CLOCK, Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)? ?(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern FILE_DAY = Pattern.compile("(?<!\\d)(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)");
    private static final int LONGEST = 60;
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private Dates() {}

    /**
     * A date in a text.
     *
     * @param end one past its last character, a time of day included
     * @param day null when it could be read in two ways
     */
    record Found(int end, @Nullable LocalDate day) {}

    /** The date that {@code stated} is, in whatever customary form. */
    public static Optional<PublicationDate> parse(String stated, Imprint.Origin from) {
        String text = stated.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<OffsetDateTime> instant = instant(text);
        if (instant.isPresent()) {
            return instant.filter(t -> plausible(t.toLocalDate()))
                    .map(t -> new PublicationDate(t.toLocalDate(), t, from));
        }
        Matcher compact = COMPACT.matcher(text);
        Optional<LocalDate> day = compact.lookingAt()
                ? day(compact.group("y"), compact.group("m"), compact.group("d"))
                : at(text, 0).map(Found::day);
        return day.map(d -> new PublicationDate(d, null, from));
    }

    /** The date that begins at {@code start} of {@code text}, if one does. */
    static Optional<Found> at(String text, int start) {
        int end = Math.min(text.length(), start + LONGEST);
        if (start >= end || !Character.isLetterOrDigit(text.charAt(start))) {
            return Optional.empty();
        }
        Matcher words = IN_WORDS.matcher(text).region(start, end).useTransparentBounds(true);
        if (words.lookingAt()) {
            boolean dayFirst = words.group("d1") != null;
            String month = words.group(dayFirst ? "m1" : "m2").substring(0, 3).toLowerCase(Locale.ROOT);
            String number = String.valueOf(MONTHS.getOrDefault(month, 0));
            return Optional.of(new Found(
                    afterClock(text, words.end(), end),
                    day(words.group(dayFirst ? "y1" : "y2"), number, words.group(dayFirst ? "d1" : "d2"))
                            .orElse(null)));
        }
        Matcher figures = IN_FIGURES.matcher(text).region(start, end).useTransparentBounds(true);
        if (figures.lookingAt()) {
            return Optional.of(new Found(
                    afterClock(text, figures.end(), end), ofFigures(figures).orElse(null)));
        }
        return Optional.empty();
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

    private static int afterClock(String text, int at, int end) {
        Matcher clock = AFTER.matcher(text).region(at, end);
        if (!clock.lookingAt() || clock.end() == at) {
            return at;
        }
        // A number that is no time of day (a toll, an age) belongs to what follows.
        String found = clock.group();
        boolean isClock = found.contains(":")
                || found.contains("at ")
                || found.toLowerCase(Locale.ROOT).matches("(?s).*(?:[ap]\\.?m|gmt|utc|et|z).*");
        return isClock ? clock.end() : at;
    }

    private static Optional<LocalDate> ofFigures(Matcher figures) {
        if (figures.group("y") != null) {
            return day(figures.group("y"), figures.group("m"), figures.group("d"));
        }
        Optional<LocalDate> dayFirst = day(figures.group("c"), figures.group("b"), figures.group("a"));
        Optional<LocalDate> monthFirst = day(figures.group("c"), figures.group("a"), figures.group("b"));
        // Full stops stand between day and month in that order only.
        if (figures.group(6).equals(".") || dayFirst.equals(monthFirst) || monthFirst.isEmpty()) {
            return dayFirst;
        }
        return dayFirst.isEmpty() ? monthFirst : Optional.empty();
    }

    private static Optional<OffsetDateTime> instant(String text) {
        Matcher iso = ISO_TIME.matcher(text);
        try {
            if (iso.matches()) {
                String seconds = iso.group(3) == null ? ":00" : iso.group(3);
                return Optional.of(
                        OffsetDateTime.parse(iso.group(1) + "T" + iso.group(2) + seconds + zone(iso.group(4))));
            }
            if (text.endsWith("GMT") || text.matches(".*[+-]\\d{4}")) {
                return Optional.of(OffsetDateTime.parse(text, java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String zone(String zone) {
        if (zone.equals("Z")) {
            return ZoneOffset.UTC.getId();
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
        return day.getYear() >= 1800 && day.getYear() < 2200;
    }
}

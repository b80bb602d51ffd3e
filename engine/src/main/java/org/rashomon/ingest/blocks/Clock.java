package org.rashomon.ingest.blocks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day beside a date.
 *
 * @param start first character of what belongs to it (a comma, <em>at</em>)
 * @param end one past its last character, its zone's name included
 * @param zone null where none is named, or one that means several (<em>IST</em>)
 */
record Clock(int start, int end, LocalTime time, @Nullable ZoneId zone) {
    private static final int NOON = 12;
    private static final int REACH = 40;

    private static final String TIME =
            "(?<h>\\d{1,2})(?:[:.h](?<m>\\d{2})(?::(?<s>\\d{2})(?:\\.\\d{1,9})?)?)? ?(?<half>[ap]\\.?m\\b\\.?)?"
                    + "(?: ?\\(?(?<zone>gmt(?:[+-]\\d{4})?|utc|z|[ecmp][sd]?t|hst|bst|cest|cet|eest|eet|msk|hkt|sgt|jst|kst|aest|aedt|ist|wib|amt)\\b\\)?)?";
    private static final Pattern AFTER = Pattern.compile(
            "[,;]? {0,2}(?:[|•·@/—–-]{1,2} ?|at |a las |às |um |à )?" + TIME + "(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE = Pattern.compile(
            "(?<!\\d)" + TIME
                    + "[,;]? {0,2}(?:on |[|•·/—–-] ?)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? {0,2})?$",
            Pattern.CASE_INSENSITIVE);

    /** Names of zones that mean one thing in news, and the places whose law they follow. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("gmt", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("z", "Z"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("et", "America/New_York"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("pt", "America/Los_Angeles"),
            Map.entry("hst", "-10:00"),
            Map.entry("bst", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("hkt", "+08:00"),
            Map.entry("sgt", "+08:00"),
            Map.entry("jst", "+09:00"),
            Map.entry("kst", "+09:00"),
            Map.entry("aest", "+10:00"),
            Map.entry("aedt", "+11:00"));

    /** The time of day that follows {@code at}, a date's end. */
    static Optional<Clock> after(String text, int at, int end) {
        Matcher matcher = AFTER.matcher(text).region(at, Math.min(end, at + REACH));
        return matcher.lookingAt() ? of(matcher) : Optional.empty();
    }

    /** The time of day that ends where a date begins: <em>11:15 p.m. EST, Monday,</em>. */
    static Optional<Clock> before(String text, int start) {
        Matcher matcher = BEFORE.matcher(text).region(Math.max(0, start - REACH), start);
        return matcher.find() ? of(matcher) : Optional.empty();
    }

    private static Optional<Clock> of(Matcher matcher) {
        String half = matcher.group("half");
        String zone = matcher.group("zone");
        // A number that is no time of day (a toll, an age) belongs to what follows.
        if (matcher.group("m") == null && half == null) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group("h"));
        if (half != null && hour <= NOON) {
            hour = hour % NOON + (half.toLowerCase(Locale.ROOT).startsWith("p") ? NOON : 0);
        }
        try {
            LocalTime time = LocalTime.of(hour, number(matcher.group("m")), number(matcher.group("s")));
            return Optional.of(new Clock(matcher.start(), matcher.end(), time, zone == null ? null : zone(zone)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static @Nullable ZoneId zone(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.startsWith("gmt") && folded.length() > 3) {
            return ZoneId.of(name.substring(3, 6) + ":" + name.substring(6));
        }
        String zone = ZONES.get(folded);
        return zone == null ? null : ZoneId.of(zone);
    }

    /** The moment on {@code day}; null without a zone. */
    @Nullable
    OffsetDateTime on(LocalDate day) {
        return zone == null ? null : day.atTime(time).atZone(zone).toOffsetDateTime();
    }
}

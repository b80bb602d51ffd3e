package org.rashomon.watch.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** When each host may be asked again. Times of waiting are those of one program; what must outlive it is told to the caller. */
final class HostPace {
    /** However long a server asks for. */
    private static final Duration LONGEST = Duration.ofDays(7);
    /** Where one asks to be left alone and does not say how long. */
    private static final Duration UNSAID = Duration.ofMinutes(15);

    private final Map<String, Instant> next = new HashMap<>();
    private final Map<String, Instant> rests = new HashMap<>();

    /** How long to wait before the host is asked. */
    synchronized Duration wait(String host, Instant now) {
        Instant at = next.getOrDefault(host, now);
        return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    }

    synchronized void asked(String host, Instant now, Duration delay) {
        next.put(host, now.plus(delay));
    }

    /** Until when the host rests, where it does. */
    synchronized Optional<Instant> rest(String host, Instant now) {
        return Optional.ofNullable(rests.get(host)).filter(until -> until.isAfter(now));
    }

    synchronized Instant rests(String host, Instant now, Optional<String> retryAfter) {
        Duration asked = retryAfter.flatMap(text -> duration(text, now)).orElse(UNSAID);
        Duration bounded = asked.compareTo(LONGEST) > 0 ? LONGEST : asked.isNegative() ? Duration.ZERO : asked;
        Instant until = now.plus(bounded);
        rests.put(host, until);
        return until;
    }

    /** Seconds, or a date of HTTP. */
    static Optional<Duration> duration(String text, Instant now) {
        String stripped = text.strip();
        if (stripped.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(stripped)));
        }
        try {
            Instant until = ZonedDateTime.parse(
                            stripped,
                            DateTimeFormatter.RFC_1123_DATE_TIME
                                    .withLocale(Locale.ROOT)
                                    .withZone(ZoneOffset.UTC))
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

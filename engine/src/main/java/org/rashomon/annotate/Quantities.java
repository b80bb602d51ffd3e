package org.rashomon.annotate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in words and digits with their hedges, as intervals: <em>about N</em> is N ± 10 %, <em>at least N</em> has no upper
 * end, <em>more than N</em> begins at N + 1, <em>up to N</em> has no lower end, <em>nearly N</em> is nine tenths of N to N,
 * <em>dozens</em> are 24–99.
 */
final class Quantities {
    private static final int LONGEST_DIGITS = 12;

    private final TimeWords numbers = new TimeWords();
    private final Map<String, Map<String, String>> lexicon;

    Quantities(Map<String, Map<String, String>> lexicon) {
        this.lexicon = new HashMap<>(lexicon);
    }

    /**
     * A number with its hedge.
     *
     * @param start first word, of the hedge if there is one
     * @param end one past the last word
     */
    record Quantity(@Nullable Long low, @Nullable Long high, int start, int end) {}

    private record Plain(long low, long high, int end) {}

    /** The quantity that begins at word {@code at}, hedge included, or null. */
    @Nullable
    Quantity at(List<String> words, int at) {
        String low = lower(words, at);
        if (low.equals("nobody") || (low.equals("no") && lower(words, at + 1).equals("one"))) {
            return new Quantity(0L, 0L, at, low.equals("no") ? at + 2 : at + 1);
        }
        int start = at;
        int end = hedgeEnd(words, at);
        String hedge = end > at ? hedge(words, at, end) : "";
        Plain plain = range(words, end, low.equals("between"));
        plain = plain == null ? number(words, end) : plain;
        return plain == null ? null : hedged(hedge, plain, start);
    }

    private static Quantity hedged(String hedge, Plain plain, int start) {
        long low = plain.low();
        long high = plain.high();
        int end = plain.end();
        return switch (hedge) {
            case "LEAST" -> new Quantity(low, null, start, end);
            case "MORE" -> new Quantity(low + 1, null, start, end);
            case "ABOUT" ->
                low == high
                        ? new Quantity(Math.round(low * 0.9), Math.round(high * 1.1), start, end)
                        : new Quantity(low, high, start, end);
            case "NEARLY" -> new Quantity(Math.round(low * 0.9), high, start, end);
            case "MOST" -> new Quantity(null, high, start, end);
            case "LESS" -> new Quantity(null, Math.max(0, high - 1), start, end);
            default -> new Quantity(low, high, start, end);
        };
    }

    private static String lower(List<String> words, int at) {
        return at >= 0 && at < words.size() ? Names.lower(words.get(at)) : "";
    }

    private int hedgeEnd(List<String> words, int at) {
        for (int length = 3; length > 0; length--) {
            if (at + length < words.size() && !hedge(words, at, at + length).isEmpty()) {
                return at + length;
            }
        }
        return lower(words, at).equals("between") ? at + 1 : at;
    }

    private String hedge(List<String> words, int start, int end) {
        String phrase = Names.lower(String.join(" ", words.subList(start, end)));
        return lexicon.getOrDefault("hedge", Map.of()).getOrDefault(phrase, "");
    }

    /** 20 to 30, between 20 and 30, 20-30. */
    private @Nullable Plain range(List<String> words, int at, boolean between) {
        String word = lower(words, at);
        int hyphen = Math.max(word.indexOf('-'), word.indexOf('\u2013'));
        if (hyphen > 0 && hyphen < word.length() - 1) {
            long low = digits(word.substring(0, hyphen));
            long high = digits(word.substring(hyphen + 1));
            return low >= 0 && high > low ? new Plain(low, high, at + 1) : null;
        }
        Plain first = number(words, at);
        if (first == null || first.low() != first.high()) {
            return null;
        }
        String joint = lower(words, first.end());
        if (!joint.equals(between ? "and" : "to")) {
            return null;
        }
        Plain second = number(words, first.end() + 1);
        return second != null && second.low() > first.low()
                ? new Plain(first.low(), second.high(), second.end())
                : null;
    }

    private @Nullable Plain number(List<String> words, int at) {
        String word = lower(words, at);
        if (word.equals("half") && lower(words, at + 1).equals("a")) {
            String factor = magnitude(lower(words, at + 2));
            return factor == null ? null : new Plain(Long.parseLong(factor) / 2, Long.parseLong(factor) / 2, at + 3);
        }
        Plain vague = vague(words, at);
        if (vague != null) {
            return vague;
        }
        boolean article = word.equals("a");
        int next = at + 1;
        double value;
        if (article) {
            if (magnitude(lower(words, next)) == null || lower(words, next).equals("m")) {
                return null;
            }
            value = 1;
        } else if (word.equals("an")) {
            return null;
        } else {
            value = value(word);
        }
        if (value < 0) {
            return null;
        }
        String factor = magnitude(lower(words, next));
        while (factor != null) {
            value *= Long.parseLong(factor);
            next++;
            if (lower(words, next).equals("and")
                    && value(lower(words, next + 1)) >= 0
                    && value >= 100
                    && magnitude(lower(words, next + 2)) == null
                    && value(lower(words, next + 1)) < 100
                    && !Character.isDigit(words.get(next + 1).charAt(0))) {
                value += value(lower(words, next + 1));
                next += 2;
            }
            factor = magnitude(lower(words, next));
        }
        return new Plain(Math.round(value), Math.round(value), next);
    }

    private @Nullable Plain vague(List<String> words, int at) {
        String interval = lexicon.getOrDefault("vague", Map.of()).get(lower(words, at));
        if (interval == null) {
            return null;
        }
        int comma = interval.indexOf(',');
        long low = Long.parseLong(interval.substring(0, comma));
        long high = Long.parseLong(interval.substring(comma + 1));
        int end = at + 1;
        // tens of thousands, hundreds of thousands, several hundred
        String next = lower(words, end).equals("of") ? lower(words, end + 1) : lower(words, end);
        long factor = next.equals("thousands") ? 1000 : next.equals("millions") ? 1_000_000 : 1;
        if (factor > 1) {
            return new Plain(
                    low * factor, (high + 1) * factor - 1, lower(words, end).equals("of") ? end + 2 : end + 1);
        }
        String magnitude = lower(words, at).equals("several") ? magnitude(next) : null;
        return magnitude == null
                ? new Plain(low, high, end)
                : new Plain(low * Long.parseLong(magnitude), (high + 1) * Long.parseLong(magnitude) - 1, end + 1);
    }

    private @Nullable String magnitude(String word) {
        return lexicon.getOrDefault("magnitude", Map.of()).get(word);
    }

    /** The value of one word, or -1. */
    private double value(String word) {
        if (word.isEmpty()) {
            return -1;
        }
        if (Character.isDigit(word.charAt(0))) {
            return decimal(word);
        }
        if (word.equals("a") || word.equals("an") || word.equals("hundred")) {
            return -1;
        }
        OptionalInt count = numbers.count(word);
        return count.isPresent() ? count.getAsInt() : -1;
    }

    private static double decimal(String word) {
        int dot = word.indexOf('.');
        if (dot < 0) {
            return digits(word);
        }
        long whole = digits(word.substring(0, dot));
        String fraction = word.substring(dot + 1);
        boolean plain = whole >= 0 && fraction.length() <= 3 && TimeWords.isDigits(fraction);
        return plain ? Double.parseDouble(whole + "." + fraction) : -1;
    }

    /** 400,000 or 400000, or -1. */
    private static long digits(String word) {
        String digits = word.replace(",", "");
        return digits.length() <= LONGEST_DIGITS && TimeWords.isDigits(digits) ? Long.parseLong(digits) : -1;
    }
}

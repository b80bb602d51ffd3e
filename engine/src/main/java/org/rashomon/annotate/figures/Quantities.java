package org.rashomon.annotate.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.annotate.figures.Numerals.Numeral;

/**
 * Numbers in words and digits with their hedges, as intervals: <em>about N</em> is N ± 10 %, <em>at least N</em> has no upper
 * end, <em>more than N</em> begins at N + 1, <em>up to N</em> has no lower end, <em>nearly N</em> is nine tenths of N to N,
 * <em>dozens</em> are 24–99. A fraction or percentage of a stated number is worked out and marked as computed; one of a number that
 * is not stated is none.
 */
final class Quantities {
    private static final int LONGEST_OWNER = 3;

    private final Numerals numerals;

    Quantities(CountWords lexicon) {
        this.numerals = new Numerals(lexicon);
    }

    /**
     * A number with its hedge.
     *
     * @param low smallest number meant, or null when open
     * @param high largest number meant, or null when open; where both are open, the words hold a number that counts nothing
     *     stated (<em>one in five</em>)
     * @param start first word, of the hedge if there is one
     * @param core first word of the number itself
     * @param end one past the last word
     * @param computed whether it is a fraction of a stated number, worked out
     */
    record Quantity(@Nullable Long low, @Nullable Long high, int start, int core, int end, boolean computed) {
        static Quantity zero(int start, int end) {
            return new Quantity(0L, 0L, start, start, end, false);
        }

        boolean isNone() {
            return low == null && high == null;
        }

        boolean isZero() {
            return high != null && high == 0;
        }
    }

    private record Amount(@Nullable Double low, @Nullable Double high, int end, boolean computed) {
        static Amount exact(double value, int end) {
            return new Amount(value, value, end, false);
        }

        /** The number where it is no interval, or null. */
        @Nullable
        Double exact() {
            return low != null && low.equals(high) ? low : null;
        }

        Amount endingAt(int other) {
            return new Amount(low, high, other, computed);
        }

        /** The same as its hedge has it; an end that is open stays so. */
        Amount hedged(String hedge) {
            return switch (hedge) {
                case "ABOUT" -> exact() == null ? this : new Amount(exact() * 0.9, exact() * 1.1, end, computed);
                case "LEAST", "MORE", "NEARLY" -> low == null ? this : above(hedge, low);
                default -> high == null ? this : below(hedge, high);
            };
        }

        private Amount above(String hedge, double least) {
            return switch (hedge) {
                case "LEAST" -> new Amount(least, null, end, computed);
                case "MORE" -> new Amount(Math.floor(least) + 1, null, end, computed);
                default -> new Amount(least * 0.9, high, end, computed);
            };
        }

        private Amount below(String hedge, double most) {
            double last = hedge.equals("LESS") ? Math.max(0, Math.ceil(most) - 1) : most;
            return new Amount(null, last, end, computed);
        }
    }

    /** The quantity that begins at word {@code at}, hedge included, or null. The words are in lower case. */
    @Nullable
    Quantity at(LineWords words, int at) {
        Found nobody = words.at("nobody", at);
        if (nobody != null) {
            return Quantity.zero(at, nobody.end());
        }
        if ((words.is(at, "none") || words.is(at, "neither")) && words.is(at + 1, "of")) {
            return Quantity.zero(at, at + 1);
        }
        int core = at;
        List<String> hedges = new ArrayList<>();
        for (Found hedge = hedge(words, core); hedge != null; hedge = hedge(words, core)) {
            hedges.add(0, hedge.value());
            core = hedge.end();
        }
        if (core == at && words.is(at, "no")) {
            return Quantity.zero(at, at + 1);
        }
        Amount amount = amount(words, core);
        if (amount == null) {
            return null;
        }
        Found after = words.at("after", amount.end());
        if (after != null && amount.low() != null) {
            amount = amount.endingAt(after.end()).hedged(after.value());
        }
        for (String hedge : hedges) {
            amount = amount.hedged(hedge);
        }
        return new Quantity(whole(amount.low()), whole(amount.high()), at, core, amount.end(), amount.computed());
    }

    private static @Nullable Found hedge(LineWords words, int at) {
        Found hedge = words.at("hedge", at);
        return hedge != null && hedge.end() < words.size() ? hedge : null;
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : Math.round(value);
    }

    private @Nullable Amount amount(LineWords words, int at) {
        Amount share = share(words, at);
        if (share != null) {
            return share;
        }
        Amount range = range(words, at);
        return range == null ? number(words, at) : range;
    }

    /** A fraction or percentage of a stated number, worked out; open at both ends where that number is not stated. */
    private @Nullable Amount share(LineWords words, int at) {
        Amount share = ratio(words, at);
        if (share == null || share.low() == null) {
            return null;
        }
        Amount base = base(words, share.end(), share.low() == 0.5);
        return base == null || base.low() == null || base.high() == null
                ? new Amount(null, null, share.end(), false)
                : new Amount(base.low() * share.low(), base.high() * share.low(), base.end(), true);
    }

    /** Half, one in five, 20 percent; null where no share stands there. */
    private @Nullable Amount ratio(LineWords words, int at) {
        Found fraction = words.at("fraction", at);
        if (fraction != null) {
            boolean number = numerals.isOfMagnitude(words, fraction.end());
            return number ? null : Amount.exact(Numerals.ratio(fraction), fraction.end());
        }
        Amount number = number(words, at);
        Double part = number == null ? null : number.exact();
        if (number == null || part == null) {
            return null;
        }
        Amount of = shareOf(words, number.end(), part);
        if (of != null) {
            return of;
        }
        return words.isOf(number.end(), "percent") ? Amount.exact(part / 100, number.end() + 1) : null;
    }

    /** The share that so many are of the number behind: <em>nine of every ten</em>, <em>one in five</em>; or null. */
    private @Nullable Amount shareOf(LineWords words, int at, double part) {
        Found every = words.at("share", at);
        int from = every == null ? at + 1 : every.end();
        if (every == null && words.is(at, "out") && words.is(at + 1, "of")) {
            from++;
        } else if (every == null && !words.isOf(at, "inof")) {
            return null;
        }
        Amount many = number(words, from);
        Double whole = many == null ? null : many.exact();
        if (many == null || whole == null) {
            return null;
        }
        // "one of five brothers" counts one; "nine of ten families" is said of any number of them
        boolean share = every == null ? isShare(part, whole) && (!words.is(at, "of") || whole == 10) : part < whole;
        return share ? Amount.exact(part / whole, many.end()) : null;
    }

    /** <em>One in five</em>, <em>nine in 10</em>, not <em>killing five in 2016</em>. */
    private static boolean isShare(double part, double whole) {
        return part < whole && (whole == 10 || (part == 1 && whole <= 100));
    }

    /** The stated number of which a share is taken: <em>of its 23 million, of the country's more than 2,000</em>. */
    private @Nullable Amount base(LineWords words, int at, boolean half) {
        boolean of = words.is(at, "of");
        if (!of && !half) {
            return null;
        }
        int from = of ? at + 1 : at;
        for (int i = from; i <= from + LONGEST_OWNER; i++) {
            Found hedge = hedge(words, i);
            Amount base = of || i > from ? number(words, hedge == null ? i : hedge.end()) : null;
            if (base != null) {
                return hedge == null ? base : base.hedged(hedge.value());
            }
            if (!words.isOf(i, "baseowner") && !words.is(i + 1, "'s")) {
                return null;
            }
        }
        return null;
    }

    /** 20 to 30, between 20 and 30, 20-30, 20–30, two or three, from 42 to more than 60. */
    private @Nullable Amount range(LineWords words, int at) {
        boolean between = words.is(at, "between");
        boolean from = words.is(at, "from") && words.isOf(at - 1, "range");
        int start = between || from ? at + 1 : at;
        Amount joined = joined(words, start);
        if (joined != null) {
            return joined;
        }
        Amount first = number(words, start);
        Double least = first == null ? null : first.exact();
        if (first == null || least == null) {
            return null;
        }
        int joint = first.end();
        boolean or = words.is(joint, "or");
        boolean joins = words.isOf(joint, "to") || (between && words.is(joint, "and"));
        Found hedge = hedge(words, joint + 1);
        if (!joins || (or && hedge != null)) {
            return null;
        }
        Amount second = number(words, hedge == null ? joint + 1 : hedge.end());
        Double most = second == null ? null : second.exact();
        if (second == null || most == null) {
            return null;
        }
        double low = joint == start + 1 ? lowEnd(least, most, words.value("magnitude", second.end() - 1)) : least;
        // "from 14 to 22" tells a change unless the verb before it tells a range
        boolean change = words.is(at - 1, "from") && !from;
        boolean alternative = or && most > least * 2 + 1;
        if (low >= most || change || alternative) {
            return null;
        }
        Amount upper = hedge == null ? second : second.hedged(hedge.value());
        return new Amount(low, upper.high(), second.end(), false);
    }

    /** 2 in <em>2 to 3 million</em>, as the magnitude behind it has it. */
    private static double lowEnd(double first, double second, @Nullable String magnitude) {
        double factor = magnitude == null ? 1 : Double.parseDouble(magnitude);
        return first < factor && first * factor < second ? first * factor : first;
    }

    /** 20-30 as one word. */
    private @Nullable Amount joined(LineWords words, int at) {
        String word = words.low(at);
        int hyphen = Math.max(word.indexOf('-'), word.indexOf('\u2013'));
        if (hyphen <= 0) {
            return null;
        }
        double low = numerals.digits(word.substring(0, hyphen));
        double high = numerals.digits(word.substring(hyphen + 1));
        if (low < 0 || high <= low) {
            return null;
        }
        Found magnitude = words.at("magnitude", at + 1);
        double factor = magnitude == null ? 1 : Numerals.factor(magnitude);
        return new Amount(low * factor, high * factor, magnitude == null ? at + 1 : magnitude.end(), false);
    }

    private @Nullable Amount number(LineWords words, int at) {
        Numeral numeral = numerals.at(words, at);
        if (numeral == null) {
            return vague(words, at);
        }
        // nothing is counted below zero
        return numeral.value() < 0
                ? new Amount(null, null, numeral.end(), false)
                : Amount.exact(numeral.value(), numeral.end());
    }

    /** Dozens, tens of thousands, several hundred, a few thousand. */
    private static @Nullable Amount vague(LineWords words, int at) {
        Found vague = words.at("vague", at);
        if (vague == null) {
            return null;
        }
        int comma = vague.value().indexOf(',');
        double low = Double.parseDouble(vague.value().substring(0, comma));
        double high = Double.parseDouble(vague.value().substring(comma + 1));
        boolean of = words.is(vague.end(), "of");
        Found magnitude = words.at("magnitude", of ? vague.end() + 1 : vague.end());
        if (magnitude == null || !isCounted(words, magnitude, low < 10, of)) {
            return new Amount(low, high, vague.end(), false);
        }
        double factor = Numerals.factor(magnitude);
        return new Amount(low * factor, (high + 1) * factor - 1, magnitude.end(), false);
    }

    /** Whether a vague number is one of the magnitude: tens of thousands, several thousand; not hundreds thousand. */
    private static boolean isCounted(LineWords words, Found magnitude, boolean few, boolean of) {
        boolean plural = words.low(magnitude.start()).endsWith("s");
        return few ? plural || !of : of == plural && magnitude.value().length() > 2;
    }
}

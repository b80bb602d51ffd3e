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

    private final CountWords lexicon;
    private final Numerals numerals;

    Quantities(CountWords lexicon) {
        this.lexicon = lexicon;
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

        boolean isExact() {
            return low != null && low.equals(high);
        }
    }

    /** The quantity that begins at word {@code at}, hedge included, or null. The words are in lower case. */
    @Nullable
    Quantity at(List<String> words, int at) {
        String word = word(words, at);
        if (word.equals("nobody")) {
            return new Quantity(0L, 0L, at, at, at + 1, false);
        }
        boolean noOne = word.equals("no") && word(words, at + 1).equals("one");
        boolean none = word.equals("none") && word(words, at + 1).equals("of");
        if (noOne || none) {
            return new Quantity(0L, 0L, at, at, noOne ? at + 2 : at + 1, false);
        }
        int core = at;
        List<String> hedges = new ArrayList<>();
        for (Found hedge = hedge(words, core); hedge != null; hedge = hedge(words, core)) {
            hedges.add(hedge.value());
            core = hedge.end();
        }
        if (core == at && word.equals("no")) {
            return new Quantity(0L, 0L, at, at, at + 1, false);
        }
        Amount amount = amount(words, core);
        if (amount == null) {
            return null;
        }
        Found after = lexicon.at("after", words, amount.end());
        if (after != null && amount.low() != null) {
            amount = hedged(after.value(), new Amount(amount.low(), amount.high(), after.end(), amount.computed()));
        }
        for (int i = hedges.size() - 1; i >= 0; i--) {
            amount = hedged(hedges.get(i), amount);
        }
        return new Quantity(whole(amount.low()), whole(amount.high()), at, core, amount.end(), amount.computed());
    }

    private @Nullable Found hedge(List<String> words, int at) {
        Found hedge = lexicon.at("hedge", words, at);
        return hedge != null && hedge.end() < words.size() ? hedge : null;
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : Math.round(value);
    }

    private static Amount hedged(String hedge, Amount amount) {
        Double low = amount.low();
        Double high = amount.high();
        int end = amount.end();
        boolean computed = amount.computed();
        return switch (hedge) {
            case "LEAST" -> low == null ? amount : new Amount(low, null, end, computed);
            case "MORE" -> low == null ? amount : new Amount(Math.floor(low) + 1, null, end, computed);
            case "ABOUT" -> low == null || !low.equals(high) ? amount : new Amount(low * 0.9, low * 1.1, end, computed);
            case "NEARLY" -> low == null ? amount : new Amount(low * 0.9, high, end, computed);
            case "MOST" -> high == null ? amount : new Amount(null, high, end, computed);
            case "LESS" -> high == null ? amount : new Amount(null, Math.max(0, Math.ceil(high) - 1), end, computed);
            default -> amount;
        };
    }

    private static String word(List<String> words, int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    private @Nullable Amount amount(List<String> words, int at) {
        Amount share = share(words, at);
        if (share != null) {
            return share;
        }
        Amount range = range(words, at);
        return range == null ? number(words, at) : range;
    }

    /** A fraction or percentage of a stated number, worked out; open at both ends where that number is not stated. */
    private @Nullable Amount share(List<String> words, int at) {
        Found fraction = lexicon.at("fraction", words, at);
        double share;
        int end;
        if (fraction != null) {
            share = Numerals.ratio(fraction);
            end = fraction.end();
            if (numerals.isOfMagnitude(words, end)) {
                return null;
            }
        } else {
            Amount number = number(words, at);
            if (number == null || !number.isExact() || number.low() == null) {
                return null;
            }
            end = number.end();
            Amount many = word(words, end).equals("in") ? number(words, end + 1) : null;
            if (many != null && many.low() != null && many.isExact() && isShare(number.low(), many.low())) {
                share = number.low() / many.low();
                end = many.end();
            } else if (lexicon.is("percent", word(words, end))) {
                share = number.low() / 100;
                end++;
            } else {
                return null;
            }
        }
        Amount base = base(words, end, share == 0.5);
        return base == null || base.low() == null || base.high() == null
                ? new Amount(null, null, end, false)
                : new Amount(base.low() * share, base.high() * share, base.end(), true);
    }

    /** <em>One in five</em>, <em>nine in 10</em>, not <em>killing five in 2016</em>. */
    private static boolean isShare(double part, double whole) {
        return part < whole && part <= 10 && (part == 1 && whole <= 100 || whole == 10);
    }

    /** The stated number of which a share is taken: <em>of its 23 million, of the country's more than 2,000</em>. */
    private @Nullable Amount base(List<String> words, int at, boolean half) {
        boolean of = word(words, at).equals("of");
        if (!of && !half) {
            return null;
        }
        int from = of ? at + 1 : at;
        for (int i = from; i <= from + LONGEST_OWNER && i < words.size(); i++) {
            int core = i;
            Found hedge = hedge(words, i);
            if (hedge != null) {
                core = hedge.end();
            }
            Amount base = of || i > from ? number(words, core) : null;
            if (base != null) {
                return hedge == null ? base : hedged(hedge.value(), base);
            }
            boolean owner = i + 1 < words.size()
                    && (isDeterminer(word(words, i))
                            || word(words, i).equals("'s")
                            || word(words, i + 1).equals("'s"));
            if (!owner) {
                return null;
            }
        }
        return null;
    }

    private static boolean isDeterminer(String word) {
        return switch (word) {
            case "the", "its", "their", "his", "her", "our", "those", "these", "all" -> true;
            default -> false;
        };
    }

    /** 20 to 30, between 20 and 30, 20-30, 20–30, two or three, from 42 to more than 60. */
    private @Nullable Amount range(List<String> words, int at) {
        String opening = word(words, at);
        boolean between = opening.equals("between");
        boolean from = opening.equals("from") && at > 0 && lexicon.is("range", word(words, at - 1));
        int start = between || from ? at + 1 : at;
        Amount joined = joined(word(words, start), words, start);
        if (joined != null) {
            return joined;
        }
        Amount first = number(words, start);
        if (first == null || first.low() == null || !first.isExact()) {
            return null;
        }
        String joint = word(words, first.end());
        boolean to = joint.equals("to") || joint.equals("or") || joint.equals("\u2013") || joint.equals("-");
        if (!to && !(between && joint.equals("and"))) {
            return null;
        }
        Found hedge = hedge(words, first.end() + 1);
        if (hedge != null && joint.equals("or")) {
            return null;
        }
        Amount second = number(words, hedge == null ? first.end() + 1 : hedge.end());
        if (second == null || second.low() == null || !second.isExact()) {
            return null;
        }
        double low = lowEnd(first.low(), words, start, second);
        // "from 14 to 22" tells a change unless the verb before it tells a range
        boolean change = at > 0 && word(words, at - 1).equals("from") && !from;
        boolean alternative = joint.equals("or") && second.low() > first.low() * 2 + 1;
        if (low >= second.low() || change || alternative) {
            return null;
        }
        Amount upper = hedge == null ? second : hedged(hedge.value(), second);
        return new Amount(low, upper.high(), second.end(), false);
    }

    /** 2 in <em>2 to 3 million</em>, as the magnitude behind it has it. */
    private double lowEnd(double first, List<String> words, int start, Amount second) {
        String magnitude = lexicon.value("magnitude", word(words, second.end() - 1));
        Amount one = number(words, start);
        boolean plain = one != null && one.end() == start + 1;
        if (magnitude == null || !plain || second.low() == null) {
            return first;
        }
        double factor = Double.parseDouble(magnitude);
        return first < factor && first * factor < second.low() ? first * factor : first;
    }

    /** 20-30 as one word. */
    private @Nullable Amount joined(String word, List<String> words, int at) {
        int hyphen = Math.max(word.indexOf('-'), word.indexOf('\u2013'));
        if (hyphen <= 0 || hyphen == word.length() - 1) {
            return null;
        }
        double low = numerals.digits(word.substring(0, hyphen));
        double high = numerals.digits(word.substring(hyphen + 1));
        if (low < 0 || high <= low) {
            return null;
        }
        Found magnitude = lexicon.at("magnitude", words, at + 1);
        double factor = magnitude == null ? 1 : Numerals.factor(magnitude);
        return new Amount(low * factor, high * factor, magnitude == null ? at + 1 : magnitude.end(), false);
    }

    private @Nullable Amount number(List<String> words, int at) {
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
    private @Nullable Amount vague(List<String> words, int at) {
        Found vague = lexicon.at("vague", words, at);
        if (vague == null) {
            return null;
        }
        int comma = vague.value().indexOf(',');
        double low = Double.parseDouble(vague.value().substring(0, comma));
        double high = Double.parseDouble(vague.value().substring(comma + 1));
        boolean few = low < 10;
        int end = vague.end();
        boolean of = word(words, end).equals("of");
        Found magnitude = lexicon.at("magnitude", words, of ? end + 1 : end);
        // dozens of millions are a number, and so are several thousand; hundreds million are none
        if (magnitude == null) {
            return new Amount(low, high, end, false);
        }
        // tens of thousands are a number, and so are several thousand; hundreds thousand are none
        boolean plural = words.get(magnitude.start()).endsWith("s");
        if (few ? of && !plural : magnitude.value().length() < 3 || of != plural) {
            return new Amount(low, high, end, false);
        }
        double factor = Numerals.factor(magnitude);
        return new Amount(low * factor, (high + 1) * factor - 1, magnitude.end(), false);
    }
}

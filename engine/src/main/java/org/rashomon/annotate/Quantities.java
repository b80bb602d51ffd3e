package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.CountWords.Found;

/**
 * Numbers in words and digits with their hedges, as intervals: <em>about N</em> is N ± 10 %, <em>at least N</em> has no upper
 * end, <em>more than N</em> begins at N + 1, <em>up to N</em> has no lower end, <em>nearly N</em> is nine tenths of N to N,
 * <em>dozens</em> are 24–99. A fraction or percentage of a stated number is worked out and marked as computed; one of a number that
 * is not stated is none.
 */
final class Quantities {
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(\\.\\d{1,3})?(k|m|mn|mln|bn)?");
    private static final int LONGEST_OWNER = 3;
    private static final double LARGEST = 1e13;

    private final CountWords lexicon;

    Quantities(CountWords lexicon) {
        this.lexicon = lexicon;
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
            int slash = fraction.value().indexOf('/');
            share = Double.parseDouble(fraction.value().substring(0, slash))
                    / Double.parseDouble(fraction.value().substring(slash + 1));
            end = fraction.end();
            if (multiplied(words, end) != null) {
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

    /** The magnitude that a fraction is of: half <em>a million</em>, a quarter <em>of a million</em>, half <em>million</em>. */
    private @Nullable Found multiplied(List<String> words, int end) {
        int at = word(words, end).equals("of") ? end + 1 : end;
        boolean article = word(words, at).equals("a");
        if (at > end && !article) {
            return null;
        }
        Found magnitude = lexicon.at("magnitude", words, article ? at + 1 : at);
        return magnitude != null && magnitude.value().length() > 1 ? magnitude : null;
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

    /** 20-30 and two-to-three as one word. */
    private @Nullable Amount joined(String word, List<String> words, int at) {
        int hyphen = Math.max(word.indexOf('-'), word.indexOf('\u2013'));
        if (hyphen <= 0 || hyphen == word.length() - 1) {
            return null;
        }
        double low = digits(word.substring(0, hyphen));
        double high = digits(word.substring(hyphen + 1));
        if (low < 0 || high <= low) {
            return null;
        }
        Found magnitude = lexicon.at("magnitude", words, at + 1);
        double factor = magnitude == null ? 1 : Double.parseDouble(magnitude.value());
        return new Amount(low * factor, high * factor, magnitude == null ? at + 1 : magnitude.end(), false);
    }

    private @Nullable Amount number(List<String> words, int at) {
        Found fraction = lexicon.at("fraction", words, at);
        Found magnitude = fraction == null ? null : multiplied(words, fraction.end());
        if (fraction != null && magnitude != null) {
            int slash = fraction.value().indexOf('/');
            return Amount.exact(
                    Double.parseDouble(magnitude.value())
                            * Double.parseDouble(fraction.value().substring(0, slash))
                            / Double.parseDouble(fraction.value().substring(slash + 1)),
                    magnitude.end());
        }
        Amount vague = vague(words, at);
        return vague == null ? cardinal(words, at) : vague;
    }

    /** Dozens, tens of thousands, several hundred, a few thousand, a couple of hundred. */
    private @Nullable Amount vague(List<String> words, int at) {
        Found pair = lexicon.at("pair", words, word(words, at).equals("a") ? at + 1 : at);
        if (pair != null && pair.start() > at) {
            int end = word(words, pair.end()).equals("of") ? pair.end() + 1 : pair.end();
            Found magnitude = lexicon.at("magnitude", words, end);
            return magnitude == null
                    ? Amount.exact(2, pair.end())
                    : Amount.exact(2 * Double.parseDouble(magnitude.value()), magnitude.end());
        }
        if (word(words, at).equals("a") && word(words, at + 1).equals("score")) {
            return Amount.exact(20, at + 2);
        }
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
        double factor = Double.parseDouble(magnitude.value());
        return new Amount(low * factor, (high + 1) * factor - 1, magnitude.end(), false);
    }

    /** 400,000; 2.5 million; one hundred and twenty; twenty-five; two dozen; a thousand. */
    private @Nullable Amount cardinal(List<String> words, int at) {
        boolean article = word(words, at).equals("a") || word(words, at).equals("an");
        if (article) {
            Found magnitude = lexicon.at("magnitude", words, at + 1);
            if (magnitude == null
                    || magnitude.value().length() == 1
                    || word(words, at + 1).length() < 3) {
                return null;
            }
        }
        double total = 0;
        double current = article ? 1 : -1;
        double smallest = Double.MAX_VALUE;
        int end = article ? at + 1 : at;
        boolean figures = false;
        while (end < words.size()) {
            String word = words.get(end);
            double digits = digits(word);
            Found magnitude = lexicon.at("magnitude", words, end);
            Found half = half(words, end);
            boolean and = word.equals("and") && continues(words, end + 1, total, current, figures);
            if (digits >= 0) {
                boolean group = figures && current < 1000 && word.equals("000") && total == 0;
                if (current >= 0 && !group || total > 0) {
                    break;
                }
                current = group ? current * 1000 : digits;
                figures = true;
            } else if (magnitude != null) {
                double factor = Double.parseDouble(magnitude.value());
                if (current < 0 || word.equals("m") && !figures || factor >= smallest) {
                    break;
                }
                if (factor < 1000) {
                    current *= factor;
                } else {
                    total += current * factor;
                    current = -1;
                    smallest = factor;
                }
            } else if (current >= 0 && total == 0 && half != null) {
                return Amount.exact((current + 0.5) * Double.parseDouble(half.value()), half.end());
            } else if (and) {
                end++;
                continue;
            } else {
                double value = spelled(word);
                double next = added(current, value, figures);
                if (value < 0 || next < 0) {
                    break;
                }
                current = next;
            }
            end++;
        }
        double value = total + Math.max(0, current);
        boolean any = total > 0 || current >= 0;
        return any && end > (article ? at + 1 : at) && value < LARGEST ? Amount.exact(value, end) : null;
    }

    /** The magnitude in <em>two and a half million</em>. */
    private @Nullable Found half(List<String> words, int at) {
        boolean half = word(words, at).equals("and")
                && word(words, at + 1).equals("a")
                && word(words, at + 2).equals("half");
        return half ? lexicon.at("magnitude", words, at + 3) : null;
    }

    /** Whether <em>and</em> goes on with a number in words: one hundred <em>and</em> twenty. */
    private boolean continues(List<String> words, int next, double total, double current, boolean figures) {
        double value = spelled(word(words, next));
        boolean open = current >= 100 && current % 100 == 0 || total > 0 && current < 0;
        boolean another = lexicon.at("magnitude", words, next + 1) != null;
        return open && !figures && value > 0 && value < 100 && !(another && current < 0);
    }

    private static double added(double current, double value, boolean figures) {
        if (current < 0) {
            return value;
        }
        boolean units = current % 10 == 0 && current % 100 >= 20 && value >= 1 && value < 10;
        boolean hundreds = current >= 100 && current % 100 == 0 && value < 100;
        return !figures && (units || hundreds) ? current + value : -1;
    }

    /** The value of a word: twenty, twenty-five, -1 for none. */
    private double spelled(String word) {
        String value = lexicon.value("number", word);
        if (value != null) {
            return Double.parseDouble(value);
        }
        int hyphen = word.indexOf('-');
        String tens = hyphen < 0 ? null : lexicon.value("number", word.substring(0, hyphen));
        String ones = hyphen < 0 ? null : lexicon.value("number", word.substring(hyphen + 1));
        return tens == null || ones == null ? -1 : added(Double.parseDouble(tens), Double.parseDouble(ones), false);
    }

    /** 400,000; 400000; 2.5; 1.5m; -1 for none. */
    private double digits(String word) {
        if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
            return -1;
        }
        Matcher matcher = DIGITS.matcher(word);
        if (!matcher.matches()) {
            return -1;
        }
        String fraction = matcher.group(2);
        String magnitude = matcher.group(3);
        double value = Double.parseDouble(matcher.group(1).replace(",", "") + (fraction == null ? "" : fraction));
        return magnitude == null
                ? value
                : value * Double.parseDouble(Objects.requireNonNull(lexicon.value("magnitude", magnitude)));
    }
}

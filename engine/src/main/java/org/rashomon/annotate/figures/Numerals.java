package org.rashomon.annotate.figures;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;

/**
 * Numbers in words and digits, as newspapers write them: 400,000; 1.5m; 2½ million; one hundred and twenty; two dozen; half a
 * million; minus five. A hyphen before digits is no minus, for it opens lists and joins ranges; 9/11 and 24/7 are no fractions.
 */
final class Numerals {
    /** Digits with commas by thousands, or by lakhs and crores; with stops by thousands, where there are two; or plain. */
    private static final Pattern DIGITS = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,12})(\\.\\d{1,6})?(k|m|mn|mln|bn)?");

    private static final double LARGEST = 1e13;
    private static final String AND_A_HALF = "-and-a-half";

    private final CountWords lexicon;

    Numerals(CountWords lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * A number.
     *
     * @param end one past its last word
     */
    record Numeral(double value, int end) {}

    /** The number that begins at word {@code at}, or null. The words are in lower case. */
    @Nullable
    Numeral at(LineWords words, int at) {
        if (words.isOf(at, "minus")) {
            Numeral number = positive(words, at + 1);
            return number == null ? null : new Numeral(-number.value(), number.end());
        }
        return positive(words, at);
    }

    private @Nullable Numeral positive(LineWords words, int at) {
        Found fraction = words.at("fraction", at);
        Found magnitude = fraction == null ? null : multiplied(words, fraction.end());
        if (fraction != null && magnitude != null) {
            return new Numeral(factor(magnitude) * ratio(fraction), magnitude.end());
        }
        Found pair = words.is(at, "a") ? words.at("pair", at + 1) : null;
        if (pair != null) {
            double value = Double.parseDouble(pair.value());
            Found many = words.at("magnitude", words.is(pair.end(), "of") ? pair.end() + 1 : pair.end());
            return many == null ? new Numeral(value, pair.end()) : new Numeral(value * factor(many), many.end());
        }
        return cardinal(words, at);
    }

    /** Whether a fraction that ends there is one of a magnitude, hence a number: <em>half a million</em>. */
    boolean isOfMagnitude(LineWords words, int fractionEnd) {
        return multiplied(words, fractionEnd) != null;
    }

    /** The value of a fraction of the table. */
    static double ratio(Found fraction) {
        int slash = fraction.value().indexOf('/');
        return Double.parseDouble(fraction.value().substring(0, slash))
                / Double.parseDouble(fraction.value().substring(slash + 1));
    }

    static double factor(Found magnitude) {
        return Double.parseDouble(magnitude.value());
    }

    /** The magnitude that a fraction is of: half <em>a million</em>, a quarter <em>of a million</em>, half <em>million</em>. */
    private static @Nullable Found multiplied(LineWords words, int end) {
        int at = words.is(end, "of") ? end + 1 : end;
        boolean article = words.is(at, "a");
        if (at > end && !article) {
            return null;
        }
        Found magnitude = words.at("magnitude", article ? at + 1 : at);
        return magnitude != null && magnitude.value().length() > 1 ? magnitude : null;
    }

    /** 400,000; 2.5 million; one hundred and twenty; twenty-five; two dozen; a thousand. */
    private @Nullable Numeral cardinal(LineWords words, int at) {
        boolean article = words.is(at, "a") || words.is(at, "an");
        if (article && (words.low(at + 1).length() < 3 || !words.begins("magnitude", at + 1))) {
            return null;
        }
        double total = 0;
        double current = article ? 1 : -1;
        double smallest = Double.MAX_VALUE;
        int multiplied = -1;
        int end = article ? at + 1 : at;
        boolean figures = false;
        while (end < words.size()) {
            String word = words.low(end);
            double digits = words.isOf(end, "fraction") ? -1 : digits(word);
            Found magnitude = words.at("magnitude", end);
            Numeral mixed = current >= 0 && total == 0 ? withFraction(current, words, end, figures) : null;
            boolean and = words.is(end, "and") && continues(words, end + 1, total, current, figures);
            if (digits >= 0) {
                boolean group = figures && current < 1000 && words.is(end, "000");
                if (total > 0 || (current >= 0 && !group)) {
                    break;
                }
                current = group ? current * 1000 : digits;
                figures = true;
            } else if (magnitude != null) {
                double factor = factor(magnitude);
                if (current < 0 && multiplied == end && factor > smallest) {
                    // three thousand million
                    return new Numeral(total * factor, end + 1);
                }
                boolean metres = words.is(end, "m") && !figures;
                if (metres || current < 0 || factor >= smallest) {
                    break;
                }
                if (factor < 1000) {
                    current *= factor;
                } else {
                    multiplied = end + 1;
                    total += current * factor;
                    current = -1;
                    smallest = factor;
                }
            } else if (mixed != null) {
                return mixed;
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
        boolean any = end > (article ? at + 1 : at);
        return any && value < LARGEST ? new Numeral(value, end) : null;
    }

    /** <em>2 1/2 million, two and a half million, 2½</em>. */
    private @Nullable Numeral withFraction(double whole, LineWords words, int at, boolean figures) {
        boolean and = words.is(at, "and");
        Found fraction = words.at("fraction", and ? at + 1 : at);
        if (fraction == null || (!and && !figures)) {
            return null;
        }
        Found magnitude = words.at("magnitude", fraction.end());
        double value = whole + ratio(fraction);
        if (magnitude == null) {
            return and ? null : new Numeral(value, fraction.end());
        }
        return new Numeral(value * factor(magnitude), magnitude.end());
    }

    /** Whether <em>and</em> goes on with a number in words: one hundred <em>and</em> twenty. */
    private boolean continues(LineWords words, int next, double total, double current, boolean figures) {
        double value = spelled(words.low(next));
        boolean open = (current >= 100 && current % 100 == 0) || (total > 0 && current < 0);
        boolean another = words.begins("magnitude", next + 1);
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

    /** The value of a word: twenty, twenty-five, two-and-a-half, -1 for none. */
    private double spelled(String word) {
        String value = lexicon.value("number", word);
        if (value != null) {
            return Double.parseDouble(value);
        }
        if (word.endsWith(AND_A_HALF)) {
            double whole = spelled(word.substring(0, word.length() - AND_A_HALF.length()));
            return whole < 0 ? -1 : whole + 0.5;
        }
        int hyphen = word.indexOf('-');
        String tens = hyphen < 0 ? null : lexicon.value("number", word.substring(0, hyphen));
        String ones = hyphen < 0 ? null : lexicon.value("number", word.substring(hyphen + 1));
        return tens == null || ones == null ? -1 : added(Double.parseDouble(tens), Double.parseDouble(ones), false);
    }

    /** 400,000; 400000; 2.5; 1.5m; -1 for none. */
    double digits(String word) {
        Matcher matcher = DIGITS.matcher(word);
        if (!matcher.matches()) {
            return -1;
        }
        String fraction = matcher.group(2);
        String magnitude = matcher.group(3);
        String whole = matcher.group(1).replace(",", "").replace(".", "");
        double value = Double.parseDouble(whole + (fraction == null ? "" : fraction));
        return magnitude == null
                ? value
                : value * Double.parseDouble(Objects.requireNonNull(lexicon.value("magnitude", magnitude)));
    }
}

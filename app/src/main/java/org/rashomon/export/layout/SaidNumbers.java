package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.words.Tsv;

/** The numbers that words hold, in digits or spelled out; <em>dozens</em> is none. */
final class SaidNumbers {
    private static final Pattern TOKEN = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?|[a-z]+");
    private static final Map<String, Long> WORDS = words();
    private static final Map<String, Long> FACTORS =
            Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L, "dozen", 12L);
    private static final int MOST_DIGITS = 15;

    private SaidNumbers() {}

    /** In the order of the text. */
    static List<Long> in(String text) {
        List<Long> numbers = new ArrayList<>();
        Matcher token = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        double number = -1;
        while (token.find()) {
            String word = token.group();
            double value = value(word);
            Long factor = FACTORS.get(word);
            if (factor != null) {
                number = (number < 0 ? 1 : number) * factor;
            } else if (value >= 0 && isUnitOf(number, value)) {
                number += value;
            } else if (!(word.equals("and") && number >= 100)) {
                add(number, numbers);
                number = value;
            }
        }
        add(number, numbers);
        return numbers;
    }

    /** <em>twenty</em> and <em>one</em>, <em>a hundred</em> and <em>twelve</em>. */
    private static boolean isUnitOf(double number, double value) {
        boolean tens = number >= 20 && number < 100 && number % 10 == 0 && value >= 1 && value < 10;
        boolean hundreds = number >= 100 && number % 100 == 0 && value < number && value < 1_000;
        return tens || hundreds;
    }

    private static double value(String word) {
        if (Character.isDigit(word.charAt(0))) {
            String digits = word.replace(",", "");
            return digits.length() > MOST_DIGITS ? -1 : Double.parseDouble(digits);
        }
        Long value = WORDS.get(word);
        return value == null ? -1 : value;
    }

    private static void add(double number, List<Long> numbers) {
        if (number >= 0) {
            numbers.add(Math.round(number));
        }
    }

    private static Map<String, Long> words() {
        Map<String, Long> words = new HashMap<>();
        Tsv.rows("en/figure-words.tsv").stream()
                .filter(row -> row.cell(0).equals("number"))
                .forEach(row -> row.list(2).forEach(word -> words.put(word, Long.valueOf(row.cell(1)))));
        return words;
    }
}

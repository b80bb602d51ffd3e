package org.rashomon.annotate;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The lexicon of {@link TimeGrammar}. */
final class TimeWords {
    private static final int LONGEST_NUMBER_DIGITS = 7;

    private final Map<String, Map<String, String>> classes = new HashMap<>();

    TimeWords() {
        for (Tsv.Row row : Tsv.rows("time-words.tsv")) {
            Map<String, String> words = classes.computeIfAbsent(row.cell(0), key -> new HashMap<>());
            row.list(2).forEach(word -> words.put(word, row.cell(1)));
        }
    }

    /** The value that a word has in a class, or null. Months and weekdays need their capital. */
    @Nullable
    String value(String wordClass, String word) {
        Map<String, String> words = classes.getOrDefault(wordClass, Map.of());
        boolean proper = wordClass.equals("month") || wordClass.equals("weekday");
        return words.get(proper ? capitalised(word) : Names.lower(word));
    }

    /** {@code FRIDAY} as {@code Friday}; {@code friday} as it stands. */
    private static String capitalised(String word) {
        boolean capitals = word.length() > 3 && word.chars().noneMatch(Character::isLowerCase);
        return capitals ? word.charAt(0) + Names.lower(word.substring(1)) : word;
    }

    OptionalInt integer(String wordClass, String word) {
        String value = value(wordClass, word);
        return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    /** A count in digits or words: 12, twelve, twenty-five. */
    OptionalInt count(String word) {
        if (isDigits(word)) {
            return word.length() <= LONGEST_NUMBER_DIGITS
                    ? OptionalInt.of(Integer.parseInt(word))
                    : OptionalInt.empty();
        }
        OptionalInt plain = integer("number", word);
        int hyphen = word.indexOf('-');
        if (plain.isPresent() || hyphen < 0) {
            return plain;
        }
        OptionalInt tens = integer("number", word.substring(0, hyphen));
        OptionalInt ones = integer("number", word.substring(hyphen + 1));
        return tens.isPresent() && ones.isPresent() && tens.getAsInt() >= 20 && ones.getAsInt() < 10
                ? OptionalInt.of(tens.getAsInt() + ones.getAsInt())
                : OptionalInt.empty();
    }

    static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The day of a month: 5, 05, 5th. */
    static OptionalInt dayOfMonth(String word) {
        String digits = word;
        if (word.length() > 2 && Character.isDigit(word.charAt(0))) {
            String end = Names.lower(word.substring(word.length() - 2));
            if (end.equals("st") || end.equals("nd") || end.equals("rd") || end.equals("th")) {
                digits = word.substring(0, word.length() - 2);
            }
        }
        if (digits.length() > 2 || !isDigits(digits)) {
            return OptionalInt.empty();
        }
        int day = Integer.parseInt(digits);
        return day >= 1 && day <= 31 ? OptionalInt.of(day) : OptionalInt.empty();
    }

    /** A year written with four digits, 1500 to 2099. */
    static OptionalInt year(String word) {
        if (word.length() != 4 || !isDigits(word)) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(word);
        return year >= 1500 && year < 2100 ? OptionalInt.of(year) : OptionalInt.empty();
    }
}

package org.rashomon.annotate.times;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.words.NameForms;
import org.rashomon.words.Tsv;

/**
 * The lexicon of {@link TimeGrammar}: the classes of {@code time-words.tsv}, those that a word's digits tell, of
 * {@code time-shapes.tsv}, and the numbers of several words: {@code number}, {@code spoken}, {@code spelled}.
 */
final class TimeWords {
    private static final int LONGEST_NUMBER_DIGITS = 7;

    /** The classes with which a number of several words may begin. */
    private static final Set<String> COUNTING = keys("number", "vague", "count", "ordinal", "counting");

    /** The classes of each word, by its lower-case form. */
    private final Map<String, Map<String, String>> classes = new HashMap<>();

    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, List<Shape>> shapes = new HashMap<>();

    TimeWords() {
        for (Tsv.Row row : Tsv.rows("en/time-words.tsv")) {
            for (String word : row.list(2)) {
                classes.computeIfAbsent(NameForms.lower(word), key -> new HashMap<>())
                        .put(row.cell(0), row.cell(1));
            }
        }
        classes.forEach((word, values) ->
                keys.put(word, List.copyOf(keys(values.keySet().toArray(String[]::new)))));
        for (Tsv.Row row : Tsv.rows("en/time-shapes.tsv")) {
            shapes.computeIfAbsent(row.cell(0), key -> new ArrayList<>())
                    .add(new Shape(Pattern.compile(row.cell(2)), row.cell(1)));
        }
    }

    /** A number of units: digits as they stand, {@code 2.5}, or {@code X} when vague. */
    record Count(String value, int end) {}

    /** What words of a class look like, and how their value is made of their groups. */
    private record Shape(Pattern pattern, String value) {}

    private static Set<String> keys(String... wordClasses) {
        Set<String> keys = new LinkedHashSet<>();
        for (String wordClass : wordClasses) {
            keys.add("{" + wordClass);
        }
        return keys;
    }

    /** The value that a word has in a class, or null. Months and weekdays that are other words too need their capital. */
    @Nullable
    String value(String wordClass, TimePiece piece) {
        String value = classes.getOrDefault(piece.lower(), Map.of()).get(wordClass);
        if (value == null) {
            return Character.isDigit(piece.raw().charAt(0)) ? shape(wordClass, piece.lower()) : null;
        }
        return switch (wordClass) {
            case "month", "weekday", "weekdays" -> isName(piece) ? value : null;
            default -> value;
        };
    }

    /** Whether the word has its capital, or is no other word without it. */
    private boolean isName(TimePiece piece) {
        return Character.isUpperCase(piece.raw().charAt(0))
                || !classes.getOrDefault(piece.lower(), Map.of()).containsKey("homograph");
    }

    /** Every class that the word alone has, each with a brace before it. */
    List<String> keysOf(TimePiece piece) {
        return keys.getOrDefault(piece.lower(), List.of());
    }

    /** What the index may know the beginning of a word or number of this class by. */
    static Set<String> startsOf(String wordClass) {
        Set<String> starts = keys(wordClass);
        starts.add("#");
        if (isOfSeveralWords(wordClass)) {
            starts.addAll(COUNTING);
        }
        return starts;
    }

    private static boolean isOfSeveralWords(String wordClass) {
        return switch (wordClass) {
            case "number", "spoken", "spelled" -> true;
            default -> false;
        };
    }

    private @Nullable String shape(String wordClass, String word) {
        for (Shape shape : shapes.getOrDefault(wordClass, List.of())) {
            Matcher matcher = shape.pattern().matcher(word);
            if (matcher.matches()) {
                StringBuilder value = new StringBuilder();
                matcher.appendReplacement(value, shape.value());
                return value.toString();
            }
        }
        return null;
    }

    /** What of class {@code name} begins at {@code at}, or null. */
    @Nullable
    Count at(String name, TimeLine line, int at) {
        return switch (name) {
            case "number" -> countAt(line, at);
            case "spoken" -> spokenYear(line, at);
            case "spelled" -> spelledDay(line, at);
            default -> counted(line.value(name, at), at + 1);
        };
    }

    private static @Nullable Count counted(@Nullable String value, int end) {
        return value == null ? null : new Count(value, end);
    }

    /** The count that begins at {@code at}: 12, twelve, twenty-five, a hundred, 2.5, 2 1/2, two and a half, several, a few. */
    private @Nullable Count countAt(TimeLine line, int at) {
        boolean article = line.is("article", at);
        int first = article ? at + 1 : at;
        if (line.isWord("half", first)) {
            int end = line.past("-", first + 1);
            return new Count("0.5", article || !line.is("article", end) ? end : line.past("-", end + 1));
        }
        if (line.isWord("couple", first)) {
            return new Count("2", line.past("of", first + 1));
        }
        if (line.is("vague", first)) {
            return new Count("X", line.past("of", first + 1));
        }
        String counted = line.value("count", first);
        if (counted != null) {
            return new Count(counted, first + 1);
        }
        return line.isWord("between", at) ? between(line, at + 1) : range(line, at);
    }

    /** Two and five, after "between". */
    private @Nullable Count between(TimeLine line, int at) {
        Count one = plain(line, at);
        Count other = one == null || !line.isWord("and", one.end()) ? null : plain(line, one.end() + 1);
        return other == null ? null : new Count("X", other.end());
    }

    /** A number, 20-odd and two-plus, two to five. */
    private @Nullable Count range(TimeLine line, int at) {
        Count one = plain(line, at);
        if (one == null) {
            return null;
        }
        int odd = line.past("-", one.end());
        if (line.is("odd", odd)) {
            return new Count(one.value(), odd + 1);
        }
        int next = one.end() + 1;
        Count other = line.is("alternative", one.end()) && !line.is("article", next) ? plain(line, next) : null;
        return other == null ? one : new Count("X", other.end());
    }

    private @Nullable Count plain(TimeLine line, int at) {
        return Character.isDigit(line.initial(at)) ? inFigures(line, at) : inWords(line, at);
    }

    private @Nullable Count inFigures(TimeLine line, int at) {
        String digits = line.lower(at).replace(",", "");
        if (digits.length() > LONGEST_NUMBER_DIGITS || shape("decimal", digits) == null) {
            return null;
        }
        boolean millions = line.isWord("million", at + 1) && digits.length() < 4 && isDigits(digits);
        if (millions) {
            return new Count(digits + "000000", at + 2);
        }
        return line.isWord("1/2", at + 1) ? new Count(digits + ".5", at + 2) : new Count(digits, at + 1);
    }

    private @Nullable Count inWords(TimeLine line, int at) {
        OptionalInt number = integer("number", line.lower(at));
        if (number.isEmpty()) {
            return null;
        }
        int value = number.getAsInt();
        int end = at + 1;
        int ones = isTens(value) ? ones(line, line.past("-", end)) : 0;
        if (ones > 0) {
            value += ones;
            end = line.past("-", end) + 1;
        }
        for (OptionalInt power = power(line, end); value < 1000 && power.isPresent(); power = power(line, end)) {
            value *= power.getAsInt();
            end++;
        }
        int half = andHalf(line, end);
        return half > 0 ? new Count(value + ".5", half) : new Count(String.valueOf(value), end);
    }

    private static boolean isTens(int value) {
        return value >= 20 && value < 100;
    }

    private OptionalInt power(TimeLine line, int at) {
        return integer("power", line.lower(at));
    }

    /** The number below ten that stands at {@code at}, or 0. */
    private int ones(TimeLine line, int at) {
        int ones =
                line.is("article", at) ? 0 : integer("number", line.lower(at)).orElse(0);
        return ones < 10 ? ones : 0;
    }

    /** Where "and a half" or "-and-a-half" ends that begins at {@code at}, or -1. */
    private static int andHalf(TimeLine line, int at) {
        int and = line.past("-", at);
        int article = line.past("-", and + 1);
        int half = line.past("-", line.past("a", article));
        return line.isWord("and", and) && line.isWord("half", half) ? half + 1 : -1;
    }

    /** A year in words: nineteen ninety-seven, twenty ten, two thousand and nine. */
    private @Nullable Count spokenYear(TimeLine line, int at) {
        int hundreds = integer("number", line.lower(at)).orElse(0);
        boolean thousands = hundreds == 2 && line.isWord("thousand", at + 1);
        int next = thousands ? line.past("and", at + 2) : at + 1;
        Count rest = Character.isDigit(line.initial(next)) || line.is("article", next) ? null : plain(line, next);
        int years = rest == null || rest.value().length() > 2 ? 0 : Integer.parseInt(rest.value());
        if (thousands) {
            return years == 0 || rest == null ? new Count("2000", at + 2) : new Count(2000 + years + "", rest.end());
        }
        boolean spoken = hundreds >= 18 && hundreds <= 20 && years >= 10;
        return rest == null || !spoken ? null : new Count(hundreds + rest.value(), rest.end());
    }

    /** An ordinal number to 31: 3rd, third, twenty-first. */
    private @Nullable Count spelledDay(TimeLine line, int at) {
        String ordinal = line.value("ordinal", at);
        if (ordinal != null) {
            return new Count(ordinal, at + 1);
        }
        int tens = integer("number", line.lower(at)).orElse(0);
        int next = line.past("-", at + 1);
        int ones = integer("ordinal", line.lower(next)).orElse(10);
        return (tens == 20 || tens == 30) && ones < 10 ? new Count(String.valueOf(tens + ones), next + 1) : null;
    }

    private OptionalInt integer(String wordClass, String lower) {
        String value = classes.getOrDefault(lower, Map.of()).get(wordClass);
        return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

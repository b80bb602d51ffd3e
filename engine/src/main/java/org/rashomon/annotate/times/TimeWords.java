package org.rashomon.annotate.times;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.words.Names;
import org.rashomon.words.Tsv;

/**
 * The lexicon of {@link TimeGrammar}: the classes of {@code time-words.tsv}, and those that a word's shape tells: {@code year},
 * {@code dom} (day of a month), {@code iso} and {@code figures} (dates in figures), {@code clock}, {@code hour}, {@code hhmm}.
 */
final class TimeWords {
    private static final int LONGEST_NUMBER_DIGITS = 7;

    private static final Pattern YEAR_MONTH = Pattern.compile("((?:19|20)\\d{2})[-/](\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})/((?:19|20)\\d{2})");

    /** What may follow a number that is not exact. */
    private static final Set<String> ODD = Set.of("odd", "plus");

    private static final List<String> POWERS = List.of("hundred", "thousand", "million");

    /** Classes whose words are names: they need their capital. */
    private static final Set<String> NAMES = Set.of("month", "weekday", "weekdays");

    /** The classes of each word, by its lower-case form. */
    private final Map<String, Map<String, String>> classes = new HashMap<>();

    private final Map<String, List<String>> keys = new HashMap<>();

    TimeWords() {
        for (Tsv.Row row : Tsv.rows("en/time-words.tsv")) {
            for (String word : row.list(2)) {
                classes.computeIfAbsent(Names.lower(word), key -> new HashMap<>())
                        .put(row.cell(0), row.cell(1));
            }
        }
        classes.forEach((word, values) ->
                keys.put(word, values.keySet().stream().map(name -> "{" + name).toList()));
    }

    /** A number of units: digits as they stand, {@code 2.5}, or {@code X} when vague. */
    record Count(String value, int end) {}

    /** The value that a word has in a class, or null. Months and weekdays that are other words too need their capital. */
    @Nullable
    String value(String wordClass, TimePiece piece) {
        String value = classes.getOrDefault(piece.lower(), Map.of()).get(wordClass);
        if (value != null) {
            return NAMES.contains(wordClass) && !isName(piece) ? null : value;
        }
        return Character.isDigit(piece.raw().charAt(0)) ? shape(wordClass, piece.lower()) : null;
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

    private static @Nullable String shape(String wordClass, String word) {
        return switch (wordClass) {
            case "year" -> year(word).isPresent() ? word : null;
            case "dom" -> text(dayOfMonth(word));
            case "ordinal" ->
                word.length() < 3 || Character.isDigit(word.charAt(word.length() - 1)) ? null : text(dayOfMonth(word));
            case "decade" -> decade(word);
            case "modern" -> year(word).isPresent() && word.compareTo("1900") >= 0 ? word : null;
            case "nth" -> word.length() < 3 || isDigits(word) ? null : text(dayOfMonth(word));
            case "old" -> word.matches("1\\d{3}|20\\d{2}") ? word : null;
            case "yy" -> word.matches("\\d{2}") ? word : null;
            case "newsyear" -> word.matches("19[6-9]\\d|20[0-3]\\d") && !word.endsWith("00") ? word : null;
            case "winteryears" -> isWinter(word) ? word : null;
            case "isomonth" -> isoMonth(word);
            case "iso" -> word.matches("\\d{4}([-/])\\d{1,2}\\1\\d{1,2}") ? word : null;
            case "figures" -> word.matches("\\d{1,2}([-/.])\\d{1,2}\\1(\\d{4}|\\d{2})") ? word : null;
            case "dayandmonth" -> word.matches("\\d{1,2}/\\d{1,2}") ? word : null;
            case "clock" -> word.matches("([01]?\\d|2[0-4]):[0-5]\\d(:[0-5]\\d)?") ? word : null;
            case "hour" -> word.matches("\\d|1[0-2]|\\d[:.][0-5]\\d|1[0-2][:.][0-5]\\d") ? word : null;
            case "hhmm" -> word.matches("([01]\\d|2[0-4])[0-5]\\d") ? word : null;
            default -> null;
        };
    }

    private static @Nullable String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : null;
    }

    /** 1995-96, 1995/96: a year and the one after it. */
    private static boolean isWinter(String word) {
        return word.matches("(19|20)\\d\\d[-/]\\d\\d")
                && (Integer.parseInt(word.substring(2, 4)) + 1) % 100 == Integer.parseInt(word.substring(5));
    }

    /** 2016-03, 2016/3, 3/2016 as 2016-03. */
    private static @Nullable String isoMonth(String word) {
        Matcher yearFirst = YEAR_MONTH.matcher(word);
        if (yearFirst.matches()) {
            return isoMonth(yearFirst.group(1), yearFirst.group(2));
        }
        Matcher monthFirst = MONTH_YEAR.matcher(word);
        return monthFirst.matches() ? isoMonth(monthFirst.group(2), monthFirst.group(1)) : null;
    }

    private static @Nullable String isoMonth(String year, String month) {
        int number = Integer.parseInt(month);
        return number < 1 || number > 12 ? null : year + (number < 10 ? "-0" : "-") + number;
    }

    /** 1990s, 90s: the decade's first year. Two digits are of the last century, but for 00s and 10s. */
    private static @Nullable String decade(String word) {
        if (!word.endsWith("0s")) {
            return null;
        }
        String digits = word.substring(0, word.length() - 1);
        if (!isDigits(digits)) {
            return null;
        }
        if (digits.length() == 2) {
            return (Integer.parseInt(digits) < 20 ? "20" : "19") + digits;
        }
        return year(digits).isPresent() ? digits : null;
    }

    /** The count that begins at {@code at}: 12, twelve, twenty-five, a hundred, 2.5, 2 1/2, two and a half, several, a few. */
    @Nullable
    Count countAt(List<TimePiece> pieces, int at) {
        String first = lower(pieces, at);
        String second = lower(pieces, at + 1);
        boolean article = first.equals("a") || first.equals("an");
        if (first.equals("half")) {
            int end = second.equals("-") ? at + 2 : at + 1;
            boolean of = lower(pieces, end).equals("a") || lower(pieces, end).equals("an");
            return new Count("0.5", of ? end + (lower(pieces, end + 1).equals("-") ? 2 : 1) : end);
        }
        if (article && second.equals("half")) {
            return new Count("0.5", lower(pieces, at + 2).equals("-") ? at + 3 : at + 2);
        }
        if (article && second.equals("couple") || first.equals("couple")) {
            int end = article ? at + 2 : at + 1;
            return new Count("2", lower(pieces, end).equals("of") ? end + 1 : end);
        }
        int start = article && (isA("vague", pieces, at + 1) || isA("count", pieces, at + 1)) ? at + 1 : at;
        if (isA("vague", pieces, start)) {
            int end = start + 1;
            return new Count("X", lower(pieces, end).equals("of") ? end + 1 : end);
        }
        if (isA("count", pieces, start)) {
            return new Count(String.valueOf(value("count", pieces.get(start))), start + 1);
        }
        boolean between = first.equals("between");
        Count one = plain(pieces, between ? at + 1 : at);
        if (one == null) {
            return null;
        }
        if (between) {
            Count other = lower(pieces, one.end()).equals("and") ? plain(pieces, one.end() + 1) : null;
            return other == null ? null : new Count("X", other.end());
        }
        int odd = lower(pieces, one.end()).equals("-") ? one.end() + 1 : one.end();
        if (ODD.contains(lower(pieces, odd))) {
            return new Count(one.value(), odd + 1); // 20-odd, two-plus
        }
        String joint = lower(pieces, one.end());
        if (joint.equals("to") || joint.equals("or") || joint.equals("-") || joint.equals("\u2013")) {
            Count other = plain(pieces, one.end() + 1);
            boolean range = other != null && !lower(pieces, one.end() + 1).startsWith("a");
            return range && other != null ? new Count("X", other.end()) : one;
        }
        return one;
    }

    private @Nullable Count plain(List<TimePiece> pieces, int at) {
        String word = lower(pieces, at);
        if (word.isEmpty()) {
            return null;
        }
        if (Character.isDigit(word.charAt(0))) {
            String digits = word.replace(",", "");
            boolean half = lower(pieces, at + 1).equals("1/2");
            if (digits.length() > LONGEST_NUMBER_DIGITS || !digits.matches("\\d+(\\.\\d{1,2})?")) {
                return null;
            }
            if (lower(pieces, at + 1).equals("million") && TimeWords.isDigits(digits) && digits.length() < 4) {
                return new Count(digits + "000000", at + 2);
            }
            return half ? new Count(digits + ".5", at + 2) : new Count(digits, at + 1);
        }
        OptionalInt number = integer("number", word);
        if (number.isEmpty()) {
            return null;
        }
        int value = number.getAsInt();
        int end = at + 1;
        if (value >= 20 && value < 100) {
            int next = lower(pieces, end).equals("-") ? end + 1 : end;
            OptionalInt ones = integer("number", lower(pieces, next));
            if (ones.isPresent() && ones.getAsInt() < 10 && lower(pieces, next).length() > 2) {
                value += ones.getAsInt();
                end = next + 1;
            }
        }
        for (String power : POWERS) {
            if (value < 1000 && lower(pieces, end).equals(power)) {
                value *= integer("number", power).orElse(1);
                end++;
            }
        }
        int half = andHalf(pieces, end);
        return half > 0 ? new Count(value + ".5", half) : new Count(String.valueOf(value), end);
    }

    /** A day of a month in words, as one counts: twenty one. */
    @Nullable
    Count cardinal(List<TimePiece> pieces, int at) {
        OptionalInt tens = integer("number", lower(pieces, at));
        if (tens.isEmpty() || tens.getAsInt() != 20 && tens.getAsInt() != 30) {
            return null;
        }
        Count day = plain(pieces, at);
        return day == null || day.value().length() > 2 || Integer.parseInt(day.value()) > 31 ? null : day;
    }

    /** Where "and a half" or "-and-a-half" ends that begins at {@code at}, or -1. */
    private static int andHalf(List<TimePiece> pieces, int at) {
        int i = at;
        for (String word : List.of("and", "a", "half")) {
            i = lower(pieces, i).equals("-") ? i + 1 : i;
            if (lower(pieces, i).equals(word)) {
                i++;
            } else if (!word.equals("a")) {
                return -1;
            }
        }
        return i;
    }

    /** A year in words: nineteen ninety-seven, twenty ten, two thousand and nine. */
    @Nullable
    Count spokenYear(List<TimePiece> pieces, int at) {
        OptionalInt hundreds = integer("number", lower(pieces, at));
        if (hundreds.isPresent()
                && hundreds.getAsInt() == 2
                && lower(pieces, at + 1).equals("thousand")) {
            int next = lower(pieces, at + 2).equals("and") ? at + 3 : at + 2;
            Count rest = plain(pieces, next);
            boolean below = rest != null
                    && rest.value().matches("[1-9]\\d?")
                    && !lower(pieces, next).startsWith("a");
            return below && rest != null
                    ? new Count(String.valueOf(2000 + Integer.parseInt(rest.value())), rest.end())
                    : new Count("2000", at + 2);
        }
        if (hundreds.isEmpty() || hundreds.getAsInt() < 18 || hundreds.getAsInt() > 20) {
            return null;
        }
        Count rest = plain(pieces, at + 1);
        if (rest == null
                || !rest.value().matches("[1-9]\\d")
                || Character.isDigit(lower(pieces, at + 1).charAt(0))) {
            return null;
        }
        return new Count(hundreds.getAsInt() + rest.value(), rest.end());
    }

    /** An ordinal number to 31: 3rd, third, twenty-first. */
    @Nullable
    Count spelledDay(List<TimePiece> pieces, int at) {
        String ordinal = value("ordinal", pieces.get(at));
        if (ordinal != null) {
            return new Count(ordinal, at + 1);
        }
        OptionalInt tens = integer("number", lower(pieces, at));
        if (tens.isEmpty() || tens.getAsInt() != 20 && tens.getAsInt() != 30) {
            return null;
        }
        int next = lower(pieces, at + 1).equals("-") ? at + 2 : at + 1;
        OptionalInt ones = integer("ordinal", lower(pieces, next));
        return ones.isPresent() && ones.getAsInt() < 10
                ? new Count(String.valueOf(tens.getAsInt() + ones.getAsInt()), next + 1)
                : null;
    }

    private boolean isA(String wordClass, List<TimePiece> pieces, int at) {
        return at < pieces.size() && value(wordClass, pieces.get(at)) != null;
    }

    private static String lower(List<TimePiece> pieces, int at) {
        return at >= 0 && at < pieces.size() ? pieces.get(at).lower() : "";
    }

    private OptionalInt integer(String wordClass, String lower) {
        String value = classes.getOrDefault(lower, Map.of()).get(wordClass);
        return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The day of a month: 5, 05, 5th. */
    private static OptionalInt dayOfMonth(String word) {
        String digits = word;
        if (word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th")) {
            digits = word.substring(0, word.length() - 2);
        }
        if (digits.length() > 2 || !isDigits(digits)) {
            return OptionalInt.empty();
        }
        int day = Integer.parseInt(digits);
        return day >= 1 && day <= 31 ? OptionalInt.of(day) : OptionalInt.empty();
    }

    /** A year written with four digits, 1500 to 2099. */
    private static OptionalInt year(String word) {
        if (word.length() != 4 || !isDigits(word)) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(word);
        return year >= 1500 && year < 2100 ? OptionalInt.of(year) : OptionalInt.empty();
    }
}

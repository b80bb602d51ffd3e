package org.rashomon.ingest.blocks;

import java.util.Locale;
import java.util.regex.Pattern;

/** How lines of a page end, count and compare; enough to tell prose from page furniture before anything is parsed. */
public final class Sentences {
    private static final int LONGEST_TALLY = 80;
    private static final Pattern TALLY = Pattern.compile(
            "\\W*+(?:(?:\\d[\\d.,]*+ ?[km]?\\+? ?(?:total )?(?:shares?|likes?|comments?|views?|tweets?|retweets?|reads?|claps?|reactions?|replies|pins?)"
                    + "|(?:shares?|likes?|comments?|views?|tweets?|retweets?|reads?|claps?|reactions?|pins?|facebook|twitter|whatsapp)\\W{0,3}\\d[\\d.,]*+[km]?)\\b\\W*+)+",
            Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_OPEN = 3;
    private static final String CLOSERS = "\"'”’»)]」』";

    private Sentences() {}

    /** Whether the line ends as a sentence does, closing quotation marks and brackets aside. */
    public static boolean endsLikeOne(String line) {
        int end = line.length();
        while (end > 0 && CLOSERS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && ".!?…:。！？".indexOf(line.charAt(end - 1)) >= 0;
    }

    /**
     * Whether two lines share a sentence that the first leaves open: it ends without a stop, and the second begins with a small letter, as
     * no name does ({@code eBay} has a capital behind it).
     */
    public static boolean goesOn(String open, String next) {
        return words(open, FEWEST_OPEN) >= FEWEST_OPEN
                && !endsLikeOne(open)
                && next.length() > 1
                && Character.isLowerCase(next.charAt(0))
                && !Character.isUpperCase(next.charAt(1))
                && !next.startsWith("http")
                && !next.startsWith("www.");
    }

    /** Whether a line is nothing but how often something was shared, liked or read: <em>12 shares · 3 comments</em>. */
    public static boolean isTally(String line) {
        return line.length() <= LONGEST_TALLY && TALLY.matcher(line).matches();
    }

    /** Words, counted up to {@code limit}: parted by spaces, or characters of a script that writes none between words. */
    public static int words(String line, int limit) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < line.length() && words < limit; i++) {
            char c = line.charAt(i);
            boolean space = Character.isWhitespace(c);
            words += !space && (!inside || isUnspaced(c)) ? 1 : 0;
            inside = !space;
        }
        return words;
    }

    /** Chinese and Japanese characters. */
    private static boolean isUnspaced(char c) {
        return (c >= '\u3040' && c <= '\u30FF') || (c >= '\u3400' && c <= '\u9FFF');
    }

    /** Lower case, straight quotation marks, single spaces: how lines are compared with the lexicon. */
    public static String fold(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '‘', '’', '`', '´' -> out.append('\'');
                case '“', '”', '«' -> out.append('"');
                case '\n', ' ' -> {
                    if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                        out.append(' ');
                    }
                }
                default -> out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT).strip();
    }

    /** Letters and digits only, so that a title is found again when punctuation was lost. */
    public static String letters(String line) {
        StringBuilder out = new StringBuilder(line.length());
        line.chars().filter(Character::isLetterOrDigit).forEach(c -> out.append((char) Character.toLowerCase(c)));
        return out.toString();
    }

    /**
     * Where the last sentence of {@code text[start, end)} begins: after the last stop, its closers and a space that precede
     * {@code end - 1}; {@code start} when there is none.
     */
    static int lastStart(String text, int start, int end) {
        for (int i = end - 2; i > start; i--) {
            if (!Character.isWhitespace(text.charAt(i))) {
                continue;
            }
            int before = i;
            while (before > start && CLOSERS.indexOf(text.charAt(before - 1)) >= 0) {
                before--;
            }
            if (before > start && ".!?…".indexOf(text.charAt(before - 1)) >= 0 && !endsInInitial(text, start, before)) {
                return i + 1;
            }
        }
        return start;
    }

    private static boolean endsInInitial(String text, int start, int stop) {
        return stop - 2 >= start
                && Character.isUpperCase(text.charAt(stop - 2))
                && (stop - 3 < start || !Character.isLetter(text.charAt(stop - 3)));
    }
}

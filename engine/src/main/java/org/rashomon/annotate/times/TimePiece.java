package org.rashomon.annotate.times;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.NameForms;

/**
 * What the grammar of times reads: words cut at hyphens and between digits and letters ({@code two - day}, {@code 5 pm}), dates and
 * hours in figures whole.
 *
 * @param start offset in the text
 * @param end one past the last character
 */
record TimePiece(int start, int end, String raw, String lower) {
    /** Words that stay whole: dates and hours in figures, fractions, decades, ordinals; dashes, which are no hyphens. */
    private static final Pattern WHOLE = Pattern.compile(
            "\\d{4}-\\d{1,2}(?:-\\d{1,2})?|\\d{1,2}([-/.])\\d{1,2}\\1\\d{2,4}|[\\d,.:/]+|--+|\\d+(?:s|st|nd|rd|th)");

    static List<TimePiece> of(String text, Span sentence) {
        List<TimePiece> pieces = new ArrayList<>();
        for (Token token : Tokenizer.tokens(text, sentence)) {
            if (isPlain(text, token) || WHOLE.matcher(token.in(text)).matches()) {
                pieces.add(piece(text, token.start(), token.end()));
            } else {
                cut(text, token, pieces);
            }
        }
        return pieces;
    }

    private static TimePiece piece(String text, int start, int end) {
        String raw = text.substring(start, end);
        return new TimePiece(start, end, raw, NameForms.lower(raw));
    }

    private static boolean isPlain(String text, Token token) {
        boolean digit = false;
        boolean letter = false;
        for (int i = token.start(); i < token.end(); i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '/' || c == '\u2010' || c == '\u2011') {
                return false;
            }
            digit |= Character.isDigit(c);
            letter |= Character.isLetter(c);
        }
        return !(digit && letter);
    }

    private static void cut(String text, Token token, List<TimePiece> pieces) {
        int start = token.start();
        for (int i = token.start(); i < token.end(); i++) {
            char c = text.charAt(i);
            boolean mark = c == '-' || (c == '/' && !isDigit(text, i - 1)) || c == '\u2010' || c == '\u2011';
            boolean seam =
                    i > start && isDigit(text, i - 1) && Character.isLetter(c) && !isEnding(text, i, token.end());
            if (mark || seam) {
                if (i > start) {
                    pieces.add(piece(text, start, i));
                }
                if (mark) {
                    pieces.add(new TimePiece(i, i + 1, text.substring(i, i + 1), "-"));
                }
                start = mark ? i + 1 : i;
            }
        }
        if (start < token.end()) {
            pieces.add(piece(text, start, token.end()));
        }
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && Character.isDigit(text.charAt(at));
    }

    /** Whether the letters from {@code at} on belong to the digits before them: 1990s, 3rd. */
    private static boolean isEnding(String text, int at, int end) {
        int stop = at;
        while (stop < end && Character.isLetter(text.charAt(stop))) {
            stop++;
        }
        return switch (NameForms.lower(text.substring(at, stop))) {
            case "s", "st", "nd", "rd", "th" -> true;
            default -> false;
        };
    }
}

package org.rashomon.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rashomon.model.Span;

/**
 * Cuts text into words, numbers and marks the way Penn Treebank does (clitics <em>'s</em> and <em>n't</em> stand alone),
 * except that hyphenated words stay whole. One pass, linear.
 */
public final class Tokenizer {
    private Tokenizer() {}

    /** Tokens of the part of {@code text} that {@code span} covers, in order. */
    public static List<Token> tokens(String text, Span span) {
        List<Token> tokens = new ArrayList<>();
        int i = span.start();
        while (i < span.end()) {
            int point = text.codePointAt(i);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                i += Character.charCount(point);
            } else if (isWord(point)) {
                int end = wordEnd(text, i, span.end());
                addWord(text, i, end, tokens);
                i = end;
            } else {
                int end = markEnd(text, i, span.end());
                tokens.add(new Token(i, end));
                i = end;
            }
        }
        return tokens;
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    static boolean isWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private static int wordEnd(String text, int start, int limit) {
        int i = start;
        while (i < limit) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (isWord(point)) {
                i = next;
            } else if (next < limit && isWord(text.codePointAt(next)) && joins(text, start, i, point, next)) {
                i = next;
            } else if (point == '.' && closesAbbreviation(text, start, i)) {
                return next;
            } else {
                return i;
            }
        }
        return i;
    }

    /** Whether a mark between two word characters belongs to the word: U.S, 3.5, 400,000, rebel-held, don't. */
    private static boolean joins(String text, int start, int at, int point, int next) {
        char before = text.charAt(at - 1);
        int after = text.codePointAt(next);
        return switch (point) {
            case '-', '\u2010', '\u2011', '_', '&' -> true;
            case '\'', '\u2019' -> Character.isLetter(before) && Character.isLetter(after);
            case ',' -> Character.isDigit(before) && Character.isDigit(after);
            case ':' -> Character.isDigit(before) && Character.isDigit(after);
            case '/' -> Character.isDigit(before) && Character.isDigit(after);
            case '@' -> true;
            case '.' ->
                (Character.isDigit(before) && Character.isDigit(after))
                        || isInitials(text, start, at)
                        || (Character.isLowerCase(before) && Character.isLowerCase(after));
            default -> false;
        };
    }

    /** Whether {@code text[start, end)} is one letter, or letters parted by stops: U, U.S, p.m. */
    private static boolean isInitials(String text, int start, int end) {
        int last = end - 1;
        return Character.isLetter(text.charAt(last)) && (last == start || text.charAt(last - 1) == '.');
    }

    private static boolean closesAbbreviation(String text, int start, int at) {
        return at > start
                && ((isInitials(text, start, at) && Character.isLetter(text.charAt(start)))
                        || Abbreviations.isKnown(text.substring(start, at)));
    }

    private static void addWord(String text, int start, int end, List<Token> tokens) {
        int apostrophe = -1;
        for (int i = end - 1; i > start; i--) {
            if (isApostrophe(text.charAt(i))) {
                apostrophe = i;
                break;
            }
        }
        if (apostrophe < 0) {
            tokens.add(new Token(start, end));
            return;
        }
        String clitic = text.substring(apostrophe + 1, end).toLowerCase(Locale.ROOT);
        int cut = switch (clitic) {
            case "s", "re", "ve", "ll", "d", "m" -> apostrophe;
            case "t" -> Character.toLowerCase(text.charAt(apostrophe - 1)) == 'n' ? apostrophe - 1 : -1;
            default -> -1;
        };
        if (cut <= start) {
            tokens.add(new Token(start, end));
        } else {
            tokens.add(new Token(start, cut));
            tokens.add(new Token(cut, end));
        }
    }

    /** Runs of one mark stay together: ..., --, '' and ``. */
    private static int markEnd(String text, int start, int limit) {
        char mark = text.charAt(start);
        int i = start + Character.charCount(text.codePointAt(start));
        if (mark == '.' || mark == '-' || mark == '\'' || mark == '`') {
            while (i < limit && text.charAt(i) == mark) {
                i++;
            }
        }
        return i;
    }
}

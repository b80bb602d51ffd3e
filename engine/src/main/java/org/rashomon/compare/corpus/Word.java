package org.rashomon.compare.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.Span;

/**
 * A run of letters and digits in a block that is read.
 *
 * @param key the word in lower case
 * @param capital whether it begins with a capital that no sentence start explains
 * @param quoted whether it stands between quotation marks
 * @param segment stretches of text with the same number have nothing unread between them
 */
public record Word(String key, int start, int end, boolean capital, boolean quoted, int segment) {

    public static List<Word> of(Article article) {
        List<Word> words = new ArrayList<>();
        int segment = 0;
        for (Block block : article.blocks()) {
            if (block.role().isRead()) {
                scan(article.text(), block.span(), segment, words);
            } else {
                segment++;
            }
        }
        return words;
    }

    /** The words of a stretch of text, all in one segment. */
    public static List<Word> of(String text, Span span) {
        List<Word> words = new ArrayList<>();
        scan(text, span, 0, words);
        return words;
    }

    boolean isNumber() {
        return Character.isDigit(key.charAt(0));
    }

    private static void scan(String text, Span span, int segment, List<Word> words) {
        boolean quoted = false;
        boolean opens = true;
        int at = span.start();
        while (at < span.end()) {
            int character = text.codePointAt(at);
            if (isPart(character)) {
                int end = wordEnd(text, at, span.end());
                String surface = text.substring(at, end);
                boolean capital = Character.isUpperCase(character) && !opens;
                words.add(new Word(surface.toLowerCase(Locale.ROOT), at, end, capital, quoted, segment));
                opens = false;
                at = end;
            } else {
                quoted = stillQuoted(text, at, quoted);
                opens = (opens && !isApostropheInside(text, at)) || endsSentence(character);
                at += Character.charCount(character);
            }
        }
    }

    private static int wordEnd(String text, int start, int limit) {
        int end = start;
        while (end < limit) {
            int character = text.codePointAt(end);
            if (!isPart(character)) {
                break;
            }
            end += Character.charCount(character);
        }
        return Math.min(end, limit);
    }

    /** What {@code \w} means to most regular expressions, so that equal words stay equal for others who check them. */
    private static boolean isPart(int character) {
        if (Character.isLetterOrDigit(character) || character == '_') {
            return true;
        }
        int type = Character.getType(character);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static boolean endsSentence(int character) {
        return character == '.' || character == '!' || character == '?' || character == ':' || character == '\n';
    }

    private static boolean isApostropheInside(String text, int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '\u2019')
                && at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    /** Marks that open and close differ, or toggle; what is left open ends with its block. */
    private static boolean stillQuoted(String text, int at, boolean quoted) {
        return switch (text.charAt(at)) {
            case '"' -> !quoted;
            case '\u201C', '\u00AB' -> true;
            case '\u201D', '\u00BB' -> false;
            case '\u2018' -> true;
            case '\u2019' -> quoted && (isApostropheInside(text, at) || endsWithS(text, at));
            default -> quoted;
        };
    }

    private static boolean endsWithS(String text, int at) {
        return at > 0
                && text.charAt(at - 1) == 's'
                && at + 2 < text.length()
                && text.charAt(at + 1) == ' '
                && Character.isLowerCase(text.charAt(at + 2));
    }
}

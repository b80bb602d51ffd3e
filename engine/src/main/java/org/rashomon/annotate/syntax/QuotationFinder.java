package org.rashomon.annotate.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.model.Article;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.text.Within;

/**
 * Finds outermost quotations of one block: curly, straight, doubled single and single marks.
 *
 * <p>A missing mark never swallows more than its paragraph: an unclosed quotation that opens the block runs to the block's
 * end, any other to the end of its sentence; one that meets another opening mark ends with the sentence before.
 */
public final class QuotationFinder {
    /** The speaker and the cue at the end of a sentence whose closing mark is missing: … <em>the sources said.</em> */
    private static final Pattern CLOSING_CUE = Pattern.compile(
            "(?<=[\\p{L}\\p{N},.!?]) (?:(?:the|a|an|The|A|An) (?:(?!(?:the|a|an) )[\\p{L}-]+ ){1,4}|(?:\\p{Lu}[\\p{L}-]+ ){1,4}|(?:he|she|it|they) )(?:said|added|says|reported|noted)\\b[^\"\u201c\u201d]{0,40}$");

    private static final int CUE_REACH = 100;
    private static final int CLOSE_REACH = 1500;

    private QuotationFinder() {}

    /**
     * Whether the paragraph after {@code block} opens with a quotation mark of its own, so that one left open in this block goes
     * on there.
     */
    public static boolean goesOn(Article article, int block) {
        if (block + 1 >= article.blocks().size()) {
            return false;
        }
        Span next = article.blocks().get(block + 1).span();
        return "\"\u201c\u2018\u00ab".indexOf(article.text().charAt(next.start())) >= 0;
    }

    /** The kind of mark at an offset. */
    private enum Mark {
        NONE,
        DOUBLE_OPEN,
        DOUBLE_CLOSE,
        DOUBLE_EITHER,
        SINGLE_OPEN,
        SINGLE_CLOSE
    }

    public static List<Quotation> find(String text, Span block, List<Sentence> sentences, boolean goesOn) {
        List<Quotation> found = new ArrayList<>();
        int open = -1;
        boolean single = false;
        int i = block.start();
        while (i < block.end()) {
            Mark mark = markAt(text, i, block, open >= 0, single);
            int length = length(text, i);
            if (open < 0) {
                if (mark == Mark.DOUBLE_OPEN || mark == Mark.SINGLE_OPEN) {
                    open = i;
                    single = mark == Mark.SINGLE_OPEN;
                }
            } else if (mark == (single ? Mark.SINGLE_CLOSE : Mark.DOUBLE_CLOSE)) {
                found.add(new Quotation(new Span(open, i + length), true));
                open = -1;
            } else if (!single && mark == Mark.DOUBLE_OPEN) {
                found.add(new Quotation(new Span(open, unclosedEnd(text, open, i, block, sentences)), false));
                open = i;
            }
            i += Math.max(1, length);
        }
        if (open >= 0) {
            int end = goesOn ? block.end() : unclosedEnd(text, open, block.end(), block, sentences);
            found.add(new Quotation(new Span(open, end), false));
        }
        return found;
    }

    private static int length(String text, int i) {
        char c = text.charAt(i);
        boolean doubled = (c == '\'' || c == '`') && i + 1 < text.length() && text.charAt(i + 1) == c;
        return doubled ? 2 : 1;
    }

    private static Mark markAt(String text, int i, Span block, boolean isOpen, boolean single) {
        char c = text.charAt(i);
        switch (c) {
            case '\u201c', '\u201e', '\u00ab':
                return Mark.DOUBLE_OPEN;
            case '\u201d', '\u00bb':
                return Mark.DOUBLE_CLOSE;
            case '"':
                return straight(text, i, 1, block, isOpen && !single);
            case '\u2018':
                return opensSingle(text, i, block) ? Mark.SINGLE_OPEN : Mark.NONE;
            case '\u2019', '\'', '`':
                if (length(text, i) == 2) {
                    return straight(text, i, 2, block, isOpen && !single);
                }
                if (isOpen && single) {
                    return closesSingle(text, i, block) ? Mark.SINGLE_CLOSE : Mark.NONE;
                }
                return c == '\'' && !isOpen && opensSingle(text, i, block) && hasClose(text, i + 1, block)
                        ? Mark.SINGLE_OPEN
                        : Mark.NONE;
            default:
                return Mark.NONE;
        }
    }

    /** A straight mark opens or closes by what stands around it; undecided, it closes what is open. */
    private static Mark straight(String text, int i, int length, Span block, boolean isOpen) {
        if (!isOpen) {
            return i + length >= block.end() ? Mark.NONE : Mark.DOUBLE_OPEN;
        }
        boolean opens = isBoundary(text.charAt(i - 1)) && !isWordEnd(text, i + length, block);
        return opens ? Mark.DOUBLE_OPEN : Mark.DOUBLE_CLOSE;
    }

    /** Whether no word goes on at {@code i}. */
    private static boolean isWordEnd(String text, int i, Span block) {
        return i >= block.end() || isBoundary(text.charAt(i)) || isStop(text.charAt(i));
    }

    private static boolean opensSingle(String text, int i, Span block) {
        if ((i > block.start() && !isBoundary(text.charAt(i - 1))) || i + 1 >= block.end()) {
            return false;
        }
        char next = text.charAt(i + 1);
        return Character.isDigit(next) ? !isDecade(text, i + 1, block.end()) : Character.isLetter(next) || next == '[';
    }

    /** {@code '90s} shortens a decade. */
    private static boolean isDecade(String text, int i, int limit) {
        return i + 2 < limit && Character.isDigit(text.charAt(i + 1)) && text.charAt(i + 2) == 's';
    }

    /** Whether a single mark at {@code i} can close, by the characters around it. */
    private static boolean endsSingle(String text, int i, Span block) {
        return isWordEnd(text, i + 1, block) && !Character.isWhitespace(text.charAt(i - 1));
    }

    private static boolean closesSingle(String text, int i, Span block) {
        if (!endsSingle(text, i, block)) {
            return false;
        }
        // "the parties' leaders": a plural's apostrophe, if another mark closes before the next one opens
        boolean wordFollows = i + 1 < block.end() && !isStop(text.charAt(i + 1));
        return text.charAt(i - 1) != 's' || !wordFollows || !hasClose(text, i + 1, block);
    }

    /** Whether a single mark closes between {@code from} and the next one that opens. */
    private static boolean hasClose(String text, int from, Span block) {
        for (int i = from; i < Math.min(block.end(), from + CLOSE_REACH); i++) {
            char c = text.charAt(i);
            if (c == '\u2018' || (c == '\'' && opensSingle(text, i, block))) {
                return false;
            }
            if ("\u2019'".indexOf(c) >= 0 && endsSingle(text, i, block)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || "([{-\u2013\u2014/\"\u201c\u2018)".indexOf(c) >= 0;
    }

    private static boolean isStop(char c) {
        return ".,;:!?\u2026)]}\u201d\u2019\"".indexOf(c) >= 0;
    }

    private static int unclosedEnd(String text, int open, int limit, Span block, List<Sentence> sentences) {
        int end = limit;
        if (open > block.start() || limit < block.end()) {
            int at = Sentence.indexAt(sentences, open);
            if (at >= 0 && sentences.get(at).span().contains(open)) {
                end = Math.min(limit, sentences.get(at).span().end());
            }
        }
        end = beforeCue(", said ", text, open, end);
        end = beforeCue(", says ", text, open, end);
        Matcher cue = CLOSING_CUE.matcher(text).region(Math.max(open + 1, end - CUE_REACH), end);
        if (cue.find()) {
            end = cue.start();
        }
        while (end > open + 1 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int beforeCue(String cue, String text, int open, int end) {
        int said = Within.first(text, cue, open + 1, end);
        return said < 0 ? end : said + 1;
    }
}

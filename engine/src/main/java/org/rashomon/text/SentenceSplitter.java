package org.rashomon.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;

/**
 * Cuts the readable blocks of an article into sentences.
 *
 * <p>A sentence ends at {@code . ! ? …} with the quotation marks and brackets that close after it, when white space and
 * something that can open a sentence follow. Abbreviations, initials, decimals and a mark inside a quotation that goes on in
 * lower case do not end one. Crawled text that lost the space after a stop is cut all the same.
 */
public final class SentenceSplitter {
    /**
     * Characters. Nobody writes longer sentences; a list or dump without stops is cut at a space, since rules that look from one
     * end of a sentence to the other must not look through megabytes.
     */
    private static final int LONGEST = 5000;

    private static final String CLOSERS = "\"'\u201d\u2019)]}\u00bb";
    private static final String OPENERS = "\"'\u201c\u2018\u201e([{\u00ab-\u2013\u2014\u2022*";

    /** Words that open a sentence more often than they follow an abbreviation within one. */
    private static final Set<String> STARTERS = Set.of(
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "you",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "this",
            "that",
            "these",
            "those",
            "there",
            "in",
            "on",
            "at",
            "but",
            "and",
            "or",
            "so",
            "if",
            "as",
            "when",
            "while",
            "after",
            "before",
            "since",
            "for",
            "from",
            "with",
            "by",
            "to",
            "earlier",
            "meanwhile",
            "however",
            "what",
            "who",
            "why",
            "how",
            "where",
            "also",
            "according",
            "some",
            "many",
            "most",
            "no",
            "not",
            "one",
            "two",
            "both",
            "under");

    /** Sentences of all blocks whose role is read, in order. */
    public List<Sentence> split(Article article) {
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < article.blocks().size(); i++) {
            Block block = article.blocks().get(i);
            if (block.role().isRead()) {
                splitBlock(article.text(), block, i, sentences);
            }
        }
        return sentences;
    }

    private static void splitBlock(String text, Block block, int index, List<Sentence> out) {
        Span span = block.span();
        int start = skipSpace(text, span.start(), span.end());
        int i = start;
        while (i < span.end()) {
            char c = text.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u061f' || c == '\u3002') {
                int end = i + 1;
                while (end < span.end() && isEndMark(text.charAt(end))) {
                    end++;
                }
                while (end < span.end()
                        && CLOSERS.indexOf(text.charAt(end)) >= 0
                        && !opensNext(text, end, span.end())) {
                    end++;
                }
                if (endsHere(text, start, i, end, span.end())) {
                    add(text, start, end, index, out);
                    start = skipSpace(text, end, span.end());
                    i = start;
                    continue;
                }
                i = end;
            } else if (c == '\n' && endsAtLineEnd(text, start, i)) {
                add(text, start, i, index, out);
                start = skipSpace(text, i, span.end());
                i = start;
            } else {
                i++;
            }
        }
        add(text, start, span.end(), index, out);
    }

    private static boolean isEndMark(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026';
    }

    /** A straight mark that stands against the next word belongs to the next sentence: {@code said."The}. */
    private static boolean opensNext(String text, int at, int limit) {
        char mark = text.charAt(at);
        return (mark == '"' || mark == '\'')
                && at + 1 < limit
                && Character.isUpperCase(text.charAt(at + 1))
                && evenBefore(text, at, mark);
    }

    /** Whether the marks of the paragraph so far are balanced, so that one more opens. Looks back 2,000 characters at most. */
    private static boolean evenBefore(String text, int at, char mark) {
        int count = 0;
        for (int i = at - 1; i >= 0 && i > at - 2000 && text.charAt(i) != '\n'; i--) {
            if (text.charAt(i) == mark) {
                count++;
            }
        }
        return count % 2 == 0;
    }

    private static boolean endsHere(String text, int start, int mark, int end, int limit) {
        if (end >= limit) {
            return true;
        }
        int next = skipSpace(text, end, limit);
        if (next >= limit) {
            return true;
        }
        boolean spaced = next > end;
        int opener = next;
        while (opener < limit && OPENERS.indexOf(text.charAt(opener)) >= 0) {
            opener++;
        }
        opener = skipSpace(text, opener, limit);
        int first = opener < limit ? text.codePointAt(opener) : ' ';
        boolean opens = Character.isUpperCase(first)
                || Character.isDigit(first)
                || (opener > next && !Character.isLowerCase(first))
                || Character.getType(first) == Character.OTHER_LETTER;
        if (!opens) {
            return false;
        }
        String before = wordBefore(text, start, mark);
        if (!spaced) {
            return isGluedEnd(text, mark, end, opener, before);
        }
        if (text.charAt(mark) != '.') {
            return true;
        }
        String following = wordAt(text, opener, limit).toLowerCase(Locale.ROOT);
        if (Abbreviations.neverEnds(before)) {
            return false;
        }
        if (isInitials(before) || Abbreviations.mayEnd(before)) {
            boolean closed = end > mark + 1;
            return closed
                    || (STARTERS.contains(following) && !(before.length() == 1 && !before.equals("I")))
                    || (opener > next && !Character.isDigit(first) && before.length() > 1);
        }
        // "No. 5" and list numbers such as "1. The"
        return !(before.length() <= 2
                && !before.isEmpty()
                && before.chars().allMatch(Character::isDigit)
                && mark - start <= 2);
    }

    /** {@code said.The}: a stop without a space, between a lower-case word and a capitalised one that is no domain name. */
    private static boolean isGluedEnd(String text, int mark, int end, int opener, String before) {
        if (opener >= text.length() || !Character.isUpperCase(text.charAt(opener))) {
            return false;
        }
        boolean lower = before.length() > 1 && Character.isLowerCase(before.charAt(before.length() - 1));
        boolean quoteEnd = end > mark + 1;
        boolean word = opener + 1 < text.length()
                && (Character.isLowerCase(text.charAt(opener + 1)) || text.charAt(opener + 1) == ' ');
        return (lower || quoteEnd) && word && text.charAt(mark) != '\u2026' && before.indexOf('.') < 0;
    }

    private static boolean isInitials(String word) {
        return (word.length() == 1 && Character.isUpperCase(word.charAt(0)))
                || (word.length() >= 3 && word.indexOf('.') == 1 && word.length() <= 7);
    }

    private static String wordBefore(String text, int start, int mark) {
        int i = mark;
        while (i > start
                && i > mark - 24
                && !Character.isWhitespace(text.charAt(i - 1))
                && "(\"\u201c'\u2018".indexOf(text.charAt(i - 1)) < 0) {
            i--;
        }
        return text.substring(i, mark);
    }

    private static String wordAt(String text, int start, int limit) {
        int i = start;
        while (i < limit && i < start + 24 && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return text.substring(start, i);
    }

    private static boolean endsAtLineEnd(String text, int start, int newline) {
        int last = newline - 1;
        while (last > start && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return last > start
                && (CLOSERS.indexOf(text.charAt(last)) >= 0
                        || isEndMark(text.charAt(last))
                        || text.charAt(last) == ':');
    }

    private static int skipSpace(String text, int from, int limit) {
        int i = from;
        while (i < limit && (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static void add(String text, int start, int end, int block, List<Sentence> out) {
        int last = end;
        while (last > start
                && (Character.isWhitespace(text.charAt(last - 1)) || Character.isSpaceChar(text.charAt(last - 1)))) {
            last--;
        }
        int from = start;
        while (last - from > LONGEST) {
            int cut = cut(text, from, from + LONGEST);
            out.add(new Sentence(new Span(from, cut), block));
            from = skipSpace(text, cut, last);
        }
        if (last > from) {
            out.add(new Sentence(new Span(from, last), block));
        }
    }

    /** The end of the last whole word before {@code limit}; in a word that goes on for ever, {@code limit} itself. */
    private static int cut(String text, int from, int limit) {
        for (int i = limit; i > from + LONGEST / 2; i--) {
            if (Character.isWhitespace(text.charAt(i))
                    && !Character.isWhitespace(text.charAt(i - 1))
                    && !Character.isSpaceChar(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}

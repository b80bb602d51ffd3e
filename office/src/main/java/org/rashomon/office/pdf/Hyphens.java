package org.rashomon.office.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.words.Tsv;

/**
 * Joins lines, and words that are parted at the end of one. A hyphen that the word has anyhow stays: before a capital or a number, where the document has
 * the word with it elsewhere, or where both sides are words of their own and the whole is none.
 */
final class Hyphens {
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");
    private static final Pattern PARTED = Pattern.compile("(\\p{L}+(?:-\\p{L}+)*)[-\u2010\u00AD]$");
    private static final Pattern FIRST = Pattern.compile("^(\\p{L}+)(?:[-\u2010\u00AD]$)?");
    private static final int FEWEST_LETTERS = 3;

    private final Set<String> words = new HashSet<>();
    private static final Set<String> COMMON = Tsv.words("en/common-words.tsv");
    private boolean joinedSome;

    Hyphens(List<Line> lines) {
        for (Line line : lines) {
            Matcher word = WORD.matcher(line.text());
            while (word.find()) {
                // the pieces of a word that is parted are no words of the document
                if (word.end() < line.text().length() - 1 && word.start() > 0) {
                    words.add(word.group().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    boolean joinedSome() {
        return joinedSome;
    }

    /** {@code text} with {@code next}, the line that goes on with it. */
    String joined(String text, String next) {
        Matcher parted = PARTED.matcher(text);
        if (!parted.find()) {
            boolean hyphen = text.matches("(?s).*\\p{Nd}[-\u2010\u2011\u2013]|.*\\p{L}[\u2014/]");
            return text + (hyphen ? "" : " ") + next;
        }
        String without = text.substring(0, text.length() - 1);
        Matcher first = FIRST.matcher(next);
        if (text.charAt(text.length() - 1) == '\u00AD') {
            joinedSome = true;
            return without + next;
        }
        if (!first.find() || Character.isUpperCase(next.charAt(0))) {
            return without + "-" + next;
        }
        String head = parted.group(1).toLowerCase(Locale.ROOT);
        String tail = first.group(1).toLowerCase(Locale.ROOT);
        if (keeps(head, tail)) {
            return without + "-" + next;
        }
        joinedSome = true;
        return without + next;
    }

    private boolean keeps(String head, String tail) {
        if (words.contains(head + tail)) {
            return false;
        }
        if (words.contains(head + "-" + tail) || head.indexOf('-') > 0) {
            return true;
        }
        return !COMMON.contains(head + tail)
                && head.length() >= FEWEST_LETTERS
                && tail.length() >= FEWEST_LETTERS
                && COMMON.contains(head)
                && COMMON.contains(tail);
    }
}

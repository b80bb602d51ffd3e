package org.rashomon.annotate.names;

import java.util.List;
import org.rashomon.model.Span;
import org.rashomon.text.Tokenizer;
import org.rashomon.text.Within;
import org.rashomon.words.NameForms;
import org.rashomon.words.SourceWords;

/**
 * The words and marks of its line right before and right behind a name, which decide whom it means: <em>the town of X, Kenya's X, X forces</em>.
 *
 * @param before in order of text; none where no blank parts them from the name
 * @param behind in order of text
 */
record Beside(List<String> before, List<String> behind) {
    /** UTF-16 code units that are looked at on each side. */
    private static final int WINDOW = 60;

    static Beside of(String text, Span name) {
        int start = name.start();
        int end = name.end();
        int near = Math.max(0, start - WINDOW);
        int from = Math.max(near, Within.last(text, '\n', near, start) + 1);
        boolean parted = start > 0 && text.charAt(start - 1) == ' ';
        int far = Math.min(text.length(), end + WINDOW);
        int stop = Within.first(text, "\n", end, far);
        return new Beside(parted ? words(text, from, start) : List.of(), words(text, end, stop < 0 ? far : stop));
    }

    private static List<String> words(String text, int start, int end) {
        if (start == end) {
            return List.of();
        }
        // the ending 's is one only behind a letter
        int from = start > 0 && SourceWords.isApostrophe(text.charAt(start)) ? start - 1 : start;
        return Tokenizer.tokens(text, new Span(from, end)).stream()
                .filter(token -> token.start() >= start)
                .map(token -> NameForms.tidySpace(token.in(text)))
                .toList();
    }

    /** The {@code n}th word before the name, counted from it and from 1; empty where there are less. */
    String before(int n) {
        return n <= before.size() ? before.get(before.size() - n) : "";
    }

    /** The {@code n}th word behind the name, from 1; empty where there are less. */
    String behind(int n) {
        return n <= behind.size() ? behind.get(n - 1) : "";
    }

    List<String> lowerBefore() {
        return before.stream().map(NameForms::lower).toList();
    }

    /** Whether the {@code n}th word before it is the ending or mark of a genitive. */
    boolean isGenitiveBefore(int n) {
        return isGenitive(before(n));
    }

    static boolean isGenitive(String word) {
        return word.equals("'s") || word.equals("'");
    }
}

package org.rashomon.annotate.syntax;

import java.util.List;
import org.rashomon.model.Article;
import org.rashomon.model.Span;

/** The words that spans cover, joined by blanks. */
public final class SpanWords {
    private SpanWords() {}

    public static String of(Article article, List<Span> spans) {
        StringBuilder words = new StringBuilder();
        for (Span span : spans) {
            if (words.length() > 0) {
                words.append(' ');
            }
            words.append(article.text(), span.start(), span.end());
        }
        return words.toString();
    }

    /** What stands before a place, at most so many UTF-16 code units of it. */
    public static String before(String text, int at, int most) {
        return text.substring(Math.max(0, at - most), at);
    }

    /** What stands behind a place, at most so many UTF-16 code units of it. */
    public static String behind(String text, int at, int most) {
        return text.substring(Math.min(at, text.length()), Math.min(text.length(), at + most));
    }
}

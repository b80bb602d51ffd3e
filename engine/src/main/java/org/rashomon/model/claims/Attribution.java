package org.rashomon.model.claims;

import java.util.List;
import org.rashomon.model.Span;

/**
 * Words attributed to a source (PARC 3.0, PolNeAR): who says it, the words that signal it, what is said.
 *
 * @param source spans that name the source, in order; empty where none is named
 * @param cue spans of the attributional expression, in order; empty for a quotation without one
 * @param content spans of what is attributed, in order; never empty
 * @param voiced whether somebody expressed it, in contrast to beliefs, wishes and attitudes that the article reports
 * @param confidence 0 to 1
 */
public record Attribution(
        List<Span> source, List<Span> cue, List<Span> content, QuoteType quote, boolean voiced, double confidence) {
    public Attribution {
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        content = List.copyOf(content);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("attribution without content");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
        }
    }

    /** How much of the content stands in quotation marks: all, none, or part. */
    public enum QuoteType {
        DIRECT,
        INDIRECT,
        MIXED
    }
}

package org.rashomon.export.formats;

import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.text.CodePoints;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spans as selectors of the Web Annotation model: where the words stand, which they are, and what stands around them. */
final class Selectors {
    private static final int AROUND = 32;

    private Selectors() {}

    /** Adds both selectors of a span; offsets count code points. */
    static void add(ArrayNode selectors, Article article, CodePoints points, Span span) {
        String text = article.text();
        int[] offsets = points.of(span);
        ObjectNode position = selectors.addObject();
        position.put("@type", "oa:TextPositionSelector");
        position.put("oa:start", offsets[0]);
        position.put("oa:end", offsets[1]);
        ObjectNode quote = selectors.addObject();
        quote.put("@type", "oa:TextQuoteSelector");
        quote.put("oa:exact", span.in(text));
        quote.put("oa:prefix", text.substring(whole(text, Math.max(0, span.start() - AROUND)), span.start()));
        quote.put("oa:suffix", text.substring(span.end(), whole(text, Math.min(text.length(), span.end() + AROUND))));
    }

    /** A place that parts no character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}

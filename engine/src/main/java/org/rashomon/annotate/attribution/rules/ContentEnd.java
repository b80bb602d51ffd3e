package org.rashomon.annotate.attribution.rules;

import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.nlp.Pos;

/** Where the content of a cue ends: with its sentence, with the quotation that outlasts it, or before words that leave the report. */
final class ContentEnd {
    private final TaggedBlock b;
    private final ClauseBounds clauses;

    ContentEnd(TaggedBlock block) {
        this.b = block;
        this.clauses = new ClauseBounds(block);
    }

    /** One past the content that begins at {@code start}: end of the sentence, or of the quotation that outlasts it. */
    int of(int start) {
        int end = b.sentenceEnd(start);
        if (b.inQuote(start) && b.quoteStart(b.quoteOf(start)) == start) {
            int close = b.quoteEnd(b.quoteOf(start));
            if (close >= end || isSentenceOver(close, end)) {
                return close;
            }
        }
        for (int i = start; i < end; i++) {
            if (b.inQuote(i)) {
                int close = b.quoteEnd(b.quoteOf(i));
                if (close > end) {
                    end = close;
                    break;
                }
                i = Math.max(i, close - 1);
            }
        }
        for (int i = start + 1; i < end; i++) {
            if (!b.inQuote(i)
                    && (b.is(i, "according") && b.is(i + 1, "to")
                            || b.is(i, "despite")
                            || clauses.leavesReport(start, i, end))) {
                end = i;
                break;
            }
        }
        while (end > start && b.tag(end - 1) == Pos.PUNCT && !b.inQuote(end - 1) && !b.is(end - 1, ")")) {
            end--;
        }
        return end;
    }

    private boolean isSentenceOver(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (b.tag(i) != Pos.PUNCT) {
                return false;
            }
        }
        return true;
    }
}

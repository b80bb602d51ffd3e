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
        int sentence = b.sentenceEnd(start);
        if (b.opensQuote(start) && !b.hasWord(b.afterQuote(start), sentence)) {
            return b.afterQuote(start);
        }
        int limit = withLastQuotation(start, sentence);
        int end = Math.min(limit, b.first(start + 1, limit, i -> !b.inQuote(i) && isOver(start, i, limit)));
        while (end > start && b.tag(end - 1) == Pos.PUNCT && !b.inQuote(end - 1) && !b.is(end - 1, ")")) {
            end--;
        }
        return end;
    }

    /** The end of the sentence, or of the quotation in it that goes on behind its end. */
    private int withLastQuotation(int start, int sentence) {
        int i = start;
        while (i < sentence) {
            i = b.afterQuote(i);
        }
        return Math.max(i, sentence);
    }

    private boolean isOver(int start, int i, int limit) {
        boolean another = b.is(i, "despite") || (b.is(i, "according") && b.is(i + 1, "to"));
        return another || clauses.leavesReport(start, i, limit);
    }
}

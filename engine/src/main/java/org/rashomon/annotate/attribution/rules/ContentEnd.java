package org.rashomon.annotate.attribution.rules;

import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.TaggedBlock;

/** Where the content of a cue ends: with its sentence, with the quotation that outlasts it, or before words that leave the report. */
final class ContentEnd {
    private static final PhrasePattern ANOTHER_REPORT = CueConstruction.pattern("another report");
    private static final PhrasePattern CLOSING_MARK = CueConstruction.pattern("closing mark");

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
        while (end > start && CLOSING_MARK.standsAt(b, end - 1) && !b.inQuote(end - 1)) {
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
        return ANOTHER_REPORT.standsAt(b, i) || clauses.leavesReport(start, i, limit);
    }
}

package org.rashomon.server.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.rashomon.server.search.SearchAnswer.Piece;

/** Finds what a query matched, by offsets of the index: never by looking again for words. */
final class SpanHighlighter extends UnifiedHighlighter {
    /** A passage, with where it starts in the field. */
    record Found(int start, List<Piece> pieces) {}

    private SpanHighlighter(Builder builder) {
        super(builder);
    }

    /** @param whole whether the whole field is one passage; else sentences are */
    static SpanHighlighter of(IndexSearcher searcher, Analyzer analyzer, boolean whole) {
        return new SpanHighlighter(UnifiedHighlighter.builder(searcher, analyzer)
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withBreakIterator(
                        () -> whole ? new WholeBreakIterator() : BreakIterator.getSentenceInstance(Locale.ENGLISH))
                .withFormatter(new Pieces()));
    }

    /** The best passages of each document; empty where nothing was matched in the field. */
    List<List<Found>> passages(String field, Query query, int[] documents, int most) throws IOException {
        List<List<Found>> passages = new ArrayList<>();
        if (documents.length == 0) {
            return passages;
        }
        Object[] found = highlightFieldsAsObjects(new String[] {field}, query, documents, new int[] {most})
                .get(field);
        for (int i = 0; i < documents.length; i++) {
            List<Found> one = new ArrayList<>();
            if (found != null && found[i] instanceof List<?> list) {
                list.forEach(passage -> one.add((Found) passage));
            }
            passages.add(one);
        }
        return passages;
    }

    private static final class Pieces extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<Found> found = new ArrayList<>();
            for (Passage passage : passages) {
                if (passage.getNumMatches() > 0) {
                    found.add(new Found(passage.getStartOffset(), pieces(passage, content)));
                }
            }
            return found;
        }

        private static List<Piece> pieces(Passage passage, String content) {
            List<Piece> pieces = new ArrayList<>();
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = passage.getMatchEnds()[i];
                if (end > start) {
                    add(pieces, content.substring(at, start), false);
                    add(pieces, content.substring(start, end), true);
                    at = end;
                }
            }
            add(pieces, content.substring(at, Math.max(at, passage.getEndOffset())), false);
            return pieces;
        }

        private static void add(List<Piece> pieces, String text, boolean found) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text, found));
            }
        }
    }
}

package org.rashomon.annotate.speakers;

import java.util.List;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;

/** What stands near a place in an article: the sentences and paragraphs around it, and who has spoken there. */
final class Vicinity {
    /** How far back, in UTF-16 code units, anything is near. */
    private static final int REACH = 1200;

    private static final int LEAD = 2;

    private final Article article;
    private final List<Sentence> sentences;

    /** @param sentences of the article, in order */
    Vicinity(Article article, List<Sentence> sentences) {
        this.article = article;
        this.sentences = sentences;
    }

    /** Who has spoken up to the sentence before; where nobody has, in the same paragraph, and then in the one before. */
    List<Earlier> spoken(Span source, List<Earlier> earlier) {
        int block = article.blockIndexAt(source.start());
        List<Earlier> before = earlier.stream()
                .filter(e -> e.source().start() < source.start() && e.source().start() > source.start() - REACH)
                .toList();
        int from = sentenceBefore(source);
        List<Earlier> last = before.stream()
                .filter(e -> article.blockIndexAt(e.source().start()) == block
                        && e.extent().end() > from)
                .toList();
        if (!last.isEmpty()) {
            return last;
        }
        for (int b = block; b >= Math.max(0, block - 1); b--) {
            int at = b;
            List<Earlier> here = before.stream()
                    .filter(e -> article.blockIndexAt(e.source().start()) == at)
                    .toList();
            if (!here.isEmpty()) {
                return here;
            }
        }
        return List.of();
    }

    /**
     * Where the sentence before a place begins, in whichever paragraph. Where none stands before it, this is where its own begins, which
     * may be the place itself.
     */
    int sentenceBefore(Span place) {
        int at = Math.max(0, Sentence.indexAt(sentences, place.start()) - 1);
        int from = sentences.isEmpty() ? 0 : sentences.get(at).span().start();
        return Math.min(from, place.start());
    }

    /**
     * Where the paragraph before a place begins, headlines passed over, or what of it is near. Where none stands before it, this is where
     * its own begins, which may be the place itself.
     */
    int paragraphBefore(Span place) {
        int block = article.blockIndexAt(place.start());
        int from =
                block < 0 ? place.start() : article.blocks().get(block).span().start();
        for (int b = block - 1; b >= 0; b--) {
            if (article.blocks().get(b).role() == BlockRole.BODY) {
                from = article.blocks().get(b).span().start();
                break;
            }
        }
        return Math.min(place.start(), Math.max(from, place.start() - REACH));
    }

    /** Whether a place is in a headline or in one of the first {@value #LEAD} sentences of the body. */
    boolean isLead(Span place) {
        int at = Sentence.indexAt(sentences, place.start());
        if (at < 0) {
            return false;
        }
        int body = 0;
        for (int i = 0; i < at && body < LEAD; i++) {
            body += isHeadline(sentences.get(i)) ? 0 : 1;
        }
        return body < LEAD || isHeadline(sentences.get(at));
    }

    private boolean isHeadline(Sentence sentence) {
        return article.blocks().get(sentence.block()).role() == BlockRole.HEADLINE;
    }

    /** The sentences behind the one of the place, in order. */
    List<Sentence> sentencesAfter(Span place) {
        int at = Sentence.indexAt(sentences, place.start()) + 1;
        return sentences.subList(Math.min(at, sentences.size()), sentences.size());
    }

    /** The same, {@code count} at most. */
    List<Sentence> sentencesAfter(Span place, int count) {
        List<Sentence> after = sentencesAfter(place);
        return after.subList(0, Math.min(count, after.size()));
    }

    /** The words of the sentence of a place. */
    String sentence(Span within) {
        int at = Sentence.indexAt(sentences, within.start());
        return at < 0 ? "" : sentences.get(at).span().in(article.text());
    }
}

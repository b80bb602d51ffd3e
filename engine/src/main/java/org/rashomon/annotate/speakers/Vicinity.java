package org.rashomon.annotate.speakers;

import static java.util.stream.Collectors.partitioningBy;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.Quotations;
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
    private final Quotations quotations;
    /** The last block of the body before each block; -1 where there is none. */
    private final int[] bodyBefore;

    /** @param sentences of the article, in order */
    Vicinity(Article article, List<Sentence> sentences) {
        this.article = article;
        this.sentences = sentences;
        this.quotations = new Quotations(article, sentences);
        this.bodyBefore = new int[Math.max(1, article.blocks().size())];
        bodyBefore[0] = -1;
        for (int b = 1; b < bodyBefore.length; b++) {
            boolean body = article.blocks().get(b - 1).role() == BlockRole.BODY;
            bodyBefore[b] = body ? b - 1 : bodyBefore[b - 1];
        }
    }

    /**
     * Who has spoken before a source.
     *
     * @param last up to the sentence before, in its paragraph
     * @param here anywhere in its paragraph
     * @param before in the paragraph before
     */
    record Heard(List<Earlier> last, List<Earlier> here, List<Earlier> before) {
        /** All of its paragraph and of the one before. */
        List<Earlier> all() {
            return Stream.concat(before.stream(), here.stream()).toList();
        }
    }

    /** @param counted whether one of them counts */
    Heard heard(Span source, Spoken earlier, Predicate<Earlier> counted) {
        int block = article.blockIndexAt(source.start());
        int window = paragraphBefore(source);
        int sentence = sentenceBefore(source);
        Map<Boolean, List<Earlier>> near = earlier.from(window).stream()
                .filter(e -> e.extent().start() < source.start())
                .filter(counted)
                .collect(partitioningBy(e -> article.blockIndexAt(e.source().start()) == block));
        List<Earlier> here = near.getOrDefault(true, List.of());
        return new Heard(
                here.stream().filter(e -> e.extent().end() > sentence).toList(),
                here,
                near.getOrDefault(false, List.of()));
    }

    /** Who has spoken up to the sentence before; where nobody has, in the same paragraph, and then in the one before. */
    List<Earlier> spoken(Source source) {
        Heard heard = heard(source.span(), source.earlier(), e -> true);
        return Stream.of(heard.last(), heard.here())
                .filter(group -> !group.isEmpty())
                .findFirst()
                .orElse(heard.before());
    }

    /** Whether a place is inside a quotation of its paragraph. */
    boolean isQuoted(int place) {
        return quotations.hold(place);
    }

    /** Where the sentence of a place begins. */
    int sentenceOf(Span place) {
        int at = Sentence.indexAt(sentences, place.start());
        return at < 0 ? place.start() : sentences.get(at).span().start();
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
        int block = Math.max(0, article.blockIndexAt(place.start()));
        int from = bodyBefore[block] < 0 ? block : bodyBefore[block];
        int start = article.blocks().get(from).span().start();
        return Math.min(place.start(), Math.max(start, place.start() - REACH));
    }

    /** Whether a place is in a headline or in one of the first {@value #LEAD} sentences of the body. */
    boolean isLead(Span place) {
        return sentences.stream()
                        .filter(sentence -> sentence.span().end() <= place.start())
                        .filter(sentence -> !isHeadline(sentence.block()))
                        .limit(LEAD)
                        .count()
                < LEAD;
    }

    private boolean isHeadline(int block) {
        return article.blocks().get(block).role() == BlockRole.HEADLINE;
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

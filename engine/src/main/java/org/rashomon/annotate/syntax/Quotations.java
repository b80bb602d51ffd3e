package org.rashomon.annotate.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;

/** The quotations of an article, looked for once a paragraph. */
public final class Quotations {
    private final Article article;
    private final List<Sentence> sentences;
    private final Map<Integer, List<Quotation>> found = new HashMap<>();

    /** @param sentences of the article, in order */
    public Quotations(Article article, List<Sentence> sentences) {
        this.article = article;
        this.sentences = sentences;
    }

    /** Whether a place is inside a quotation of its paragraph, marks included. */
    public boolean hold(int place) {
        List<Quotation> here = of(article.blockIndexAt(place));
        int at = Bisection.first(here.size(), i -> here.get(i).span().end() > place);
        return at < here.size() && here.get(at).span().contains(place);
    }

    /** The quotations of a paragraph, in order; none for a paragraph that is not there. */
    public List<Quotation> of(int block) {
        return block < 0 ? List.of() : found.computeIfAbsent(block, this::find);
    }

    private List<Quotation> find(int block) {
        Span span = article.blocks().get(block).span();
        int first = Bisection.first(sentences.size(), i -> sentences.get(i).block() >= block);
        int behind = Bisection.first(sentences.size(), i -> sentences.get(i).block() > block);
        List<Sentence> inside = sentences.subList(first, behind);
        return QuotationFinder.find(article.text(), span, inside, QuotationFinder.goesOn(article, block));
    }
}

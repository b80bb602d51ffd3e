package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.model.Article;
import org.rashomon.model.Attribution;
import org.rashomon.model.Block;
import org.rashomon.model.Sentence;
import org.rashomon.nlp.PosTagger;

/** Attribution by cue lexicon, quotation marks and part-of-speech patterns; needs no trained weights of our own. */
public final class RuleAttributor implements Attributor {
    private final CueLexicon lexicon = CueLexicon.load();
    private final PosTagger tagger;

    public RuleAttributor(PosTagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public List<Attribution> attribute(Article article, List<Sentence> sentences) {
        List<Attribution> attributions = new ArrayList<>();
        int from = 0;
        while (from < sentences.size()) {
            int block = sentences.get(from).block();
            int to = from;
            while (to < sentences.size() && sentences.get(to).block() == block) {
                to++;
            }
            attributions.addAll(inBlock(article, block, sentences.subList(from, to)));
            from = to;
        }
        return attributions;
    }

    private List<Attribution> inBlock(Article article, int index, List<Sentence> sentences) {
        Block block = article.blocks().get(index);
        List<Quotation> quotations =
                QuotationFinder.find(article.text(), block.span(), sentences, QuotationFinder.goesOn(article, index));
        TaggedBlock tagged = TaggedBlock.of(article.text(), block, sentences, quotations, tagger);
        return new AttributionRules(tagged, lexicon).find();
    }
}

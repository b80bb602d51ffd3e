package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.annotate.attribution.Attributor;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.syntax.Quotation;
import org.rashomon.annotate.syntax.QuotationFinder;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.Sentence;
import org.rashomon.model.claims.Attribution;

/** Attribution by cue lexicon, quotation marks and part-of-speech patterns; needs no trained weights of our own. */
public final class RuleAttributor implements Attributor {
    private final CueLexicon lexicon = CueLexicon.load();

    @Override
    public List<Attribution> attribute(Article article, List<TaggedSentence> sentences) {
        List<Attribution> attributions = new ArrayList<>();
        int from = 0;
        while (from < sentences.size()) {
            int block = sentences.get(from).sentence().block();
            int to = from;
            while (to < sentences.size() && sentences.get(to).sentence().block() == block) {
                to++;
            }
            attributions.addAll(inBlock(article, block, sentences.subList(from, to)));
            from = to;
        }
        return attributions;
    }

    private List<Attribution> inBlock(Article article, int index, List<TaggedSentence> tagged) {
        Block block = article.blocks().get(index);
        List<Sentence> sentences = tagged.stream().map(TaggedSentence::sentence).toList();
        List<Quotation> quotations =
                QuotationFinder.find(article.text(), block.span(), sentences, QuotationFinder.goesOn(article, index));
        return new AttributionRules(TaggedBlock.of(article.text(), block, tagged, quotations), lexicon).find();
    }
}

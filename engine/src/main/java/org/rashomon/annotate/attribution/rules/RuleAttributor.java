package org.rashomon.annotate.attribution.rules;

import java.util.List;
import org.rashomon.annotate.attribution.Attributor;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Attribution;

/** Attribution by cue lexicon, quotation marks and part-of-speech patterns; needs no trained weights of our own. */
public final class RuleAttributor implements Attributor {
    private final CueLexicon lexicon = CueLexicon.load();

    @Override
    public List<Attribution> attribute(Article article, List<TaggedSentence> sentences) {
        return sentences.stream()
                .map(TaggedSentence::block)
                .distinct()
                .flatMap(block -> new AttributionRules(block, lexicon).find().stream())
                .toList();
    }
}

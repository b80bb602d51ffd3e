package org.rashomon.annotate.attribution.rules;

import java.util.List;
import java.util.Optional;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.model.claims.Attribution;

/**
 * The attribution rules at work on one block: each cue of the lexicon looks for its source and its content in the order that
 * its construction has them.
 */
final class AttributionRules {
    private final TaggedBlock b;
    private final CueLexicon lexicon;
    private final FoundAttributions found;
    private final VerbCues verbs;
    private final NounCues nouns;
    private final PhraseCues phrases;
    private final ColonHeading heading;
    private final HeadlineSource headline;

    AttributionRules(TaggedBlock block, CueLexicon lexicon) {
        this.b = block;
        this.lexicon = lexicon;
        this.found = new FoundAttributions(block);
        this.verbs = new VerbCues(block, lexicon, found);
        this.nouns = new NounCues(block, lexicon, found);
        this.phrases = new PhraseCues(block, lexicon, found);
        this.heading = new ColonHeading(block, lexicon, found);
        this.headline = new HeadlineSource(block, lexicon, found);
    }

    List<Attribution> find() {
        heading.find();
        headline.find();
        int i = 0;
        while (i < b.size()) {
            Optional<Match> match = b.inQuote(i) ? Optional.empty() : lexicon.match(b, i);
            int before = found.size();
            if (match.isPresent()) {
                apply(i, match.get());
            }
            i += found.size() > before ? match.orElseThrow().length() : 1;
        }
        return found.attributions();
    }

    private void apply(int i, Match match) {
        switch (match.cue().wordClass()) {
            case VERB -> verbs.apply(i, match);
            case NOUN -> nouns.apply(i, match);
            case PHRASE -> phrases.apply(i, match);
            case ADVERB -> {}
        }
    }
}

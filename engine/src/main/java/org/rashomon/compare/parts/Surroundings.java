package org.rashomon.compare.parts;

import java.util.List;
import java.util.Map;
import org.rashomon.compare.agreements.AgreementMatcher;
import org.rashomon.compare.agreements.Agreements;
import org.rashomon.compare.corpus.ActorJoiner;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.incidents.IncidentMatcher;
import org.rashomon.compare.lineage.LineageTracer;
import org.rashomon.compare.relations.ClaimRelater;
import org.rashomon.compare.stories.StoryGrouper;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Story;

/**
 * What the steps of a comparison ask of all articles, and which of these are worth comparing: the steps as they are made with it. As it
 * stands, the articles given are all, and each step looks for itself by its own index.
 */
public interface Surroundings {
    /** The articles given are all there are. */
    Surroundings ALL = new Surroundings() {};

    /** The analyses with actors that several articles know made one. */
    default List<ArticleAnalysis> joined(List<ArticleAnalysis> read) {
        return ActorJoiner.join(read);
    }

    default Corpus corpus(List<ArticleAnalysis> joined, ActorRegistry actors) {
        return Corpus.of(joined, actors);
    }

    default LineageTracer tracer() {
        return new LineageTracer();
    }

    default List<Story> stories(Corpus corpus) {
        return new StoryGrouper().group(corpus);
    }

    default IncidentMatcher incidents() {
        return new IncidentMatcher();
    }

    default Agreements agreements(Corpus corpus, Map<String, String> storyOf) {
        return new AgreementMatcher().match(corpus, storyOf);
    }

    default ClaimRelater relater() {
        return new ClaimRelater();
    }
}

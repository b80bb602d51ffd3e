package org.rashomon.compare.parts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rashomon.compare.agreements.Agreements;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.incidents.Incidents;
import org.rashomon.compare.omissions.OmissionFinder;
import org.rashomon.compare.relations.Relations;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.IncidentEdit;

/** Analyses to their comparison, in a straight line. Pure; the order of input changes nothing. */
public final class Comparer {
    private Comparer() {}

    /**
     * Compares what the articles say.
     *
     * @param actors those that the articles were read with
     * @param edits what people decided on incidents
     * @param around what is to be known of all articles
     */
    public static Comparison compare(
            List<ArticleAnalysis> read, ActorRegistry actors, List<IncidentEdit> edits, Surroundings around) {
        List<ArticleAnalysis> analyses = around.joined(read);
        Corpus corpus = around.corpus(analyses, actors);
        List<Lineage> lineages = around.tracer().trace(corpus);
        List<Story> stories = around.stories(corpus);
        Map<String, String> storyOf = storyOf(stories);
        Incidents incidents = around.incidents().match(corpus, storyOf, edits);
        Agreements agreements = around.agreements(corpus, storyOf);
        Relations relations = around.relater().relate(corpus, storyOf, incidents, agreements);
        List<Omission> omissions = new OmissionFinder().find(corpus, stories, incidents, relations, lineages);
        return new Comparison(
                analyses,
                stories,
                incidents.all(),
                agreements.all(),
                relations.all(),
                lineages,
                omissions,
                storyOf,
                incidents.ofClaim(),
                agreements.ofClaim(),
                incidents.ofFigure());
    }

    /** By id of an article that of its story. */
    public static Map<String, String> storyOf(List<Story> stories) {
        Map<String, String> storyOf = new TreeMap<>();
        stories.forEach(story -> story.articles().forEach(article -> storyOf.put(article, story.id())));
        return storyOf;
    }
}

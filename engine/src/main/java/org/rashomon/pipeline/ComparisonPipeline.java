package org.rashomon.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rashomon.compare.agreements.AgreementMatcher;
import org.rashomon.compare.agreements.Agreements;
import org.rashomon.compare.corpus.ActorJoiner;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.incidents.IncidentMatcher;
import org.rashomon.compare.incidents.Incidents;
import org.rashomon.compare.lineage.LineageTracer;
import org.rashomon.compare.omissions.OmissionFinder;
import org.rashomon.compare.relations.ClaimRelater;
import org.rashomon.compare.relations.Relations;
import org.rashomon.compare.stories.StoryGrouper;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.IncidentEdit;

/** All analyses to their comparison, in a straight line. Pure; the order of input changes nothing. */
public final class ComparisonPipeline {
    private ComparisonPipeline() {}

    /** Compares what the articles say. Time and memory grow in step with the text. */
    public static Comparison compare(List<ArticleAnalysis> read) {
        return compare(read, ActorRegistry.standard());
    }

    /**
     * The same with actors of one's own.
     *
     * @param actors those that the articles were read with: it tells who leads a state, and so is of one side with its government
     */
    public static Comparison compare(List<ArticleAnalysis> read, ActorRegistry actors) {
        return compare(read, actors, List.of());
    }

    /**
     * The same, keeping to what people decided.
     *
     * @param edits which incident is which; relations and omissions follow from it
     */
    public static Comparison compare(List<ArticleAnalysis> read, ActorRegistry actors, List<IncidentEdit> edits) {
        List<ArticleAnalysis> analyses = ActorJoiner.join(read);
        Corpus corpus = Corpus.of(analyses, actors);
        List<Lineage> lineages = new LineageTracer().trace(corpus);
        List<Story> stories = new StoryGrouper().group(corpus);
        Map<String, String> storyOf = storyOf(stories);
        Incidents incidents = new IncidentMatcher().match(corpus, storyOf, edits);
        Agreements agreements = new AgreementMatcher().match(corpus, storyOf);
        Relations relations = new ClaimRelater().relate(corpus, storyOf, incidents, agreements);
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

    private static Map<String, String> storyOf(List<Story> stories) {
        Map<String, String> storyOf = new TreeMap<>();
        stories.forEach(story -> story.articles().forEach(article -> storyOf.put(article, story.id())));
        return storyOf;
    }
}

package org.rashomon.pipeline;

import java.util.List;
import org.rashomon.compare.parts.Comparer;
import org.rashomon.compare.parts.Surroundings;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Comparison;
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
        return Comparer.compare(read, actors, edits, Surroundings.ALL);
    }
}

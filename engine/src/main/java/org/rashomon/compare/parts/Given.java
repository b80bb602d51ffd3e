package org.rashomon.compare.parts;

import java.util.List;
import java.util.Map;
import org.rashomon.compare.agreements.Agreements;
import org.rashomon.compare.corpus.ActorJoiner;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Counts;
import org.rashomon.compare.corpus.GivenPairs;
import org.rashomon.compare.corpus.Names;
import org.rashomon.compare.incidents.Containment;
import org.rashomon.compare.incidents.IncidentMatcher;
import org.rashomon.compare.lineage.LineageTracer;
import org.rashomon.compare.relations.ClaimRelater;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Story;

/**
 * What was found over all articles, for comparing a part of them. Stories are given as they were grouped before, since what may be of one
 * story joins far more than what is. Agreements are left out: months join them across all parts, so they are matched in parts of their own.
 *
 * @param joiner knows the governments and leaders of the analyses as they were made
 * @param names of the analyses with joined actors
 * @param words counts of words
 * @param told what is told of places
 * @param stories of the articles of the part, each whole
 * @param copies pairs of articles of which one may derive from the other
 * @param restated claim to the earlier ones that it may restate, in order
 */
public record Given(
        ActorJoiner joiner,
        Names.Known names,
        Counts words,
        Containment.Told told,
        List<Story> stories,
        GivenPairs copies,
        Map<String, List<String>> restated)
        implements Surroundings {
    @Override
    public List<ArticleAnalysis> joined(List<ArticleAnalysis> read) {
        return joiner.allJoined(read);
    }

    @Override
    public Corpus corpus(List<ArticleAnalysis> joined, ActorRegistry actors) {
        return Corpus.ofPart(joined, actors, names);
    }

    @Override
    public LineageTracer tracer() {
        return new LineageTracer(copies);
    }

    @Override
    public List<Story> stories(Corpus corpus) {
        return stories;
    }

    @Override
    public IncidentMatcher incidents() {
        return new IncidentMatcher(words, told);
    }

    @Override
    public Agreements agreements(Corpus corpus, Map<String, String> storyOf) {
        return new Agreements(List.of(), Map.of(), Map.of());
    }

    @Override
    public ClaimRelater relater() {
        return new ClaimRelater(restated);
    }
}

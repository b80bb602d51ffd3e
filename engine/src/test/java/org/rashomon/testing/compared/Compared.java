package org.rashomon.testing.compared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rashomon.compare.agreements.AgreementMatcher;
import org.rashomon.compare.agreements.Agreements;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.incidents.IncidentMatcher;
import org.rashomon.compare.incidents.Incidents;
import org.rashomon.compare.relations.ClaimRelater;
import org.rashomon.compare.relations.Relations;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Incident;

/** Hand-made analyses compared, all in one story. */
public final class Compared {
    public final Corpus corpus;
    public final Map<String, String> storyOf = new TreeMap<>();
    public final Incidents incidents;
    public final Agreements agreements;
    public final Relations relations;

    public Compared(HandMadeAnalysis... articles) {
        this("one", articles);
    }

    /** {@code story} empty: each article is a story of its own. */
    public Compared(String story, HandMadeAnalysis... articles) {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        for (HandMadeAnalysis article : articles) {
            ArticleAnalysis analysis = article.done();
            analyses.add(analysis);
            storyOf.put(
                    analysis.article().id(),
                    story.isEmpty() ? analysis.article().id() : story);
        }
        corpus = Corpus.of(analyses, ActorRegistry.standard());
        incidents = new IncidentMatcher().match(corpus, storyOf);
        agreements = new AgreementMatcher().match(corpus, storyOf);
        relations = new ClaimRelater().relate(corpus, storyOf, incidents, agreements);
    }

    public List<String> labels() {
        return incidents.all().stream().map(Incident::label).toList();
    }

    /** <em>a:0 DENIES b:0</em>, in order. */
    public List<String> related() {
        return relations.all().stream()
                .map(relation -> relation.a() + " " + relation.kind() + " " + relation.b())
                .toList();
    }

    public Stream<ClaimRelation> between(String a, String b) {
        return relations.all().stream()
                .filter(relation -> (relation.a().equals(a) && relation.b().equals(b))
                        || (relation.a().equals(b) && relation.b().equals(a)));
    }
}

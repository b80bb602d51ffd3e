package org.rashomon.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Incident;

/** Hand-made analyses compared, all in one story. */
final class Compared {
    final Corpus corpus;
    final Map<String, String> storyOf = new TreeMap<>();
    final Incidents incidents;
    final Agreements agreements;
    final Relations relations;

    Compared(HandMade... articles) {
        this("one", articles);
    }

    /** {@code story} empty: each article is a story of its own. */
    Compared(String story, HandMade... articles) {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        for (HandMade article : articles) {
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

    List<String> labels() {
        return incidents.all().stream().map(Incident::label).toList();
    }

    /** <em>a:0 DENIES b:0</em>, in order. */
    List<String> related() {
        return relations.all().stream()
                .map(relation -> relation.a() + " " + relation.kind() + " " + relation.b())
                .toList();
    }

    Stream<ClaimRelation> between(String a, String b) {
        return relations.all().stream()
                .filter(relation -> relation.a().equals(a) && relation.b().equals(b)
                        || relation.a().equals(b) && relation.b().equals(a));
    }
}

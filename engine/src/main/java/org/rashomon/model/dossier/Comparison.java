package org.rashomon.model.dossier;

import java.util.List;
import java.util.Map;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Incident;

/**
 * What comparison finds across articles.
 *
 * @param analyses what was compared, in the order of input, with actors that several articles know joined
 * @param storyOf article id to story id; every article has one
 * @param incidentOf claim id to the incident it is about, where it is about one
 * @param agreementOf claim id to the agreement it is about, where it is about one
 * @param incidentOfFigure figure id to the incident it counts for, where it counts for one
 */
public record Comparison(
        List<ArticleAnalysis> analyses,
        List<Story> stories,
        List<Incident> incidents,
        List<Agreement> agreements,
        List<ClaimRelation> relations,
        List<Lineage> lineages,
        List<Omission> omissions,
        Map<String, String> storyOf,
        Map<String, String> incidentOf,
        Map<String, String> agreementOf,
        Map<String, String> incidentOfFigure) {
    public Comparison {
        analyses = List.copyOf(analyses);
        stories = List.copyOf(stories);
        incidents = List.copyOf(incidents);
        agreements = List.copyOf(agreements);
        relations = List.copyOf(relations);
        lineages = List.copyOf(lineages);
        omissions = List.copyOf(omissions);
        storyOf = Map.copyOf(storyOf);
        incidentOf = Map.copyOf(incidentOf);
        agreementOf = Map.copyOf(agreementOf);
        incidentOfFigure = Map.copyOf(incidentOfFigure);
    }
}

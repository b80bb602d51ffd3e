package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.fitted.Signals;
import org.rashomon.fitted.Trace;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;

/** Ties the claims of an article to those of its incidents that their content tells or points at. */
final class ClaimSubjects {
    private final Corpus corpus;
    private final Trace trace;

    ClaimSubjects(Corpus corpus, Trace trace) {
        this.corpus = corpus;
        this.trace = trace;
    }

    /** By id of the claim the incidents that it speaks of, the one that it is mainly about first. */
    Map<String, List<IncidentProfile>> of(ArticleAnalysis analysis, List<IncidentProfile> incidents) {
        Map<String, List<IncidentProfile>> subjects = new HashMap<>();
        if (incidents.isEmpty()) {
            return subjects;
        }
        ClaimLinks links = new ClaimLinks(corpus, analysis, incidents);
        for (Claim claim : analysis.claims()) {
            Map<IncidentProfile, Double> likely = new HashMap<>();
            Map<IncidentProfile, Signals> signals = links.signals(claim);
            signals.forEach((incident, told) -> {
                double probability =
                        trace.weighed("claim", claim.id(), incident, told, ClaimLinks.MODEL.probability(told));
                if (probability >= ClaimLinks.MODEL.threshold()) {
                    likely.put(incident, probability);
                }
            });
            List<IncidentProfile> spoken = new ArrayList<>();
            signals.keySet().stream()
                    .filter(likely::containsKey)
                    .max(Comparator.comparingDouble(likely::get))
                    .ifPresent(spoken::add);
            signals.keySet().stream()
                    .filter(incident -> !spoken.contains(incident) && isHeld(claim, incident))
                    .forEach(spoken::add);
            if (!spoken.isEmpty()) {
                subjects.put(claim.id(), spoken);
            }
        }
        return subjects;
    }

    private static boolean isHeld(Claim claim, IncidentProfile incident) {
        for (IncidentMention mention : incident.mentions()) {
            if (ClaimLinks.holds(claim.attribution().content(), mention.span())) {
                return true;
            }
        }
        return false;
    }
}

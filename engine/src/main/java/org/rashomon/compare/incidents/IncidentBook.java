package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;

/** Writes profiles down as incidents, with the claims and figures that speak of them. */
final class IncidentBook {
    private final Corpus corpus;

    private final Map<String, String> storyOf;

    private final Map<IncidentProfile, Set<String>> claims;

    private final Map<String, IncidentProfile> primary;
    /** Claims of which people said what they are about. */
    private final Set<String> decided;

    IncidentBook(
            Corpus corpus,
            Map<String, String> storyOf,
            Map<IncidentProfile, Set<String>> claims,
            Map<String, IncidentProfile> primary,
            Set<String> decided) {
        this.corpus = corpus;
        this.storyOf = storyOf;
        this.claims = claims;
        this.primary = primary;
        this.decided = decided;
    }

    Incidents write() {
        Map<String, IncidentProfile> ofFigure = new FigureIncidents(corpus, claims.keySet(), primary).byFigure();
        takeCounting(ofFigure);
        Map<IncidentProfile, List<String>> figuresOf = new HashMap<>();
        ofFigure.forEach((figure, profile) ->
                figuresOf.computeIfAbsent(profile, p -> new ArrayList<>()).add(figure));
        Map<IncidentProfile, Incident> written = new LinkedHashMap<>();
        claims.forEach((profile, ids) -> written.put(
                profile,
                IncidentWriter.write(
                        corpus, storyOf, profile, sorted(ids), figuresOf.getOrDefault(profile, List.of()))));
        Map<String, String> ofClaim = new TreeMap<>();
        primary.forEach((claim, profile) -> put(claim, written.get(profile), ofClaim));
        Map<String, String> incidentOfFigure = new TreeMap<>();
        ofFigure.forEach((figure, profile) -> put(figure, written.get(profile), incidentOfFigure));
        Map<String, List<String>> about = new TreeMap<>();
        claims.forEach((profile, ids) -> {
            Incident incident = written.get(profile);
            if (incident != null) {
                about.put(incident.id(), sorted(ids));
            }
        });
        List<Incident> all = written.values().stream()
                .sorted(Comparator.comparing(
                                (Incident incident) -> incident.time() == null
                                        ? null
                                        : incident.time().start(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Incident::id))
                .toList();
        return new Incidents(all, ofClaim, incidentOfFigure, about);
    }

    /** Who counts the victims of an incident speaks of it. */
    private void takeCounting(Map<String, IncidentProfile> ofFigure) {
        for (ArticleAnalysis analysis : corpus.analyses()) {
            for (Figure figure : analysis.figures()) {
                IncidentProfile profile = ofFigure.get(figure.id());
                if (profile != null && figure.claim() != null && !decided.contains(figure.claim())) {
                    claims.computeIfAbsent(profile, key -> new LinkedHashSet<>())
                            .add(figure.claim());
                    primary.putIfAbsent(figure.claim(), profile);
                }
            }
        }
    }

    private static void put(String key, @Nullable Incident incident, Map<String, String> map) {
        if (incident != null) {
            map.put(key, incident.id());
        }
    }

    private List<String> sorted(Set<String> ids) {
        List<Claim> found = new ArrayList<>();
        for (String id : ids) {
            Claim claim = corpus.claim(id);
            if (claim != null) {
                found.add(claim);
            }
        }
        found.sort(Comparator.comparing(Claim::article)
                .thenComparing(Claim::extent)
                .thenComparing(Claim::id));
        return found.stream().map(Claim::id).toList();
    }
}

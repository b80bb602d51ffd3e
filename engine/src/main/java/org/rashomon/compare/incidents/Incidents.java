package org.rashomon.compare.incidents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.events.Incident;

/**
 * The incidents of a comparison, and what was found to be about which.
 *
 * @param all by time told (untimed last) and id
 * @param ofClaim claim id to the incident that it is mainly about
 * @param ofFigure figure id to the incident that it counts for
 * @param claimsAbout incident id to all claims that speak of it, one that is mainly about another incident included, in order
 *     of articles and text
 */
public record Incidents(
        List<Incident> all,
        Map<String, String> ofClaim,
        Map<String, String> ofFigure,
        Map<String, List<String>> claimsAbout) {
    public Incidents {
        all = List.copyOf(all);
        ofClaim = Map.copyOf(ofClaim);
        ofFigure = Map.copyOf(ofFigure);
        Map<String, List<String>> copy = new HashMap<>();
        claimsAbout.forEach((incident, claims) -> copy.put(incident, List.copyOf(claims)));
        claimsAbout = Map.copyOf(copy);
    }

    public List<String> claimsAbout(@Nullable String incident) {
        return incident == null ? List.of() : claimsAbout.getOrDefault(incident, List.of());
    }
}

package org.rashomon.compare.agreements;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rashomon.model.events.Agreement;

/**
 * The agreement ledger of a comparison.
 *
 * @param all by date (undated last) and id
 * @param ofClaim claim id to the agreement that it is about
 * @param claimsAbout agreement id to the claims about it, in order of articles and text
 */
public record Agreements(List<Agreement> all, Map<String, String> ofClaim, Map<String, List<String>> claimsAbout) {
    public Agreements {
        all = List.copyOf(all);
        ofClaim = Map.copyOf(ofClaim);
        Map<String, List<String>> copy = new HashMap<>();
        claimsAbout.forEach((agreement, claims) -> copy.put(agreement, List.copyOf(claims)));
        claimsAbout = Map.copyOf(copy);
    }
}

package org.rashomon.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rashomon.model.ArticleAnalysis;
import org.rashomon.model.Claim;
import org.rashomon.model.ClaimRelation;

/** Claims that restate one another, as one utterance: the page shows its words once, with all the places that carry it. */
final class Utterances {
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Claim>> members = new HashMap<>();

    Utterances(DossierIndex index) {
        Map<String, Integer> order = new HashMap<>();
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            analysis.claims().forEach(claim -> order.put(claim.id(), order.size()));
        }
        for (ClaimRelation relation : index.dossier().comparison().relations()) {
            if (relation.kind() == ClaimRelation.Kind.RESTATES) {
                String a = first(relation.a());
                String b = first(relation.b());
                boolean aFirst = order.getOrDefault(a, 0) <= order.getOrDefault(b, 0);
                if (!a.equals(b)) {
                    parents.put(aFirst ? b : a, aFirst ? a : b);
                }
            }
        }
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            for (Claim claim : analysis.claims()) {
                members.computeIfAbsent(first(claim.id()), id -> new ArrayList<>())
                        .add(claim);
            }
        }
    }

    /** The id of the first claim, in order of input, of the utterance that {@code claim} belongs to. */
    String first(String claim) {
        String at = claim;
        String parent = parents.get(at);
        while (parent != null) {
            String grand = parents.get(parent);
            if (grand != null) {
                parents.put(at, grand);
            }
            at = parent;
            parent = parents.get(at);
        }
        return at;
    }

    /** All claims of the utterance, in order of input. */
    List<Claim> of(String claim) {
        return members.getOrDefault(first(claim), List.of());
    }
}

package org.rashomon.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;

/** Claims that restate one another, as one utterance: the page shows its words once, with all the places that carry it. */
final class Utterances {
    /** Shorter words may be said twice by chance, in characters. */
    private static final int LEAST_REPRINT = 20;

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Claim>> members = new HashMap<>();

    Utterances(DossierIndex index) {
        Map<String, Integer> order = new HashMap<>();
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            analysis.claims().forEach(claim -> order.put(claim.id(), order.size()));
        }
        for (ClaimRelation relation : index.dossier().comparison().relations()) {
            if (relation.kind() == ClaimRelation.Kind.RESTATES) {
                join(relation.a(), relation.b(), order);
            }
        }
        joinReprints(index, order);
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            for (Claim claim : analysis.claims()) {
                members.computeIfAbsent(first(claim.id()), id -> new ArrayList<>())
                        .add(claim);
            }
        }
    }

    /** The same words under the same name in several articles are one utterance that is printed again. */
    private void joinReprints(DossierIndex index, Map<String, Integer> order) {
        Map<String, String> printed = new HashMap<>();
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            String text = analysis.article().text();
            for (Claim claim : analysis.claims()) {
                String words = claim.attribution().content().stream()
                        .map(span -> span.in(text))
                        .collect(Collectors.joining(" "));
                if (claim.speaker().status() == SpeakerStatus.UNRESOLVED || words.length() < LEAST_REPRINT) {
                    continue;
                }
                String key = claim.act() + "\t" + claim.speaker().label() + "\t"
                        + words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
                String before = printed.putIfAbsent(key, claim.id());
                if (before != null) {
                    join(before, claim.id(), order);
                }
            }
        }
    }

    private void join(String one, String other, Map<String, Integer> order) {
        String a = first(one);
        String b = first(other);
        boolean aFirst = order.getOrDefault(a, 0) <= order.getOrDefault(b, 0);
        if (!a.equals(b)) {
            parents.put(aFirst ? b : a, aFirst ? a : b);
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

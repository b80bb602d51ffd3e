package org.rashomon.export.lookup;

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
import org.rashomon.text.Hashes;

/**
 * Claims that restate one another, as one utterance: the page shows its words once, with all the places that carry it. Made once, of all claims,
 * then only read: thread-safe.
 */
public final class Utterances {
    /** Shorter words may be said twice by chance, in characters. */
    private static final int LEAST_REPRINT = 20;

    private static final int KEY = 24;

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Claim>> members = new HashMap<>();

    public Utterances(DossierIndex index) {
        Map<String, Integer> order = new HashMap<>();
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            analysis.claims().forEach(claim -> order.put(claim.id(), order.size()));
        }
        for (ClaimRelation relation : index.dossier().comparison().relations()) {
            if (relation.kind() == ClaimRelation.Kind.RESTATES && mayBeOne(index, relation)) {
                join(relation.a(), relation.b(), order);
            }
        }
        joinReprints(index, order);
        // each leads to its first at once, so that what is looked up changes nothing and many may look
        for (String claim : List.copyOf(parents.keySet())) {
            parents.put(claim, root(claim));
        }
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            for (Claim claim : analysis.claims()) {
                members.computeIfAbsent(first(claim.id()), id -> new ArrayList<>())
                        .add(claim);
            }
        }
    }

    /** A spokesman of one story is not the spokesman of another, in whichever words. */
    private static boolean mayBeOne(DossierIndex index, ClaimRelation relation) {
        Claim one = index.claim(relation.a());
        Claim other = index.claim(relation.b());
        return (isSomebody(one) && isSomebody(other))
                || story(index, one.article()).equals(story(index, other.article()));
    }

    private static boolean isSomebody(Claim claim) {
        return claim.speaker().actor() != null;
    }

    /** The story of an article; the article itself where it is in none. */
    private static String story(DossierIndex index, String article) {
        String story = index.storyOf(article);
        return story == null ? article : story;
    }

    /** The same words under the same name in several articles of one story are one utterance that is printed again; of two stories they are two. */
    private void joinReprints(DossierIndex index, Map<String, Integer> order) {
        Map<String, String> printed = new HashMap<>();
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            String text = analysis.article().text();
            String story = story(index, analysis.article().id());
            for (Claim claim : analysis.claims()) {
                String words = claim.attribution().content().stream()
                        .map(span -> span.in(text))
                        .collect(Collectors.joining(" "));
                if (claim.speaker().status() == SpeakerStatus.UNRESOLVED || words.length() < LEAST_REPRINT) {
                    continue;
                }
                String key = story + "\t" + claim.act() + "\t" + claim.speaker().label() + "\t"
                        + words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
                // of all words of an archive the hashes suffice
                String before = printed.putIfAbsent(Hashes.sha256(key).substring(0, KEY), claim.id());
                if (before != null) {
                    join(before, claim.id(), order);
                }
            }
        }
    }

    private void join(String one, String other, Map<String, Integer> order) {
        String a = root(one);
        String b = root(other);
        boolean aFirst = order.getOrDefault(a, 0) <= order.getOrDefault(b, 0);
        if (!a.equals(b)) {
            parents.put(aFirst ? b : a, aFirst ? a : b);
        }
    }

    /** The id of the first claim, in order of input, of the utterance that {@code claim} belongs to. */
    public String first(String claim) {
        return parents.getOrDefault(claim, claim);
    }

    private String root(String claim) {
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
    public List<Claim> of(String claim) {
        return members.getOrDefault(first(claim), List.of());
    }
}

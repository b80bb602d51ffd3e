package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;

/** Claims, tied to the incidents that they speak of: those whose content holds a mention, those that deny, those that point back. */
final class ClaimSubjects {
    private static final int SENTENCES_BACK = 3;
    private static final Set<Act> ANSWERS = Set.of(Act.DENY, Act.ACCUSE, Act.ADMIT, Act.APPRAISE);

    private final Corpus corpus;

    private final Map<IncidentProfile, Set<String>> claims;

    private final Map<String, IncidentProfile> primary;

    ClaimSubjects(Corpus corpus, Map<IncidentProfile, Set<String>> claims, Map<String, IncidentProfile> primary) {
        this.corpus = corpus;
        this.claims = claims;
        this.primary = primary;
    }

    /** Claims whose content holds a mention. */
    void takeContents(List<IncidentProfile> standing) {
        Map<String, Map<IncidentProfile, Integer>> counts = new TreeMap<>();
        for (IncidentProfile profile : standing) {
            for (IncidentMention mention : profile.mentions()) {
                for (Claim claim : corpus.analysis(mention.article()).claims()) {
                    if (holds(claim, mention.span())) {
                        counts.computeIfAbsent(claim.id(), id -> new LinkedHashMap<>())
                                .merge(profile, 1, Integer::sum);
                    }
                }
            }
        }
        counts.forEach((claim, incidents) -> {
            IncidentProfile most = null;
            int best = 0;
            for (Map.Entry<IncidentProfile, Integer> entry : incidents.entrySet()) {
                take(claim, entry.getKey());
                if (entry.getValue() > best) {
                    most = entry.getKey();
                    best = entry.getValue();
                }
            }
            if (most != null) {
                primary.put(claim, most);
            }
        });
    }

    void takeDenied(Claim claim, List<IncidentProfile> incidents) {
        for (IncidentProfile incident : incidents) {
            take(claim.id(), incident);
            primary.putIfAbsent(claim.id(), incident);
        }
    }

    /** Claims that point back: the mention in their own sentence, or the nearest one before, when their words refer to it. */
    void takeAnaphors(List<IncidentProfile> standing) {
        Map<String, List<Placed>> byArticle = new HashMap<>();
        for (IncidentProfile profile : standing) {
            for (IncidentMention mention : profile.mentions()) {
                byArticle
                        .computeIfAbsent(mention.article(), id -> new ArrayList<>())
                        .add(new Placed(mention, profile));
            }
        }
        for (ArticleAnalysis analysis : corpus.analyses()) {
            List<Placed> placed = byArticle.getOrDefault(analysis.article().id(), List.of());
            for (Claim claim : placed.isEmpty() ? List.<Claim>of() : analysis.claims()) {
                if (!primary.containsKey(claim.id())) {
                    IncidentProfile subject = pointedAt(claim, placed);
                    if (subject != null) {
                        take(claim.id(), subject);
                        primary.put(claim.id(), subject);
                    }
                }
            }
        }
    }

    private @Nullable IncidentProfile pointedAt(Claim claim, List<Placed> placed) {
        Span extent = claim.extent();
        int sentence = corpus.sentenceAt(claim.article(), extent.start());
        boolean refers = Definite.refersBack(corpus.utterance(claim), claim.act());
        Placed nearest = null;
        for (Placed candidate : placed) {
            int back = sentence - candidate.mention.sentence();
            boolean same = back == 0 && ANSWERS.contains(claim.act()) && !isAnothersWord(candidate, claim);
            boolean before = back >= 0 && back <= SENTENCES_BACK && refers;
            if ((same || before)
                    && candidate.mention.span().start() <= extent.end()
                    && (nearest == null || nearer(candidate, nearest, extent))) {
                nearest = candidate;
            }
        }
        return nearest == null ? null : nearest.incident;
    }

    /** A mention inside another claim of the sentence is that claim's subject, unless the two overlap. */
    private boolean isAnothersWord(Placed candidate, Claim claim) {
        Claim owner = corpus.claim(candidate.mention.claim());
        return owner != null
                && !owner.id().equals(claim.id())
                && !owner.extent().overlaps(claim.extent());
    }

    private static boolean nearer(Placed candidate, Placed nearest, Span extent) {
        return Math.abs(candidate.mention.span().start() - extent.start())
                < Math.abs(nearest.mention.span().start() - extent.start());
    }

    private void take(String claim, IncidentProfile incident) {
        claims.getOrDefault(incident, new LinkedHashSet<>()).add(claim);
    }

    private static boolean holds(Claim claim, Span span) {
        return claim.attribution().content().stream().anyMatch(content -> content.contains(span));
    }

    private record Placed(IncidentMention mention, IncidentProfile incident) {}
}

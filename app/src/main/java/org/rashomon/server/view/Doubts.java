package org.rashomon.server.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.OpenCase;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.ActorType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;

/** Finds what a person should look at: speakers that stay open, claims of which the reader is unsure, orphaned corrections. */
final class Doubts {
    /** Claims of a lower confidence are asked about. */
    private static final double SURE = 0.5;

    private static final int CANDIDATES = 4;

    private Doubts() {}

    /** Orphans first, then claims about incidents and agreements, then all others; in each the order of input. */
    static List<Doubt> of(DossierIndex index, OpenCase open) {
        List<Doubt> doubts = new ArrayList<>();
        for (Correction correction : open.corrections()) {
            if (correction.state() == Correction.State.ORPHAN) {
                doubts.add(new Doubt("o-" + correction.id(), Doubt.Kind.ORPHAN, null, correction, List.of()));
            }
        }
        Set<String> settled = open.humanClaims();
        List<Doubt> asked = new ArrayList<>();
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            for (Claim claim : analysis.claims()) {
                if (settled.contains(claim.id())) {
                    continue;
                }
                if (claim.speaker().status() == SpeakerStatus.UNRESOLVED) {
                    asked.add(new Doubt(
                            claim.id(), Doubt.Kind.UNRESOLVED, claim, null, candidates(analysis, claim, CANDIDATES)));
                } else if (claim.attribution().confidence() < SURE) {
                    asked.add(new Doubt(
                            claim.id(), Doubt.Kind.UNSURE, claim, null, candidates(analysis, claim, CANDIDATES - 1)));
                }
            }
        }
        asked.sort(Comparator.comparing((Doubt doubt) -> !isCompared(index, doubt)));
        doubts.addAll(asked);
        return List.copyOf(doubts);
    }

    private static boolean isCompared(DossierIndex index, Doubt doubt) {
        Claim claim = doubt.claim();
        return claim != null && (index.incidentOf(claim.id()) != null || index.agreementOf(claim.id()) != null);
    }

    /** Who is mentioned before the claim ends, the last one first; outlets are left out, as is who is the speaker already. */
    private static List<String> candidates(ArticleAnalysis analysis, Claim claim, int most) {
        Span extent = claim.extent();
        Set<String> names = new LinkedHashSet<>();
        List<Mention> mentions = analysis.mentions();
        for (int i = mentions.size() - 1; i >= 0 && names.size() < most; i--) {
            Mention mention = mentions.get(i);
            if (mention.actor() != null
                    && mention.actor().type() != ActorType.OUTLET
                    && mention.span().start() < extent.end()
                    && !mention.actor().equals(claim.speaker().actor())) {
                names.add(mention.actor().name());
            }
        }
        return List.copyOf(names);
    }
}

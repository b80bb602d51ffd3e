package org.rashomon.server.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Correction;
import org.rashomon.model.claims.Claim;

/**
 * A question that a person can settle.
 *
 * @param id stays while the question is open
 * @param claim what is asked about, or null for an orphan
 * @param orphan a correction whose text is not what it was, or null
 * @param candidates who may be meant, the nearest first; names, never ids
 */
public record Doubt(
        String id,
        Kind kind,
        @Nullable Claim claim,
        @Nullable Correction orphan,
        List<String> candidates) {
    public Doubt {
        candidates = List.copyOf(candidates);
    }

    /** What is asked. */
    public enum Kind {
        /** Who speaks? */
        UNRESOLVED,
        /** Is this a claim of this speaker? */
        UNSURE,
        /** Does this correction still hold? */
        ORPHAN
    }
}

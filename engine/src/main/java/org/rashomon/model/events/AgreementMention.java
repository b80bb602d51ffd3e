package org.rashomon.model.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;

/**
 * One place in an article that speaks of a deal, truce, resolution or standing arrangement.
 *
 * @param span the words that name it (<em>the ceasefire deal</em>)
 * @param sentence index into {@link org.rashomon.model.dossier.ArticleAnalysis#sentences()}
 * @param name the words, without determiner, in the case of the text
 * @param date when it was made, where these words or their sentence tell
 * @param inForceFrom when it took effect, where told
 * @param claim id of the innermost claim whose content holds the mention, or null
 */
public record AgreementMention(
        String article,
        Span span,
        int sentence,
        String name,
        Kind kind,
        Form form,
        @Nullable TimeInterval date,
        @Nullable TimeInterval inForceFrom,
        List<Participation> participations,
        List<Obligation> obligations,
        @Nullable String claim) {
    public AgreementMention {
        participations = List.copyOf(participations);
        obligations = List.copyOf(obligations);
    }

    /** What sort of arrangement the words name. */
    public enum Kind {
        CEASEFIRE,
        DEAL,
        RESOLUTION,
        ARRANGEMENT
    }

    /** Whether the text tells how it was made. */
    public enum Form {
        WRITTEN,
        VERBAL,
        UNCLEAR
    }
}

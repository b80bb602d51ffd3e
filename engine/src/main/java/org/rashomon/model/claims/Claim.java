package org.rashomon.model.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;

/**
 * A piece of an article that is attributed to a source and was voiced.
 *
 * @param id content hash of article and spans
 * @param article id of the article
 * @param speaker the innermost source whose words they are
 * @param via outer sources, outermost first: wire or outlet credited, then outer speakers; never the article's own outlet
 * @param targets actors that the act is aimed at: the accused, the one asked, the one whose deed is denied
 * @param targetLabels the same as the text has them, for targets that no actor is known for included
 * @param addressee the one spoken to, or null
 * @param said when it was said, where the text tells, or null
 */
public record Claim(
        String id,
        String article,
        Attribution attribution,
        Speaker speaker,
        List<String> via,
        Act act,
        List<Actor> targets,
        List<String> targetLabels,
        @Nullable String addressee,
        Factuality factuality,
        @Nullable TimeInterval said) {
    public Claim {
        via = List.copyOf(via);
        targets = List.copyOf(targets);
        targetLabels = List.copyOf(targetLabels);
    }

    /** Where the claim stands: the smallest span that covers source, cue and content. */
    public Span extent() {
        Span extent = Span.covering(attribution.content());
        for (List<Span> part : List.of(attribution.source(), attribution.cue())) {
            if (!part.isEmpty()) {
                Span covering = Span.covering(part);
                extent = new Span(Math.min(extent.start(), covering.start()), Math.max(extent.end(), covering.end()));
            }
        }
        return extent;
    }
}

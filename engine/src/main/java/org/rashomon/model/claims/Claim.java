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
 * @param stances what it says of deeds, and of whose
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
        List<Stance> stances,
        @Nullable String addressee,
        Factuality factuality,
        @Nullable TimeInterval said) {
    public Claim {
        via = List.copyOf(via);
        targets = List.copyOf(targets);
        targetLabels = List.copyOf(targetLabels);
        stances = List.copyOf(stances);
    }

    /**
     * Whether it denies a deed or a charge: it clears somebody, or says that nothing happened. A plea refused has the act of a denial, and
     * denies no deed.
     */
    public boolean deniesDeed() {
        return act == Act.DENY
                && stances.stream()
                        .anyMatch(stance ->
                                stance.kind() == Stance.Kind.CLEARS || stance.kind() == Stance.Kind.NOT_HAPPENED);
    }

    /** Those whom it clears, as far as they are known. */
    public List<Actor> cleared() {
        return meant(Stance.Kind.CLEARS, 0);
    }

    /** Those whom stances of a kind name, of at least such a confidence, as far as they are known. */
    public List<Actor> meant(Stance.Kind kind, double least) {
        return stances.stream()
                .filter(stance -> stance.kind() == kind && stance.confidence() >= least)
                .flatMap(stance -> stance.actors().stream())
                .distinct()
                .toList();
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

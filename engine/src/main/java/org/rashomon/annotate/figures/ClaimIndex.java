package org.rashomon.annotate.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rashomon.model.Span;
import org.rashomon.model.SpanIndex;
import org.rashomon.model.claims.Claim;

/** The claims of one article by where they stand in its text. */
final class ClaimIndex {
    private final SpanIndex<Place> contents;
    private final SpanIndex<Place> cues;

    /** One span of a claim, which is the article's claim of that number. */
    private record Place(Span span, int number, Claim claim) {}

    ClaimIndex(List<Claim> claims) {
        this.contents = places(claims, claim -> claim.attribution().content());
        this.cues = places(claims, claim -> claim.attribution().cue());
    }

    private static SpanIndex<Place> places(List<Claim> claims, Function<Claim, List<Span>> spans) {
        List<Place> places = new ArrayList<>();
        for (Claim claim : claims) {
            int number = places.size();
            spans.apply(claim).forEach(span -> places.add(new Place(span, number, claim)));
        }
        return SpanIndex.of(places, Place::span);
    }

    /** The claim in whose content the words stand, the innermost of several; else the one in whose cue they do. */
    Optional<Claim> innermost(Span words) {
        Comparator<Place> byNumber = Comparator.comparingInt(Place::number);
        return contents.around(words).stream()
                .min(Comparator.<Place>comparingInt(place -> place.span().length())
                        .thenComparing(byNumber))
                .or(() -> cues.around(words).stream().min(byNumber))
                .map(Place::claim);
    }
}

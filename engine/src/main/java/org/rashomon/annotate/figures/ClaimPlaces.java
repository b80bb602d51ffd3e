package org.rashomon.annotate.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;

/** The claims of one article by where they stand in its text. */
final class ClaimPlaces {
    private final List<Claim> claims;
    private final Places contents;
    private final Places cues;

    ClaimPlaces(List<Claim> claims) {
        this.claims = claims;
        this.contents = new Places(claims, claim -> claim.attribution().content());
        this.cues = new Places(claims, claim -> claim.attribution().cue());
    }

    /** The claim in whose content the words stand, the innermost of several; else the one in whose cue they do. */
    Optional<Claim> innermost(Span words) {
        return contents.around(words).stream()
                .min(Comparator.comparingInt((Place place) -> place.span().length())
                        .thenComparingInt(Place::claim))
                .or(() -> cues.around(words).stream().min(Comparator.comparingInt(Place::claim)))
                .map(place -> claims.get(place.claim()));
    }

    /** A span of the claim of that index. */
    private record Place(Span span, int claim) {}

    /** Spans that may nest, by where they begin. */
    private static final class Places {
        private final List<Place> places = new ArrayList<>();

        /** The furthest end of the spans up to each, so that a search backwards knows where to stop. */
        private final int[] reach;

        Places(List<Claim> claims, Function<Claim, List<Span>> spans) {
            for (int i = 0; i < claims.size(); i++) {
                for (Span span : spans.apply(claims.get(i))) {
                    places.add(new Place(span, i));
                }
            }
            places.sort(Comparator.comparing(Place::span));
            reach = new int[places.size()];
            int furthest = 0;
            for (int i = 0; i < reach.length; i++) {
                furthest = Math.max(furthest, places.get(i).span().end());
                reach[i] = furthest;
            }
        }

        List<Place> around(Span words) {
            List<Place> around = new ArrayList<>();
            int last = Bisection.first(places.size(), i -> places.get(i).span().start() > words.start()) - 1;
            for (int i = last; i >= 0 && reach[i] >= words.end(); i--) {
                if (places.get(i).span().contains(words)) {
                    around.add(places.get(i));
                }
            }
            return around;
        }
    }
}

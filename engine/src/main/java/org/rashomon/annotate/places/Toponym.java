package org.rashomon.annotate.places;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Span;

/**
 * Words of an article that name a place.
 *
 * @param choices the places that the words may mean, the likeliest first; empty where no table has the name
 * @param decided whether the first of them is likely enough to be named as what the words mean
 */
public record Toponym(Span span, List<Choice> choices, boolean decided) {
    public Toponym {
        choices = List.copyOf(choices);
    }

    /**
     * A place that the words may mean.
     *
     * @param geonames GeoNames id, or null
     * @param lat degrees north, WGS 84; of a country or region, where a map writes its name
     * @param lon degrees east
     * @param share how likely it is among the choices, 0 to 1
     * @param features what the ranking rests on, in the order of {@code place-weights.tsv}
     */
    public record Choice(
            @Nullable String geonames, String name, double lat, double lon, double share, List<Double> features) {
        public Choice {
            features = List.copyOf(features);
        }
    }
}

package org.rashomon.bench;

import org.rashomon.annotate.places.Toponym;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Task {@code places}: a record {@code {id, text}} gives {@code {id, places: [{start, end, lat, lon, geonames}]}}, in code points;
 * coordinates are left out where the text does not decide. Task {@code place-candidates} adds {@code candidates: [{lat, lon, share,
 * features}]} to each place, from which {@code training/places/rank.py} learns.
 */
final class PlacePredictions {
    private PlacePredictions() {}

    static void report(ArticleTask.Analysed analysed, ArrayNode places) {
        for (Toponym toponym : analysed.pipeline().places(analysed.analysis()).toponyms()) {
            place(analysed, places, toponym);
        }
    }

    static void reportCandidates(ArticleTask.Analysed analysed, ArrayNode places) {
        for (Toponym toponym : analysed.pipeline().places(analysed.analysis()).toponyms()) {
            ArrayNode candidates = place(analysed, places, toponym).putArray("candidates");
            for (Toponym.Choice choice : toponym.choices()) {
                ArrayNode features = candidates
                        .addObject()
                        .put("lat", choice.lat())
                        .put("lon", choice.lon())
                        .put("share", choice.share())
                        .putArray("features");
                choice.features().forEach(features::add);
            }
        }
    }

    private static ObjectNode place(ArticleTask.Analysed analysed, ArrayNode places, Toponym toponym) {
        ObjectNode place = analysed.add(places, toponym.span());
        if (toponym.decided()) {
            Toponym.Choice best = toponym.choices().get(0);
            place.put("lat", best.lat()).put("lon", best.lon());
            if (best.geonames() != null) {
                place.put("geonames", best.geonames());
            }
        }
        return place;
    }
}

package org.rashomon.compare.incidents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.model.Place;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;

/**
 * What lies in what, learned from the articles where no gazetteer knows it: one that writes <em>the Saltgate district of
 * Dorvan</em> tells where <em>the Saltgate district</em> of the others is. Learned within a story first, since districts of two
 * cities may share a name; a name that lies in two places teaches nothing.
 */
final class Containment {
    private static final String NOWHERE = "";

    private final Map<String, String> wholeOf = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> wide = new HashSet<>();

    static Containment of(Corpus corpus, Map<String, String> storyOf) {
        Containment containment = new Containment();
        for (ArticleAnalysis analysis : corpus.analyses()) {
            for (IncidentMention mention : analysis.incidentMentions()) {
                containment.learn(mention, storyOf.getOrDefault(mention.article(), mention.article()));
            }
        }
        return containment;
    }

    private void learn(IncidentMention mention, String story) {
        Place place = mention.place();
        if (place == null || place.precision() == Place.Precision.EXACT) {
            return;
        }
        if (place.precision() == Place.Precision.REGION) {
            wide.add(PlaceKeys.key(place.name()));
        }
        if (place.within() != null) {
            wide.add(PlaceKeys.key(place.within()));
        }
        names.add(PlaceKeys.key(place.name()));
        String whole = place.within();
        if (whole == null) {
            return;
        }
        names.add(PlaceKeys.key(whole));
        for (String scope : List.of(story, NOWHERE)) {
            String key = scope + " " + PlaceKeys.key(place.name());
            String known = wholeOf.putIfAbsent(key, whole);
            if (known != null && !PlaceKeys.key(known).equals(PlaceKeys.key(whole))) {
                wholeOf.put(key, NOWHERE);
            }
        }
    }

    /** Whether the name is one of a region too, or of what other places lie in: so wide that much happens there in a day. */
    boolean isWide(Place place) {
        return !PlaceKeys.isLocal(place) || wide.contains(PlaceKeys.key(place.name()));
    }

    /** Whether the words are the name of a place that the articles tell of, and so tell no hospital from another. */
    boolean isPlace(String name) {
        return names.contains(PlaceKeys.key(name));
    }

    /** The place with what it is known to lie in. */
    @Nullable
    Place located(@Nullable Place place, String story) {
        if (place == null || place.within() != null || place.lat() != null || !PlaceKeys.isLocal(place)) {
            return place;
        }
        String whole = wholeOf.getOrDefault(story + " " + PlaceKeys.key(place.name()), NOWHERE);
        if (whole.equals(NOWHERE)) {
            whole = wholeOf.getOrDefault(NOWHERE + " " + PlaceKeys.key(place.name()), NOWHERE);
        }
        return whole.equals(NOWHERE)
                ? place
                : new Place(place.name(), whole, place.country(), null, null, place.geonames(), place.precision());
    }
}

package org.rashomon.compare.incidents;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
public final class Containment {
    private static final String NOWHERE = "";

    private final Told told;
    /** By story and key of a place. */
    private final Map<String, String> wholeOf = new TreeMap<>();

    /**
     * What articles tell of places. What was made of parts of them is put together by {@link #and}, in the order of the parts.
     *
     * @param wholeOf key of a place to what it lies in; empty where articles disagree
     * @param names keys of all places, and of what they lie in
     * @param wide keys of regions, and of what places lie in
     * @param days by key of a place how many articles date a deed there, by day
     * @param nights the same, to that day or the next one, also for days to which none dates one
     */
    public record Told(
            Map<String, String> wholeOf,
            Set<String> names,
            Set<String> wide,
            Map<String, Map<LocalDate, Integer>> days,
            Map<String, Map<LocalDate, Integer>> nights) {
        /** Nothing yet. */
        public static Told none() {
            return new Told(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
        }

        static Told by(Corpus corpus) {
            Told told = none();
            corpus.analyses().forEach(told::add);
            return told;
        }

        /** Takes up what one more article tells. */
        public void add(ArticleAnalysis analysis) {
            Map<String, Set<LocalDate>> own = new TreeMap<>();
            for (IncidentMention mention : analysis.incidentMentions()) {
                Place place = mention.place();
                if (place == null) {
                    continue;
                }
                learn(place);
                LocalDate day = MentionProfiles.dayOf(mention, Corpus.publishedDay(analysis.article()));
                if (day != null) {
                    own.computeIfAbsent(PlaceKeys.key(place.name()), key -> new TreeSet<>())
                            .add(day);
                }
            }
            own.forEach((place, dated) -> {
                Set<LocalDate> begun = new TreeSet<>(dated);
                dated.forEach(day -> begun.add(day.minusDays(1)));
                dated.forEach(day -> count(days, place, day, 1));
                begun.forEach(day -> count(nights, place, day, 1));
            });
        }

        private static void count(Map<String, Map<LocalDate, Integer>> counts, String place, LocalDate day, int more) {
            counts.computeIfAbsent(place, key -> new TreeMap<>()).merge(day, more, Integer::sum);
        }

        private void learn(Place place) {
            if (place.precision() == Place.Precision.EXACT) {
                return;
            }
            String key = PlaceKeys.key(place.name());
            String whole = place.within();
            if (place.precision() == Place.Precision.REGION) {
                wide.add(key);
            }
            names.add(key);
            if (whole != null) {
                wide.add(PlaceKeys.key(whole));
                names.add(PlaceKeys.key(whole));
                lies(wholeOf, key, whole);
            }
        }

        /** Takes up what later articles tell. */
        public void and(Told later) {
            later.wholeOf.forEach((key, whole) -> lies(wholeOf, key, whole));
            names.addAll(later.names);
            wide.addAll(later.wide);
            later.days.forEach((place, counts) -> counts.forEach((day, n) -> count(days, place, day, n)));
            later.nights.forEach((place, counts) -> counts.forEach((day, n) -> count(nights, place, day, n)));
        }

        /** What part of the articles that date a deed there date it to one day or night; 0 where none does. */
        double quiet(String place) {
            Map<LocalDate, Integer> dated = days.getOrDefault(place, Map.of());
            Map<LocalDate, Integer> begun = nights.getOrDefault(place, Map.of());
            int most = dated.keySet().stream()
                    .mapToInt(day -> begun.getOrDefault(day, 0))
                    .max()
                    .orElse(0);
            int all = dated.values().stream().mapToInt(Integer::intValue).sum();
            return all == 0 ? 0 : (double) most / all;
        }
    }

    private Containment(Told told) {
        this.told = told;
    }

    /** @param told of all articles, of which these may be a part: whole stories */
    static Containment of(Corpus corpus, Map<String, String> storyOf, Told told) {
        Containment containment = new Containment(told);
        for (ArticleAnalysis analysis : corpus.analyses()) {
            for (IncidentMention mention : analysis.incidentMentions()) {
                containment.learn(mention, storyOf.getOrDefault(mention.article(), mention.article()));
            }
        }
        return containment;
    }

    private void learn(IncidentMention mention, String story) {
        Place place = mention.place();
        if (place != null && place.precision() != Place.Precision.EXACT && place.within() != null) {
            lies(wholeOf, story + " " + PlaceKeys.key(place.name()), place.within());
        }
    }

    private static void lies(Map<String, String> wholeOf, String key, String whole) {
        String known = wholeOf.putIfAbsent(key, whole);
        if (known != null && !PlaceKeys.key(known).equals(PlaceKeys.key(whole))) {
            wholeOf.put(key, NOWHERE);
        }
    }

    /** Whether the name is one of a region too, or of what other places lie in: so wide that much happens there in a day. */
    boolean isWide(Place place) {
        return !PlaceKeys.isLocal(place) || told.wide().contains(PlaceKeys.key(place.name()));
    }

    /** Whether the words are the name of a place that the articles tell of, and so tell no hospital from another. */
    boolean isPlace(String name) {
        return told.names().contains(PlaceKeys.key(name));
    }

    double quiet(Place place) {
        return told.quiet(PlaceKeys.key(place.name()));
    }

    /** The place with what it is known to lie in. */
    @Nullable
    Place located(@Nullable Place place, String story) {
        if (place == null || place.within() != null || place.lat() != null || !PlaceKeys.isLocal(place)) {
            return place;
        }
        String whole = wholeOf.getOrDefault(story + " " + PlaceKeys.key(place.name()), NOWHERE);
        if (whole.equals(NOWHERE)) {
            whole = told.wholeOf().getOrDefault(PlaceKeys.key(place.name()), NOWHERE);
        }
        return whole.equals(NOWHERE)
                ? place
                : new Place(place.name(), whole, place.country(), null, null, place.geonames(), place.precision());
    }
}

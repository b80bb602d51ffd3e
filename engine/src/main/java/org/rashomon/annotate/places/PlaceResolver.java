package org.rashomon.annotate.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.PlaceRanker.Candidates;
import org.rashomon.annotate.places.ToponymFinder.Named;
import org.rashomon.facts.Gazetteer;
import org.rashomon.facts.Gazetteer.Kind;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;

/**
 * Says which place each name of an article means. A name means one place throughout an article. Where the text does not decide,
 * it means none: a wrong pin on a map is worse than no pin.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class PlaceResolver {
    /** The share of a name that a place needs to be named as what the name means. */
    private static final double LEAST_SHARE = 0.4;

    /** The share that it needs to stand on a map. */
    private static final double CERTAIN_SHARE = 0.6;

    private static final double SAME_GROUND_KM = 80;

    private final Gazetteer gazetteer;
    private final NameLexicon lexicon;
    private final PlaceRanker ranker;

    /** A resolver among these places that takes no name of a body or a people for one of them. */
    public PlaceResolver(NameLexicon names, Places places) {
        this.gazetteer = places.gazetteer();
        this.lexicon = names;
        this.ranker = new PlaceRanker(gazetteer);
    }

    /**
     * The places of an article.
     *
     * @param mentions its names, in order of text
     */
    public ArticlePlaces resolve(Article article, List<Sentence> sentences, List<Mention> mentions) {
        List<Named> names = new ToponymFinder(gazetteer, lexicon, article.text(), mentions).find(sentences);
        Map<String, List<Named>> byKey = new LinkedHashMap<>();
        names.forEach(name ->
                byKey.computeIfAbsent(name.key(), k -> new ArrayList<>()).add(name));
        Map<String, Candidates> candidates = new LinkedHashMap<>();
        byKey.forEach((key, same) -> candidates.put(key, candidates(same)));
        ranker.rank(List.copyOf(candidates.values()));
        Map<String, OptionalInt> certain = new HashMap<>();
        List<Toponym> toponyms = new ArrayList<>();
        candidates.forEach((key, c) -> certain.put(key, certain(c)));
        for (Named name : names) {
            Candidates c = Objects.requireNonNull(candidates.get(name.key()));
            OptionalInt place = likeliest(c, LEAST_SHARE);
            toponyms.add(new Toponym(name.span(), choices(c, place), place.isPresent()));
        }
        return new ArticlePlaces(toponyms, countries(mentions), certain);
    }

    private Candidates candidates(List<Named> same) {
        Named first = same.get(0);
        // the place that holds it is said once, then taken as read
        List<Integer> holders = same.stream()
                .map(Named::holders)
                .filter(h -> !h.isEmpty())
                .findFirst()
                .orElse(List.of());
        int[] starts = same.stream().mapToInt(name -> name.span().start()).toArray();
        return ranker.candidates(first.places(), holders, first.adjective(), starts);
    }

    /** The likeliest place, if it has the share. */
    private OptionalInt likeliest(Candidates c, double least) {
        if (c.places.length == 0 || shareAround(c.best(), c) < least) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(seat(c.places[c.best()], c));
    }

    /** The place that may stand on a map: the likeliest by far, and a small town only where the article speaks for it. */
    private OptionalInt certain(Candidates c) {
        OptionalInt likeliest = likeliest(c, CERTAIN_SHARE);
        boolean pinned = likeliest.isPresent() && (isKnown(likeliest.getAsInt()) || c.isSupported(c.best()));
        return pinned ? likeliest : OptionalInt.empty();
    }

    private boolean isKnown(int place) {
        Kind kind = gazetteer.kind(place);
        return !kind.isTown() || kind == Kind.CAPITAL || gazetteer.population(place) >= Places.KNOWN_EVERYWHERE;
    }

    /** The share of a place with all that stand for much the same ground: a city, its district, its region. */
    private double shareAround(int best, Candidates c) {
        double share = 0;
        for (int i = 0; i < c.places.length; i++) {
            if (gazetteer.kilometres(c.places[i], c.places[best]) <= SAME_GROUND_KM) {
                share += c.shares[i];
            }
        }
        return share;
    }

    /** Aleppo is the city before it is the governorate of which the city is the seat. */
    private int seat(int place, Candidates c) {
        Kind kind = gazetteer.kind(place);
        if (kind == Kind.REGION || kind == Kind.DISTRICT) {
            for (int town : c.places) {
                Kind size = gazetteer.kind(town);
                if (gazetteer.holds(place, town) && (size == Kind.CAPITAL || size == Kind.SEAT)) {
                    return town;
                }
            }
        }
        return place;
    }

    private List<Toponym.Choice> choices(Candidates c, OptionalInt chosen) {
        Integer[] order = new Integer[c.places.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(i -> chosen.isPresent() && c.places[i] == chosen.getAsInt() ? 0 : 1)
                        .thenComparingDouble(i -> -c.shares[i]));
        List<Toponym.Choice> choices = new ArrayList<>();
        for (int i : order) {
            int place = c.places[i];
            int id = gazetteer.geonames(place);
            choices.add(new Toponym.Choice(
                    id == 0 ? null : Integer.toString(id),
                    gazetteer.name(place),
                    gazetteer.lat(place),
                    gazetteer.lon(place),
                    c.shares[i],
                    PlaceRanker.features(c, i)));
        }
        return choices;
    }

    /** Codes of the countries that an article names, as such or by their people. */
    static Set<String> countries(List<Mention> mentions) {
        Set<String> countries = new TreeSet<>();
        for (Mention mention : mentions) {
            Actor actor = mention.actor();
            boolean state = mention.type() == EntityType.LOC || mention.type() == EntityType.NORP;
            if (state && actor != null && actor.country() != null) {
                countries.add(actor.country());
            }
        }
        return countries;
    }
}

package org.rashomon.annotate.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the names of one article mean as places: the setting in which its phrases are read. */
public final class ArticlePlaces {
    private final List<Toponym> toponyms;
    private final Set<String> countries;
    /** By key, the place that the article makes certain; none where it makes no place of that name certain. */
    private final Map<String, OptionalInt> chosen;

    ArticlePlaces(List<Toponym> toponyms, Set<String> countries, Map<String, OptionalInt> chosen) {
        this.toponyms = List.copyOf(toponyms);
        this.countries = Set.copyOf(countries);
        this.chosen = new HashMap<>(chosen);
    }

    /** An article of which only the countries are known (ISO 3166-1 alpha-2 codes). */
    public static ArticlePlaces in(Set<String> countries) {
        return new ArticlePlaces(List.of(), countries, Map.of());
    }

    /** The names of places, in order of text. */
    public List<Toponym> toponyms() {
        return toponyms;
    }

    /** Codes of the countries that the article names, as such or by their people. */
    Set<String> countries() {
        return countries;
    }

    /** What the article decides about the name; empty where the name is none of its toponyms. */
    Optional<OptionalInt> chosen(String key) {
        return Optional.ofNullable(chosen.get(key));
    }
}

package org.rashomon.compare.incidents;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Place;

/** Whether two places can be one, by name, by what holds what, and by distance. */
public final class PlaceKeys {
    private static final Set<String> DIRECTIONS = Set.of(
            "east",
            "west",
            "north",
            "south",
            "eastern",
            "western",
            "northern",
            "southern",
            "central",
            "old",
            "city",
            "of",
            "the",
            "province",
            "countryside",
            "region",
            "governorate",
            "al",
            "el");
    private static final double FAR_CITIES_KM = 30;
    /** Where a city can lie from the middle of the region around it. */
    private static final double FAR_REGIONS_KM = 250;

    private static final int BONES = 4;
    private static final double NEAR_CITY_KM = 12;
    private static final double NEAR_REGION_KM = 60;

    /** How two places stand to each other. */
    enum Relation {
        /** One of the two is not told. */
        UNTOLD,
        /** One place, or quarters and their city near each other. */
        SAME,
        /** One holds the other. */
        WITHIN,
        /** Close to each other: a suburb and its city, a town and the country around it. */
        NEAR,
        /** One is the country of the other. */
        COUNTRY,
        /** Two names of towns, of which one is not known. */
        TOWNS,
        /** Two names, of which nobody knows how their places lie. */
        OTHER,
        /** Two places. */
        APART
    }

    private static final double EARTH_RADIUS_KM = 6371;

    private PlaceKeys() {}

    static Relation relation(@Nullable Place a, @Nullable Place b) {
        if (a == null || b == null) {
            return Relation.UNTOLD;
        }
        boolean countries = a.precision() == Place.Precision.COUNTRY || b.precision() == Place.Precision.COUNTRY;
        if (spelling(a).equals(spelling(b))
                || (a.geonames() != null && a.geonames().equals(b.geonames()))) {
            return countries && a.precision() != b.precision() ? Relation.COUNTRY : Relation.SAME;
        }
        if (countries) {
            return touches(a, b) ? Relation.COUNTRY : known(a, b) ? Relation.APART : Relation.OTHER;
        }
        if (touches(a, b)) {
            return Relation.WITHIN;
        }
        if (a.country() != null && b.country() != null && !a.country().equals(b.country())) {
            return Relation.APART;
        }
        boolean regions = a.precision() == Place.Precision.REGION || b.precision() == Place.Precision.REGION;
        double apart = distance(a, b);
        if (Double.isInfinite(apart)) {
            // a village that no gazetteer knows may lie in a region or beside a town that one knows
            boolean towns = a.precision() == b.precision() && isLocal(a);
            return towns && (a.lat() == null) == (b.lat() == null)
                    ? Relation.APART
                    : towns ? Relation.TOWNS : Relation.OTHER;
        }
        if (apart < (regions ? NEAR_REGION_KM : NEAR_CITY_KM)) {
            return Relation.NEAR;
        }
        return apart > (regions ? FAR_REGIONS_KM : FAR_CITIES_KM) ? Relation.APART : Relation.OTHER;
    }

    /** What is left of a name however its vowels are spelled: <em>Saraqib, Saraqeb</em>; the key of a short one. */
    private static String spelling(Place place) {
        String key = key(place.name());
        String bones = key.replaceAll("[aeiouy' ]", "").replaceAll("(.)\\1", "$1");
        return bones.length() >= BONES ? bones : key;
    }

    private static boolean known(Place a, Place b) {
        return a.country() != null && b.country() != null;
    }

    /** Both stated, and not one: neither is nor holds the other. */
    public static boolean differ(@Nullable Place a, @Nullable Place b) {
        Relation relation = relation(a, b);
        return relation == Relation.APART || relation == Relation.TOWNS;
    }

    /** Both stated to the city or finer, and one is or holds the other. */
    public static boolean meet(@Nullable Place a, @Nullable Place b) {
        return a != null && b != null && isLocal(a) && isLocal(b) && touches(a, b);
    }

    /** Both stated to the city or finer, and one place, one in the other, or close to each other. */
    static boolean isBeside(@Nullable Place a, @Nullable Place b) {
        return meet(a, b) || (a != null && b != null && isLocal(a) && isLocal(b) && relation(a, b) == Relation.NEAR);
    }

    public static boolean isLocal(Place place) {
        return place.precision().compareTo(Place.Precision.CITY) <= 0;
    }

    static @Nullable Place finer(@Nullable Place a, @Nullable Place b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.precision().compareTo(a.precision()) < 0 ? b : a;
    }

    /** The name without directions and words for kinds of place: <em>eastern Aleppo</em> and <em>Aleppo</em> are one. */
    public static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (String word : Words.fold(name).split(" ")) {
            if (!DIRECTIONS.contains(word)) {
                key.append(key.length() > 0 ? " " : "").append(word);
            }
        }
        return key.length() == 0 ? Words.fold(name) : key.toString();
    }

    private static boolean touches(Place a, Place b) {
        if (spelling(a).equals(spelling(b)) || holds(a, b) || holds(b, a)) {
            return true;
        }
        if (a.geonames() != null && a.geonames().equals(b.geonames())) {
            return true;
        }
        if (a.precision() == Place.Precision.COUNTRY || b.precision() == Place.Precision.COUNTRY) {
            // a country that no gazetteer knows may well hold a town that none knows
            return (a.country() == null && b.country() == null)
                    || (a.country() != null && a.country().equals(b.country()));
        }
        if (a.precision() == Place.Precision.REGION || b.precision() == Place.Precision.REGION) {
            return false;
        }
        boolean parts =
                a.within() != null && b.within() != null && key(a.within()).equals(key(b.within()));
        boolean onePart = a.precision() != b.precision();
        return parts && onePart && distance(a, b) < FAR_CITIES_KM;
    }

    private static boolean holds(Place larger, Place smaller) {
        return smaller.within() != null && key(smaller.within()).equals(key(larger.name()));
    }

    /** Kilometres between, or infinity where coordinates are not known. */
    private static double distance(Place a, Place b) {
        if (a.lat() == null || a.lon() == null || b.lat() == null || b.lon() == null) {
            return Double.POSITIVE_INFINITY;
        }
        double north = Math.toRadians(b.lat() - a.lat()) / 2;
        double east = Math.toRadians(b.lon() - a.lon()) / 2;
        double h = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(a.lat())) * Math.cos(Math.toRadians(b.lat())) * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
    }
}

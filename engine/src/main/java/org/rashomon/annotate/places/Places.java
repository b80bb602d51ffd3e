package org.rashomon.annotate.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rashomon.facts.Gazetteer;
import org.rashomon.facts.Gazetteer.Bearer;
import org.rashomon.facts.Gazetteer.Kind;
import org.rashomon.model.Place;
import org.rashomon.model.Place.Precision;
import org.rashomon.words.Names;

/**
 * Countries, first-order regions, cities and towns with coordinates, from GeoNames (see {@code training/places}). A name
 * that several places bear goes to the one in a country of the context, else to the largest; a small town outside the context
 * is never chosen, because a wrong pin on a map is worse than none. A country has no coordinates: no point stands for it.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Places {
    /** Inhabitants that a place needs to be meant without its country in the context. */
    private static final int KNOWN_EVERYWHERE = 100_000;

    private static final List<String> ARTICLES =
            List.of("al-", "ar-", "as-", "ad-", "an-", "at-", "az-", "ash-", "el-");
    private static final Map<String, String> WRITTEN_OUT = Map.of("st-", "saint-", "mt-", "mount-", "ft-", "fort-");

    private static final Set<String> NEIGHBOURHOOD_WORDS = Set.of(
            "neighbourhood",
            "neighborhood",
            "district",
            "quarter",
            "suburb",
            "area",
            "districts",
            "neighbourhoods",
            "neighborhoods");
    private static final Set<String> CITY_WORDS =
            Set.of("city", "town", "village", "capital", "port", "camp", "stronghold", "enclave", "hometown");
    private static final Set<String> REGION_WORDS = Set.of(
            "province", "governorate", "region", "countryside", "oblast", "state", "valley", "outskirts", "suburbs");
    /** Words around a name that say where within it, or how it is seen, without changing which place it is. */
    private static final Set<String> FILLERS = Set.of(
            "the",
            "of",
            "in",
            "near",
            "at",
            "outside",
            "around",
            "eastern",
            "western",
            "northern",
            "southern",
            "east",
            "west",
            "north",
            "south",
            "central",
            "northeastern",
            "northwestern",
            "southeastern",
            "southwestern",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "rural",
            "greater",
            "ancient",
            "northern-eastern",
            "rebel-held",
            "opposition-held",
            "government-held",
            "besieged",
            "militant-held",
            "opposition-controlled",
            "rebel-controlled",
            "syrian",
            "divided");

    private final Gazetteer gazetteer;

    private static final class Standard {
        static final Places PLACES = new Places(new Gazetteer());
    }

    private Places(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }

    /** The places compiled into the program. */
    public static Places standard() {
        return Standard.PLACES;
    }

    /** Acronyms keep their case; other names lose case, accents, hyphens, the Arabic article's many spellings, and short forms. */
    public static String key(String name) {
        String tidy = Names.withoutPossessive(Names.tidy(name));
        if (Names.isAcronym(tidy) && tidy.length() <= 4) {
            return tidy;
        }
        String slug = Names.slug(tidy);
        for (String article : ARTICLES) {
            if (slug.startsWith(article) && slug.length() > article.length() + 2) {
                slug = slug.substring(article.length());
                break;
            }
        }
        for (Map.Entry<String, String> form : WRITTEN_OUT.entrySet()) {
            if (slug.startsWith(form.getKey()) && slug.length() > form.getKey().length()) {
                return form.getValue() + slug.substring(form.getKey().length());
            }
        }
        return slug;
    }

    /**
     * The place of this bare name (<em>Aleppo</em>).
     *
     * @param countryContext ISO 3166-1 alpha-2 codes of the countries that the article is about
     */
    public Optional<Place> place(String name, Set<String> countryContext) {
        OptionalInt place = find(name, ArticlePlaces.in(countryContext));
        return place.isPresent() ? Optional.of(place(place.getAsInt())) : Optional.empty();
    }

    /** The place as a record; a country has no coordinates there, because no point stands for it. */
    private Place place(int place) {
        Kind kind = gazetteer.kind(place);
        boolean state = kind == Kind.COUNTRY;
        String country = gazetteer.country(place);
        int id = gazetteer.geonames(place);
        return new Place(
                gazetteer.name(place),
                null,
                country.isEmpty() ? null : country,
                state ? null : (Double) gazetteer.lat(place),
                state ? null : (Double) gazetteer.lon(place),
                state || id == 0 ? null : Integer.toString(id),
                switch (kind) {
                    case COUNTRY -> Precision.COUNTRY;
                    case REGION, DISTRICT, AREA -> Precision.REGION;
                    case CAPITAL, SEAT, TOWN -> Precision.CITY;
                    case PART -> Precision.NEIGHBOURHOOD;
                });
    }

    private OptionalInt find(String name, ArticlePlaces setting) {
        if (!Names.hasUpperCase(name)) {
            return OptionalInt.empty();
        }
        String key = key(name);
        return setting.chosen(key).orElseGet(() -> unread(key, setting.countries()));
    }

    /** The place of a name that the article has not been read for: what the countries decide, else what everybody knows. */
    private OptionalInt unread(String key, Set<String> countries) {
        List<Integer> places = ordered(key);
        for (int place : places) {
            if (countries.contains(gazetteer.country(place))) {
                return OptionalInt.of(place);
            }
        }
        return known(places, countries.isEmpty() ? 1 : 3);
    }

    private OptionalInt known(List<Integer> places, int factor) {
        for (int place : places) {
            Kind kind = gazetteer.kind(place);
            if (kind == Kind.COUNTRY
                    || kind == Kind.CAPITAL
                    || kind == Kind.AREA
                    || kind.isTown() && gazetteer.population(place) >= KNOWN_EVERYWHERE * factor) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }

    /** Countries, then towns before regions of the same name, larger before smaller. */
    private List<Integer> ordered(String key) {
        return gazetteer.find(key).stream()
                .map(Bearer::place)
                .sorted(Comparator.comparing(place -> switch (gazetteer.kind(place)) {
                    case COUNTRY -> 0;
                    case AREA, CAPITAL, SEAT, TOWN, PART -> 1;
                    case REGION, DISTRICT -> 2;
                }))
                .toList();
    }

    /**
     * The place of a phrase with a common noun or a larger place in it: <em>the neighbourhood of Sukkari in the city of
     * Aleppo</em> (Sukkari, within Aleppo, precision NEIGHBOURHOOD, Aleppo's coordinates), <em>eastern Aleppo</em>,
     * <em>Aleppo province</em>, <em>an opposition area north of Hama</em>.
     */
    public Optional<Place> placeOfPhrase(String phrase, Set<String> countryContext) {
        return placeOfPhrase(phrase, ArticlePlaces.in(countryContext));
    }

    /** The place of a phrase of an article. */
    public Optional<Place> placeOfPhrase(String phrase, ArticlePlaces setting) {
        List<Name> names = names(phrase, setting);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Optional<Name> known = names.stream().filter(name -> name.place() >= 0).findFirst();
        Name first = names.stream()
                .filter(name -> name.noun() == Noun.NEIGHBOURHOOD && name.place() < 0)
                .findFirst()
                .orElse(names.get(0));
        if (known.isEmpty()) {
            return first.noun() == Noun.NONE ? Optional.empty() : Optional.of(unlocated(first, names));
        }
        int larger = known.get().place();
        Kind kind = gazetteer.kind(larger);
        boolean smaller = !first.equals(known.get())
                && first.noun() != Noun.REGION
                && (kind.isTown() || first.noun() != Noun.NONE);
        if (smaller) {
            boolean inCity = kind.isTown() && first.noun() != Noun.CITY;
            return Optional.of(new Place(
                    first.words(),
                    gazetteer.name(larger),
                    gazetteer.country(larger),
                    inCity ? (Double) gazetteer.lat(larger) : null,
                    inCity ? (Double) gazetteer.lon(larger) : null,
                    null,
                    inCity ? Precision.NEIGHBOURHOOD : precision(first.noun())));
        }
        return Optional.of(seenAs(larger, known.get().noun()));
    }

    /** A place that only the phrase tells of; what its part lies in is the next name. */
    private static Place unlocated(Name first, List<Name> names) {
        int next = names.indexOf(first) + 1;
        String within = first.noun() == Noun.NEIGHBOURHOOD && next < names.size()
                ? names.get(next).words()
                : null;
        return new Place(first.words(), within, null, null, null, null, precision(first.noun()));
    }

    private Place seenAs(int at, Noun noun) {
        Place place = place(at);
        return noun == Noun.REGION && place.precision() == Precision.CITY
                ? new Place(
                        place.name(),
                        null,
                        place.country(),
                        place.lat(),
                        place.lon(),
                        place.geonames(),
                        Precision.REGION)
                : place;
    }

    private enum Noun {
        NONE,
        NEIGHBOURHOOD,
        CITY,
        REGION
    }

    private static Precision precision(Noun noun) {
        return switch (noun) {
            case NEIGHBOURHOOD -> Precision.NEIGHBOURHOOD;
            case REGION -> Precision.REGION;
            case CITY, NONE -> Precision.CITY;
        };
    }

    private static Noun noun(String lower) {
        if (NEIGHBOURHOOD_WORDS.contains(lower)) {
            return Noun.NEIGHBOURHOOD;
        }
        if (CITY_WORDS.contains(lower)) {
            return Noun.CITY;
        }
        return REGION_WORDS.contains(lower) ? Noun.REGION : Noun.NONE;
    }

    /** A name of a phrase; {@code place} is -1 where no place is decided for it. */
    private record Name(String words, Noun noun, int place) {}

    /** The capitalised names of a phrase in order, each with the common noun beside it. */
    private List<Name> names(String phrase, ArticlePlaces setting) {
        String[] words = Names.tidy(phrase).replace(",", " ,").split(" ");
        List<Name> names = new ArrayList<>();
        Noun pending = Noun.NONE;
        int i = 0;
        while (i < words.length) {
            String lower = Names.lower(Names.withoutPossessive(words[i]));
            if (!startsName(words[i], lower)) {
                Noun noun = noun(lower);
                if (noun != Noun.NONE && !names.isEmpty() && i > 0 && endsName(words[i - 1])) {
                    Name last = names.remove(names.size() - 1);
                    names.add(new Name(last.words(), noun, last.place()));
                } else if (noun != Noun.NONE) {
                    pending = noun;
                }
                i++;
                continue;
            }
            int end = i + 1;
            while (end < words.length
                    && !words[end - 1].endsWith("'s")
                    && startsName(words[end], Names.lower(words[end]))) {
                end++;
            }
            int cut = longestKnown(words, i, end, setting);
            String name =
                    Names.withoutPossessive(String.join(" ", List.of(words).subList(i, cut)));
            names.add(new Name(name, pending, find(name, setting).orElse(-1)));
            pending = Noun.NONE;
            i = cut;
        }
        return names;
    }

    private int longestKnown(String[] words, int start, int end, ArticlePlaces setting) {
        for (int cut = end; cut > start + 1; cut--) {
            String name = String.join(" ", List.of(words).subList(start, cut));
            if (find(name, setting).isPresent()) {
                return cut;
            }
        }
        return find(words[start], setting).isPresent() ? start + 1 : end;
    }

    private static boolean startsName(String word, String lower) {
        return Names.hasUpperCase(word)
                && Character.isLetterOrDigit(word.charAt(0))
                && !FILLERS.contains(lower)
                && noun(lower) == Noun.NONE;
    }

    private static boolean endsName(String word) {
        return Names.hasUpperCase(word);
    }
}

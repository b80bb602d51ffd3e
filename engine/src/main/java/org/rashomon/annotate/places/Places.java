package org.rashomon.annotate.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rashomon.facts.Gazetteer;
import org.rashomon.facts.Gazetteer.Bearer;
import org.rashomon.facts.Gazetteer.Kind;
import org.rashomon.model.Place;
import org.rashomon.model.Place.Precision;
import org.rashomon.words.NameForms;
import org.rashomon.words.WordLists;

/**
 * Countries, first-order regions, cities and towns with coordinates, from GeoNames (see {@code training/places}). A name
 * that several places bear goes to the one in a country of the context, else to the largest; a small town outside the context
 * is never chosen, because a wrong pin on a map is worse than none. A country has no coordinates: no point stands for it.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Places {
    /** Inhabitants that a place needs to be meant where nothing else speaks for it. */
    static final int KNOWN_EVERYWHERE = 100_000;
    /** In an article about some country another place has to be so many times as large. */
    private static final int FACTOR_ABROAD = 3;

    private static final WordLists LISTS = WordLists.of("en/place-words.tsv");
    private static final Set<String> ARTICLES = LISTS.list("articles");
    private static final Set<String> NEIGHBOURHOOD_NOUNS = LISTS.list("neighbourhood nouns");
    private static final Set<String> CITY_NOUNS = LISTS.list("city nouns");
    private static final Set<String> REGION_NOUNS = LISTS.list("region nouns");
    /** Words around a name that say where within it, or how it is seen, without changing which place it is. */
    private static final Set<String> FILLERS = LISTS.list("fillers");

    private static final Set<Kind> KNOWN_KINDS = EnumSet.of(Kind.COUNTRY, Kind.CAPITAL, Kind.AREA);

    private static final int SHORTEST_OWNER = 4;

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

    /** Whether there is a place of this name, whichever it is. */
    public boolean isKnown(String name) {
        return !gazetteer.find(key(name)).isEmpty();
    }

    /** Acronyms keep their case; other names lose case, accents, hyphens, the Arabic article's many spellings, and short forms. */
    public static String key(String name) {
        String tidy = NameForms.withoutPossessive(NameForms.tidy(name));
        if (NameForms.isAcronym(tidy) && tidy.length() <= 4) {
            return tidy;
        }
        String slug = NameForms.slug(tidy);
        for (String article : ARTICLES) {
            if (slug.startsWith(article) && slug.length() > article.length() + 2) {
                slug = slug.substring(article.length());
                break;
            }
        }
        int hyphen = slug.indexOf('-');
        return switch (slug.substring(0, Math.max(0, hyphen))) {
            case "st" -> "saint" + slug.substring(hyphen);
            case "mt" -> "mount" + slug.substring(hyphen);
            case "ft" -> "fort" + slug.substring(hyphen);
            default -> slug;
        };
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
        String key = key(name);
        OptionalInt place = setting.chosen(key).orElseGet(() -> unread(key, setting.countries()));
        return place.isEmpty() && hasLostApostrophe(name) ? find(owner(name), setting) : place;
    }

    /** <em>Aleppos outskirts</em>: no place is called so, and one is without its last letter. */
    boolean hasLostApostrophe(String name) {
        return name.length() > SHORTEST_OWNER
                && name.endsWith("s")
                && !name.endsWith("ss")
                && gazetteer.find(key(name)).isEmpty()
                && !gazetteer.find(key(owner(name))).isEmpty();
    }

    private static String owner(String name) {
        return name.substring(0, name.length() - 1);
    }

    /** The place of a name that the article has not been read for: what the countries decide, else what everybody knows. */
    private OptionalInt unread(String key, Set<String> countries) {
        // towns before regions of the same name
        List<Integer> places = gazetteer.find(key).stream()
                .map(Bearer::place)
                .sorted(Comparator.comparing(
                        place -> gazetteer.kind(place) == Kind.REGION || gazetteer.kind(place) == Kind.DISTRICT))
                .toList();
        for (int place : places) {
            if (countries.contains(gazetteer.country(place))) {
                return OptionalInt.of(place);
            }
        }
        int least = KNOWN_EVERYWHERE * (countries.isEmpty() ? 1 : FACTOR_ABROAD);
        return places.stream()
                .mapToInt(place -> place)
                .filter(place -> isKnown(place, least))
                .findFirst();
    }

    private boolean isKnown(int place, int inhabitants) {
        Kind kind = gazetteer.kind(place);
        return KNOWN_KINDS.contains(kind) || (kind.isTown() && gazetteer.population(place) >= inhabitants);
    }

    /**
     * The place of a phrase with a common noun or a larger place in it: <em>the neighbourhood of Sukkari in the city of
     * Aleppo</em> (Sukkari, within Aleppo, precision NEIGHBOURHOOD, Aleppo's coordinates), <em>eastern Aleppo</em>,
     * <em>Aleppo province</em>, <em>an opposition area north of Hama</em>.
     */
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
        boolean part = switch (first.noun()) {
            case NEIGHBOURHOOD, CITY -> true;
            case NONE -> kind.isTown();
            case REGION -> false;
        };
        if (part && !first.equals(known.get())) {
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
        if (NEIGHBOURHOOD_NOUNS.contains(lower)) {
            return Noun.NEIGHBOURHOOD;
        }
        if (CITY_NOUNS.contains(lower)) {
            return Noun.CITY;
        }
        return REGION_NOUNS.contains(lower) ? Noun.REGION : Noun.NONE;
    }

    /** A name of a phrase; {@code place} is -1 where no place is decided for it. */
    private record Name(String words, Noun noun, int place) {}

    /** The capitalised names of a phrase in order, each with the common noun beside it. */
    private List<Name> names(String phrase, ArticlePlaces setting) {
        List<String> words = List.of(NameForms.tidy(phrase).replace(",", " ,").split(" "));
        List<Name> names = new ArrayList<>();
        Noun pending = Noun.NONE;
        int i = 0;
        int owner = -1;
        while (i < words.size()) {
            String lower = NameForms.lower(NameForms.withoutPossessive(words.get(i)));
            if (startsName(words.get(i), lower)) {
                int cut = longestKnown(words, i, nameEnd(words, i), setting);
                String name = NameForms.withoutPossessive(String.join(" ", words.subList(i, cut)));
                int place = find(name, setting).orElse(-1);
                if (owner == i && place >= 0) {
                    // Syria's Aleppo
                    names.remove(names.size() - 1);
                }
                names.add(new Name(name, pending, place));
                owner = isOwner(words.get(cut - 1)) ? cut : -1;
                pending = Noun.NONE;
                i = cut;
                continue;
            }
            Noun noun = noun(lower);
            boolean behind = !names.isEmpty() && NameForms.hasUpperCase(words.get(i - 1));
            if (noun != Noun.NONE && behind) {
                Name last = names.remove(names.size() - 1);
                names.add(new Name(last.words(), noun, last.place()));
            } else if (noun != Noun.NONE) {
                pending = noun;
            }
            i++;
        }
        return names;
    }

    private int nameEnd(List<String> words, int start) {
        int end = start + 1;
        while (end < words.size()
                && !isOwner(words.get(end - 1))
                && startsName(words.get(end), NameForms.lower(words.get(end)))) {
            end++;
        }
        return end;
    }

    private boolean isOwner(String word) {
        return word.endsWith("'s") || hasLostApostrophe(word);
    }

    private int longestKnown(List<String> words, int start, int end, ArticlePlaces setting) {
        for (int cut = end; cut > start; cut--) {
            if (find(String.join(" ", words.subList(start, cut)), setting).isPresent()) {
                return cut;
            }
        }
        return end;
    }

    private static boolean startsName(String word, String lower) {
        return NameForms.hasUpperCase(word)
                && Character.isLetterOrDigit(word.charAt(0))
                && !FILLERS.contains(lower)
                && noun(lower) == Noun.NONE;
    }
}

package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.Tsv.Row;
import org.rashomon.model.Place;
import org.rashomon.model.Place.Precision;

/**
 * Countries, first-order regions, cities and towns with coordinates, from GeoNames (see {@code training/places}). A name
 * that several places bear goes to the one in a country of the context, else to the largest; a small town outside the context
 * is never chosen, because a wrong pin on a map is worse than none. A country has no coordinates: no point stands for it.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Places {
    /** Inhabitants, in thousands, that a place needs to be meant without its country in the context. */
    private static final int KNOWN_EVERYWHERE = 100;

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

    private final Map<String, List<Entry>> byName = new HashMap<>();

    private enum Kind {
        COUNTRY,
        CAPITAL,
        REGION,
        CITY
    }

    private record Entry(
            Kind kind,
            String name,
            String country,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable String geonames,
            int thousands) {

        Place place() {
            Precision precision = switch (kind) {
                case COUNTRY -> Precision.COUNTRY;
                case REGION -> Precision.REGION;
                case CAPITAL, CITY -> Precision.CITY;
            };
            return new Place(name, null, country, lat, lon, geonames, precision);
        }
    }

    private static final class Standard {
        static final Places PLACES = new Places();
    }

    private Places() {
        for (Row row : Tsv.rows("countries.tsv")) {
            Entry entry = new Entry(Kind.COUNTRY, row.cell(1), row.cell(0), null, null, null, Integer.MAX_VALUE);
            add(entry, row.cell(1), row.list(2));
        }
        for (Row row : Tsv.rows("places.tsv")) {
            Kind kind = switch (row.cell(1)) {
                case "capital" -> Kind.CAPITAL;
                case "region" -> Kind.REGION;
                default -> Kind.CITY;
            };
            Entry entry = new Entry(
                    kind,
                    row.cell(2),
                    row.cell(0),
                    degrees(row.cell(4)),
                    degrees(row.cell(5)),
                    row.cell(6).isEmpty() ? null : row.cell(6),
                    row.cell(7).isEmpty() ? 0 : Integer.parseInt(row.cell(7)));
            add(entry, row.cell(2), row.list(3));
        }
        // the order decides between places of one name: cities before regions of the same name, larger before smaller
        Comparator<Entry> order = Comparator.<Entry>comparingInt(entry -> entry.kind() == Kind.REGION ? 1 : 0)
                .thenComparing(Comparator.comparingInt(Entry::thousands).reversed())
                .thenComparing(Entry::country)
                .thenComparing(Entry::name);
        byName.values().forEach(entries -> entries.sort(order));
    }

    /** The places compiled into the program. */
    public static Places standard() {
        return Standard.PLACES;
    }

    private static @Nullable Double degrees(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    private void add(Entry entry, String name, List<String> others) {
        List<String> names = new ArrayList<>(others);
        names.add(name);
        names.stream()
                .map(Places::key)
                .distinct()
                .forEach(key ->
                        byName.computeIfAbsent(key, k -> new ArrayList<>(1)).add(entry));
    }

    /** Acronyms keep their case; other names lose case, accents, hyphens and the Arabic article's many spellings. */
    private static String key(String name) {
        String tidy = Names.withoutPossessive(Names.tidy(name));
        if (Names.isAcronym(tidy) && tidy.length() <= 4) {
            return tidy;
        }
        String slug = Names.slug(tidy);
        for (String article : List.of("al-", "ar-", "as-", "ad-", "an-", "at-", "az-", "ash-", "el-")) {
            if (slug.startsWith(article) && slug.length() > article.length() + 2) {
                return slug.substring(article.length());
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
        return entry(name, countryContext).map(Entry::place);
    }

    private Optional<Entry> entry(String name, Set<String> countryContext) {
        if (!Names.hasUpperCase(name)) {
            return Optional.empty();
        }
        List<Entry> entries = byName.getOrDefault(key(name), List.of());
        if (entries.isEmpty()) {
            entries = byName.getOrDefault(Names.slug(Names.withoutPossessive(Names.tidy(name))), List.of());
        }
        return entries.stream()
                .filter(entry -> countryContext.contains(entry.country()))
                .findFirst()
                .or(() -> withoutContext(name, countryContext));
    }

    private Optional<Entry> withoutContext(String name, Set<String> countryContext) {
        return byName.getOrDefault(key(name), List.of()).stream()
                .filter(entry -> entry.kind() == Kind.COUNTRY
                        || entry.kind() == Kind.CAPITAL
                        || (entry.kind() == Kind.REGION && entry.geonames() == null)
                        || entry.thousands() >= KNOWN_EVERYWHERE * (countryContext.isEmpty() ? 1 : 3))
                .findFirst();
    }

    /** Whether some registered place, however small, bears the name. */
    public boolean isName(String name) {
        return Names.hasUpperCase(name) && byName.containsKey(key(name));
    }

    /** Whether the name belongs to a country, a capital, a region, or a city that readers everywhere know. */
    boolean isWellKnown(String name) {
        return Names.hasUpperCase(name) && withoutContext(name, Set.of()).isPresent();
    }

    /** The countries in which a place of this name lies. */
    public Set<String> countriesOf(String name) {
        Set<String> countries = new java.util.TreeSet<>();
        byName.getOrDefault(key(name), List.of()).forEach(entry -> countries.add(entry.country()));
        return Collections.unmodifiableSet(countries);
    }

    /**
     * The place of a phrase with a common noun or a larger place in it: <em>the neighbourhood of Sukkari in the city of
     * Aleppo</em> (Sukkari, within Aleppo, precision NEIGHBOURHOOD, Aleppo's coordinates), <em>eastern Aleppo</em>,
     * <em>Aleppo province</em>, <em>an opposition area north of Hama</em>.
     */
    public Optional<Place> placeOfPhrase(String phrase, Set<String> countryContext) {
        List<Name> names = names(phrase, countryContext);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Optional<Name> known =
                names.stream().filter(name -> name.entry() != null).findFirst();
        Name first = names.stream()
                .filter(name -> name.noun() == Noun.NEIGHBOURHOOD && name.entry() == null)
                .findFirst()
                .orElse(names.get(0));
        if (known.isEmpty()) {
            return first.noun() == Noun.NONE ? Optional.empty() : Optional.of(unlocated(first, names));
        }
        Entry larger = known.get().entry();
        if (larger == null) {
            return Optional.empty();
        }
        boolean smaller = !first.equals(known.get())
                && first.noun() != Noun.REGION
                && (larger.kind() == Kind.CITY || larger.kind() == Kind.CAPITAL || first.noun() != Noun.NONE);
        if (smaller) {
            boolean inCity = larger.kind() != Kind.COUNTRY && larger.kind() != Kind.REGION && first.noun() != Noun.CITY;
            return Optional.of(new Place(
                    first.words(),
                    larger.name(),
                    larger.country(),
                    inCity ? larger.lat() : null,
                    inCity ? larger.lon() : null,
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

    private static Place seenAs(Entry entry, Noun noun) {
        Place place = entry.place();
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

    private record Name(String words, Noun noun, @Nullable Entry entry) {}

    /** The capitalised names of a phrase in order, each with the common noun beside it. */
    private List<Name> names(String phrase, Set<String> countryContext) {
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
                    names.add(new Name(last.words(), noun, last.entry()));
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
            int cut = longestKnown(words, i, end, countryContext);
            String name =
                    Names.withoutPossessive(String.join(" ", List.of(words).subList(i, cut)));
            names.add(new Name(name, pending, entry(name, countryContext).orElse(null)));
            pending = Noun.NONE;
            i = cut;
        }
        return names;
    }

    private int longestKnown(String[] words, int start, int end, Set<String> countryContext) {
        for (int cut = end; cut > start + 1; cut--) {
            String name = String.join(" ", List.of(words).subList(start, cut));
            if (entry(name, countryContext).isPresent()) {
                return cut;
            }
        }
        return entry(words[start], countryContext).isPresent() ? start + 1 : end;
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

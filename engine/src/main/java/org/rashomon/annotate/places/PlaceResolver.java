package org.rashomon.annotate.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.PlaceRanker.Candidates;
import org.rashomon.annotate.places.ToponymFinder.Named;
import org.rashomon.facts.Gazetteer;
import org.rashomon.facts.Gazetteer.Bearer;
import org.rashomon.facts.Gazetteer.Kind;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.words.NameForms;
import org.rashomon.words.WordLists;

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

    /** Inhabitants of a town that people know by a former name, too. */
    private static final int KNOWN_BY_ALIAS = 1_000_000;

    private static final int REGION_WITHIN = 20;
    private static final WordLists LISTS = WordLists.of("en/place-words.tsv");
    private static final Set<String> REGION_NOUNS = LISTS.list("region nouns");
    private static final Set<String> LIST_MARKS = LISTS.list("list marks");

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
        Set<Integer> holding = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            holding.addAll(names.get(i).holders());
            if (i > 0 && isList(article.text(), names.get(i - 1), names.get(i))) {
                // Oregon and Washington: one of two regions
                holding.addAll(regions(names.get(i - 1), names.get(i)));
                holding.addAll(regions(names.get(i), names.get(i - 1)));
            }
        }
        byKey.forEach((key, same) -> candidates.put(
                key,
                isRegion(article.text(), same)
                        ? candidates(same, Set.of())
                        : candidates(same, besideCapital(same, holding))));
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

    /**
     * What a name does not mean that a capital shares with a region outside of it, and that the text puts nowhere: neither that
     * region nor a smaller town or district. <em>Washington</em> and <em>Buenos Aires</em> are the cities unless it says otherwise.
     */
    private Set<Integer> besideCapital(List<Named> same, Set<Integer> holding) {
        List<Integer> places = same.get(0).places().stream().map(Bearer::place).toList();
        boolean held = same.stream().anyMatch(name -> !name.holders().isEmpty());
        for (int capital : places) {
            boolean region = gazetteer.kind(capital) == Kind.CAPITAL
                    && places.stream().anyMatch(other -> isNamesake(other, capital));
            if (region && !held && places.stream().noneMatch(holding::contains)) {
                return places.stream()
                        .filter(place -> place != capital && gazetteer.kind(place) != Kind.COUNTRY)
                        .collect(Collectors.toSet());
            }
        }
        return Set.of();
    }

    private static boolean isList(String text, Named one, Named other) {
        return one.span().end() <= other.span().start()
                && LIST_MARKS.containsAll(List.of(NameForms.tidy(
                                text.substring(one.span().end(), other.span().start()))
                        .replace(",", ", ")
                        .trim()
                        .split("\\s+")));
    }

    /** The regions that a name may mean beside one that means a region of the same country. */
    private List<Integer> regions(Named name, Named beside) {
        return name.places().stream()
                .map(Bearer::place)
                .filter(place -> gazetteer.kind(place) == Kind.REGION)
                .filter(place -> beside.places().stream()
                        .anyMatch(other -> other.first()
                                && gazetteer.kind(other.place()) == Kind.REGION
                                && gazetteer.country(other.place()).equals(gazetteer.country(place))))
                .toList();
    }

    private boolean isNamesake(int region, int capital) {
        return gazetteer.kind(region) == Kind.REGION
                && gazetteer.country(capital).equals(gazetteer.country(region))
                && !gazetteer.holds(region, capital);
    }

    /** Whether the text says of the name that it is a region: <em>Washington state, the province of Buenos Aires</em>. */
    private static boolean isRegion(String text, List<Named> same) {
        return same.stream().anyMatch(name -> {
            String after = NameForms.tidy(text.substring(
                    name.span().end(), Math.min(text.length(), name.span().end() + REGION_WITHIN)));
            String before = NameForms.tidy(text.substring(
                    Math.max(0, name.span().start() - REGION_WITHIN),
                    name.span().start()));
            return REGION_NOUNS.stream()
                    .anyMatch(noun -> NameForms.lower(after).startsWith(noun)
                            || NameForms.lower(before).endsWith(noun + " of"));
        });
    }

    /** @param without places that the name does not mean */
    private Candidates candidates(List<Named> same, Set<Integer> without) {
        Named first = same.get(0);
        // the place that holds it is said once, then taken as read
        List<Integer> holders = same.stream()
                .map(Named::holders)
                .filter(h -> !h.isEmpty())
                .findFirst()
                .orElse(List.of());
        int[] starts = same.stream().mapToInt(name -> name.span().start()).toArray();
        List<Bearer> places = first.places().stream()
                .filter(bearer -> !without.contains(bearer.place()))
                .toList();
        return ranker.candidates(places, holders, first.adjective(), starts);
    }

    /** The likeliest place, if it has the share. */
    private OptionalInt likeliest(Candidates c, double least) {
        if (c.places.length == 0 || shareAround(c.best(), c) < least || isFarAlias(c)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(seat(c.places[c.best()], c));
    }

    /** Whether the name is but another spelling of a town that nothing in the article speaks for: a name that is like it by chance. */
    private boolean isFarAlias(Candidates c) {
        int place = c.places[c.best()];
        boolean small = gazetteer.kind(place) == Kind.TOWN && gazetteer.population(place) < KNOWN_BY_ALIAS;
        return small && !c.isFirstName(c.best()) && !c.isSupported(c.best());
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

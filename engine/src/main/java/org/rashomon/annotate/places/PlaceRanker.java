package org.rashomon.annotate.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rashomon.facts.Gazetteer;
import org.rashomon.facts.Gazetteer.Bearer;
import org.rashomon.facts.Gazetteer.Kind;
import org.rashomon.words.Tsv;
import org.rashomon.words.Tsv.Row;

/**
 * Weighs the places that each name of an article may mean. A name's places first share it by what they are (a log-linear model:
 * the share of a place is proportional to e to the power of its features, weighted); then, in rounds, also by the places that
 * the article's other names are likely to mean. Weights were learned by {@code training/places/rank.py}.
 */
final class PlaceRanker {
    /** Names have up to hundreds of places; the rest is villages. */
    private static final int MOST_PLACES = 40;

    private static final int ROUNDS = 3;
    private static final double NEAR_KM = 80;
    private static final int LIKELY = 3;

    /** Characters between the beginnings of two names that are close. */
    private static final int CLOSE = 200;

    /** What speaks for a place; the order is that of {@code place-weights.tsv}. */
    private enum Feature {
        /** Tenth of the natural logarithm of one and its inhabitants; of a town. */
        POPULATION,
        /** The natural logarithm of its part of all inhabitants of towns of this name. */
        SHARE,
        IS_COUNTRY,
        /** Tenth of the natural logarithm of one and its inhabitants; of a region or district. */
        REGION_POPULATION,
        IS_REGION,
        IS_DISTRICT,
        IS_AREA,
        IS_CAPITAL,
        IS_SEAT,
        IS_PART,
        /** The name is its first one, not another spelling. */
        FIRST_NAME,
        /** The text puts it in a place that holds it. */
        HELD,
        /** The text puts the name in places that do not hold it. */
        NOT_HELD,
        /** Its country is named, as such or by its people. */
        COUNTRY_NAMED,
        /** It is the capital of a country that is named. */
        CAPITAL_NAMED,
        /** Its region is named. */
        REGION_NAMED,
        DISTRICT_NAMED,
        /** Part of the other names that are in its country. */
        SAME_COUNTRY,
        /** Part of the other names that are in its region. */
        SAME_REGION,
        /** Logarithm of one and the number of other names in its region. */
        REGION_COUNT,
        /** Logarithm of one and the number of other towns, weighed by nearness. */
        NEAR,
        /** Part of the other names that it holds. */
        HOLDS,
        /** Logarithm of one and the number of names close to it in the text that are in its region. */
        CLOSE_IN_REGION,
        /** Part of the names close to it in the text that are in its country. */
        CLOSE_IN_COUNTRY
    }

    /** What a place and its own mentions tell, whatever the article's other names mean. */
    private static final Set<Feature> OWN = EnumSet.range(Feature.POPULATION, Feature.NOT_HELD);

    private final Gazetteer gazetteer;
    private final Map<Feature, Double> own = new EnumMap<>(Feature.class);
    private final Map<Feature, Double> all = new EnumMap<>(Feature.class);

    PlaceRanker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        for (Row row : Tsv.rows("facts/place-weights.tsv")) {
            Feature feature = Feature.valueOf(row.cell(0));
            if (OWN.contains(feature)) {
                own.put(feature, Double.valueOf(row.cell(1)));
            }
            all.put(feature, Double.valueOf(row.cell(2)));
        }
    }

    /** One name of an article, with what it may mean: places by number. */
    static final class Candidates {
        final int[] places;
        final double[] shares;
        final List<Map<Feature, Double>> features = new ArrayList<>();
        final boolean held;
        private final boolean adjective;
        private final int[] starts;
        private final int[] likely;

        private Candidates(int[] places, boolean held, boolean adjective, int[] starts) {
            this.places = places;
            this.held = held;
            this.adjective = adjective;
            this.starts = starts;
            this.shares = new double[places.length];
            this.likely = new int[Math.min(LIKELY, places.length)];
            for (int i = 0; i < places.length; i++) {
                features.add(new EnumMap<>(Feature.class));
            }
        }

        int best() {
            int best = 0;
            for (int i = 1; i < places.length; i++) {
                best = shares[i] > shares[best] ? i : best;
            }
            return best;
        }

        /** Whether the article speaks for the place by more than its own weight. */
        boolean isSupported(int i) {
            return feature(i, Feature.HELD) > 0
                    || feature(i, Feature.COUNTRY_NAMED) > 0.5
                    || feature(i, Feature.REGION_NAMED) > 0.5
                    || feature(i, Feature.SAME_COUNTRY) > 0.5;
        }

        boolean isFirstName(int i) {
            return feature(i, Feature.FIRST_NAME) > 0;
        }

        /** Whether it is named close to the other name, somewhere in the text. */
        private boolean isCloseTo(Candidates other) {
            for (int i = 0, k = 0; i < starts.length && k < other.starts.length; ) {
                if (Math.abs(starts[i] - other.starts[k]) <= CLOSE) {
                    return true;
                }
                if (starts[i] < other.starts[k]) {
                    i++;
                } else {
                    k++;
                }
            }
            return false;
        }

        private double feature(int i, Feature feature) {
            return features.get(i).getOrDefault(feature, 0.0);
        }

        private void rankLikely() {
            Integer[] order = new Integer[places.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> -shares[i]));
            for (int i = 0; i < likely.length; i++) {
                likely[i] = order[i];
            }
        }
    }

    /**
     * The candidates of one name.
     *
     * @param starts where it stands in the text, in order
     */
    Candidates candidates(List<Bearer> places, List<Integer> holders, boolean adjective, int[] starts) {
        List<Bearer> kept = places.stream()
                .filter(p -> holders.stream().anyMatch(h -> gazetteer.holds(h, p.place())))
                .toList();
        boolean held = !kept.isEmpty();
        List<Bearer> few = (held ? kept : places).stream().limit(MOST_PLACES).toList();
        Candidates candidates =
                new Candidates(few.stream().mapToInt(Bearer::place).toArray(), held, adjective, starts);
        double people = 1;
        for (Bearer p : few) {
            people += gazetteer.kind(p.place()).isTown() ? gazetteer.population(p.place()) + 1 : 0;
        }
        for (int i = 0; i < few.size(); i++) {
            int place = few.get(i).place();
            Map<Feature, Double> f = candidates.features.get(i);
            Kind kind = gazetteer.kind(place);
            if (kind.isTown()) {
                int inhabitants = gazetteer.population(place) + 1;
                set(f, Feature.POPULATION, Math.log(inhabitants) / 10);
                set(f, Feature.SHARE, Math.log(inhabitants / people));
            }
            switch (kind) {
                case COUNTRY -> set(f, Feature.IS_COUNTRY, 1);
                case REGION, DISTRICT -> {
                    set(f, kind == Kind.REGION ? Feature.IS_REGION : Feature.IS_DISTRICT, 1);
                    set(f, Feature.REGION_POPULATION, Math.log(gazetteer.population(place) + 1) / 10);
                }
                case AREA -> set(f, Feature.IS_AREA, 1);
                case CAPITAL -> set(f, Feature.IS_CAPITAL, 1);
                case SEAT -> set(f, Feature.IS_SEAT, 1);
                case PART -> set(f, Feature.IS_PART, 1);
                case TOWN -> {}
            }
            set(f, Feature.FIRST_NAME, few.get(i).first() ? 1 : 0);
            set(f, Feature.HELD, held ? 1 : 0);
            set(f, Feature.NOT_HELD, !held && !holders.isEmpty() ? 1 : 0);
        }
        return candidates;
    }

    private static void set(Map<Feature, Double> features, Feature feature, double value) {
        features.put(feature, value);
    }

    /** Shares each name among its places, in the light of all the others. */
    void rank(List<Candidates> names) {
        List<Candidates> open = names.stream().filter(n -> n.places.length > 0).toList();
        open.forEach(name -> share(name, own));
        for (int round = 0; round < ROUNDS; round++) {
            Scenery scenery = new Scenery(open);
            open.forEach(scenery::regard);
            open.forEach(name -> share(name, all));
        }
    }

    private static void share(Candidates name, Map<Feature, Double> weights) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < name.places.length; i++) {
            double sum = 0;
            for (Map.Entry<Feature, Double> weight : weights.entrySet()) {
                sum += weight.getValue() * name.feature(i, weight.getKey());
            }
            name.shares[i] = sum;
            most = Math.max(most, sum);
        }
        double total = 0;
        for (int i = 0; i < name.places.length; i++) {
            name.shares[i] = Math.exp(name.shares[i] - most);
            total += name.shares[i];
        }
        for (int i = 0; i < name.places.length; i++) {
            name.shares[i] /= total;
        }
        name.rankLikely();
    }

    /** Where the article's names are likely to lie, in one round. */
    private final class Scenery {
        private final List<Candidates> names;
        private final Map<String, Double> byCountry = new HashMap<>();
        private final Map<Integer, Double> byRegion = new HashMap<>();
        private final Map<Integer, Double> byArea = new HashMap<>();
        private final Map<Integer, Double> held = new HashMap<>();

        Scenery(List<Candidates> names) {
            this.names = names;
            for (Candidates name : names) {
                count(name, 1);
            }
        }

        private void count(Candidates name, double sign) {
            for (int i = 0; i < name.places.length; i++) {
                int place = name.places[i];
                double share = sign * name.shares[i];
                byCountry.merge(gazetteer.country(place), share, Double::sum);
                byRegion.merge(gazetteer.region(place), share, Double::sum);
                if (!gazetteer.kind(place).isTown()) {
                    byArea.merge(place, share, Double::sum);
                }
                for (int at = gazetteer.parent(place); at >= 0; at = gazetteer.parent(at)) {
                    held.merge(at, share, Double::sum);
                }
            }
        }

        void regard(Candidates name) {
            count(name, -1);
            Map<String, Double> closeByCountry = new HashMap<>();
            Map<Integer, Double> closeByRegion = new HashMap<>();
            double close = 0;
            for (Candidates other : names) {
                if (other != name && other.isCloseTo(name)) {
                    close++;
                    for (int k : other.likely) {
                        int there = other.places[k];
                        closeByCountry.merge(gazetteer.country(there), other.shares[k], Double::sum);
                        closeByRegion.merge(gazetteer.region(there), other.shares[k], Double::sum);
                    }
                }
            }
            double others = Math.max(1, names.size() - 1);
            for (int i = 0; i < name.places.length; i++) {
                int place = name.places[i];
                Map<Feature, Double> f = name.features.get(i);
                int region = gazetteer.region(place);
                double inRegion = region < 0 ? 0 : byRegion.getOrDefault(region, 0.0);
                set(f, Feature.SAME_COUNTRY, byCountry.getOrDefault(gazetteer.country(place), 0.0) / others);
                set(f, Feature.SAME_REGION, inRegion / others);
                set(f, Feature.REGION_COUNT, Math.log1p(Math.max(0, inRegion)));
                set(f, Feature.NEAR, Math.log1p(near(name, place)));
                set(
                        f,
                        Feature.CLOSE_IN_COUNTRY,
                        closeByCountry.getOrDefault(gazetteer.country(place), 0.0) / Math.max(1, close));
                set(f, Feature.CLOSE_IN_REGION, region < 0 ? 0 : Math.log1p(closeByRegion.getOrDefault(region, 0.0)));
                set(f, Feature.HOLDS, held.getOrDefault(place, 0.0) / others);
                // a country is named twice where its people is
                double country =
                        gazetteer.kind(place) == Kind.COUNTRY ? Math.min(1, byArea.getOrDefault(place, 0.0)) : 0;
                double named = 0;
                double district = 0;
                for (int at = gazetteer.parent(place); at >= 0; at = gazetteer.parent(at)) {
                    double share = Math.min(1, byArea.getOrDefault(at, 0.0));
                    switch (gazetteer.kind(at)) {
                        case COUNTRY -> country = share;
                        case REGION -> named = share;
                        default -> district = share;
                    }
                }
                set(f, Feature.COUNTRY_NAMED, country);
                set(f, Feature.CAPITAL_NAMED, gazetteer.kind(place) == Kind.CAPITAL ? country : 0);
                set(f, Feature.REGION_NAMED, named);
                set(f, Feature.DISTRICT_NAMED, district);
            }
            count(name, 1);
        }

        private double near(Candidates name, int place) {
            if (!gazetteer.kind(place).isTown()) {
                return 0;
            }
            double near = 0;
            for (Candidates other : names) {
                if (other == name || other.adjective) {
                    continue;
                }
                double nearest = 0;
                for (int k : other.likely) {
                    int there = other.places[k];
                    Kind kind = gazetteer.kind(there);
                    if (kind != Kind.COUNTRY && kind != Kind.REGION) {
                        nearest = Math.max(
                                nearest, other.shares[k] * Math.exp(-gazetteer.kilometres(place, there) / NEAR_KM));
                    }
                }
                near += nearest;
            }
            return near;
        }
    }

    /** The features of a candidate, in the order of the table of weights. */
    static List<Double> features(Candidates name, int i) {
        List<Double> features = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            features.add(name.feature(i, feature));
        }
        return features;
    }
}

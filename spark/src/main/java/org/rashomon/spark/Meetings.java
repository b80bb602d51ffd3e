package org.rashomon.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.rashomon.casefile.Json;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.lineage.SharedShingles;
import org.rashomon.compare.relations.Utterance;
import org.rashomon.compare.stories.SharedTerms;
import org.rashomon.compare.stories.StoryTerms;
import org.rashomon.model.Article;
import org.rashomon.model.dossier.ArticleAnalysis;
import scala.Tuple2;

/**
 * What is worth comparing with what, found by joins. Each key leads to a bounded number of holders, the very ones that the engine's index
 * would remember when it comes to an article or claim in the order of all: so the pairs are the same.
 */
final class Meetings {
    /** Claims of one article at most, as numbers go. */
    private static final long CLAIMS = 1L << 20;

    private Meetings() {}

    /** What holds a key: number in the order of all, rank among the keys of its own, weight. */
    private record Holder(long at, int rank, double weight) implements Serializable {}

    /** What one that comes later meets by its key of this rank: numbers in their order, and shared weights. */
    private static final class Met implements Serializable {
        private static final long serialVersionUID = 1L;
        private final int rank;
        private final long[] earlier;
        private final double[] weights;

        /** The holders from one to before another. */
        Met(Holder later, List<Holder> ordered, int from, int to) {
            rank = later.rank();
            earlier = new long[to - from];
            weights = new double[to - from];
            for (int i = from; i < to; i++) {
                earlier[i - from] = ordered.get(i).at();
                weights[i - from] = ordered.get(i).weight() * later.weight();
            }
        }
    }

    private static List<Holder> inOrder(Iterable<Holder> holders) {
        List<Holder> ordered = new ArrayList<>();
        holders.forEach(ordered::add);
        ordered.sort(Comparator.comparingLong(Holder::at));
        return ordered;
    }

    /** By what comes later, the {@code most} holders just before it. */
    private static List<Tuple2<Long, Met>> latest(Iterable<Holder> holders, int most) {
        List<Holder> ordered = inOrder(holders);
        List<Tuple2<Long, Met>> met = new ArrayList<>();
        for (int i = 1; i < ordered.size(); i++) {
            Holder later = ordered.get(i);
            met.add(new Tuple2<>(later.at(), new Met(later, ordered, Math.max(0, i - most), i)));
        }
        return met;
    }

    /** By the ranks of the keys. */
    private static List<Met> ordered(Iterable<Met> met) {
        List<Met> ordered = new ArrayList<>();
        met.forEach(ordered::add);
        ordered.sort(Comparator.comparingInt(one -> one.rank));
        return ordered;
    }

    /** Pairs that may derive one from the other: the later to the earlier ones. */
    static JavaPairRDD<Integer, List<Integer>> copies(Archive archive) {
        return archive.articles()
                .flatMapToPair(numbered -> Arrays.stream(
                                SharedShingles.sampled(Json.read(numbered._2().article(), Article.class)))
                        .mapToObj(shingle -> new Tuple2<>(shingle, numbered._1()))
                        .iterator())
                .groupByKey()
                .flatMapToPair(shingle -> {
                    List<Integer> holders = new ArrayList<>();
                    shingle._2().forEach(holders::add);
                    holders.sort(Comparator.naturalOrder());
                    List<Tuple2<Tuple2<Integer, Integer>, Integer>> met = new ArrayList<>();
                    for (int i = 1; i < holders.size(); i++) {
                        for (int j = 0; j < Math.min(i, SharedShingles.ARTICLES_REMEMBERED); j++) {
                            met.add(new Tuple2<>(new Tuple2<>(holders.get(i), holders.get(j)), 1));
                        }
                    }
                    return met.iterator();
                })
                .reduceByKey(Integer::sum)
                .mapToPair(pair ->
                        new Tuple2<>(pair._1()._1(), new Tuple2<>(pair._1()._2(), pair._2())))
                .groupByKey()
                .mapValues(shared -> {
                    Map<Integer, Integer> counts = new HashMap<>();
                    shared.forEach(one -> counts.put(one._1(), one._2()));
                    return List.copyOf(SharedShingles.best(counts));
                });
    }

    /** Pairs that may be joined to one story: the later to the earlier ones. */
    static JavaPairRDD<Integer, List<Integer>> stories(
            Archive archive, Broadcast<WholeFacts> facts, JavaSparkContext context) {
        JavaPairRDD<Long, StoryTerms> terms = archive.articles()
                .mapToPair(numbered -> {
                    Corpus corpus = facts.value().corpus(List.of(numbered._2().read()));
                    StoryTerms own = StoryTerms.of(
                            corpus.articles().get(0), corpus, facts.value().terms());
                    return new Tuple2<>((long) numbered._1(), own);
                })
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        JavaPairRDD<Long, List<Long>> met = terms.flatMapToPair(article -> {
                    List<Tuple2<String, Holder>> asked = new ArrayList<>();
                    StoryTerms own = article._2();
                    for (int rank = 0; rank < own.asked(); rank++) {
                        asked.add(new Tuple2<>(own.stem(rank), new Holder(article._1(), rank, own.weight(rank))));
                    }
                    return asked.iterator();
                })
                .groupByKey()
                .flatMapToPair(stem ->
                        latest(stem._2(), SharedTerms.ARTICLES_REMEMBERED).iterator())
                .groupByKey()
                .mapValues(shared -> {
                    Map<Integer, Double> weights = new HashMap<>();
                    for (Met one : ordered(shared)) {
                        for (int i = 0; i < one.earlier.length; i++) {
                            weights.merge((int) one.earlier[i], one.weights[i], Double::sum);
                        }
                    }
                    return SharedTerms.best(weights).stream()
                            .map(Integer::longValue)
                            .toList();
                });
        Broadcast<LocalDate[]> days = context.broadcast(days(terms, archive.count()));
        JavaPairRDD<Long, List<Long>> near = met.mapToPair(found -> new Tuple2<>(
                found._1(),
                found._2().stream()
                        .filter(earlier -> StoryTerms.areNear(
                                days.value()[found._1().intValue()], days.value()[earlier.intValue()]))
                        .toList()));
        return alike(near, terms, StoryTerms::mayJoin, article -> -1)
                .mapToPair(found -> new Tuple2<>(
                        found._1().intValue(),
                        found._2().stream().map(Math::toIntExact).toList()));
    }

    /** By number of an article the day that it is about, or null. */
    private static LocalDate[] days(JavaPairRDD<Long, StoryTerms> terms, int articles) {
        LocalDate[] days = new LocalDate[articles];
        terms.mapValues(StoryTerms::about)
                .toLocalIterator()
                .forEachRemaining(day -> days[day._1().intValue()] = day._2());
        return days;
    }

    /** By number of an article its claims, each with the earlier ones that it may restate, in the order in which it is held against them. */
    static JavaPairRDD<Integer, Restated> restated(Archive archive, Broadcast<WholeFacts> facts) {
        JavaPairRDD<Long, Utterance> claims = archive.articles()
                .flatMapToPair(numbered -> {
                    Corpus corpus = facts.value().corpus(List.of(numbered._2().read()));
                    List<Tuple2<Long, Utterance>> own = new ArrayList<>();
                    for (ArticleAnalysis analysis : corpus.analyses()) {
                        analysis.claims()
                                .forEach(claim -> own.add(new Tuple2<>(
                                        numbered._1() * CLAIMS + own.size(), Utterance.of(corpus, claim))));
                    }
                    return own.iterator();
                })
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        JavaPairRDD<Long, List<Long>> met = claims.flatMapToPair(claim -> {
                    List<Tuple2<String, Holder>> keys = new ArrayList<>();
                    claim._2()
                            .keys()
                            .forEach(key -> keys.add(new Tuple2<>(key, new Holder(claim._1(), keys.size(), 1))));
                    return keys.iterator();
                })
                .groupByKey()
                .flatMapToPair(key -> latest(key._2(), Utterance.REMEMBERED).iterator())
                .groupByKey()
                .mapValues(found -> {
                    Set<Long> earlier = new LinkedHashSet<>();
                    for (Met one : ordered(found)) {
                        Arrays.stream(one.earlier).forEach(earlier::add);
                    }
                    return earlier.stream().limit(Utterance.COMPARED).toList();
                });
        JavaPairRDD<Long, List<Long>> alike =
                alike(met, claims, (later, earlier) -> later.mayRestate(earlier), claim -> claim / CLAIMS);
        JavaPairRDD<Long, String> ids = claims.mapValues(Utterance::claim);
        // each earlier claim's id goes to the later one, in its place
        return alike.flatMapToPair(found -> {
                    List<Tuple2<Long, Tuple2<Long, Integer>>> wanted = new ArrayList<>();
                    for (long earlier : found._2()) {
                        wanted.add(new Tuple2<>(earlier, new Tuple2<>(found._1(), wanted.size())));
                    }
                    return wanted.iterator();
                })
                .join(ids)
                .mapToPair(one -> new Tuple2<>(
                        one._2()._1()._1(),
                        new Earlier(one._2()._1()._2(), one._1(), one._2()._2())))
                .groupByKey()
                .join(ids)
                .mapToPair(one -> {
                    List<Earlier> earlier = new ArrayList<>();
                    one._2()._1().forEach(earlier::add);
                    earlier.sort(Comparator.comparingInt(Earlier::rank));
                    return new Tuple2<>(
                            (int) (one._1() / CLAIMS),
                            new Restated(
                                    one._2()._2(),
                                    earlier.stream().map(Earlier::claim).toList(),
                                    earlier.stream()
                                            .map(claim -> (int) (claim.at() / CLAIMS))
                                            .toList()));
                });
    }

    /** The pairs one by one. */
    static JavaPairRDD<Integer, Integer> pairs(JavaPairRDD<Integer, List<Integer>> found) {
        return found.flatMapToPair(one ->
                one._2().stream().map(other -> new Tuple2<>(one._1(), other)).iterator());
    }

    private record Earlier(int rank, long at, String claim) implements Serializable {}

    /**
     * A claim with earlier ones.
     *
     * @param claim its id
     * @param earlier ids
     * @param articles numbers of the articles of these
     */
    record Restated(String claim, List<String> earlier, List<Integer> articles) implements Serializable {}

    private interface Alike<T> extends Serializable {
        boolean test(T later, T earlier);
    }

    private interface Home extends ToLongFunction<Long>, Serializable {}

    /** Of what was met, in its order, that which is alike; what has one home always is, where homes are not negative. */
    private static <T> JavaPairRDD<Long, List<Long>> alike(
            JavaPairRDD<Long, List<Long>> met, JavaPairRDD<Long, T> known, Alike<T> alike, Home home) {
        return met.flatMapToPair(found -> {
                    List<Tuple2<Long, Tuple2<Long, Integer>>> asked = new ArrayList<>();
                    for (long earlier : found._2()) {
                        asked.add(new Tuple2<>(earlier, new Tuple2<>(found._1(), asked.size())));
                    }
                    return asked.iterator();
                })
                .join(known)
                .mapToPair(one -> new Tuple2<>(
                        one._2()._1()._1(),
                        new Tuple2<>(
                                new Tuple2<>(one._2()._1()._2(), one._1()),
                                one._2()._2())))
                .groupByKey()
                .join(known)
                .mapValues(one -> {
                    List<Tuple2<Tuple2<Integer, Long>, T>> earlier = new ArrayList<>();
                    one._1().forEach(earlier::add);
                    earlier.sort(Comparator.comparing(met1 -> met1._1()._1()));
                    return new Tuple2<>(earlier, one._2());
                })
                .mapToPair(one -> new Tuple2<>(
                        one._1(),
                        one._2()._1().stream()
                                .filter(earlier ->
                                        isAtHome(home, one._1(), earlier._1()._2())
                                                || alike.test(one._2()._2(), earlier._2()))
                                .map(earlier -> earlier._1()._2())
                                .toList()));
    }

    private static boolean isAtHome(Home home, long one, long other) {
        long place = home.applyAsLong(one);
        return place >= 0 && place == home.applyAsLong(other);
    }
}

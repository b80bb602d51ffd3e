package org.rashomon.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.rashomon.casefile.Json;
import org.rashomon.compare.agreements.AgreementMatcher;
import org.rashomon.compare.agreements.Agreements;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.parts.Comparer;
import org.rashomon.compare.parts.Given;
import org.rashomon.compare.relations.ClaimRelater;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;
import scala.Tuple2;

/**
 * A table of analyses to the tables of their comparison, part by part.
 *
 * <p>First stories: what incidents and agreements are looked up by depends on them. Then all but agreements, in components of stories, of
 * pairs of texts, of claims that may restate each other, and of articles that share a key of incidents. Then agreements, whose months join articles of all the world, among those alone that tell of some.
 */
final class CompareJob {
    private static final StructType SCHEMA = new StructType()
            .add("key", DataTypes.StringType)
            .add("json", DataTypes.StringType)
            .add("table", DataTypes.StringType);
    private static final String OF_STORY = " story ";

    private final SparkSession spark;

    CompareJob(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * What comparing came to.
     *
     * @param largest articles of the largest component
     * @param agreed articles that tell of agreements
     * @param largestAgreed articles of the largest component of these
     */
    record Outcome(
            int articles, long components, long largest, long agreed, long largestAgreed, Map<String, Long> rows) {
        String line() {
            return ("%d articles compared in %d components, the largest of %d articles;"
                            + " %d tell of agreements, the largest component of these has %d. Rows: %s")
                    .formatted(articles, components, largest, agreed, largestAgreed, rows);
        }
    }

    /** An article in its story. */
    private record Placed(String story, List<String> incidents, List<String> agreements) implements Serializable {}

    Outcome run(String in, String run, String out) {
        Dataset<org.apache.spark.sql.Row> table = new AnalysisTable(spark, in).of(run);
        Found found = find(table);
        JavaRDD<Rows.Row> rows = found.rows().persist(StorageLevel.MEMORY_AND_DISK_SER());
        spark.createDataFrame(rows.map(row -> RowFactory.create(row.key(), row.json(), row.table())), SCHEMA)
                .write()
                .mode(SaveMode.Overwrite)
                .partitionBy("table")
                .parquet(out);
        Map<String, Long> counts = new TreeMap<>(rows.map(Rows.Row::table).countByValue());
        return new Outcome(
                found.articles(), found.components(), found.largest(), found.agreed(), found.largestAgreed(), counts);
    }

    /** What was found, with the numbers that a summary tells. */
    record Found(
            JavaRDD<Rows.Row> rows, int articles, long components, long largest, long agreed, long largestAgreed) {}

    Found find(Dataset<org.apache.spark.sql.Row> table) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Archive archive = Archive.of(table, context.defaultParallelism() * 2);
        Broadcast<WholeFacts> facts = WholeFacts.of(archive, context);
        JavaPairRDD<Integer, Stories.Told> stories =
                kept(Stories.of(archive, kept(Meetings.stories(archive, facts, context)), facts, context));
        JavaPairRDD<Integer, List<Integer>> copies = kept(Meetings.copies(archive));
        JavaPairRDD<Integer, Meetings.Restated> restated = kept(Meetings.restated(archive, facts));

        JavaPairRDD<Integer, Integer> inStory =
                stories.mapToPair(told -> new Tuple2<>(told._1(), told._2().first()));
        int[] ofStories = Forest.of(inStory, archive.count()).components();
        JavaPairRDD<Integer, Placed> placed =
                kept(Part.of(archive, stories, copies, restated, context.broadcast(ofStories))
                        .flatMapToPair(parts -> placed(parts, facts.value()).iterator()));

        JavaPairRDD<Integer, Integer> joining = inStory.union(Meetings.pairs(copies))
                .union(restated.flatMapToPair(claim -> claim._2().articles().stream()
                        .map(other -> new Tuple2<>(claim._1(), other))
                        .iterator()))
                .union(sharing(placed, Placed::incidents));
        int[] components = Forest.of(joining, archive.count()).components();
        JavaRDD<Rows.Row> compared = Part.of(archive, stories, copies, restated, context.broadcast(components))
                .flatMap(parts -> compared(parts, facts.value()).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK_SER());

        JavaPairRDD<Integer, Placed> agreed =
                placed.filter(article -> !article._2().agreements().isEmpty());
        int[] ofAgreements =
                Forest.of(sharing(agreed, Placed::agreements), archive.count()).components();
        Broadcast<int[]> groups = context.broadcast(ofAgreements);
        JavaRDD<Rows.Row> agreements = agreed.join(archive.articles())
                .mapToPair(article -> new Tuple2<>(groups.value()[article._1()], article._2()))
                .groupByKey()
                .values()
                .flatMap(group -> agreed(group, facts.value()).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK_SER());

        JavaRDD<Rows.Row> others =
                compared.union(agreements).filter(row -> !row.table().equals(Rows.RELATIONS));
        JavaRDD<Rows.Row> relations = relations(compared)
                .cogroup(relations(agreements))
                .values()
                .flatMap(both -> Rows.merged(read(both._1()), read(both._2())).stream()
                        .map(Rows::of)
                        .iterator());
        int[] among = agreed.keys().collect().stream()
                .mapToInt(article -> ofAgreements[article])
                .toArray();
        return new Found(
                others.union(relations),
                archive.count(),
                Arrays.stream(components).distinct().count(),
                largest(components),
                among.length,
                largest(among));
    }

    private static <K, V> JavaPairRDD<K, V> kept(JavaPairRDD<K, V> found) {
        return found.persist(StorageLevel.MEMORY_AND_DISK_SER());
    }

    private static long largest(int[] components) {
        Map<Integer, Integer> sizes = new HashMap<>();
        Arrays.stream(components).forEach(component -> sizes.merge(component, 1, Integer::sum));
        return sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private interface Keys extends Serializable {
        List<String> of(Placed placed);
    }

    /** Each article that holds a key, with the first that does. */
    private static JavaPairRDD<Integer, Integer> sharing(JavaPairRDD<Integer, Placed> placed, Keys keys) {
        JavaPairRDD<String, Integer> holders = placed.flatMapToPair(article -> keys.of(article._2()).stream()
                .map(key -> new Tuple2<>(key, article._1()))
                .iterator());
        return holders.join(holders.reduceByKey(Math::min)).mapToPair(Tuple2::_2);
    }

    private static List<Rows.Row> compared(List<Part> parts, WholeFacts facts) {
        Comparison comparison =
                Comparer.compare(Part.analyses(parts), ActorRegistry.standard(), List.of(), Part.given(parts, facts));
        return Rows.of(comparison);
    }

    /** What the articles of a story are looked up by. */
    private static List<Tuple2<Integer, Placed>> placed(List<Part> parts, WholeFacts facts) {
        Given given = Part.given(parts, facts);
        Corpus corpus = facts.corpus(Part.analyses(parts));
        Map<String, String> storyOf = Comparer.storyOf(given.stories());
        Map<String, Set<String>> incidents = given.incidents().keys(corpus, storyOf);
        Map<String, Set<String>> agreements = new AgreementMatcher().keys(corpus, storyOf);
        List<Tuple2<Integer, Placed>> placed = new ArrayList<>();
        for (Part part : parts) {
            String id = part.kept().id();
            // a story lies within one component in any case
            Set<String> keys = new TreeSet<>(incidents.getOrDefault(id, Set.of()));
            keys.removeIf(key -> key.contains(OF_STORY));
            placed.add(new Tuple2<>(
                    part.at(),
                    new Placed(
                            storyOf.getOrDefault(id, id),
                            List.copyOf(keys),
                            List.copyOf(agreements.getOrDefault(id, Set.of())))));
        }
        return placed;
    }

    private static List<Rows.Row> agreed(Iterable<Tuple2<Placed, Archive.Kept>> group, WholeFacts facts) {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        Map<String, String> storyOf = new TreeMap<>();
        group.forEach(article -> {
            analyses.add(article._2().read());
            storyOf.put(article._2().id(), article._1().story());
        });
        Corpus corpus = facts.corpus(analyses);
        Agreements agreements = new AgreementMatcher().match(corpus, storyOf);
        List<Rows.Row> rows = new ArrayList<>();
        Rows.agreements(agreements.all(), agreements.ofClaim(), rows);
        new ClaimRelater().onAgreements(corpus, agreements).forEach(relation -> rows.add(Rows.of(relation)));
        return rows;
    }

    /** As JSON, by the two claims. */
    private static JavaPairRDD<String, String> relations(JavaRDD<Rows.Row> rows) {
        return rows.filter(row -> row.table().equals(Rows.RELATIONS))
                .mapToPair(row -> new Tuple2<>(Rows.pair(Json.read(row.json(), ClaimRelation.class)), row.json()));
    }

    private static List<ClaimRelation> read(Iterable<String> relations) {
        List<ClaimRelation> read = new ArrayList<>();
        relations.forEach(json -> read.add(Json.read(json, ClaimRelation.class)));
        return read;
    }
}

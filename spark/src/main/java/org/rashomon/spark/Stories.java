package org.rashomon.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.rashomon.casefile.Json;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.GivenPairs;
import org.rashomon.compare.stories.StoryGrouper;
import org.rashomon.model.dossier.Story;
import scala.Tuple2;

/**
 * The stories of all articles. They are grouped component by component of pairs that may be of one story; such a component goes on for as long as a
 * war does, so of its articles no more than the text comes together.
 */
final class Stories {
    private Stories() {}

    /**
     * An article's story.
     *
     * @param first number of the story's first article
     * @param story as JSON
     */
    record Told(int first, String story) implements Serializable {}

    private record Text(int at, Archive.Kept kept, List<Integer> pairs) implements Serializable {}

    static JavaPairRDD<Integer, Told> of(
            Archive archive,
            JavaPairRDD<Integer, List<Integer>> pairs,
            Broadcast<WholeFacts> facts,
            JavaSparkContext context) {
        Broadcast<int[]> components = context.broadcast(
                Forest.of(Meetings.pairs(pairs), archive.count()).components());
        return archive.articles()
                .cogroup(pairs)
                .mapToPair(article -> new Tuple2<>(
                        components.value()[article._1()],
                        new Text(
                                article._1(),
                                article._2()._1().iterator().next(),
                                Part.only(article._2()._2()))))
                .groupByKey()
                .flatMapToPair(component -> told(component._2(), facts.value()).iterator());
    }

    private static List<Tuple2<Integer, Told>> told(Iterable<Text> texts, WholeFacts facts) {
        Map<Integer, String> ids = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        texts.forEach(text -> {
            ids.put(text.at(), text.kept().id());
            numbers.put(text.kept().id(), text.at());
        });
        Map<String, List<String>> pairs = new HashMap<>();
        List<org.rashomon.model.dossier.ArticleAnalysis> dated = new ArrayList<>();
        texts.forEach(text -> {
            pairs.put(text.kept().id(), Part.named(text.pairs(), ids));
            dated.add(text.kept().dated());
        });
        Corpus corpus = facts.corpus(dated);
        List<Tuple2<Integer, Told>> told = new ArrayList<>();
        for (Story story : new StoryGrouper(new GivenPairs(pairs), facts.terms()).group(corpus)) {
            int first = story.articles().stream()
                    .mapToInt(article -> numbers.getOrDefault(article, 0))
                    .min()
                    .orElse(0);
            String json = Json.write(story);
            story.articles()
                    .forEach(
                            article -> told.add(new Tuple2<>(numbers.getOrDefault(article, 0), new Told(first, json))));
        }
        return told;
    }
}

package org.rashomon.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.rashomon.casefile.Json;
import org.rashomon.compare.corpus.GivenPairs;
import org.rashomon.compare.parts.Given;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Story;
import scala.Tuple2;

/**
 * An article with all that was found for it over all articles.
 *
 * @param at its number
 * @param story as JSON
 * @param copies numbers of earlier articles from which it may derive, or the other way round
 * @param restated its claims with earlier ones that they may restate
 */
record Part(int at, Archive.Kept kept, String story, List<Integer> copies, List<Meetings.Restated> restated)
        implements Serializable {

    /** The components of articles, each in the articles' order. */
    static JavaRDD<List<Part>> of(
            Archive archive,
            JavaPairRDD<Integer, Stories.Told> stories,
            JavaPairRDD<Integer, List<Integer>> copies,
            JavaPairRDD<Integer, Meetings.Restated> restated,
            Broadcast<int[]> components) {
        return archive.articles()
                .cogroup(stories, copies, restated)
                .mapToPair(article -> {
                    List<Meetings.Restated> claims = new ArrayList<>();
                    article._2()._4().forEach(claims::add);
                    Part part = new Part(
                            article._1(),
                            article._2()._1().iterator().next(),
                            article._2()._2().iterator().next().story(),
                            only(article._2()._3()),
                            claims);
                    return new Tuple2<>(components.value()[article._1()], part);
                })
                .groupByKey()
                .values()
                .map(parts -> {
                    List<Part> ordered = new ArrayList<>();
                    parts.forEach(ordered::add);
                    ordered.sort(Comparator.comparingInt(Part::at));
                    return ordered;
                });
    }

    static List<Integer> only(Iterable<List<Integer>> found) {
        return found.iterator().hasNext() ? found.iterator().next() : List.of();
    }

    static List<ArticleAnalysis> analyses(List<Part> parts) {
        return parts.stream().map(part -> part.kept().read()).toList();
    }

    /** What was found over all articles, as far as a component goes. */
    static Given given(List<Part> parts, WholeFacts facts) {
        Map<Integer, String> ids = new HashMap<>();
        parts.forEach(part -> ids.put(part.at(), part.kept().id()));
        Map<String, String> stories = new TreeMap<>();
        Map<String, List<String>> copies = new HashMap<>();
        Map<String, List<String>> restated = new HashMap<>();
        for (Part part : parts) {
            Story story = Json.read(part.story(), Story.class);
            stories.put(day(story) + story.id(), part.story());
            copies.put(part.kept().id(), named(part.copies(), ids));
            part.restated().forEach(claim -> restated.put(claim.claim(), claim.earlier()));
        }
        Given known = facts.given();
        return new Given(
                known.joiner(),
                known.names(),
                known.words(),
                known.told(),
                stories.values().stream()
                        .map(json -> Json.read(json, Story.class))
                        .toList(),
                new GivenPairs(copies),
                restated);
    }

    /** In order, undated last. */
    private static String day(Story story) {
        return story.time() == null ? Archive.LAST : story.time().start() + " ";
    }

    /** Of articles those that are at hand. */
    static List<String> named(List<Integer> numbers, Map<Integer, String> ids) {
        return numbers.stream()
                .filter(ids::containsKey)
                .map(number -> ids.getOrDefault(number, ""))
                .toList();
    }
}

package org.rashomon.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Json;
import org.rashomon.compare.corpus.ActorJoiner;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Counts;
import org.rashomon.compare.corpus.GivenPairs;
import org.rashomon.compare.corpus.Names;
import org.rashomon.compare.corpus.Words;
import org.rashomon.compare.incidents.Containment;
import org.rashomon.compare.parts.Given;
import org.rashomon.compare.stories.StoryTerms;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import scala.Tuple2;

/**
 * What comparing a part asks of all articles. Counted in two passes: each partition, a stretch of the articles' order, counts for itself,
 * and what the partitions found is put together in their order. One object in a Java machine, which unpacks it once.
 */
final class WholeFacts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String seen;
    private final String told;
    private final String names;
    private final HashMap<String, Integer> terms;
    private final HashMap<String, Integer> words;
    private final int articles;
    private transient @Nullable Given given;

    private WholeFacts(
            String seen,
            String told,
            String names,
            Map<String, Integer> terms,
            Map<String, Integer> words,
            int articles) {
        this.seen = seen;
        this.told = told;
        this.names = names;
        this.terms = new HashMap<>(terms);
        this.words = new HashMap<>(words);
        this.articles = articles;
    }

    /** What a stretch of the articles tells by itself. */
    private record Told(ActorJoiner.Seen seen, Containment.Told places, Set<String> bodies) {
        static Told none() {
            return new Told(ActorJoiner.Seen.none(), Containment.Told.none(), new TreeSet<>());
        }

        void add(ArticleAnalysis analysis) {
            seen.add(analysis);
            places.add(analysis);
            for (Claim claim : analysis.claims()) {
                String affiliation = claim.speaker().affiliation();
                if (affiliation != null) {
                    bodies.add(Words.fold(affiliation));
                }
            }
        }

        void and(Told later) {
            seen.and(later.seen);
            places.and(later.places);
            bodies.addAll(later.bodies);
        }
    }

    static Broadcast<WholeFacts> of(Archive archive, JavaSparkContext context) {
        JavaRDD<Archive.Kept> articles = archive.articles().values();
        Told told = Told.none();
        for (String part : articles.mapPartitions(stretch -> {
                    Told own = Told.none();
                    stretch.forEachRemaining(kept -> own.add(kept.read()));
                    return List.of(Json.write(own)).iterator();
                })
                .collect()) {
            told.and(Json.read(part, Told.class));
        }
        Broadcast<String> seen = context.broadcast(Json.write(told.seen()));
        Broadcast<TreeSet<String>> bodies = context.broadcast(new TreeSet<>(told.bodies()));
        Names names = Names.none();
        for (String part : articles.mapPartitions(stretch -> {
                    ActorJoiner joiner = ActorJoiner.by(Json.read(seen.value(), ActorJoiner.Seen.class));
                    Names own = Names.none();
                    stretch.forEachRemaining(kept ->
                            own.add(joiner.allJoined(List.of(kept.read())).get(0)));
                    // of the names of an archive a claim asks for few
                    own.byName().keySet().retainAll(bodies.value());
                    return List.of(Json.write(own)).iterator();
                })
                .collect()) {
            names.and(Json.read(part, Names.class));
        }
        return context.broadcast(new WholeFacts(
                seen.value(),
                Json.write(told.places()),
                Json.write(names),
                counts(articles, StoryTerms::stems),
                counts(articles, Counts::stems),
                archive.count()));
    }

    private interface Stems extends Function<Article, Set<String>>, Serializable {}

    private static Map<String, Integer> counts(JavaRDD<Archive.Kept> articles, Stems stems) {
        return articles.flatMapToPair(kept -> stems.apply(Json.read(kept.article(), Article.class)).stream()
                        .map(stem -> new Tuple2<>(stem, 1))
                        .iterator())
                .reduceByKey(Integer::sum)
                .collectAsMap();
    }

    /** All that is known, without what is worth comparing. */
    synchronized Given given() {
        Given known = given;
        if (known == null) {
            known = new Given(
                    ActorJoiner.by(Json.read(seen, ActorJoiner.Seen.class)),
                    Json.read(names, Names.class).known(ActorRegistry.standard()),
                    new Counts(words, articles),
                    Json.read(told, Containment.Told.class),
                    List.of(),
                    new GivenPairs(Map.of()),
                    Map.of());
            given = known;
        }
        return known;
    }

    /** One article, or some, as the whole has them. */
    Corpus corpus(List<ArticleAnalysis> analyses) {
        Given known = given();
        return known.corpus(known.joined(analyses), ActorRegistry.standard());
    }

    /** Counts of the terms by which stories are told apart. */
    Counts terms() {
        return new Counts(terms, articles);
    }
}

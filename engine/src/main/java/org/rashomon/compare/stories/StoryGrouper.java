package org.rashomon.compare.stories;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Candidates;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Counts;
import org.rashomon.model.Article;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.TimePrecision;
import org.rashomon.model.dossier.Story;
import org.rashomon.text.Hashes;

/**
 * Groups articles into stories: articles about one development, days and not months.
 *
 * <p>Average-link clustering over candidate pairs, the likest pair first. The likeness of two articles is the cosine of their
 * {@link TermVector}s, less for each day that lies between their publication; articles further apart than {@link #MOST_DAYS}
 * are never joined directly, and no story spans more than {@link #LONGEST_STORY}. An article without a stated date is judged by
 * its words alone. The thresholds were set on the training and development parts of ECB+.
 *
 * <p>The order of input does not matter: articles are put in order of publication day and id first.
 */
public final class StoryGrouper {
    private static final double LIKE_ENOUGH = 0.24;
    private static final double DAYS_TO_FADE = 6;
    private static final long MOST_DAYS = 14;
    private static final long LONGEST_STORY = 21;
    private static final Comparator<Article> BY_PUBLICATION = Comparator.comparing(
                    StoryGrouper::day, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Article::id);

    private final Candidates candidates;
    /** Null where the articles themselves are counted. */
    private final @Nullable Counts counts;

    public StoryGrouper() {
        this(new SharedTerms());
    }

    public StoryGrouper(Candidates candidates) {
        this(candidates, null);
    }

    /** @param counts of all articles, where those to be grouped are a part of them; null where they are all */
    public StoryGrouper(Candidates candidates, @Nullable Counts counts) {
        this.candidates = candidates;
        this.counts = counts;
    }

    /**
     * The stories of a corpus; see {@link #group(List)}. An article without a stated date is placed by the latest full date
     * that its text tells, and only to keep it from what lies months away.
     */
    public List<Story> group(Corpus corpus) {
        return group(corpus.articles(), corpus::about);
    }

    /** Stories by first publication day (undated last) and id; every article stands in exactly one. */
    public List<Story> group(List<Article> articles) {
        return group(articles, StoryGrouper::day);
    }

    private List<Story> group(List<Article> articles, Function<Article, @Nullable LocalDate> about) {
        List<Article> ordered = articles.stream().sorted(BY_PUBLICATION).toList();
        List<TermVector> vectors = TermVector.of(ordered, counts);
        Map<Integer, Cluster> clusters = new TreeMap<>();
        Cluster[] of = new Cluster[ordered.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = new Cluster(i, vectors.get(i), about.apply(ordered.get(i)));
            clusters.put(i, of[i]);
        }
        for (Edge edge : edges(ordered, vectors, about)) {
            Cluster a = of[edge.a];
            Cluster b = of[edge.b];
            if (a != b && a.likeness(b) >= LIKE_ENOUGH && a.staysShortWith(b)) {
                Cluster larger = a.members.size() >= b.members.size() ? a : b;
                Cluster smaller = larger == a ? b : a;
                smaller.members.forEach(member -> of[member] = larger);
                larger.absorb(smaller);
                clusters.remove(smaller.key);
            }
        }
        return clusters.values().stream()
                .map(cluster -> story(cluster, ordered, vectors))
                .sorted(Comparator.comparing(
                                (Story story) -> story.time() == null
                                        ? null
                                        : story.time().start(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Story::id))
                .toList();
    }

    private List<Edge> edges(
            List<Article> articles, List<TermVector> vectors, Function<Article, @Nullable LocalDate> about) {
        List<Candidates.Pair> pairs = candidates instanceof SharedTerms terms
                ? terms.among(vectors, articles.size())
                : candidates.among(articles);
        List<Edge> edges = new ArrayList<>();
        for (Candidates.Pair pair : pairs) {
            double likeness = likeness(
                    vectors.get(pair.a()).dot(vectors.get(pair.b())),
                    about.apply(articles.get(pair.a())),
                    about.apply(articles.get(pair.b())));
            if (likeness >= LIKE_ENOUGH / 2) {
                edges.add(new Edge(pair.a(), pair.b(), likeness));
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::likeness)
                .reversed()
                .thenComparingInt(Edge::a)
                .thenComparingInt(Edge::b));
        return edges;
    }

    /** Of articles whose words are so like, by the days that they are about; 0 where too many lie between. */
    private static double likeness(double words, @Nullable LocalDate a, @Nullable LocalDate b) {
        long days = daysBetween(a, b);
        return days > MOST_DAYS ? 0 : words * Math.exp(-days / DAYS_TO_FADE);
    }

    /** Whether two articles whose words are so like may be joined at all, by the days that they are about. */
    static boolean mayJoin(double words, @Nullable LocalDate a, @Nullable LocalDate b) {
        return likeness(words, a, b) >= LIKE_ENOUGH / 2;
    }

    private static Story story(Cluster cluster, List<Article> articles, List<TermVector> vectors) {
        List<Integer> members = cluster.members.stream().sorted().toList();
        List<String> ids = members.stream().map(i -> articles.get(i).id()).toList();
        TreeSet<String> outlets = new TreeSet<>();
        for (int member : members) {
            String outlet = articles.get(member).outlet();
            if (outlet != null) {
                outlets.add(outlet);
            }
        }
        String id = Hashes.id("story", String.join("\n", new TreeSet<>(ids)));
        return new Story(
                id, label(cluster, members, articles, vectors), ids, time(members, articles), List.copyOf(outlets));
    }

    private static String label(
            Cluster cluster, List<Integer> members, List<Article> articles, List<TermVector> vectors) {
        int centre = members.get(0);
        double nearest = -1;
        for (int member : members) {
            double likeness = cluster.likeness(vectors.get(member));
            if (articles.get(member).title() != null && likeness > nearest) {
                nearest = likeness;
                centre = member;
            }
        }
        Article article = articles.get(centre);
        String title = article.title();
        return title != null && !title.isBlank() ? title : firstWords(article);
    }

    private static String firstWords(Article article) {
        return article.blocks().stream()
                .filter(block -> block.role().isRead())
                .findFirst()
                .map(block -> block.span().in(article.text()))
                .map(words -> words.length() <= 80
                        ? words
                        : words.substring(0, words.lastIndexOf(' ', 80) + 1).trim() + "…")
                .filter(words -> !words.isBlank())
                .orElse(article.id());
    }

    private static @Nullable TimeInterval time(List<Integer> members, List<Article> articles) {
        List<LocalDate> days = new ArrayList<>();
        for (int member : members) {
            LocalDate day = day(articles.get(member));
            if (day != null) {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            return null;
        }
        LocalDate first = Collections.min(days);
        LocalDate last = Collections.max(days);
        return new TimeInterval(first, last, first.equals(last) ? TimePrecision.DAY : TimePrecision.RANGE);
    }

    private static @Nullable LocalDate day(Article article) {
        return article.published() == null ? null : article.published().day();
    }

    /** Days between, or 0 where one date is not stated: then time says nothing against it. */
    private static long daysBetween(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || b == null ? 0 : Math.abs(ChronoUnit.DAYS.between(a, b));
    }

    private record Edge(int a, int b, double likeness) {}

    /** Members with the sum of their vectors, which gives the average likeness of two clusters in one pass. */
    private static final class Cluster {
        private final int key;
        private final List<Integer> members = new ArrayList<>();
        private final Map<Integer, Double> sum = new HashMap<>();
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        Cluster(int key, TermVector vector, @Nullable LocalDate day) {
            this.key = key;
            members.add(key);
            for (int i = 0; i < vector.size(); i++) {
                sum.put(vector.term(i), vector.weight(i));
            }
            first = day;
            last = day;
        }

        double likeness(Cluster other) {
            Map<Integer, Double> small = sum.size() <= other.sum.size() ? sum : other.sum;
            Map<Integer, Double> large = small == sum ? other.sum : sum;
            double dot = 0;
            for (Map.Entry<Integer, Double> entry : small.entrySet()) {
                dot += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
            }
            return dot / ((double) members.size() * other.members.size());
        }

        double likeness(TermVector vector) {
            double dot = 0;
            for (int i = 0; i < vector.size(); i++) {
                dot += vector.weight(i) * sum.getOrDefault(vector.term(i), 0.0);
            }
            return dot;
        }

        boolean staysShortWith(Cluster other) {
            LocalDate start = earlier(first, other.first);
            LocalDate end = later(last, other.last);
            return start == null || end == null || ChronoUnit.DAYS.between(start, end) <= LONGEST_STORY;
        }

        void absorb(Cluster other) {
            members.addAll(other.members);
            other.sum.forEach((term, weight) -> sum.merge(term, weight, Double::sum));
            first = earlier(first, other.first);
            last = later(last, other.last);
        }

        private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
            if (a == null || b == null) {
                return a == null ? b : a;
            }
            return a.isBefore(b) ? a : b;
        }

        private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
            if (a == null || b == null) {
                return a == null ? b : a;
            }
            return a.isAfter(b) ? a : b;
        }
    }
}

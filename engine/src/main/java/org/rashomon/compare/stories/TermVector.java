package org.rashomon.compare.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Counts;
import org.rashomon.compare.corpus.Stems;
import org.rashomon.compare.corpus.Word;
import org.rashomon.model.Article;
import org.rashomon.model.Span;

/**
 * An article as weighted terms: logarithmic term frequency times inverse document frequency, length one. Words of the headline
 * count twice, names and numbers weigh more than other words, since they part two developments of one kind.
 */
final class TermVector {
    /** Ids of terms, ascending. */
    private final int[] terms;
    /** Parallel to {@code terms}. */
    private final double[] weights;

    private static final double HEADLINE = 2;
    private static final double NAME = 2.5;
    private static final double NUMBER = 2;

    private TermVector(int[] terms, double[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    int size() {
        return terms.length;
    }

    int term(int position) {
        return terms[position];
    }

    double weight(int position) {
        return weights[position];
    }

    /**
     * The vectors of all articles; document frequencies are those of the articles, steadied by those of general news.
     *
     * @param counts of more articles than these; null where these are all
     */
    static List<TermVector> of(List<Article> articles, @Nullable Counts counts) {
        List<SortedMap<String, Double>> weighed = new ArrayList<>();
        Map<String, Integer> frequencies = new HashMap<>();
        for (Article article : articles) {
            SortedMap<String, Double> weights = weigh(article);
            weights.keySet().forEach(stem -> frequencies.merge(stem, 1, Integer::sum));
            weighed.add(weights);
        }
        Counts known = counts != null ? counts : new Counts(frequencies, articles.size());
        Map<String, Integer> ids = new HashMap<>();
        new java.util.TreeSet<>(frequencies.keySet()).forEach(stem -> ids.put(stem, ids.size()));
        List<TermVector> vectors = new ArrayList<>();
        for (SortedMap<String, Double> weights : weighed) {
            weights.replaceAll((stem, weight) ->
                    weight * rarity(stem, known.articlesWith().getOrDefault(stem, 1), known.articles()));
            vectors.add(unit(weights, ids));
        }
        return vectors;
    }

    double dot(TermVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            if (terms[i] == other.terms[j]) {
                sum += weights[i++] * other.weights[j++];
            } else if (terms[i] < other.terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /** The positions of the {@code count} heaviest terms, heaviest first. */
    int[] heaviest(int count) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            positions.add(i);
        }
        positions.sort((a, b) -> {
            int byWeight = Double.compare(weights[b], weights[a]);
            return byWeight != 0 ? byWeight : Integer.compare(terms[a], terms[b]);
        });
        return positions.stream().limit(count).mapToInt(Integer::intValue).toArray();
    }

    private static double rarity(String stem, int inArticles, int articles) {
        double seen = inArticles + Stems.commonness(stem);
        return Math.log(1 + (articles + Stems.COMMON_ARTICLES) / seen);
    }

    static SortedMap<String, Double> weigh(Article article) {
        Map<String, Double> counts = new HashMap<>();
        Set<String> names = new HashSet<>();
        String title = article.title();
        if (title != null && !title.isBlank()) {
            count(Word.of(title, new Span(0, title.length())), HEADLINE, counts, new HashSet<>());
        }
        count(Word.of(article), 1, counts, names);
        TreeMap<String, Double> weights = new TreeMap<>();
        counts.forEach((stem, count) -> {
            double kind = Character.isDigit(stem.charAt(0)) ? NUMBER : names.contains(stem) ? NAME : 1;
            weights.put(stem, (1 + Math.log(count)) * kind);
        });
        return weights;
    }

    private static void count(List<Word> words, double weight, Map<String, Double> counts, Set<String> names) {
        for (Word word : words) {
            if (!Stems.tellsNothing(word.key())) {
                String stem = Stems.of(word.key());
                counts.merge(stem, weight, Double::sum);
                if (word.capital()) {
                    names.add(stem);
                }
            }
        }
    }

    private static TermVector unit(SortedMap<String, Double> weights, Map<String, Integer> ids) {
        double length =
                Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
        int[] terms = new int[weights.size()];
        double[] values = new double[weights.size()];
        int at = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            terms[at] = ids.getOrDefault(entry.getKey(), 0);
            values[at++] = entry.getValue() / length;
        }
        return new TermVector(terms, values);
    }
}

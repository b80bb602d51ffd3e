package org.rashomon.compare.stories;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.rashomon.compare.corpus.Candidates;
import org.rashomon.model.Article;

/**
 * Candidates for one story: articles whose heaviest terms meet in an inverted index. Each article asks with a bounded number of
 * terms, each term remembers a bounded number of the latest articles, and each article keeps a bounded number of candidates, so
 * the cost is linear in the number of articles.
 */
public final class SharedTerms implements Candidates {
    static final int TERMS_ASKED = 40;
    /** How many articles a term remembers, the latest ones. */
    public static final int ARTICLES_REMEMBERED = 120;

    private static final int CANDIDATES_KEPT = 24;
    private static final double LEAST_SHARED = 0.02;

    @Override
    public List<Pair> among(List<Article> articles) {
        return among(TermVector.of(articles, null), articles.size());
    }

    List<Pair> among(List<TermVector> vectors, int articles) {
        Map<Integer, Deque<Posting>> index = new HashMap<>();
        TreeSet<Pair> pairs = new TreeSet<>();
        for (int article = 0; article < articles; article++) {
            TermVector vector = vectors.get(article);
            Map<Integer, Double> shared = new HashMap<>();
            for (int position : vector.heaviest(TERMS_ASKED)) {
                Deque<Posting> postings = index.computeIfAbsent(vector.term(position), term -> new ArrayDeque<>());
                for (Posting posting : postings) {
                    shared.merge(posting.article, posting.weight * vector.weight(position), Double::sum);
                }
                postings.addLast(new Posting(article, vector.weight(position)));
                if (postings.size() > ARTICLES_REMEMBERED) {
                    postings.removeFirst();
                }
            }
            for (int earlier : best(shared)) {
                pairs.add(new Pair(earlier, article));
            }
        }
        return List.copyOf(pairs);
    }

    /** Of the earlier articles, by the weight that is shared with them, those that are worth comparing; the likest first. */
    public static List<Integer> best(Map<Integer, Double> shared) {
        List<Integer> articles = new ArrayList<>();
        shared.forEach((article, weight) -> {
            if (weight >= LEAST_SHARED) {
                articles.add(article);
            }
        });
        articles.sort((a, b) -> {
            int byWeight = Double.compare(shared.getOrDefault(b, 0.0), shared.getOrDefault(a, 0.0));
            return byWeight != 0 ? byWeight : Integer.compare(a, b);
        });
        return articles.subList(0, Math.min(CANDIDATES_KEPT, articles.size()));
    }

    private record Posting(int article, double weight) {}
}

package org.rashomon.compare.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.rashomon.model.Article;

/**
 * Candidates that were found elsewhere, among more articles than are at hand: by the joins of a cluster. A pair of which one is not
 * at hand is passed over.
 *
 * @param others id of an article to the ids of those that it is to be compared with
 */
public record GivenPairs(Map<String, List<String>> others) implements Candidates {
    @Override
    public List<Pair> among(List<Article> articles) {
        Map<String, Integer> positions = new HashMap<>();
        articles.forEach(article -> positions.put(article.id(), positions.size()));
        TreeSet<Pair> pairs = new TreeSet<>();
        for (Article article : articles) {
            int one = positions.getOrDefault(article.id(), -1);
            for (String id : others.getOrDefault(article.id(), List.of())) {
                int other = positions.getOrDefault(id, one);
                if (other != one) {
                    pairs.add(new Pair(Math.min(one, other), Math.max(one, other)));
                }
            }
        }
        return new ArrayList<>(pairs);
    }
}

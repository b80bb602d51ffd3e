package org.rashomon.compare.stories;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Counts;
import org.rashomon.model.Article;

/**
 * An article's terms as somebody needs them who looks for the candidates of {@link SharedTerms} by other means than an index in memory.
 *
 * @param asked the stems that it asks with, heaviest first
 * @param weights by stem, all of them
 * @param about the day that it is about, or null
 */
public record StoryTerms(
        List<String> asked,
        SortedMap<String, Double> weights,
        @Nullable LocalDate about) implements Serializable {

    /** The stems to be counted, each once. */
    public static Set<String> stems(Article article) {
        return TermVector.weigh(article).keySet();
    }

    /** @param counts of {@link #stems} in all articles */
    public static StoryTerms of(Article article, Corpus corpus, Counts counts) {
        TermVector vector = TermVector.of(List.of(article), counts).get(0);
        List<String> stems = new ArrayList<>(new TreeSet<>(stems(article)));
        List<String> asked = new ArrayList<>();
        for (int position : vector.heaviest(SharedTerms.TERMS_ASKED)) {
            asked.add(stems.get(vector.term(position)));
        }
        SortedMap<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < vector.size(); i++) {
            weights.put(stems.get(vector.term(i)), vector.weight(i));
        }
        return new StoryTerms(asked, weights, corpus.about(article));
    }

    /** Whether the two may be joined to one story directly; of no other pair does a grouper take notice. */
    public boolean mayJoin(StoryTerms other) {
        double sum = 0;
        for (var entry : weights.entrySet()) {
            Double weight = other.weights.get(entry.getKey());
            if (weight != null) {
                sum += entry.getValue() * weight;
            }
        }
        return StoryGrouper.mayJoin(sum, about, other.about);
    }
}

package org.rashomon.compare.stories;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Counts;
import org.rashomon.model.Article;

/** An article's terms as somebody needs them who looks for the candidates of {@link SharedTerms} by other means than an index in memory. */
public final class StoryTerms implements Serializable {
    private static final long serialVersionUID = 1L;

    /** In order of letters. */
    private final String[] stems;
    /** Parallel to {@code stems}. */
    private final double[] weights;
    /** Positions in {@code stems}. */
    private final int[] asked;

    private final @Nullable LocalDate about;

    private StoryTerms(String[] stems, double[] weights, int[] asked, @Nullable LocalDate about) {
        this.stems = stems;
        this.weights = weights;
        this.asked = asked;
        this.about = about;
    }

    /** The stems to be counted, each once. */
    public static Set<String> stems(Article article) {
        return TermVector.weigh(article).keySet();
    }

    /** @param counts of {@link #stems} in all articles */
    public static StoryTerms of(Article article, Corpus corpus, Counts counts) {
        TermVector vector = TermVector.of(List.of(article), counts).get(0);
        double[] weights = new double[vector.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = vector.weight(i);
        }
        return new StoryTerms(
                new TreeSet<>(stems(article)).toArray(String[]::new),
                weights,
                vector.heaviest(SharedTerms.TERMS_ASKED),
                corpus.about(article));
    }

    /** With how many terms it asks. */
    public int asked() {
        return asked.length;
    }

    /** @param rank from 0, the heaviest */
    public String stem(int rank) {
        return stems[asked[rank]];
    }

    public double weight(int rank) {
        return weights[asked[rank]];
    }

    /** The day that it is about, or null. */
    public @Nullable LocalDate about() {
        return about;
    }

    /** Whether articles that are about these days may be joined to one story directly, as far as the days go. */
    public static boolean areNear(@Nullable LocalDate one, @Nullable LocalDate other) {
        return StoryGrouper.mayJoin(1, one, other);
    }

    /** Whether the two may be joined to one story directly; of no other pair does a grouper take notice. */
    public boolean mayJoin(StoryTerms other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < stems.length && j < other.stems.length) {
            int order = stems[i].compareTo(other.stems[j]);
            if (order == 0) {
                sum += weights[i++] * other.weights[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return StoryGrouper.mayJoin(sum, about, other.about);
    }
}

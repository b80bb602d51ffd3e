package org.rashomon.compare.corpus;

import java.util.List;
import org.rashomon.model.Article;

/**
 * Proposes which articles are worth comparing, so that no step ever looks at all pairs.
 *
 * <p>The contract is about cost: at most a constant number of pairs per article, whatever the number of articles, and work that
 * grows in step with the text read. A pair that is not proposed is never compared. To add a source of candidates (an index, a
 * cluster of machines): implement this interface, keep the two bounds, and hand it to {@link org.rashomon.compare.stories.StoryGrouper} or {@link
 * org.rashomon.compare.lineage.LineageTracer}.
 */
public interface Candidates {

    /**
     * Pairs of positions in {@code articles}, smaller position first, without repetition, in ascending order.
     *
     * @param articles in a settled order; the same list gives the same pairs
     */
    List<Pair> among(List<Article> articles);

    /** Two positions in the list of articles, {@code a < b}. */
    record Pair(int a, int b) implements Comparable<Pair> {
        public Pair {
            if (a < 0 || b <= a) {
                throw new IllegalArgumentException("pair (" + a + ", " + b + ") is not ascending");
            }
        }

        @Override
        public int compareTo(Pair other) {
            int byA = Integer.compare(a, other.a);
            return byA != 0 ? byA : Integer.compare(b, other.b);
        }
    }
}

package org.rashomon.nlp;

import java.util.Arrays;
import java.util.List;
import org.rashomon.nlp.TagSequences.Tagged;

/** Which source and which contents belong to which cue of a window, by the scores of pairs. */
final class Links {
    private static final int MOST_BETWEEN = 3;
    private static final int SOURCE = 0;
    private static final int CONTENT = 1;

    private final ReaderSettings settings;
    private final Window window;
    private final float[][] vectors;
    private final List<Tagged> cues;

    /** @param vectors link outputs of the window, by word-piece */
    Links(ReaderSettings settings, Window window, float[][] vectors, List<Tagged> cues) {
        this.settings = settings;
        this.window = window;
        this.vectors = vectors;
        this.cues = cues;
    }

    /**
     * A choice.
     *
     * @param index of what was chosen, -1 for nothing
     * @param probability among all that could be chosen
     */
    record Choice(int index, double probability) {}

    /** The source of a cue, or none. */
    Choice source(int cue, List<Tagged> sources) {
        double[] scores = new double[sources.size() + 1];
        scores[0] = mean(cues.get(cue), 4 * settings.linkSize());
        for (int i = 0; i < sources.size(); i++) {
            scores[i + 1] = score(cue, sources.get(i), SOURCE);
        }
        Choice choice = sources.isEmpty() ? new Choice(0, 1) : best(scores);
        return new Choice(choice.index() - 1, choice.probability());
    }

    /** The cue of a content; none where no cue stands near. */
    Choice cue(Tagged content) {
        if (cues.isEmpty()) {
            return new Choice(-1, 1);
        }
        double[] scores = new double[cues.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(i, content, CONTENT);
        }
        Choice choice = best(scores);
        return scores[choice.index()] == Double.NEGATIVE_INFINITY ? new Choice(-1, 1) : choice;
    }

    private static Choice best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        double most = scores[best];
        double total =
                Arrays.stream(scores).map(score -> Math.exp(score - most)).sum();
        return new Choice(best, 1 / total);
    }

    private double score(int cue, Tagged span, int role) {
        Tagged word = cues.get(cue);
        if (Math.abs(window.paragraphOf(word.first()) - window.paragraphOf(span.first())) > 1) {
            return Double.NEGATIVE_INFINITY;
        }
        int size = settings.linkSize();
        double product = 0;
        for (int d = 0; d < size; d++) {
            product += mean(word, 2 * role * size + d) * mean(span, (2 * role + 1) * size + d);
        }
        return product / Math.sqrt(size)
                + settings.linkDistance()[role][settings.distance(bounds(word), bounds(span))]
                + settings.linkBetween()[role][between(word, span)];
    }

    private static int[] bounds(Tagged span) {
        return new int[] {span.first(), span.last()};
    }

    private double mean(Tagged span, int channel) {
        return (vectors[window.first()[span.first()]][channel] + vectors[window.first()[span.last()]][channel]) / 2;
    }

    private int between(Tagged cue, Tagged span) {
        boolean follows = span.first() > cue.first();
        int from = follows ? cue.first() : span.last();
        int to = follows ? span.first() : cue.first();
        int count = 0;
        for (Tagged other : cues) {
            count += from < other.first() && other.first() < to ? 1 : 0;
        }
        return Math.min(count, MOST_BETWEEN) + (follows ? 0 : MOST_BETWEEN + 1);
    }
}

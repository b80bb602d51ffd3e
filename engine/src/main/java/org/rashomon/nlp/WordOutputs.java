package org.rashomon.nlp;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.nlp.Encoder.Outputs;

/** The outputs, at every word of an article, of the heads that are asked about given spans; see the export contract. */
final class WordOutputs {
    private final ReaderSettings settings;
    private final int[] starts;
    private final int[] ends;
    private final States states;
    private final float[][] metonymy;
    private final float[][] mentions;

    /** The outputs of the windows of an article, which are added in order; of each only the words that it owns count. */
    static final class Gathering {
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private final States states = new States();
        private final List<float[]> metonymy = new ArrayList<>();
        private final List<float[]> mentions = new ArrayList<>();

        void add(Window window, Outputs outputs) {
            for (int w = window.bounds()[window.owned()]; w < window.first().length; w++) {
                int piece = window.first()[w];
                starts.add(window.starts()[w]);
                ends.add(window.ends()[w]);
                states.add(outputs.states()[piece]);
                metonymy.add(outputs.metonymy()[piece]);
                mentions.add(outputs.mentions()[piece]);
            }
        }
    }

    WordOutputs(ReaderSettings settings, Gathering gathered) {
        this.settings = settings;
        this.starts = gathered.starts.stream().mapToInt(Integer::intValue).toArray();
        this.ends = gathered.ends.stream().mapToInt(Integer::intValue).toArray();
        this.states = gathered.states;
        this.metonymy = gathered.metonymy.toArray(new float[0][]);
        this.mentions = gathered.mentions.toArray(new float[0][]);
    }

    /** The first word that starts at or after an offset. */
    private int word(int offset) {
        return Bisection.first(starts.length, i -> starts[i] >= offset);
    }

    /** First and last word of a span; empty where none starts in it. */
    private Optional<int[]> words(Span span) {
        int first = word(span.start());
        int last = word(span.end()) - 1;
        return last < first ? Optional.empty() : Optional.of(new int[] {first, last});
    }

    /** The words with the encoder's states, for the head that reads claims. */
    ClaimHead.Words withStates() {
        return new ClaimHead.Words() {
            @Override
            public int size() {
                return starts.length;
            }

            @Override
            public int start(int word) {
                return starts[word];
            }

            @Override
            public int end(int word) {
                return ends[word];
            }

            @Override
            public int at(int offset) {
                return word(offset);
            }

            @Override
            public void state(int word, FloatBuffer into) {
                states.get(word, into);
            }
        };
    }

    private static double[] softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double[] powers = Arrays.stream(scores).map(s -> Math.exp(s - most)).toArray();
        double total = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(p -> p / total).toArray();
    }

    OptionalDouble metonymy(Span name) {
        return words(name)
                .map(bounds -> (metonymy[bounds[0]][0] + metonymy[bounds[1]][0]) / 2)
                .map(score -> OptionalDouble.of(1 / (1 + Math.exp(-score))))
                .orElse(OptionalDouble.empty());
    }

    Optional<double[]> antecedents(Span mention, List<Span> candidates) {
        return words(mention).map(anaphor -> {
            int size = settings.linkSize();
            double[] scores = new double[candidates.size() + 1];
            scores[0] = mean(anaphor, 2 * size);
            for (int i = 0; i < candidates.size(); i++) {
                Optional<int[]> candidate = words(candidates.get(i));
                scores[i + 1] =
                        candidate.isPresent() ? score(anaphor, candidate.get(), size) : Double.NEGATIVE_INFINITY;
            }
            double[] probabilities = softmax(scores);
            return Arrays.copyOfRange(probabilities, 1, probabilities.length);
        });
    }

    private double score(int[] anaphor, int[] candidate, int size) {
        double product = 0;
        for (int d = 0; d < size; d++) {
            product += mean(anaphor, d) * mean(candidate, size + d);
        }
        return product / Math.sqrt(size) + settings.mentionDistance()[settings.distance(anaphor, candidate)];
    }

    private double mean(int[] bounds, int channel) {
        return (mentions[bounds[0]][channel] + mentions[bounds[1]][channel]) / 2;
    }
}

package org.rashomon.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.nlp.Encoder.Outputs;

/** The outputs, at every word of an article, of the heads that are asked about given spans; see the export contract. */
final class WordOutputs {
    private final ReaderSettings settings;
    private final List<Act> labels;
    private final int[] starts;
    private final float[][] acts;
    private final float[][] metonymy;
    private final float[][] mentions;

    /** The outputs of the windows of an article, which are added in order; of each only the words that it owns count. */
    static final class Gathering {
        private final List<Integer> starts = new ArrayList<>();
        private final List<float[]> acts = new ArrayList<>();
        private final List<float[]> metonymy = new ArrayList<>();
        private final List<float[]> mentions = new ArrayList<>();

        void add(Window window, Outputs outputs) {
            for (int w = window.bounds()[window.owned()]; w < window.first().length; w++) {
                int piece = window.first()[w];
                starts.add(window.starts()[w]);
                acts.add(outputs.acts()[piece]);
                metonymy.add(outputs.metonymy()[piece]);
                mentions.add(outputs.mentions()[piece]);
            }
        }
    }

    WordOutputs(ReaderSettings settings, Gathering gathered) {
        this.settings = settings;
        this.labels = settings.acts().stream().map(Act::valueOf).toList();
        this.starts = gathered.starts.stream().mapToInt(Integer::intValue).toArray();
        this.acts = gathered.acts.toArray(new float[0][]);
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

    Optional<Map<Act, Double>> acts(List<Span> cue, List<Span> content) {
        double[] scores = new double[labels.size()];
        boolean cueRead = pool(cue, 0, scores);
        boolean contentRead = pool(content, labels.size() + 1, scores);
        if (!cueRead && !contentRead) {
            return Optional.empty();
        }
        double[] probabilities = softmax(scores);
        Map<Act, Double> of = new EnumMap<>(Act.class);
        for (int i = 0; i < probabilities.length; i++) {
            of.put(labels.get(i), probabilities[i]);
        }
        return Optional.of(of);
    }

    /** Adds the weighted mean of the scores over all words of the spans; the weight stands at the channel, the scores behind it. */
    private boolean pool(List<Span> spans, int channel, double[] scores) {
        List<float[]> rows = new ArrayList<>();
        for (Span span : spans) {
            words(span).ifPresent(bounds -> rows.addAll(Arrays.asList(acts).subList(bounds[0], bounds[1] + 1)));
        }
        double[] weights =
                softmax(rows.stream().mapToDouble(row -> row[channel]).toArray());
        for (int r = 0; r < weights.length; r++) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] += weights[r] * rows.get(r)[channel + 1 + i];
            }
        }
        return weights.length > 0;
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

package org.rashomon.fitted;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rashomon.words.Tsv;

/** A logistic regression: weights by name of the signal, from a table. */
public final class FittedModel {
    private static final String BIAS = "bias";
    private static final String THRESHOLD = "threshold";

    private final Map<String, Double> weights;

    private FittedModel(Map<String, Double> weights) {
        this.weights = weights;
    }

    /**
     * The model of this name.
     *
     * @param table a table with the columns model, signal, weight
     */
    public static FittedModel of(String table, String model) {
        Map<String, Double> weights = new HashMap<>();
        for (Tsv.Row row : Tsv.rows(table)) {
            if (row.cell(0).equals(model)) {
                weights.put(row.cell(1), Double.valueOf(row.cell(2)));
            }
        }
        if (!weights.containsKey(BIAS) || !weights.containsKey(THRESHOLD)) {
            throw new IllegalStateException(table + " lacks bias and threshold of " + model);
        }
        return new FittedModel(weights);
    }

    /** How likely the decision is, from 0 to 1. A signal without weight counts nothing. */
    public double probability(Signals signals) {
        return 1 / (1 + Math.exp(-sum(signals)));
    }

    /** How likely each of several is the one, of whom one or none is; what is missing to 1 is that none is. */
    public double[] shares(List<Signals> each) {
        double[] odds =
                each.stream().mapToDouble(signals -> Math.exp(sum(signals))).toArray();
        double all = 1 + Arrays.stream(odds).sum();
        return Arrays.stream(odds).map(odd -> odd / all).toArray();
    }

    private double sum(Signals signals) {
        double sum = weights.getOrDefault(BIAS, 0.0);
        for (Map.Entry<String, Double> signal : signals.values().entrySet()) {
            sum += signal.getValue() * weights.getOrDefault(signal.getKey(), 0.0);
        }
        return sum;
    }

    /** From which probability on the decision is taken. */
    public double threshold() {
        return weights.getOrDefault(THRESHOLD, 1.0);
    }

    /** The same in a case for which the table has a threshold of its own. */
    public double threshold(String kind) {
        return weights.getOrDefault(THRESHOLD + " " + kind, threshold());
    }
}

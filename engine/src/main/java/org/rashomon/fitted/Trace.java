package org.rashomon.fitted;

/** Hears of every scored decision, and may take it: for those who fit the weights. */
public interface Trace {
    Trace NONE = (model, one, other, signals, probability) -> probability;

    /**
     * Two things were held against each other.
     *
     * @param model which decision
     * @return the probability to go on with
     */
    double weighed(String model, Object one, Object other, Signals signals, double probability);
}

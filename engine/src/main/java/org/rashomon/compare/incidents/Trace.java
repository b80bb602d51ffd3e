package org.rashomon.compare.incidents;

import org.rashomon.compare.fitted.Signals;

/** Hears of every scored decision, and may take it: for those who fit the weights. */
interface Trace {
    Trace NONE = (model, one, other, signals, probability) -> probability;

    /**
     * Two things were held against each other.
     *
     * @param model which decision: {@code mention}, {@code article}, {@code claim}
     * @param one an {@link IncidentProfile}, or for {@code claim} the id of the claim
     * @return the probability to go on with
     */
    double weighed(String model, Object one, IncidentProfile other, Signals signals, double probability);
}

package org.rashomon.service;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.model.Rejected;

/** The inputs that a run rejects, in order. Of a defect that strikes every article only the first traces are kept. */
final class Rejects {
    private static final int MOST_TRACES = 100;

    private final List<Rejected> all = new ArrayList<>();
    private int traces;

    void add(Rejected reject) {
        boolean traced = reject.fault() != null && traces < MOST_TRACES;
        traces += traced ? 1 : 0;
        all.add(traced ? reject : new Rejected(reject.source(), reject.reason()));
    }

    int size() {
        return all.size();
    }

    List<Rejected> all() {
        return List.copyOf(all);
    }
}

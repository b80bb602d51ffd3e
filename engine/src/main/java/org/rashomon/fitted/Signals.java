package org.rashomon.fitted;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What speaks for and against one decision, by name. */
public final class Signals {
    private final Map<String, Double> values = new LinkedHashMap<>();

    /** A signal of 1, where it holds. */
    public Signals when(String name, boolean holds) {
        return holds ? with(name, 1) : this;
    }

    /** A signal of this strength; 0 is as good as none. */
    public Signals with(String name, double strength) {
        if (strength != 0) {
            values.put(name, strength);
        }
        return this;
    }

    /** The signals that are not 0, in the order in which they were told. */
    public Map<String, Double> values() {
        return Collections.unmodifiableMap(values);
    }
}

package org.rashomon.model;

import java.util.function.IntPredicate;

/** Look-up by offset in what stands in order of text, in logarithmic time. */
public final class Bisection {
    private Bisection() {}

    /**
     * The first index at which {@code reached} holds, or {@code size} where it never does.
     *
     * @param size how many items there are; indices run from 0
     * @param reached false up to some index and true from there on
     */
    public static int first(int size, IntPredicate reached) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

package org.rashomon.nlp;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoder's states at the words of an article, which are kept until its claims are known. A long text has a million words, so each
 * number takes eight bits, and a word one factor for all of its numbers.
 */
final class States {
    private static final int MOST = Byte.MAX_VALUE;

    private final List<byte[]> numbers = new ArrayList<>();
    private final List<Float> factors = new ArrayList<>();

    void add(float[] state) {
        float most = 0;
        for (float number : state) {
            most = Math.max(most, Math.abs(number));
        }
        byte[] steps = new byte[state.length];
        for (int i = 0; i < state.length && most > 0; i++) {
            steps[i] = (byte) Math.round(state[i] * MOST / most);
        }
        numbers.add(steps);
        factors.add(most / MOST);
    }

    void get(int word, FloatBuffer into) {
        float factor = factors.get(word);
        for (byte step : numbers.get(word)) {
            into.put(step * factor);
        }
    }
}

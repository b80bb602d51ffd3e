package org.rashomon.ingest.pages.body;

import java.util.HashMap;
import java.util.Map;

/** The runs of four words that a text holds, by which the same words are found again in time linear in their number. */
final class Shingles {
    private static final int WORDS = 4;

    /** Each run with the place where it was seen first. */
    private final Map<Long, Integer> known = new HashMap<>();

    void add(String text) {
        add(text, 0);
    }

    /** {@code place} is what {@link #place} gives back. */
    void add(String text, int place) {
        each(text, hash -> known.putIfAbsent(hash, place));
    }

    /** The last place that the runs of {@code text} were seen at; negative where none was. */
    int place(String text) {
        int[] place = {-1};
        each(text, hash -> place[0] = Math.max(place[0], known.getOrDefault(hash, -1)));
        return place[0];
    }

    /** How much of {@code text} is known, 0 to 1. */
    double share(String text) {
        int[] count = new int[2];
        each(text, hash -> {
            count[0]++;
            count[1] += known.containsKey(hash) ? 1 : 0;
        });
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }

    private interface Each {
        void take(Long hash);
    }

    /** A text of fewer words is one run. */
    private static void each(String text, Each each) {
        long[] last = new long[WORDS];
        int words = 0;
        long word = 0;
        boolean given = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean letter = Character.isLetterOrDigit(c);
            if (letter) {
                word = word * 1_000_003 + Character.toLowerCase(c) + 1;
            }
            boolean whole = word != 0 && (!letter || isWord(c));
            if (whole) {
                last[words++ % WORDS] = word;
                word = 0;
                if (words >= WORDS) {
                    each.take(hash(last, words));
                    given = true;
                }
            }
        }
        if (!given && words > 0) {
            each.take(hash(last, words));
        }
    }

    /** Chinese and Japanese write no spaces. */
    private static boolean isWord(char c) {
        return (c >= '\u3040' && c <= '\u30FF') || (c >= '\u3400' && c <= '\u9FFF');
    }

    private static long hash(long[] last, int words) {
        long hash = 17;
        int count = Math.min(words, WORDS);
        for (int i = words - count; i < words; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + last[i % WORDS];
            hash ^= hash >>> 29;
        }
        return hash;
    }
}

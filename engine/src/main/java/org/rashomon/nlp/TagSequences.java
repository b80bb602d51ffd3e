package org.rashomon.nlp;

import java.util.ArrayList;
import java.util.List;

/**
 * The best sequence of span tags (O, B, I, E, S, with a type behind a dash or none) under scores of words and of transitions, by
 * the algorithm of Viterbi; sequences that mark no whole spans are out of the question.
 */
final class TagSequences {
    private static final float FORBIDDEN = -1e4f;

    private final List<String> tags;
    private final float[] begin;
    private final float[] end;
    private final float[][] step;

    TagSequences(List<String> tags, float[][] transitions) {
        int n = tags.size();
        this.tags = tags;
        begin = new float[n];
        end = new float[n];
        step = new float[n][n];
        for (int a = 0; a < n; a++) {
            begin[a] = "OBS".indexOf(tags.get(a).charAt(0)) >= 0 ? 0 : FORBIDDEN;
            end[a] = "OES".indexOf(tags.get(a).charAt(0)) >= 0 ? 0 : FORBIDDEN;
            for (int b = 0; b < n; b++) {
                step[a][b] = (follows(tags.get(a), tags.get(b)) ? 0 : FORBIDDEN) + transitions[a][b];
            }
        }
    }

    private static boolean follows(String a, String b) {
        boolean inside = a.charAt(0) == 'B' || a.charAt(0) == 'I';
        return inside
                ? "IE".indexOf(b.charAt(0)) >= 0 && a.substring(1).equals(b.substring(1))
                : "OBS".indexOf(b.charAt(0)) >= 0;
    }

    /**
     * A span of words.
     *
     * @param type behind the dash of its tags; empty where they have none
     * @param certainty geometric mean of its words' probabilities of their tags
     */
    record Tagged(int first, int last, String type, double certainty) {}

    /** Spans of the best sequence; {@code scores} by word and tag, and words numbered from {@code offset}. */
    List<Tagged> spans(float[][] scores, int offset) {
        List<Tagged> spans = new ArrayList<>();
        if (scores.length == 0) {
            return spans;
        }
        int[] best = best(scores);
        int start = 0;
        for (int i = 0; i < best.length; i++) {
            String tag = tags.get(best[i]);
            char letter = tag.charAt(0);
            if (letter == 'B' || letter == 'S') {
                start = i;
            }
            if (letter == 'E' || letter == 'S') {
                String type = tag.length() > 2 ? tag.substring(2) : "";
                spans.add(new Tagged(offset + start, offset + i, type, certainty(scores, best, start, i)));
            }
        }
        return spans;
    }

    /** Ties go to the lowest tag. */
    private int[] best(float[][] scores) {
        int n = tags.size();
        int[][] back = new int[scores.length][n];
        float[] path = new float[n];
        for (int t = 0; t < n; t++) {
            path[t] = scores[0][t] + begin[t];
        }
        for (int w = 1; w < scores.length; w++) {
            float[] next = new float[n];
            for (int t = 0; t < n; t++) {
                int from = 0;
                float most = Float.NEGATIVE_INFINITY;
                for (int f = 0; f < n; f++) {
                    float total = path[f] + step[f][t];
                    if (total > most) {
                        most = total;
                        from = f;
                    }
                }
                back[w][t] = from;
                next[t] = most + scores[w][t];
            }
            path = next;
        }
        int[] best = new int[scores.length];
        float most = Float.NEGATIVE_INFINITY;
        for (int t = 0; t < n; t++) {
            if (path[t] + end[t] > most) {
                most = path[t] + end[t];
                best[best.length - 1] = t;
            }
        }
        for (int w = scores.length - 1; w > 0; w--) {
            best[w - 1] = back[w][best[w]];
        }
        return best;
    }

    private static double certainty(float[][] scores, int[] best, int first, int last) {
        double sum = 0;
        for (int w = first; w <= last; w++) {
            double most = Double.NEGATIVE_INFINITY;
            for (float score : scores[w]) {
                most = Math.max(most, score);
            }
            double total = 0;
            for (float score : scores[w]) {
                total += Math.exp(score - most);
            }
            sum += scores[w][best[w]] - most - Math.log(total);
        }
        return Math.exp(sum / (last - first + 1));
    }
}

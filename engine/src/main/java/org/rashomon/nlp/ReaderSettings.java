package org.rashomon.nlp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What decoding needs besides the graph, as {@code config.json} has it. The meaning of every field is that of the export
 * contract in {@code training/README.md}.
 *
 * @param limit word-pieces of a window, special tokens included
 * @param context word-pieces, at most, of a paragraph that a window repeats from the one before
 * @param finals marks that end a sentence
 * @param opening marks that may stand between the end of a sentence and the next word
 * @param linkSize dimensions of a link vector
 * @param attributionTransitions by role, tag, next tag
 * @param linkDistance for sources and for contents, by bucket of distance
 * @param mentionDistance for a mention and one that it may mean, by bucket of distance
 * @param linkBetween for sources and for contents, by number of cues between
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, handed on and never changed
record ReaderSettings(
        int limit,
        int context,
        long cls,
        long sep,
        List<String> shapes,
        @JsonProperty("final") Set<String> finals,
        Set<String> opening,
        List<String> roles,
        List<String> spanTags,
        List<String> entityTags,
        List<String> acts,
        int linkSize,
        float[][][] attributionTransitions,
        float[][] entityTransitions,
        float[][] linkDistance,
        float[][] linkBetween,
        float[] mentionDistance,
        int[] distanceEdges,
        Calibration calibration,
        Claims claims) {

    /**
     * For {@link ClaimHead}.
     *
     * @param size numbers of a state
     * @param before words before an attribution that are read with it
     * @param after words behind it
     * @param most words in all
     * @param stances kinds of stance, in the order of the channels
     * @param aims likewise
     * @param least by aim, the probability from which a word is taken for it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on and never changed
    record Claims(int size, int before, int after, int most, List<String> stances, List<String> aims, double[] least) {}

    /** Confidence = sigmoid(a · logit(raw) + b). */
    record Calibration(double a, double b) {
        private static final double LEAST = 1e-6;

        double of(double raw) {
            double p = Math.min(Math.max(raw, LEAST), 1 - LEAST);
            return 1 / (1 + Math.exp(-(a * Math.log(p / (1 - p)) + b)));
        }
    }

    static ReaderSettings read(InputStream json) throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return mapper.readValue(json, ReaderSettings.class);
        } catch (JacksonException e) {
            throw new IOException("the settings of the reader's weights are no such settings: " + e.getMessage(), e);
        }
    }

    /**
     * The bucket of the distance between two spans, each a first and a last word; the upper half where the second stands before the
     * first.
     */
    int distance(int[] from, int[] to) {
        return to[0] > from[0] ? bucket(to[0] - from[1] - 1) : distanceEdges.length + 1 + bucket(from[0] - to[1] - 1);
    }

    private int bucket(int gap) {
        int bucket = 0;
        while (bucket < distanceEdges.length && distanceEdges[bucket] <= Math.max(0, gap)) {
            bucket++;
        }
        return bucket;
    }

    /** The shape feature of a word; see the contract, <em>Shape</em>. */
    int shape(String word, boolean beginsSentence) {
        return shapes.indexOf(WordShape.of(word)) + (beginsSentence ? shapes.size() : 0);
    }

    boolean beginsSentence(int shape) {
        return shape >= shapes.size();
    }
}

package org.rashomon.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.rashomon.limits.Deadline;

/**
 * Part-of-speech tags by Apache OpenNLP's English model, trained on Universal Dependencies EWT. The model is shared; a
 * tagger is made per thread because OpenNLP's keeps state.
 */
public final class PosTagger {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    private static final String WEIGHTS = "pos.model";
    /** Longer input is tagged in pieces: the tagger's cost and memory grow with the piece. */
    private static final int PIECE = 200;

    /** The model's own beam of three gave the same tags on 150,000 words of news, at twice the cost. */
    private static final int BEAM = 1;

    private final POSModel model;
    private final ThreadLocal<POSTaggerME> taggers;

    private PosTagger(POSModel model) {
        this.model = model;
        this.taggers = ThreadLocal.withInitial(() -> new POSTaggerME(this.model));
    }

    /** Loads the model from its jar. */
    public static PosTagger load() {
        try (InputStream stream = PosTagger.class.getResourceAsStream(MODEL)) {
            if (stream == null) {
                throw new IllegalStateException("no part-of-speech model at " + MODEL
                        + " on the class path; add the library opennlp-models-pos-en");
            }
            POSModel stored = new POSModel(stream);
            MaxentModel weights = stored.getArtifact(WEIGHTS);
            return new PosTagger(new POSModel(stored.getLanguage(), weights, BEAM, Map.of(), stored.getFactory()));
        } catch (IOException e) {
            throw new UncheckedIOException("part-of-speech model " + MODEL + " cannot be read", e);
        }
    }

    /** One tag per word, in order. */
    public Pos[] tag(List<String> words) {
        Pos[] tags = new Pos[words.size()];
        for (int from = 0; from < words.size(); from += PIECE) {
            int to = Math.min(words.size(), from + PIECE);
            Deadline.check();
            String[] piece = taggers.get().tag(words.subList(from, to).toArray(String[]::new));
            for (int i = from; i < to; i++) {
                tags[i] = pos(piece[i - from]);
            }
        }
        return tags;
    }

    private static Pos pos(String tag) {
        try {
            return Pos.valueOf(tag);
        } catch (IllegalArgumentException unknown) {
            return Pos.X;
        }
    }
}

package org.rashomon.nlp;

import java.util.List;
import java.util.Map;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Stance;

/**
 * What the trained reader holds an attribution for.
 *
 * @param voiced how likely it is that somebody voiced it, 0 to 1
 * @param acts probability of each act; they sum to 1
 * @param stances how likely the claim takes each of the stances that were taught, 0 to 1 each
 * @param aimed words that the claim is aimed at, in order of text
 * @param own how likely the speaker's own side is a target, the one blamed, the one cleared
 */
public record ClaimReading(
        double voiced,
        Map<Act, Double> acts,
        Map<Stance.Kind, Double> stances,
        List<Aimed> aimed,
        Map<Aim, Double> own) {

    public ClaimReading {
        acts = Map.copyOf(acts);
        stances = Map.copyOf(stances);
        aimed = List.copyOf(aimed);
        own = Map.copyOf(own);
    }

    /** What somebody is to a claim. */
    public enum Aim {
        /** The one whom the act is aimed at. */
        TARGET,
        /** The one said to have done it. */
        BLAMED,
        /** The one said not to have done it. */
        CLEARED
    }

    /**
     * Words for somebody.
     *
     * @param probability mean over the words
     */
    public record Aimed(Aim aim, Span words, double probability) {}

    /** Words of one aim, in order of text. */
    public List<Aimed> aimed(Aim aim) {
        return aimed.stream().filter(words -> words.aim() == aim).toList();
    }
}

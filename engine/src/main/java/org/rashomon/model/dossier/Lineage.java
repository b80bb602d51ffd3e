package org.rashomon.model.dossier;

import java.util.List;
import org.rashomon.model.Span;

/**
 * One article's text derives from another's.
 *
 * @param from id of the article that has the text first, or the wire's own copy
 * @param to id of the article that derives from it
 * @param overlap share of {@code to}'s words that stand in {@code from}, 0 to 1
 * @param passages the stretches that are the same but for case, space and punctuation
 */
public record Lineage(String from, String to, Kind kind, double overlap, List<Passage> passages) {
    public Lineage {
        passages = List.copyOf(passages);
    }

    /** Ways of deriving. */
    public enum Kind {
        /** The same text, uncredited. */
        VERBATIM,
        /** A credited wire's text. */
        SYNDICATED,
        /** Parts of the text, reworked. */
        REWRITTEN
    }

    /** A stretch that two articles share. */
    public record Passage(Span from, Span to) {}
}

package org.rashomon.nlp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;

/**
 * What the trained encoder reads in an article: who says what and who is named, found by it; and, of spans that are found elsewhere,
 * what it holds them for.
 */
public final class Reading {
    private final List<Said> quotes;
    private final List<Named> names;
    private final WordOutputs words;
    private final ClaimHead claims;

    Reading(List<Said> quotes, List<Named> names, WordOutputs words, ClaimHead claims) {
        this.quotes = List.copyOf(quotes);
        this.names = List.copyOf(names);
        this.words = words;
        this.claims = claims;
    }

    /** Who says what, in the order of the cues. */
    public List<Said> quotes() {
        return quotes;
    }

    /** Who and what is named, in order of text; they do not overlap. */
    public List<Named> names() {
        return names;
    }

    /**
     * What the encoder holds an attribution for: act, stance, whom it is aimed at.
     *
     * @param source spans of the article; may be empty
     * @param cue likewise
     * @param content likewise
     * @return empty where no word of any was read
     */
    public Optional<ClaimReading> claim(List<Span> source, List<Span> cue, List<Span> content) {
        return claims.read(words.withStates(), source, cue, content);
    }

    /**
     * How likely a place name stands for those who act there (<em>Moscow warned</em>), from 0 to 1; not calibrated. Empty where the
     * name was not read.
     */
    public OptionalDouble metonymy(Span name) {
        return words.metonymy(name);
    }

    /**
     * How likely a later mention (<em>he</em>, <em>the ministry</em>) means each of the earlier ones.
     *
     * @return one probability per candidate, 0 for one that was not read; what is missing to 1 is that it means none of them. Empty where
     *     the mention itself was not read
     */
    public Optional<double[]> antecedents(Span mention, List<Span> candidates) {
        return words.antecedents(mention, candidates);
    }

    /**
     * An attribution.
     *
     * @param source words that name the source, or null
     * @param content at least one span, in order of text
     * @param confidence calibrated, 0 to 1
     */
    public record Said(@Nullable Span source, Span cue, List<Span> content, double confidence) {
        public Said {
            content = List.copyOf(content);
        }

        /** The same words of another source, or of none known. */
        public Said withSource(@Nullable Span other) {
            return new Said(other, cue, content, confidence);
        }

        /** Other words of the same source. */
        public Said withContent(List<Span> other) {
            return new Said(source, cue, other, confidence);
        }
    }

    /** A name. */
    public record Named(Span span, EntityType type, double confidence) {}
}

package org.rashomon.nlp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;

/**
 * What the trained encoder reads in an article.
 *
 * @param quotes who says what, in the order of the cues
 * @param names who and what is named, in order of text; they do not overlap
 */
public record Reading(List<Said> quotes, List<Named> names) {
    public Reading {
        quotes = List.copyOf(quotes);
        names = List.copyOf(names);
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
    }

    /** A name. */
    public record Named(Span span, EntityType type, double confidence) {}
}

package org.rashomon.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text with one role: a paragraph, a headline, or a run of page furniture inside a line. Blocks of an article
 * stand in order and do not overlap.
 *
 * @param marks how the block stood in its page, where that is worth knowing
 * @param posted when the block itself was published, where it states so (an update of a live blog); null elsewhere, and the
 *     article's date holds
 */
public record Block(
        Span span,
        BlockRole role,
        Set<Mark> marks,
        @Nullable PublicationDate posted) {
    public Block {
        marks = Set.copyOf(marks);
    }

    /** A block of which nothing more is known. */
    public Block(Span span, BlockRole role) {
        this(span, role, Set.of(), null);
    }

    /** How a block stood in its page. */
    public enum Mark {
        /** Marked as out of sight (metered pages show it later), yet part of the article. */
        HIDDEN,
        /** A post of a social network, set into the page. */
        EMBEDDED,
        /** A note that corrects the article. */
        CORRECTION,
        /** The lines under the headline that sum the article up; editors write them. */
        STANDFIRST,
        /** Taken from the page's metadata, which hold more than the page shows. */
        METADATA
    }
}

package org.rashomon.annotate.syntax;

import java.util.List;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.SpanIndex;

/** The mentions of one article, for look-up by place; at most one holds any character. */
public final class Mentions {
    private final SpanIndex<Mention> mentions;

    public Mentions(List<Mention> mentions) {
        this.mentions = SpanIndex.of(mentions, Mention::span);
    }

    /** Mentions that lie wholly in {@code span}, in order. */
    public List<Mention> in(Span span) {
        return mentions.within(span);
    }

    /**
     * Mentions that lie wholly between two offsets, in order; none where {@code to} is not behind {@code from}, as where nothing stands
     * before a place.
     */
    public List<Mention> between(int from, int to) {
        int start = Math.max(0, from);
        return start < to ? in(new Span(start, to)) : List.of();
    }

    /** Mentions that share a character with a span, in order. */
    public List<Mention> overlapping(Span span) {
        return mentions.touching(span);
    }
}

package org.rashomon.annotate.syntax;

import java.util.List;
import org.rashomon.model.Bisection;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;

/** The mentions of one article, for look-up by place; at most one holds any character. */
public final class Mentions {
    private final List<Mention> mentions;

    /** @param mentions in order of text */
    public Mentions(List<Mention> mentions) {
        this.mentions = mentions;
    }

    /** Mentions that lie wholly in {@code span}, in order. */
    public List<Mention> in(Span span) {
        int from = firstAt(span.start());
        int to = from;
        while (to < mentions.size() && mentions.get(to).span().start() < span.end()) {
            to++;
        }
        List<Mention> inside = mentions.subList(from, to);
        return inside.isEmpty() || inside.get(inside.size() - 1).span().end() <= span.end()
                ? inside
                : inside.stream().filter(m -> m.span().end() <= span.end()).toList();
    }

    /**
     * Mentions that lie wholly between two offsets, in order; none where {@code to} is not behind {@code from}, as where nothing stands
     * before a place.
     */
    public List<Mention> between(int from, int to) {
        int start = Math.max(0, from);
        return start < to ? in(new Span(start, to)) : List.of();
    }

    private int firstAt(int offset) {
        return Bisection.first(mentions.size(), i -> mentions.get(i).span().start() >= offset);
    }
}

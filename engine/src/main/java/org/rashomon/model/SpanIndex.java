package org.rashomon.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Items by where they stand in one text, looked up without a walk through all of them. They may nest, overlap and share a span. What
 * is found comes in order of text; items of one span keep the order in which they were given.
 */
public final class SpanIndex<T> {
    private final List<Entry<T>> entries = new ArrayList<>();

    /** The furthest end of the spans up to each, so that a search backwards knows where to stop. */
    private final int[] reach;

    private record Entry<T>(Span span, T item) {}

    private SpanIndex(Collection<T> items, Function<T, Span> span) {
        items.forEach(item -> entries.add(new Entry<>(span.apply(item), item)));
        entries.sort(Comparator.comparing(Entry::span));
        reach = new int[entries.size()];
        int furthest = 0;
        for (int i = 0; i < reach.length; i++) {
            furthest = Math.max(furthest, entries.get(i).span().end());
            reach[i] = furthest;
        }
    }

    /**
     * An index of these items as they are now.
     *
     * @param span where an item stands
     */
    public static <T> SpanIndex<T> of(Collection<T> items, Function<T, Span> span) {
        return new SpanIndex<>(items, span);
    }

    /** What lies wholly inside {@code span}. */
    public List<T> within(Span span) {
        List<T> within = new ArrayList<>();
        for (int i = firstAt(span.start()); i < firstAt(span.end()); i++) {
            if (entries.get(i).span().end() <= span.end()) {
                within.add(entries.get(i).item());
            }
        }
        return within;
    }

    /** What holds all of {@code span}. */
    public List<T> around(Span span) {
        return back(firstAt(span.start() + 1), span.end(), found -> found.contains(span));
    }

    /** What shares a character with {@code span}. */
    public List<T> touching(Span span) {
        return back(firstAt(span.end()), span.start() + 1, found -> found.overlaps(span));
    }

    /** Of the items before entry {@code to} those that are asked for, as far back as one ends at {@code least} or later. */
    private List<T> back(int to, int least, Predicate<Span> asked) {
        List<T> found = new ArrayList<>();
        for (int i = to - 1; i >= 0 && reach[i] >= least; i--) {
            if (asked.test(entries.get(i).span())) {
                found.add(entries.get(i).item());
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** The first entry that starts at or after {@code offset}. */
    private int firstAt(int offset) {
        return Bisection.first(entries.size(), i -> entries.get(i).span().start() >= offset);
    }
}

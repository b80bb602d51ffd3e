package org.rashomon.annotate.syntax;

import org.jspecify.annotations.Nullable;
import org.rashomon.nlp.Pos;

/** The phrase proper in a range of tokens: what is left without the adjuncts, conjunctions, times and other phrases beside it. */
public final class BarePhrases {
    private final TaggedBlock b;
    private final Adjuncts adjuncts;

    public BarePhrases(TaggedBlock block) {
        this.b = block;
        this.adjuncts = new Adjuncts(block);
    }

    /** Drops what stands before and after the phrase proper: adjuncts, conjunctions, times; null when nothing is left. */
    @Nullable
    TokenRange trim(int start, int stop) {
        int from = start;
        int to = stop;
        boolean changed = true;
        while (changed && from < to) {
            changed = false;
            Pos tag = b.tag(from);
            if (tag == Pos.PUNCT
                    || tag == Pos.CCONJ
                    || tag == Pos.ADV && !b.is(from, "so-called")
                    || tag == Pos.INTJ
                    || tag == Pos.SCONJ && !b.is(from, "that") && comma(from, to) < 0) {
                from++;
                changed = true;
            } else if (tag == Pos.ADP
                    || tag == Pos.SCONJ
                    || tag == Pos.VERB
                            && (b.lower(from).endsWith("ing") || b.lower(from).endsWith("ed"))
                    || adjuncts.isTime(from)) {
                int comma = comma(from, to);
                if (comma >= 0) {
                    from = comma + 1;
                } else if (tag == Pos.ADP || adjuncts.isTime(from)) {
                    int next = adjuncts.after(from, to);
                    if (next >= to) {
                        return null;
                    }
                    from = next;
                } else {
                    return null;
                }
                changed = true;
            }
        }
        from = lastPhrase(from, to);
        for (int k = from; k + 1 < to; k++) {
            if (b.is(k, "(")) {
                break;
            }
            if (b.is(k, ")")) {
                from = k + 1;
            }
        }
        int opening = comma(from, to);
        if (b.tag(from) == Pos.NUM && opening > 0 && opening + 1 < to && b.tag(opening + 1) == Pos.DET) {
            from = opening + 1;
        }
        to = adjuncts.trimEnd(from, to);
        if (from >= to || !hasHead(from, to)) {
            return null;
        }
        return new TokenRange(from, to);
    }

    /** The phrase in a range, without times at its ends; null when nothing is left. */
    @Nullable
    public TokenRange withoutTimes(int from, int to) {
        int end = adjuncts.trimEnd(from, to);
        return end > from && hasHead(from, end) ? new TokenRange(from, end) : null;
    }

    /**
     * Where the last of several phrases begins that lost the comma between them: <em>24 people a monitor said</em>, <em>crimes by
     * rebels Pillay said</em>.
     */
    private int lastPhrase(int from, int to) {
        int start = from;
        for (int k = from + 1; k < to; k++) {
            boolean nounBefore = b.isNoun(k - 1) && !b.inQuote(k);
            boolean article = b.tag(k) == Pos.DET && (b.is(k, "the") || b.is(k, "a") || b.is(k, "an"));
            boolean pluralBefore = b.tag(k - 1) == Pos.NOUN
                    && b.lower(k - 1).endsWith("s")
                    && !b.lower(k - 1).endsWith("ss")
                    && !b.isCapitalised(k - 1)
                    && !b.is(k - 1, "news")
                    && !b.is(k - 1, "affairs");
            if (nounBefore && article
                    || article && b.isCapitalised(k) && !b.isHeadline()
                    || pluralBefore && b.tag(k) == Pos.PROPN && k - 1 > from) {
                start = k;
            }
        }
        return start;
    }

    private int comma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (b.is(i, ",") && !b.inQuote(i) && !(i + 1 < to && b.tag(i + 1) == Pos.NUM)) {
                return i;
            }
        }
        return -1;
    }

    private boolean hasHead(int from, int to) {
        for (int i = from; i < to; i++) {
            switch (b.tag(i)) {
                case NOUN, PROPN, PRON, NUM, X -> {
                    return true;
                }
                case DET, ADJ -> {
                    if (to - from <= 2) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }
}

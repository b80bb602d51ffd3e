package org.rashomon.annotate.syntax;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.nlp.Pos;

/** The phrase proper in a range of tokens: what is left without the adjuncts, conjunctions, times and other phrases beside it. */
public final class BarePhrases {
    private static final PhrasePattern PLURAL = TaggedWords.pattern("plural");
    private static final PhrasePattern ARTICLE = TaggedWords.pattern("article");
    private static final PhrasePattern PARTICIPLE = TaggedWords.pattern("participle");

    private static final Set<Pos> SKIPPED = Set.of(Pos.PUNCT, Pos.CCONJ, Pos.ADV, Pos.INTJ);
    private static final Set<Pos> HEADS = Set.of(Pos.NOUN, Pos.PROPN, Pos.PRON, Pos.NUM, Pos.X);
    /** These head short phrases: <em>the wounded</em>. */
    private static final Set<Pos> SHORT_HEADS = Set.of(Pos.DET, Pos.ADJ);

    private final TaggedBlock b;
    private final Adjuncts adjuncts;

    public BarePhrases(TaggedBlock block) {
        this.b = block;
        this.adjuncts = new Adjuncts(block);
    }

    /** Drops what stands before and after the phrase proper: adjuncts, conjunctions, times; null when nothing is left. */
    @Nullable
    TokenRange trim(int start, int to) {
        int from = start;
        for (int next = afterOpening(from, to); next != from; next = afterOpening(from, to)) {
            from = next;
        }
        if (from >= to) {
            return null;
        }
        from = afterBrackets(lastPhrase(from, to), to);
        int comma = comma(from, to);
        if (b.tag(from) == Pos.NUM && comma > 0 && b.tag(comma + 1) == Pos.DET) {
            from = comma + 1;
        }
        return withoutTimes(from, to);
    }

    /** The phrase in a range, without times at its ends; null when nothing is left. */
    @Nullable
    public TokenRange withoutTimes(int from, int to) {
        int end = adjuncts.trimEnd(from, to);
        return hasHead(from, end) ? new TokenRange(from, end) : null;
    }

    /** Index after the word or the adjunct with which the range opens; {@code from} at its phrase, {@code to} where none comes. */
    private int afterOpening(int from, int to) {
        if (from >= to) {
            return from;
        }
        if (b.isTagged(from, SKIPPED)) {
            return from + 1;
        }
        int comma = comma(from, to);
        if (b.tag(from) == Pos.ADP || adjuncts.isTime(from)) {
            return comma < 0 ? adjuncts.after(from, to) : comma + 1;
        }
        boolean participle = PARTICIPLE.standsAt(b, from);
        if (!participle && b.tag(from) != Pos.SCONJ) {
            return from;
        }
        if (comma >= 0) {
            return comma + 1;
        }
        return participle || b.is(from, "that") ? to : from + 1;
    }

    /** Index after the last bracket that closes in the range without having opened there. */
    private int afterBrackets(int start, int to) {
        int from = start;
        for (int k = start; k + 1 < to && !b.is(k, "("); k++) {
            if (b.is(k, ")")) {
                from = k + 1;
            }
        }
        return from;
    }

    /**
     * Where the last of several phrases begins that lost the comma between them: <em>24 people a monitor said</em>, <em>crimes by
     * rebels Pillay said</em>.
     */
    private int lastPhrase(int from, int to) {
        for (int k = to - 1; k > from; k--) {
            if (ARTICLE.standsAt(b, k)) {
                boolean nounBefore = b.isNoun(k - 1) && !b.inQuote(k);
                if (nounBefore || (b.isCapitalised(k) && !b.isHeadline())) {
                    return k;
                }
            } else if (b.tag(k) == Pos.PROPN && k - 1 > from && isPlural(k - 1)) {
                return k;
            }
        }
        return from;
    }

    private boolean isPlural(int i) {
        return PLURAL.standsAt(b, i);
    }

    /** The first comma that is not part of a quotation or a number, or -1. */
    private int comma(int from, int to) {
        int comma = b.first(from, to, i -> b.is(i, ",") && !b.inQuote(i) && b.tag(i + 1) != Pos.NUM);
        return comma < to ? comma : -1;
    }

    private boolean hasHead(int from, int to) {
        boolean isShort = to - from <= 2;
        return b.any(from, to, i -> b.isTagged(i, HEADS) || (isShort && b.isTagged(i, SHORT_HEADS)));
    }
}

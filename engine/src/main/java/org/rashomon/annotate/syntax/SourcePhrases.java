package org.rashomon.annotate.syntax;

import org.jspecify.annotations.Nullable;
import org.rashomon.nlp.Pos;

/**
 * Sources that do not stand as a subject: behind their cue, as the owner of a noun (<em>the ministry's claim</em>), or as a name before
 * it (<em>the Orsk warning</em>).
 */
public final class SourcePhrases {
    private final TaggedBlock b;
    private final ClauseBounds clauses;
    private final Adjuncts adjuncts;

    public SourcePhrases(TaggedBlock block) {
        this.b = block;
        this.clauses = new ClauseBounds(block);
        this.adjuncts = new Adjuncts(block);
    }

    /** The noun phrase that begins at {@code start}, appositions included, for sources that follow their cue; or null. */
    @Nullable
    public TokenRange phraseAfter(int start) {
        int limit = b.sentenceEnd(start);
        int i = start;
        boolean head = false;
        while (i < limit) {
            Pos tag = b.tag(i);
            if (b.inQuote(i) && (b.quoteEnd(b.quoteOf(i)) - b.quoteStart(b.quoteOf(i)) > 6)) {
                break;
            }
            if (b.is(i, ",")) {
                if (!isApposition(i + 1, limit)) {
                    break;
                }
            } else if (tag == Pos.PUNCT && !b.inQuote(i) && !b.is(i, "(") && !b.is(i, ")")) {
                break;
            } else if (tag == Pos.VERB || tag == Pos.AUX || tag == Pos.SCONJ || tag == Pos.ADV && i > start && head) {
                if (!b.is(i, "so-called") && (!(tag == Pos.VERB && clauses.isReducedRelative(i)) || !head)) {
                    break;
                }
            } else if (head
                    && (tag == Pos.PRON && !b.is(i, "his") && !b.is(i, "her") && !b.is(i, "its") && !b.is(i, "their")
                            || adjuncts.isTime(i) && !b.is(i, "the") && !b.is(i, "that")
                            || tag == Pos.DET && b.isNoun(i - 1))) {
                break;
            } else if (tag == Pos.ADP && head && !attaches(i)) {
                break;
            } else if (tag == Pos.CCONJ
                    && !(i + 1 < limit && b.startsPhrase(i + 1) && !clauses.isClause(i + 1, limit))) {
                break;
            }
            head |= tag == Pos.NOUN || tag == Pos.PROPN || tag == Pos.PRON || tag == Pos.NUM;
            i++;
        }
        while (i > start
                && (b.tag(i - 1) == Pos.PUNCT && !b.is(i - 1, ")") && !b.inQuote(i - 1)
                        || b.tag(i - 1) == Pos.CCONJ
                        || b.tag(i - 1) == Pos.ADP)) {
            i--;
        }
        return head && i > start ? new TokenRange(start, i) : null;
    }

    /**
     * The source that a sentence-initial <em>According to</em> names: up to the comma before the clause, so that the clause is
     * never taken for an apposition.
     */
    @Nullable
    public TokenRange phraseBeforeClause(int start) {
        TokenRange whole = phraseAfter(start);
        if (whole == null) {
            return null;
        }
        int limit = b.sentenceEnd(start);
        if (b.is(whole.to(), ",")
                && whole.to() + 1 < limit
                && clauses.isClause(whole.to() + 1, limit)
                && !b.isParticiple(whole.to() + 1)) {
            return whole;
        }
        for (int i = whole.from() + 1; i < whole.to(); i++) {
            boolean newPhrase = b.tag(i - 1) == Pos.PROPN
                            && !b.isCapitalised(i)
                            && (b.tag(i) == Pos.ADJ
                                    || b.tag(i) == Pos.NOUN
                                    || b.tag(i) == Pos.NUM
                                    || b.tag(i) == Pos.DET)
                    || b.tag(i - 1) == Pos.NOUN
                            && (b.tag(i) == Pos.NUM
                                    || b.tag(i) == Pos.DET
                                    || b.is(i, "hundreds")
                                    || b.is(i, "dozens")
                                    || b.is(i, "thousands"));
            if (newPhrase && i - whole.from() > 1 || b.is(i, ",") && !b.inQuote(i)) {
                return new TokenRange(whole.from(), i);
            }
        }
        return whole;
    }

    /** "the ministry's claim", "his claim", "Russian claims": whose the noun at {@code i} is, or null. */
    @Nullable
    public TokenRange possessorBefore(int i) {
        int floor = b.sentenceStart(i);
        int k = i - 1;
        while (k >= floor
                && (b.tag(k) == Pos.ADJ || b.tag(k) == Pos.NUM || b.tag(k) == Pos.NOUN && b.tag(k + 1) != Pos.ADP)) {
            k--;
        }
        if (k < floor) {
            return null;
        }
        if (b.is(k, "his") || b.is(k, "her") || b.is(k, "their") || b.is(k, "its") || b.is(k, "our") || b.is(k, "my")) {
            return new TokenRange(k, k + 1);
        }
        if (b.is(k, "'s") || b.is(k, "\u2019s") || b.is(k, "'") || b.is(k, "\u2019")) {
            int from = k - 1;
            while (from >= floor
                    && (b.isNoun(from) || b.tag(from) == Pos.ADJ || b.tag(from) == Pos.DET || b.is(from, "of"))) {
                from--;
            }
            return from + 1 < k ? new TokenRange(from + 1, k) : null;
        }
        return null;
    }

    /** "the US warning that …": the name that modifies the noun at {@code i}, or null. */
    @Nullable
    public TokenRange namedModifierBefore(int i) {
        int from = i;
        while (from - 1 >= b.sentenceStart(i) && b.tag(from - 1) == Pos.PROPN && !b.inQuote(from - 1)) {
            from--;
        }
        if (from == i) {
            return null;
        }
        boolean determined = from - 1 >= b.sentenceStart(i) && b.tag(from - 1) == Pos.DET;
        return new TokenRange(determined ? from - 1 : from, i);
    }

    /** Prepositional phrases that belong to the noun: of, for, from, at an institution; not times and occasions. */
    private boolean attaches(int adposition) {
        int next = adposition + 1;
        if (next >= b.size() || adjuncts.isTime(next) || adjuncts.isSpeechEvent(next)) {
            return false;
        }
        for (int k = next; k < Math.min(b.size(), next + 4); k++) {
            if (adjuncts.isSpeechEvent(k)) {
                return false;
            }
        }
        String w = b.lower(adposition);
        return w.equals("of")
                || w.equals("for")
                || w.equals("from")
                || w.equals("at")
                || w.equals("in")
                || w.equals("with") && !b.is(next, "the")
                || w.equals("on") && !adjuncts.isTime(next) && b.tag(next) != Pos.NUM;
    }

    private boolean isApposition(int i, int limit) {
        if (i >= limit || !b.startsPhrase(i) || b.tag(i) == Pos.PRON) {
            return false;
        }
        for (int k = i; k < limit && !b.is(k, ","); k++) {
            if (b.tag(k) == Pos.AUX || b.tag(k) == Pos.VERB && !clauses.isReducedRelative(k)) {
                return false;
            }
        }
        return true;
    }
}

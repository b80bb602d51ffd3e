package org.rashomon.annotate.syntax;

import java.util.Set;
import org.rashomon.nlp.Pos;

/**
 * Where clauses begin and end, by their tags: clauses with a subject and a verb of their own, participles that only modify a noun,
 * side remarks, and the outlet's narrative behind a report.
 */
public final class ClauseBounds {
    private static final Set<String> BACKSHIFTED = Set.of("had", "would", "was", "were", "could", "might");

    /** After a past form these make one verb with it, so that it is no participle: a jet carried out a raid. */
    private static final Set<String> PARTICLES = Set.of("out", "off", "up", "down", "back");

    private static final Set<String> HARD_STOPS =
            Set.of(";", ":", "\u2014", "--", "\u2013", ".", "?", "!", "\u2026", "...", "|", "\u2022");

    private final TaggedBlock b;

    public ClauseBounds(TaggedBlock block) {
        this.b = block;
    }

    /** Whether a clause with its own subject and finite verb begins at {@code i}. */
    public boolean isClause(int i, int limit) {
        int seen = 0;
        boolean head = false;
        boolean relative = false;
        for (int k = i; k < limit && seen < 30; k++, seen++) {
            Pos tag = b.tag(k);
            if (head && (b.is(k, "who") || b.is(k, "which") || b.is(k, "whose"))) {
                relative = true;
            }
            if (relative && (tag == Pos.VERB || tag == Pos.AUX)) {
                relative = tag == Pos.AUX;
                continue;
            }
            if (tag == Pos.AUX) {
                return head;
            }
            if (tag == Pos.VERB) {
                boolean participle = b.lower(k).endsWith("ing") || k > i && b.is(k - 1, "to") || isReducedRelative(k);
                if (head && !participle) {
                    return true;
                }
            }
            if (tag == Pos.NOUN
                    || tag == Pos.PROPN
                    || tag == Pos.PRON
                    || tag == Pos.NUM
                    || b.is(k, "this")
                    || b.is(k, "these")
                    || b.is(k, "some")
                    || b.is(k, "all")) {
                head = true;
            }
            if (isHardStop(k) && !b.inQuote(k)) {
                return false;
            }
        }
        return false;
    }

    /** Whether token {@code i} is a mark that no clause goes beyond. */
    boolean isHardStop(int i) {
        return b.tag(i) == Pos.PUNCT && HARD_STOPS.contains(b.lower(i));
    }

    /** A past participle that modifies the noun before it: officials briefed on the talks. */
    boolean isReducedRelative(int k) {
        String w = b.lower(k);
        boolean form = w.endsWith("ed")
                || w.endsWith("ing")
                || w.endsWith("wn")
                || w.endsWith("en")
                || w.equals("held")
                || w.equals("led")
                || w.equals("made")
                || w.equals("set")
                || w.equals("known")
                || w.equals("based");
        boolean particle = b.isAny(k + 1, PARTICLES) && !b.is(k + 2, "by");
        return form
                && !particle
                && k > 0
                && (b.isNoun(k - 1) || b.is(k - 1, ",") || b.tag(k - 1) == Pos.ADV)
                && k + 1 < b.size()
                && (b.tag(k + 1) == Pos.ADP || b.tag(k + 1) == Pos.PART)
                && !b.is(k + 1, "that");
    }

    /** End of the clause that begins at {@code start}: before a comma that opens a side remark or a new predicate. */
    public int end(int start, int limit) {
        for (int i = start + 1; i < limit; i++) {
            if (b.inQuote(i)) {
                continue;
            }
            if (b.is(i, ",") && i + 1 < limit) {
                Pos next = b.tag(i + 1);
                if (next == Pos.SCONJ
                        || next == Pos.VERB
                        || b.is(i + 1, "which")
                        || b.is(i + 1, "who")
                        || b.is(i + 1, "but")
                        || b.is(i + 1, "while")
                        || next == Pos.ADV && i + 2 < limit && b.tag(i + 2) == Pos.VERB
                        || b.is(i + 1, "with")
                        || next == Pos.CCONJ
                                && i + 2 < limit
                                && (b.tag(i + 2) == Pos.VERB || b.tag(i + 2) == Pos.AUX || isClause(i + 2, limit))) {
                    return i;
                }
            }
            if (b.is(i, ";")
                    || b.is(i, "\u2014")
                    || b.is(i, "--")
                    || b.is(i, "after")
                    || b.is(i, "while")
                    || b.is(i, "because")
                    || b.is(i, "although")) {
                return b.tag(i - 1) == Pos.PUNCT ? i - 1 : i;
            }
        }
        return limit;
    }

    /**
     * Whether at {@code i} a report in shifted tenses ends and the outlet's own narrative goes on: <em>… contacts had stopped
     * and [the president] signed …</em>
     */
    public boolean leavesReport(int start, int i, int limit) {
        if (b.tag(i) != Pos.CCONJ || i + 2 >= limit) {
            return false;
        }
        if (b.is(i, "but") && b.inQuote(i - 1) && b.tag(i + 1) == Pos.VERB) {
            return true;
        }
        if (b.tag(i + 1) != Pos.PROPN) {
            return false;
        }
        boolean shifted = false;
        for (int k = start; k < i; k++) {
            shifted |= b.isAny(k, BACKSHIFTED);
        }
        if (!shifted) {
            return false;
        }
        int k = i + 1;
        while (k < limit && (b.tag(k) == Pos.PROPN || b.tag(k) == Pos.ADV)) {
            k++;
        }
        return k < limit && b.tag(k) == Pos.VERB && b.lower(k).endsWith("ed");
    }
}

package org.rashomon.annotate.syntax;

import java.util.Set;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.nlp.Pos;

/**
 * Where clauses begin and end, by their tags: clauses with a subject and a verb of their own, participles that only modify a noun,
 * side remarks, and the outlet's narrative behind a report.
 */
public final class ClauseBounds {
    /** Tokens, at most, from the start of a clause to its finite verb. */
    private static final PhrasePattern REDUCED_RELATIVE = TaggedWords.pattern("reduced relative");

    private static final PhrasePattern PAST = TaggedWords.pattern("past");

    private static final int CLAUSE_REACH = 30;

    private static final Set<String> ASIDES = TaggedWords.words("aside");
    private static final Set<String> BACKSHIFTED = TaggedWords.words("backshifted");
    private static final Set<String> CLAUSE_ENDS = TaggedWords.words("clause end");
    private static final Set<String> HARD_STOPS = TaggedWords.words("hard stop");
    private static final Set<String> QUANTIFIERS = TaggedWords.words("quantifier");
    private static final Set<String> RELATIVES = TaggedWords.words("relative");
    private static final Set<Pos> NAME_AND_ADVERB = Set.of(Pos.PROPN, Pos.ADV);

    private final TaggedBlock b;

    public ClauseBounds(TaggedBlock block) {
        this.b = block;
    }

    /** Whether a clause with its own subject and finite verb begins at {@code i}. */
    public boolean isClause(int i, int limit) {
        boolean head = false;
        boolean relative = false;
        for (int k = i; k < Math.min(limit, i + CLAUSE_REACH); k++) {
            Pos tag = b.tag(k);
            relative |= head && b.isAny(k, RELATIVES);
            if (relative && b.isVerbal(k)) {
                // the verb of the relative clause, behind its auxiliaries
                relative = tag == Pos.AUX;
                continue;
            }
            if (tag == Pos.AUX) {
                return head;
            }
            if (head && tag == Pos.VERB && !isNonFinite(k, i)) {
                return true;
            }
            head |= TaggedWords.HEADS.contains(tag) || b.isAny(k, QUANTIFIERS);
            if (isHardStop(k) && !b.inQuote(k)) {
                return false;
            }
        }
        return false;
    }

    private boolean isNonFinite(int verb, int start) {
        return b.isParticiple(verb) || (verb > start && b.is(verb - 1, "to")) || isReducedRelative(verb);
    }

    /** Whether token {@code i} is a mark that no clause goes beyond. */
    boolean isHardStop(int i) {
        return b.tag(i) == Pos.PUNCT && b.isAny(i, HARD_STOPS);
    }

    /** A past participle that modifies the noun before it: officials briefed on the talks. */
    boolean isReducedRelative(int k) {
        return REDUCED_RELATIVE.standsAt(b, k);
    }

    /** End of the clause that begins at {@code start}: before a comma that opens a side remark or a new predicate. */
    public int end(int start, int limit) {
        for (int i = start + 1; i < limit; i++) {
            if (b.inQuote(i)) {
                continue;
            }
            if (b.is(i, ",") && opensAside(i + 1, limit)) {
                return i;
            }
            if (b.isAny(i, CLAUSE_ENDS)) {
                return b.tag(i - 1) == Pos.PUNCT ? i - 1 : i;
            }
        }
        return limit;
    }

    private boolean opensAside(int i, int limit) {
        return switch (b.tag(i)) {
            case SCONJ, VERB -> true;
            case ADV -> b.tag(i + 1) == Pos.VERB || b.isAny(i, ASIDES);
            case CCONJ -> b.isVerbal(i + 1) || isClause(i + 1, limit) || b.isAny(i, ASIDES);
            default -> b.isAny(i, ASIDES);
        };
    }

    /**
     * Whether at {@code i} a report in shifted tenses ends and the outlet's own narrative goes on: <em>… contacts had stopped
     * and [the president] signed …</em>
     */
    public boolean leavesReport(int start, int i, int limit) {
        if (b.tag(i) != Pos.CCONJ) {
            return false;
        }
        if (b.is(i, "but") && b.inQuote(i - 1) && b.tag(i + 1) == Pos.VERB) {
            return true;
        }
        if (b.tag(i + 1) != Pos.PROPN || !b.any(start, i, k -> b.isAny(k, BACKSHIFTED))) {
            return false;
        }
        int verb = b.first(i + 1, limit, k -> !b.isTagged(k, NAME_AND_ADVERB));
        return verb < limit && PAST.standsAt(b, verb);
    }
}

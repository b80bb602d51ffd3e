package org.rashomon.annotate.syntax;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.nlp.Pos;

/** The subject before a verb, with its modifiers and relative clauses; no subject where the verb shares that of another. */
public final class SubjectPhrases {
    /** Tokens, at most, between the commas around an aside. */
    private static final PhrasePattern NO_RELATIVE = TaggedWords.pattern("no relative");

    private static final int ASIDE_REACH = 25;
    /** Tokens, at most, from a relative pronoun to the verb of its clause. */
    private static final int RELATIVE_REACH = 14;

    private static final Set<String> CLAUSE_OPENERS = TaggedWords.words("clause opener");
    private static final Set<String> NOMINATIVE = TaggedWords.words("nominative");
    private static final Set<String> OCCASION = TaggedWords.words("occasion noun");
    private static final Set<Pos> PHRASE = Set.of(Pos.DET, Pos.ADJ, Pos.NOUN, Pos.PROPN, Pos.NUM);
    private static final Set<Pos> HEADS = Set.of(Pos.NOUN, Pos.PROPN, Pos.PRON);
    private static final Set<Pos> GOVERNING = Set.of(Pos.ADP, Pos.CCONJ);
    private static final Set<Pos> DETERMINERS = Set.of(Pos.DET, Pos.PRON);
    private static final Set<Pos> JOINTS = Set.of(Pos.CCONJ, Pos.PUNCT);
    private static final Set<Pos> ADJUNCT = Set.of(Pos.ADP, Pos.ADV, Pos.SCONJ, Pos.VERB);

    private final TaggedBlock b;
    private final ClauseBounds clauses;
    private final Adjuncts adjuncts;
    private final BarePhrases bare;

    public SubjectPhrases(TaggedBlock block) {
        this.b = block;
        this.clauses = new ClauseBounds(block);
        this.adjuncts = new Adjuncts(block);
        this.bare = new BarePhrases(block);
    }

    /** The subject noun phrase that ends before the verb group at {@code verb}, or null when there is none of its own. */
    @Nullable
    public TokenRange subjectBefore(int verb) {
        int floor = b.sentenceStart(verb);
        int end = verb;
        while (end > floor && b.tag(end - 1) == Pos.ADV) {
            end--;
        }
        boolean comma = end > floor && b.is(end - 1, ",");
        if (comma) {
            end--;
            int aside = asideStart(floor, end);
            if (aside > floor) {
                end = aside;
                comma = false;
            }
        }
        if (end <= floor || b.inQuote(end - 1) || b.tag(end - 1) == Pos.CCONJ) {
            return null;
        }
        if (b.isAny(end - 1, NOMINATIVE) && !comma) {
            return new TokenRange(end - 1, end);
        }
        int from = left(floor, end, comma);
        return from < 0 ? null : bare.trim(from, end);
    }

    /** The noun phrase that touches a participle: <em>a letter</em> saying; null after a comma or conjunction. */
    @Nullable
    public TokenRange headBefore(int participle) {
        int floor = b.sentenceStart(participle);
        int from = participle - 1;
        if (from < floor || !b.isTagged(from, HEADS)) {
            return null;
        }
        while (from > floor && !b.inQuote(from - 1) && isInPhrase(from - 1)) {
            from--;
        }
        // "with Moscow suggesting": the name is the participle's own subject, not an object of the verb before
        boolean opens = from == floor || b.is(from - 1, "with");
        if (!opens && (b.isTagged(from - 1, GOVERNING) || !b.isTagged(from, DETERMINERS))) {
            return null;
        }
        return bare.trim(from, participle);
    }

    private boolean isInPhrase(int i) {
        return b.isTagged(i, PHRASE) || (b.tag(i) == Pos.PART && b.endsIn(i, "s")) || b.is(i, "of");
    }

    /**
     * The comma that opens an aside which ends at {@code end}: <em>The president, receiving a guest in the capital, said</em>;
     * -1 when what stands between the commas can be an apposition.
     */
    private int asideStart(int floor, int end) {
        for (int k = end - 1; k > Math.max(floor, end - ASIDE_REACH); k--) {
            if (b.is(k, ",")) {
                Pos first = b.tag(k + 1);
                boolean adverb = first == Pos.ADV && k + 2 == end;
                // "being on a visit", whatever the tagger says of the form of be
                boolean participle = b.isParticiple(k + 1) || (first == Pos.AUX && b.endsIn(k + 1, "ing"));
                if (adverb || participle || (first == Pos.ADP && !b.is(k + 1, "of"))) {
                    return k;
                }
                if (!b.isNoun(k + 1)) {
                    return -1;
                }
            }
            if (b.inQuote(k)) {
                return -1;
            }
        }
        return -1;
    }

    /** First token of the subject that ends at {@code end}, or -1. */
    private int left(int floor, int end, boolean comma) {
        int commas = comma ? 1 : 0;
        for (int k = end - 1; k >= floor; k--) {
            if (b.inQuote(k)) {
                int start = b.quoteStart(b.quoteOf(k));
                if (start < floor || b.inStatement(k) || b.tag(b.afterQuote(k) - 2) == Pos.PUNCT) {
                    return k + 1;
                }
                k = start;
            } else if (b.isRelative(k)) {
                boolean behindComma = b.is(k - 1, ",");
                if (!b.hasVerb(k + 1, end) && !(comma && behindComma)) {
                    return end - k > 1 ? k + 1 : k;
                }
                if (!comma && behindComma) {
                    return k + 1;
                }
            } else if (clauses.isHardStop(k) || opensClause(k, floor, end)) {
                return k + 1;
            } else if (b.isVerbal(k)) {
                int relative = relativeBefore(k, floor);
                if (relative >= 0) {
                    k = relative + 1;
                } else if (b.tag(k) == Pos.AUX || !clauses.isReducedRelative(k)) {
                    return k + 1 < end ? k + 1 : -1;
                }
            } else if (b.tag(k) == Pos.CCONJ && k > floor) {
                if (partsClauses(k, floor, commas)) {
                    return k + 1;
                }
            } else if (b.is(k, ",")) {
                commas++;
                if ((b.isHeadline() && !comma) || (commas == (comma ? 3 : 1) && isBehindAdjunct(floor, k))) {
                    return k + 1;
                }
            }
        }
        return floor;
    }

    /** Whether token {@code i} opens the clause that the subject stands in. */
    private boolean opensClause(int i, int floor, int end) {
        boolean within = i > floor && end - i > 1;
        return (within && b.isAny(i, CLAUSE_OPENERS)) || (b.tag(i) == Pos.SCONJ && !b.isAny(i, OCCASION));
    }

    /** Whether a conjunction joins clauses, and not the names or nouns of one subject. */
    private boolean partsClauses(int conjunction, int floor, int commas) {
        boolean verbLeft = b.hasVerb(floor, conjunction);
        if (b.is(conjunction - 1, ",")) {
            return verbLeft || commas < 2;
        }
        boolean names = b.isCapitalised(conjunction - 1) && b.isCapitalised(conjunction + 1);
        boolean listed = names && b.is(conjunction, "and") && b.tag(conjunction - 1) != Pos.PRON;
        return !listed && (verbLeft || b.is(conjunction, "but"));
    }

    /** "After the raid, the minister said": the comma parts an adjunct from the subject. */
    private boolean isBehindAdjunct(int floor, int comma) {
        int i = b.first(floor, comma, k -> !b.isTagged(k, JOINTS));
        boolean adjunct = i < comma && (b.isTagged(i, ADJUNCT) || adjuncts.isTime(i));
        return adjunct || b.hasVerb(floor, comma);
    }

    /** The relative pronoun whose clause holds the verb at {@code k}, or -1. */
    private int relativeBefore(int k, int floor) {
        for (int r = k - 1; r >= Math.max(floor, k - RELATIVE_REACH + 1); r--) {
            if (b.isRelative(r)) {
                return r > floor && (b.is(r - 1, ",") || b.isNoun(r - 1)) ? r : -1;
            }
            if (NO_RELATIVE.standsAt(b, r)) {
                return -1;
            }
        }
        return -1;
    }
}

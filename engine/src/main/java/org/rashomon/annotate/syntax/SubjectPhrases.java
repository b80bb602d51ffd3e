package org.rashomon.annotate.syntax;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.nlp.Pos;

/** The subject before a verb, with its modifiers and relative clauses; no subject where the verb shares that of another. */
public final class SubjectPhrases {
    private static final Set<String> NOMINATIVE = Set.of("he", "she", "they", "we", "i", "it", "you");

    /** Words that open a clause, whatever their tag. */
    private static final Set<String> CLAUSE_OPENERS = Set.of(
            "since",
            "because",
            "while",
            "although",
            "though",
            "until",
            "when",
            "where",
            "whereas",
            "despite",
            "as",
            "after",
            "before");

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
        if (end <= floor || b.inQuote(end - 1)) {
            return null;
        }
        if (b.tag(end - 1) == Pos.CCONJ) {
            return null;
        }
        if (b.isAny(end - 1, NOMINATIVE) && !comma) {
            return new TokenRange(end - 1, end);
        }
        int from = left(floor, end, comma);
        if (from < 0) {
            return null;
        }
        return bare.trim(from, end);
    }

    /** The noun phrase that touches a participle: <em>a letter</em> saying; null after a comma or conjunction. */
    @Nullable
    public TokenRange headBefore(int participle) {
        int floor = b.sentenceStart(participle);
        int end = participle;
        if (end <= floor || !b.isNoun(end - 1) && b.tag(end - 1) != Pos.PRON) {
            return null;
        }
        int from = end - 1;
        while (from > floor
                && !b.inQuote(from - 1)
                && switch (b.tag(from - 1)) {
                    case DET, ADJ, NOUN, PROPN, NUM -> true;
                    case PART -> b.lower(from - 1).endsWith("s");
                    default -> b.is(from - 1, "of");
                }) {
            from--;
        }
        // "with Moscow suggesting": the name is the participle's own subject, not an object of the verb before
        boolean absolute = from > floor && b.is(from - 1, "with");
        boolean governed = from > floor && !absolute && (b.tag(from - 1) == Pos.ADP || b.tag(from - 1) == Pos.CCONJ);
        boolean opens = absolute || from == floor || b.tag(from) == Pos.DET || b.tag(from) == Pos.PRON;
        if (governed || !opens) {
            return null;
        }
        return bare.trim(from, end);
    }

    /**
     * The comma that opens an aside which ends at {@code end}: <em>The president, receiving a guest in the capital, said</em>;
     * -1 when what stands between the commas can be an apposition.
     */
    private int asideStart(int floor, int end) {
        for (int k = end - 1; k > floor && k > end - 25; k--) {
            if (b.is(k, ",")) {
                Pos first = b.tag(k + 1);
                boolean participle = first == Pos.VERB && b.lower(k + 1).endsWith("ing");
                if (participle || first == Pos.ADP && !b.is(k + 1, "of") || first == Pos.ADV && k + 2 == end) {
                    return k;
                }
                if (first != Pos.PROPN && first != Pos.NOUN) {
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
        int k = end - 1;
        while (k >= floor) {
            Pos tag = b.tag(k);
            if (b.inQuote(k)) {
                int q = b.quoteOf(k);
                int start = b.quoteStart(q);
                if (b.quoteEnd(q) - start > 6 || start < floor || b.tag(b.quoteEnd(q) - 2) == Pos.PUNCT) {
                    return k + 1;
                }
                k = start - 1;
                continue;
            }
            if (clauses.isHardStop(k)) {
                return k + 1;
            }
            if (b.is(k, ",")) {
                commas++;
            }
            if (b.is(k, "who") || b.is(k, "which") || b.is(k, "whose") || b.is(k, "that") && tag == Pos.PRON) {
                boolean verbBetween = b.hasVerb(k + 1, end);
                if (!verbBetween && !(comma && k > floor && b.is(k - 1, ","))) {
                    return end - k > 1 ? k + 1 : k;
                }
                if (!comma && b.is(k - 1, ",")) {
                    return k + 1;
                }
            } else if (b.isAny(k, CLAUSE_OPENERS) && k > floor && end - k > 1) {
                return k + 1;
            } else if (tag == Pos.SCONJ && !b.is(k, "of") && !b.is(k, "for") && !b.is(k, "in") && !b.is(k, "from")) {
                return k + 1;
            } else if (tag == Pos.VERB || tag == Pos.AUX) {
                int relative = relativeBefore(k, floor);
                if (relative >= 0) {
                    k = relative;
                    continue;
                }
                if (!(tag == Pos.VERB && clauses.isReducedRelative(k))) {
                    return k + 1 < end ? k + 1 : -1;
                }
            } else if (tag == Pos.CCONJ && k > floor) {
                boolean verbLeft = b.hasVerb(floor, k);
                boolean listed = b.is(k - 1, ",") && commas > 1 && !verbLeft
                        || !b.is(k - 1, ",")
                                && b.is(k, "and")
                                && k + 1 < end
                                && b.isCapitalised(k - 1)
                                && b.isCapitalised(k + 1)
                                && b.tag(k - 1) != Pos.PRON;
                if (!listed && (b.is(k - 1, ",") || verbLeft || b.is(k, "but"))) {
                    return k + 1;
                }
            } else if (b.is(k, ",") && b.isHeadline() && !comma) {
                return k + 1;
            } else if (b.is(k, ",") && commas == (comma ? 3 : 1)) {
                // "After the raid, the minister said": the comma parts an adjunct from the subject
                if (isAdjunctBefore(floor, k) || b.hasVerb(floor, k)) {
                    return k + 1;
                }
            }
            k--;
        }
        return floor;
    }

    private boolean isAdjunctBefore(int floor, int comma) {
        int i = floor;
        while (i < comma && (b.tag(i) == Pos.CCONJ || b.tag(i) == Pos.PUNCT)) {
            i++;
        }
        return i < comma
                && (b.tag(i) == Pos.ADP
                        || b.tag(i) == Pos.ADV
                        || b.tag(i) == Pos.SCONJ
                        || b.tag(i) == Pos.VERB
                        || adjuncts.isTime(i));
    }

    /** The relative pronoun whose clause holds the verb at {@code k}, or -1. */
    private int relativeBefore(int k, int floor) {
        for (int r = k - 1; r >= floor && r > k - 14; r--) {
            if (b.is(r, "who") || b.is(r, "which") || b.is(r, "whose") || b.is(r, "that") && b.tag(r) == Pos.PRON) {
                return r > floor && (b.is(r - 1, ",") || b.isNoun(r - 1)) ? r : -1;
            }
            if (b.tag(r) == Pos.PUNCT && !b.is(r, ",") || b.tag(r) == Pos.SCONJ) {
                return -1;
            }
        }
        return -1;
    }
}

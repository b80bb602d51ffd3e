package org.rashomon.annotate.attribution.rules;

import java.util.Set;
import java.util.function.IntPredicate;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.Adjuncts;
import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.nlp.Pos;

/**
 * Where the content of a cue begins: what may follow the cue by its frames in the lexicon, at once, behind the one spoken to, or
 * behind times, occasions and asides.
 */
final class ContentStart {
    /** An aside between a cue and its content has at most so many tokens. */
    private static final PhrasePattern ADDRESSED_NOUN = CueConstruction.pattern("addressed noun");

    private static final PhrasePattern AMOUNT = CueConstruction.pattern("amount");
    private static final PhrasePattern COMMA_THAT = CueConstruction.pattern("comma that");
    private static final PhrasePattern OPENS_CLAUSE = CueConstruction.pattern("opens clause");
    private static final PhrasePattern ENDS_ADDRESSEE = CueConstruction.pattern("ends addressee");
    private static final PhrasePattern BEFORE_THAT = CueConstruction.pattern("before that");
    private static final PhrasePattern CONJUNCTION = CueConstruction.pattern("conjunction");
    private static final PhrasePattern UP_TO_AT = CueConstruction.pattern("up to at");
    private static final PhrasePattern PUT_AT = CueConstruction.pattern("put at");
    private static final PhrasePattern INFINITIVE = CueConstruction.pattern("infinitive");

    private static final int ASIDE = 16;
    /** Tokens, at most, between a cue and its <em>that</em>. */
    private static final int THAT_REACH = 14;
    /** Tokens, at most, from an object to what is said of it: put <em>the toll</em> at 30. */
    private static final int OBJECT_REACH = 8;
    /** Adjuncts of more tokens are no part of a cue. */
    private static final int LONGEST_ADJUNCT = 4;

    private static final Set<String> QUESTIONS = CueConstruction.words("question");
    private static final Set<Pos> AFTER_TO = Set.of(Pos.VERB, Pos.AUX, Pos.ADV);
    private static final Set<Pos> BREAKS = Set.of(Pos.VERB, Pos.AUX, Pos.PUNCT);
    private static final Set<Pos> JOINING = Set.of(Pos.ADP, Pos.SCONJ);

    private final TaggedBlock b;
    private final CueLexicon lexicon;
    private final Adjuncts adjuncts;
    private final ClauseBounds clauses;

    ContentStart(TaggedBlock block, CueLexicon lexicon) {
        this.b = block;
        this.lexicon = lexicon;
        this.adjuncts = new Adjuncts(block);
        this.clauses = new ClauseBounds(block);
    }

    /** First token of what the cue takes as content, or -1. */
    int of(int at, int limit, Cue cue) {
        boolean addressed = cue.takes("addr");
        int start = addressed && !b.is(at, "that") ? behindAddressee(at, limit, cue) : -1;
        if (start < 0) {
            start = frameAt(adjuncts.isWeekday(at) ? adjuncts.skip(at) : at, limit, cue, false);
        }
        int skipped = adjuncts.skip(at);
        if (start < 0 && skipped > at) {
            start = frameAt(skipped, limit, cue, true);
        }
        int addressee = start < 0 && addressed ? skipAddressee(at) : at;
        if (addressee > at) {
            start = frameAt(adjuncts.skip(addressee), limit, cue, true);
        }
        if (start < 0 && cue.takes("that")) {
            start = b.is(at, ",") ? behindAside(at, limit) : distantThat(at, limit);
        }
        return start;
    }

    /** told his counterpart on Wednesday that …, told parliament the army would …: where the clause begins, or -1. */
    private int behindAddressee(int at, int limit, Cue cue) {
        int that = thatBefore(at, limit, i -> b.isVerbal(i) || b.inQuote(i) || b.is(i, ":", "that"));
        return that < 0 && ADDRESSED_NOUN.standsAt(b, at) ? frameAt(at + 1, limit, cue, true) : that;
    }

    /** First token of the content when a frame of the cue begins at {@code i}, or -1. */
    int frameAt(int i, int limit, Cue cue, boolean skipped) {
        if (i >= limit) {
            return -1;
        }
        int quotation = cue.takes("q") || cue.takes("that") ? quotationAt(i, limit, cue) : -1;
        if (quotation >= 0) {
            return quotation;
        }
        if (cue.takes("putat")) {
            return isPutAt(i, limit) ? i : -1;
        }
        if (cue.takes("num")) {
            return AMOUNT.standsAt(b, i) ? i : -1;
        }
        if (cue.takes("that") && COMMA_THAT.standsAt(b, i)) {
            return i + 1;
        }
        if (opensNamedFrame(i, cue)) {
            return i;
        }
        boolean to = b.is(i, "to");
        if (to && isInfinitive(i, cue)) {
            return cue.takes("inf") ? i : -1;
        }
        if (to || b.isTagged(i, JOINING)) {
            return cue.takes(b.lower(i)) ? i + 1 : -1;
        }
        if (b.isParticiple(i)) {
            return cue.takes("ger") ? i : -1;
        }
        return opensPhrase(i, limit, cue, skipped) ? i : -1;
    }

    /** The quotation that a cue takes at {@code i}, or behind the mark there; or -1. */
    private int quotationAt(int i, int limit, Cue cue) {
        if (b.inQuote(i)) {
            return i;
        }
        boolean colon = b.is(i, ":") && cue.takes("q");
        return i + 1 < limit && (colon || (b.is(i, ":", ",") && b.inQuote(i + 1))) ? i + 1 : -1;
    }

    /** Whether a frame begins at {@code i} that shows by its first word. */
    private boolean opensNamedFrame(int i, Cue cue) {
        return switch (b.lower(i)) {
            case "that" -> cue.takes("that") || (cue.takes("np") && b.inQuote(i + 1));
            case "not" -> cue.takes("inf") && b.is(i + 1, "to");
            default -> cue.takes("wh") && b.isAny(i, QUESTIONS);
        };
    }

    private boolean isInfinitive(int to, Cue cue) {
        if (b.tag(to + 1) != Pos.NOUN) {
            return b.isTagged(to + 1, AFTER_TO);
        }
        // a verb that the tagger takes for a noun
        return b.isHeadline() || (cue.takes("inf") && b.tag(to + 2) == Pos.ADP);
    }

    /** Whether a clause or a noun phrase begins at {@code i} that the cue takes. */
    private boolean opensPhrase(int i, int limit, Cue cue, boolean skipped) {
        boolean phrase = b.startsPhrase(i);
        if (phrase && cue.takes("objinf") && hasInfinitiveNear(i, limit)) {
            return true;
        }
        if (cue.takes("cl") && (phrase || b.tag(i) == Pos.ADV) && clauses.isClause(i, limit)) {
            return true;
        }
        return cue.takes("np") && !skipped && (phrase || b.inQuote(i));
    }

    /** Whether at {@code i}, after a cue, something begins that the cue takes as content. */
    boolean startsContent(int i, int limit, Cue cue) {
        if (i >= limit) {
            return false;
        }
        if (b.inQuote(i) || b.is(i, "that")) {
            return true;
        }
        if (b.is(i, "to")) {
            return cue.takes("inf");
        }
        return b.startsPhrase(i);
    }

    /** Index after the one spoken to: told <em>state television</em> that … */
    int skipAddressee(int at) {
        if (!b.startsPhrase(at)) {
            return at;
        }
        int limit = b.sentenceEnd(at - 1);
        int end = b.first(at, limit, i -> endsAddressee(i) || (i > at && OPENS_CLAUSE.standsAt(b, i)));
        // "told reporters Syria was …": the verb shows that a clause began; its subject is the last name before it
        if (end < limit && b.isVerbal(end)) {
            int name = end;
            while (name - 1 > at && b.tag(name - 1) == Pos.PROPN) {
                name--;
            }
            return name;
        }
        return end;
    }

    private boolean endsAddressee(int i) {
        return b.inQuote(i) || ENDS_ADDRESSEE.standsAt(b, i);
    }

    /** End of the cue's words: adjuncts such as <em>in a statement</em> belong to it when content or a stop follows them. */
    int cueEnd(int end, int after) {
        boolean near = after > end && after <= end + LONGEST_ADJUNCT;
        if (near && (b.is(end, "in") || adjuncts.isWeekday(end))) {
            return after;
        }
        return b.is(end, ":") && !b.inQuote(end) ? end + 1 : end;
    }

    /**
     * Content behind an aside between commas: said, <em>citing the ministry</em>, that …; replied, <em>the envoy said</em>, that
     * …; or -1.
     */
    private int behindAside(int at, int limit) {
        int end = b.first(at + 2, Math.min(limit, at + ASIDE) - 1, i -> b.is(i, ",", ":") || b.inQuote(i));
        int start = end + 1;
        if (!b.is(end, ",") || start >= Math.min(limit, at + ASIDE) || (!b.is(start, "that") && !b.inQuote(start))) {
            return -1;
        }
        boolean aside = b.isParticiple(at + 1) || b.tag(at + 1) == Pos.ADP;
        boolean cue = b.tag(end - 1) == Pos.VERB && lexicon.match(b, end - 1).isPresent();
        return aside || cue ? start : -1;
    }

    /** A that-clause behind adjuncts that no list foresees: said in a brief statement carried by radio that … */
    private int distantThat(int at, int limit) {
        if (b.tag(at) != Pos.ADP) {
            return -1;
        }
        return thatBefore(at, limit, i -> BEFORE_THAT.standsAt(b, i));
    }

    /** The conjunction <em>that</em> near behind {@code at}, where nothing that stops stands before it; or -1. */
    private int thatBefore(int at, int limit, IntPredicate stops) {
        int end = Math.min(limit, at + THAT_REACH);
        int that = b.first(at, end, i -> isConjunction(i) || stops.test(i));
        return that < end && isConjunction(that) ? that : -1;
    }

    private boolean isConjunction(int i) {
        return CONJUNCTION.standsAt(b, i);
    }

    /** put the toll at 30, put it at 35. */
    private boolean isPutAt(int i, int limit) {
        int end = Math.min(limit, i + OBJECT_REACH);
        int at = b.first(i + 1, end, k -> UP_TO_AT.standsAt(b, k));
        return at < end && PUT_AT.standsAt(b, at);
    }

    private boolean hasInfinitiveNear(int from, int limit) {
        int end = Math.min(limit, from + OBJECT_REACH) - 1;
        int to = b.first(from + 1, end, i -> isInfinitiveTo(i) || b.isTagged(i, BREAKS));
        return to < end && isInfinitiveTo(to);
    }

    private boolean isInfinitiveTo(int i) {
        return INFINITIVE.standsAt(b, i);
    }
}

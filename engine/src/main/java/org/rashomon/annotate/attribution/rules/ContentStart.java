package org.rashomon.annotate.attribution.rules;

import java.util.Set;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.syntax.Adjuncts;
import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.nlp.Pos;

/**
 * Where the content of a cue begins: what may follow the cue by its frames in the lexicon, at once, behind the one spoken to, or
 * behind times, occasions and asides.
 */
final class ContentStart {
    private static final Set<String> WH =
            Set.of("how", "what", "why", "whether", "if", "when", "where", "who", "which");

    private static final Set<String> NOMINATIVE = Set.of("he", "she", "they", "we", "i", "it", "you", "there");

    /** An aside between a cue and its content has at most so many tokens. */
    private static final int ASIDE = 16;

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
        if (at >= limit) {
            return -1;
        }
        if (cue.takes("addr") && !b.is(at, "that")) {
            int that = thatAfterAddressee(at, limit);
            if (that >= 0) {
                return that;
            }
            // told parliament the army would …: an article right behind the addressee begins the clause
            if (b.isNoun(at) && b.tag(at + 1) == Pos.DET && !b.is(at + 1, "that")) {
                int clause = frameAt(at + 1, limit, cue, true);
                if (clause >= 0) {
                    return clause;
                }
            }
        }
        int direct = frameAt(adjuncts.isWeekday(at) ? adjuncts.skip(at) : at, limit, cue, false);
        if (direct >= 0) {
            return direct;
        }
        int skipped = adjuncts.skip(at);
        if (skipped > at) {
            int later = frameAt(skipped, limit, cue, true);
            if (later >= 0) {
                return later;
            }
        }
        if (cue.takes("addr")) {
            int after = skipAddressee(at);
            if (after > at && after < limit) {
                int later = frameAt(adjuncts.skip(after), limit, cue, true);
                if (later >= 0) {
                    return later;
                }
            }
        }
        if (cue.takes("that")) {
            int behind = behindAside(at, limit);
            return behind >= 0 ? behind : distantThat(at, limit);
        }
        return -1;
    }

    /** First token of the content when a frame of the cue begins at {@code i}, or -1. */
    int frameAt(int i, int limit, Cue cue, boolean skipped) {
        if (i >= limit) {
            return -1;
        }
        if (cue.takes("q") || cue.takes("paren") || cue.takes("that")) {
            if (b.inQuote(i)) {
                return i;
            }
            if ((b.is(i, ":") || b.is(i, ",")) && i + 1 < limit && b.inQuote(i + 1)) {
                return i + 1;
            }
            if (b.is(i, ":") && i + 1 < limit && cue.takes("q")) {
                return i + 1;
            }
        }
        if (cue.takes("putat")) {
            return isPutAt(i, limit) ? i : -1;
        }
        if (cue.takes("num")) {
            return b.tag(i) == Pos.NUM
                            || b.is(i, "at") && b.is(i + 1, "least")
                            || b.is(i, "dozens")
                            || b.is(i, "hundreds")
                            || b.is(i, "more")
                    ? i
                    : -1;
        }
        if (b.is(i, "that") && cue.takes("np") && b.inQuote(i + 1)) {
            return i;
        }
        if (b.is(i, "that") && cue.takes("that")) {
            return i;
        }
        if (b.is(i, ",") && cue.takes("that") && i + 1 < limit && b.is(i + 1, "that")) {
            return i + 1;
        }
        if (b.isAny(i, WH) && cue.takes("wh")) {
            return i;
        }
        if (b.is(i, "to")
                && i + 1 < limit
                && (b.tag(i + 1) == Pos.VERB
                        || b.tag(i + 1) == Pos.AUX
                        || b.tag(i + 1) == Pos.ADV
                        || b.tag(i + 1) == Pos.NOUN
                                && (b.isHeadline() || b.tag(i + 2) == Pos.ADP && cue.takes("inf")))) {
            return cue.takes("inf") || cue.takes("raise") ? i : -1;
        }
        if (b.is(i, "not") && i + 1 < limit && b.is(i + 1, "to") && cue.takes("inf")) {
            return i;
        }
        if (b.tag(i) == Pos.ADP || b.is(i, "to") || b.tag(i) == Pos.SCONJ) {
            return cue.takes(b.lower(i)) && i + 1 < limit ? i + 1 : -1;
        }
        if (b.isParticiple(i)) {
            return cue.takes("ger") ? i : -1;
        }
        if (cue.takes("objinf") && b.startsPhrase(i) && hasInfinitiveNear(i, limit)) {
            return i;
        }
        boolean phrase = b.startsPhrase(i) || b.tag(i) == Pos.ADV && b.hasVerb(i, limit) && cue.takes("cl");
        if (cue.takes("cl") && phrase && clauses.isClause(i, limit)) {
            return i;
        }
        if (cue.takes("np") && (b.startsPhrase(i) || b.inQuote(i)) && !skipped) {
            return i;
        }
        return -1;
    }

    /** Whether at {@code i}, after a cue, something begins that the cue takes as content. */
    boolean startsContent(int i, int limit, Cue cue) {
        if (i >= limit || b.tag(i) == Pos.PUNCT && !b.inQuote(i)) {
            return false;
        }
        if (b.is(i, "that") || b.inQuote(i)) {
            return true;
        }
        if (b.is(i, "to")) {
            return cue.takes("inf");
        }
        if (b.tag(i) == Pos.SCONJ || b.tag(i) == Pos.ADV || b.tag(i) == Pos.ADP || b.isParticiple(i)) {
            return false;
        }
        return b.startsPhrase(i);
    }

    /** Index after the one spoken to: told <em>state television</em> that … */
    int skipAddressee(int at) {
        if (!b.startsPhrase(at)) {
            return at;
        }
        int limit = b.sentenceEnd(at - 1);
        int i = at;
        while (i < limit && !b.inQuote(i)) {
            Pos tag = b.tag(i);
            if (b.is(i, "that") || b.isAny(i, WH) && i > at || b.is(i, "to") || tag == Pos.VERB || tag == Pos.AUX) {
                break;
            }
            if (tag == Pos.PUNCT && !b.is(i, "\"")) {
                break;
            }
            if (i > at && b.isAny(i, NOMINATIVE)) {
                break;
            }
            if (i > at && tag == Pos.DET && b.isNoun(i - 1)) {
                break;
            }
            i++;
        }
        // "told reporters Syria was …": the verb shows that a clause began; its subject is the last name before it
        if (i < limit && (b.tag(i) == Pos.AUX || b.tag(i) == Pos.VERB) && i > at + 1 && b.tag(i - 1) == Pos.PROPN) {
            int k = i - 1;
            while (k - 1 > at && b.tag(k - 1) == Pos.PROPN) {
                k--;
            }
            return k > at ? k : i;
        }
        return i;
    }

    /** End of the cue's words: adjuncts such as <em>in a statement</em> belong to it when content or a stop follows them. */
    int cueEnd(int end, int after) {
        if (after > end && after <= end + 4 && (b.is(end, "in") || adjuncts.isWeekday(end)) && !b.is(end, ",")) {
            return after;
        }
        if (b.is(end, ":") && !b.inQuote(end)) {
            return end + 1;
        }
        return end;
    }

    /**
     * Content behind an aside between commas: said, <em>citing the ministry</em>, that …; replied, <em>the envoy said</em>, that
     * …; or -1.
     */
    private int behindAside(int at, int limit) {
        if (!b.is(at, ",") || at + 1 >= limit || b.inQuote(at + 1)) {
            return -1;
        }
        for (int k = at + 2; k + 1 < Math.min(limit, at + ASIDE); k++) {
            if (b.is(k, ",")) {
                boolean opens = b.is(k + 1, "that") || b.inQuote(k + 1);
                boolean aside = b.isParticiple(at + 1)
                        || b.tag(at + 1) == Pos.ADP
                        || b.tag(k - 1) == Pos.VERB && lexicon.match(b, k - 1).isPresent();
                return opens && aside ? k + 1 : -1;
            }
            if (b.inQuote(k) || b.is(k, ":")) {
                return -1;
            }
        }
        return -1;
    }

    /** told his counterpart on Wednesday that …: the conjunction, when no verb stands before it; or -1. */
    private int thatAfterAddressee(int at, int limit) {
        for (int i = at; i < Math.min(limit, at + 14); i++) {
            if (b.is(i, "that") && i > at) {
                return b.tag(i) == Pos.SCONJ ? i : -1;
            }
            if (b.tag(i) == Pos.VERB || b.tag(i) == Pos.AUX || b.inQuote(i) || b.is(i, ":")) {
                return -1;
            }
        }
        return -1;
    }

    /** A that-clause behind adjuncts that no list foresees: said in a brief statement carried by radio that … */
    private int distantThat(int at, int limit) {
        if (b.tag(at) != Pos.ADP) {
            return -1;
        }
        for (int i = at + 1; i < Math.min(limit, at + 14); i++) {
            if (b.is(i, "that") && b.tag(i) == Pos.SCONJ) {
                return i;
            }
            if (b.tag(i) == Pos.VERB
                            && !b.lower(i).endsWith("ed")
                            && !b.lower(i).endsWith("ing")
                    || b.is(i, ":")) {
                return -1;
            }
        }
        return -1;
    }

    /** put the toll at 30, put it at 35. */
    private boolean isPutAt(int i, int limit) {
        for (int k = i + 1; k < Math.min(limit, i + 8); k++) {
            if (b.is(k, "at")) {
                return b.tag(k + 1) == Pos.NUM
                        || b.tag(k + 1) == Pos.ADV
                        || b.tag(k + 1) == Pos.ADP
                        || b.is(k + 1, "least")
                        || b.is(k + 1, "more")
                        || b.is(k + 1, "some");
            }
            if (b.tag(k) == Pos.VERB || b.tag(k) == Pos.PUNCT) {
                return false;
            }
        }
        return false;
    }

    private boolean hasInfinitiveNear(int from, int limit) {
        for (int i = from + 1; i + 1 < Math.min(limit, from + 8); i++) {
            if (b.is(i, "to") && b.tag(i + 1) == Pos.VERB) {
                return true;
            }
            if (b.tag(i) == Pos.VERB || b.tag(i) == Pos.AUX || b.tag(i) == Pos.PUNCT) {
                return false;
            }
        }
        return false;
    }
}

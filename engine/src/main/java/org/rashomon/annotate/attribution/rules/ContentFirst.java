package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.syntax.Adjuncts;
import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.SourcePhrases;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/**
 * Cues that stand behind their content or in its middle: <em>"…," he said</em>, <em>"…," said the minister, "…"</em>, <em>the roof fell
 * in, the nurse said</em>.
 */
final class ContentFirst {
    private final TaggedBlock b;
    private final FoundAttributions found;
    private final Adjuncts adjuncts;
    private final ClauseBounds clauses;
    private final SourcePhrases sources;
    private final ContentStart starts;
    private final ContentEnd ends;

    ContentFirst(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        this.b = block;
        this.found = found;
        this.adjuncts = new Adjuncts(block);
        this.clauses = new ClauseBounds(block);
        this.sources = new SourcePhrases(block);
        this.starts = new ContentStart(block, lexicon);
        this.ends = new ContentEnd(block);
    }

    /** Content first, then source and cue: "…," he said. Also in its middle: "…," he said, "…". */
    boolean postposed(VerbGroup group, Cue cue, @Nullable TokenRange subject) {
        if (subject == null) {
            return false;
        }
        int left = subject.from() - 1;
        int floor = b.sentenceStart(subject.from());
        boolean quoteBefore = left >= 0 && b.inQuote(left);
        boolean clauseBefore = left >= floor
                && (b.is(left, ",") || b.is(left, "\u2014") || b.is(left, "\u2013"))
                && left > floor
                && b.hasVerb(floor, left);
        if (b.is(left, ",") && b.inQuote(left - 1)) {
            quoteBefore = true;
            left--;
        }
        if (!quoteBefore && !clauseBefore) {
            return withoutComma(group, cue, subject);
        }
        int after = adjuncts.skip(group.end());
        if (cue.takes("addr")) {
            after = starts.skipAddressee(group.end());
        }
        int limit = b.sentenceEnd(group.head());
        if (!quoteBefore
                && (starts.startsContent(after, limit, cue)
                        || b.is(after, ":") && after + 1 < limit && b.inQuote(after + 1))) {
            return false;
        }
        if (quoteBefore
                && (b.is(after, "that")
                        || after < limit && (b.is(after, ":") || b.inQuote(after) && !endsClause(after - 1)))) {
            // "…" He said that …: the quotation before belongs to somebody else, unless a comma ties it
            if (!endsWithComma(left)) {
                return false;
            }
        }
        List<TokenRange> content = contentBefore(left, floor, quoteBefore);
        if (content.isEmpty()) {
            return false;
        }
        addContinuation(content, after, group, quoteBefore);
        int cueEnd = starts.cueEnd(group.end(), after);
        found.add(cue, new TokenRange(group.start(), cueEnd), subject, false, content, quoteBefore ? 0.95 : 0.85);
        return true;
    }

    /** Content first, then cue, then source: "…," said the minister. */
    boolean inverted(VerbGroup group, Cue cue) {
        // "…," told the outlet …: whoever stands behind it is spoken to
        if (group.start() != group.head() || cue.lemma().equals("tell")) {
            return false;
        }
        int left = group.start() - 1;
        int floor = b.sentenceStart(group.head());
        boolean quoteBefore = left >= 0 && b.inQuote(left) || left >= 1 && b.is(left, ",") && b.inQuote(left - 1);
        if (quoteBefore && b.is(left, ",")) {
            left--;
        }
        boolean clauseBefore = left > floor && b.is(left, ",") && b.hasVerb(floor, left);
        if (!quoteBefore && !clauseBefore) {
            return false;
        }
        if (!b.startsPhrase(group.end()) && !b.inQuote(group.end())) {
            return false;
        }
        TokenRange source = sources.phraseAfter(group.end());
        if (source == null || !quoteBefore && (b.inQuote(source.to()) || isFollowedByVerb(source.to()))) {
            return false;
        }
        List<TokenRange> content = contentBefore(left, floor, quoteBefore);
        if (content.isEmpty()) {
            return false;
        }
        int after = adjuncts.skip(source.to());
        addContinuation(content, after, group, quoteBefore);
        found.add(cue, new TokenRange(group.start(), group.end()), source, false, content, quoteBefore ? 0.95 : 0.8);
        return true;
    }

    /**
     * The comma before a cue that ends its sentence got lost: <em>The roof fell in the nurse said.</em> What stands before the
     * last phrase is the content when it has a verb.
     */
    private boolean withoutComma(VerbGroup group, Cue cue, TokenRange subject) {
        int limit = b.sentenceEnd(group.head());
        int after = adjuncts.skip(group.end());
        int from = lastPhraseStart(subject);
        int floor = b.sentenceStart(group.head());
        boolean last = after >= limit || b.is(after, ".") && after + 1 >= limit;
        boolean afterNoun = from > floor
                && !b.inQuote(from - 1)
                && b.tag(from - 1) != Pos.ADP
                && b.tag(from - 1) != Pos.PUNCT
                && b.tag(from - 1) != Pos.CCONJ
                && b.tag(from - 1) != Pos.SCONJ
                && b.tag(from - 1) != Pos.PRON
                && b.tag(from - 1) != Pos.PART
                && b.tag(from - 1) != Pos.VERB
                && b.tag(from - 1) != Pos.AUX;
        if (group.start() != group.head() || !last || !afterNoun || b.isHeadline() || !clauses.isClause(floor, from)) {
            return false;
        }
        found.endContentsAt(floor, from);
        found.add(
                cue,
                new TokenRange(group.start(), starts.cueEnd(group.end(), after)),
                new TokenRange(from, subject.to()),
                false,
                List.of(new TokenRange(floor, from)),
                0.7);
        return true;
    }

    /** First token of the name or the phrase with an article that a subject ends with. */
    private int lastPhraseStart(TokenRange subject) {
        int from = subject.to() - 1;
        while (from > subject.from() && b.tag(from) == Pos.PROPN && b.tag(from - 1) == Pos.PROPN) {
            from--;
        }
        if (b.tag(from) == Pos.PROPN && b.tag(from - 1) != Pos.NOUN && b.tag(from - 1) != Pos.DET) {
            return from;
        }
        int k = from;
        while (k > subject.from() && b.tag(k) != Pos.DET && b.tag(k) != Pos.PRON) {
            k--;
        }
        return b.tag(k) == Pos.DET || b.tag(k) == Pos.PRON ? k : from;
    }

    private boolean endsWithComma(int quoteLast) {
        return b.is(quoteLast - 1, ",") || b.is(quoteLast + 1, ",");
    }

    private boolean endsClause(int i) {
        return b.is(i, ",") || b.is(i, ".") || b.is(i, ";");
    }

    /** What stands before the comma: the quotation with what belongs to its sentence, or the clause. */
    private List<TokenRange> contentBefore(int left, int floor, boolean quote) {
        List<TokenRange> content = new ArrayList<>();
        if (quote) {
            int q = b.quoteOf(left);
            int from = b.quoteStart(q);
            int to = b.quoteEnd(q);
            int start = b.sentenceStart(from);
            // words before the quotation in its own sentence belong to the content when no other cue claims them
            if (start < from
                    && !b.inQuote(start)
                    && !found.isCueWithin(start, from)
                    && b.hasWord(start, from)
                    && !b.is(from - 1, ":")) {
                from = start;
            }
            content.add(new TokenRange(from, to));
        } else if (left > floor) {
            int from = floor;
            while (from < left && (b.tag(from) == Pos.CCONJ || b.tag(from) == Pos.PUNCT && !b.inQuote(from))) {
                from++;
            }
            found.endContentsAt(floor, left);
            if (from < left) {
                content.add(new TokenRange(from, left));
            }
        }
        return content;
    }

    /** The rest of an interrupted sentence, and quotations that follow at once without a cue of their own. */
    private void addContinuation(List<TokenRange> content, int after, VerbGroup group, boolean quoteBefore) {
        int limit = b.sentenceEnd(group.head());
        int next = limit;
        if (after < limit && (b.is(after, ",") || b.is(after, ":")) && after + 1 < limit) {
            int from = after + 1;
            boolean goesOn = quoteBefore
                    ? b.inQuote(from) || b.tag(from) == Pos.CCONJ && b.inQuote(from + 1)
                    : b.is(from, "that")
                            || !b.isParticiple(from)
                                    && b.tag(from) != Pos.SCONJ
                                    && !b.is(from, "who")
                                    && !b.is(from, "which")
                                    && b.hasVerb(from, limit);
            if (goesOn) {
                int to = ends.of(from);
                if (to > from) {
                    content.add(new TokenRange(from, to));
                    next = Math.max(limit, to);
                }
            }
        } else if (after < limit && b.inQuote(after)) {
            int to = ends.of(after);
            content.add(new TokenRange(after, to));
            next = Math.max(limit, to);
        }
        if (quoteBefore && next < b.size() && b.inQuote(next) && b.quoteStart(b.quoteOf(next)) == next) {
            int to = b.quoteEnd(b.quoteOf(next));
            boolean alone = to >= b.size() || to >= b.sentenceEnd(to - 1);
            if (alone) {
                content.add(new TokenRange(next, to));
            }
        }
    }

    private boolean isFollowedByVerb(int i) {
        return i < b.size() && (b.tag(i) == Pos.VERB && !b.isParticiple(i) || b.tag(i) == Pos.AUX);
    }
}

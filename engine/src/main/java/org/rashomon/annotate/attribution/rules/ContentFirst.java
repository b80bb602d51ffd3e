package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/**
 * Cues that stand behind their content or in its middle: <em>"…," he said</em>, <em>"…," said the minister, "…"</em>, <em>the roof fell
 * in, the nurse said</em>.
 */
final class ContentFirst extends CueConstruction {
    /** Behind these a phrase begins that is part of the clause before it. */
    private static final PhrasePattern NAME_GOES_ON = CueConstruction.pattern("name goes on");

    private static final PhrasePattern NAME = CueConstruction.pattern("name");
    private static final PhrasePattern FINITE = CueConstruction.pattern("finite");

    private static final Set<Pos> TYING =
            Set.of(Pos.ADP, Pos.PUNCT, Pos.CCONJ, Pos.SCONJ, Pos.PRON, Pos.PART, Pos.VERB, Pos.AUX);

    private static final Set<Pos> JOINTS = Set.of(Pos.CCONJ, Pos.PUNCT);
    private static final Set<Pos> DETERMINERS = Set.of(Pos.DET, Pos.PRON);

    ContentFirst(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        super(block, lexicon, found);
    }

    /** Content first, then source and cue: "…," he said. Also in its middle: "…," he said, "…". */
    boolean postposed(VerbGroup group, Cue cue, @Nullable TokenRange subject) {
        if (subject == null) {
            return false;
        }
        int last = lastOfContent(subject.from());
        int floor = b.sentenceStart(subject.from());
        boolean quoted = b.inQuote(last);
        int limit = b.sentenceEnd(group.head());
        if (!quoted && !(b.is(last, ",", "\u2014", "\u2013") && b.hasVerb(floor, last))) {
            return withoutComma(group, cue, subject);
        }
        int after = cue.takes("addr") ? starts.skipAddressee(group.end()) : adjuncts.skip(group.end());
        boolean introduces = after + 1 < limit && b.is(after, ":") && b.inQuote(after + 1);
        if (!quoted && (introduces || starts.startsContent(after, limit, cue))) {
            return false;
        }
        // "…" He said that …: the quotation before belongs to somebody else, unless a comma ties it
        boolean tied = b.is(last - 1, ",") || b.is(last + 1, ",");
        if (quoted && !tied && (b.is(after, "that") || (after < limit && (b.is(after, ":") || b.inQuote(after))))) {
            return false;
        }
        List<TokenRange> content = content(last, after, limit);
        TokenRange words = new TokenRange(group.start(), starts.cueEnd(group.end(), after));
        found.add(cue, words, subject, content, quoted ? 0.95 : 0.85);
        return true;
    }

    /** Content first, then cue, then source: "…," said the minister. */
    boolean inverted(VerbGroup group, Cue cue) {
        // "…," told the outlet …: whoever stands behind it is spoken to
        if (!group.isBare() || cue.lemma().equals("tell")) {
            return false;
        }
        int last = lastOfContent(group.start());
        int floor = b.sentenceStart(group.head());
        boolean quoted = b.inQuote(last);
        if (!quoted && !(b.is(last, ",") && b.hasVerb(floor, last))) {
            return false;
        }
        boolean phrase = b.startsPhrase(group.end()) || b.inQuote(group.end());
        TokenRange source = phrase ? sources.phraseAfter(group.end()) : null;
        if (source == null || (!quoted && (b.inQuote(source.to()) || FINITE.standsAt(b, source.to())))) {
            return false;
        }
        List<TokenRange> content = content(last, adjuncts.skip(source.to()), b.sentenceEnd(group.head()));
        found.add(cue, group.words(), source, content, quoted ? 0.95 : 0.8);
        return true;
    }

    /** The last token of a quotation before {@code at}, or of whatever else stands there: the mark behind a clause. */
    private int lastOfContent(int at) {
        return b.is(at - 1, ",") && b.inQuote(at - 2) ? at - 2 : at - 1;
    }

    /**
     * The comma before a cue that ends its sentence got lost: <em>The roof fell in the nurse said.</em> What stands before the
     * last phrase is the content when it has a verb.
     */
    private boolean withoutComma(VerbGroup group, Cue cue, TokenRange subject) {
        int limit = b.sentenceEnd(group.head());
        int floor = b.sentenceStart(group.head());
        int after = adjuncts.skip(group.end());
        int from = lastPhraseStart(subject);
        boolean last = after >= limit || (b.is(after, ".") && after + 1 >= limit);
        if (!last || !group.isBare() || b.isHeadline()) {
            return false;
        }
        boolean tied = b.isTagged(from - 1, TYING) || b.inQuote(from - 1);
        if (tied || !clauses.isClause(floor, from)) {
            return false;
        }
        found.endContentsAt(floor, from);
        TokenRange words = new TokenRange(group.start(), starts.cueEnd(group.end(), after));
        found.add(cue, words, new TokenRange(from, subject.to()), List.of(new TokenRange(floor, from)), 0.7);
        return true;
    }

    /** First token of the name or the phrase with an article that a subject ends with. */
    private int lastPhraseStart(TokenRange subject) {
        int name = subject.to() - 1;
        while (name > subject.from() && NAME_GOES_ON.standsAt(b, name)) {
            name--;
        }
        if (NAME.standsAt(b, name)) {
            return name;
        }
        int phrase = name;
        while (phrase > subject.from() && !b.isTagged(phrase, DETERMINERS)) {
            phrase--;
        }
        return b.isTagged(phrase, DETERMINERS) ? phrase : name;
    }

    /** What stands before a cue, and what goes on behind it at {@code after}. */
    private List<TokenRange> content(int last, int after, int limit) {
        boolean quoted = b.inQuote(last);
        List<TokenRange> content = new ArrayList<>();
        content.add(quoted ? quotationBefore(last) : clauseBefore(last));
        boolean mark = after < limit && b.is(after, ",", ":");
        int from = mark ? after + 1 : after;
        int next = limit;
        if (from < limit && (mark ? resumes(from, limit, quoted) : b.inQuote(from))) {
            TokenRange rest = contentFrom(from);
            content.add(rest);
            next = Math.max(limit, rest.to());
        }
        if (quoted) {
            addFollowingQuote(content, next);
        }
        return content;
    }

    /** The quotation with the words before it in its sentence, which belong to the content when no other cue claims them. */
    private TokenRange quotationBefore(int last) {
        int from = b.quoteStart(b.quoteOf(last));
        int start = b.sentenceStart(from);
        boolean claimed = b.inQuote(start) || b.is(from - 1, ":") || found.isCueWithin(start, from);
        return new TokenRange(!claimed && b.hasWord(start, from) ? start : from, b.afterQuote(last));
    }

    private TokenRange clauseBefore(int last) {
        int floor = b.sentenceStart(last);
        found.endContentsAt(floor, last);
        return new TokenRange(b.first(floor, last, i -> !b.isTagged(i, JOINTS) || b.inQuote(i)), last);
    }

    /** Whether what a cue interrupted goes on behind the mark before {@code from}. */
    private boolean resumes(int from, int limit, boolean quoted) {
        if (quoted) {
            return b.inQuote(from) || (b.tag(from) == Pos.CCONJ && b.inQuote(from + 1));
        }
        return b.is(from, "that") || goesOn(from, limit);
    }
}

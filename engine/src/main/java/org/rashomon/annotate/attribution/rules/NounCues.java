package org.rashomon.annotate.attribution.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/** Nouns as cues, whose source owns them: <em>the ministry's claim that …</em>, <em>the claim by the ministry that …</em>. */
final class NounCues extends CueConstruction {
    NounCues(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        super(block, lexicon, found);
    }

    /** Adds the attribution of the cue at {@code i}. */
    void apply(int i, Match match) {
        Cue cue = match.cue();
        int limit = b.sentenceEnd(i);
        int end = i + match.length();
        TokenRange source = sourceBefore(i, end, limit);
        TokenRange agent = source == null && b.is(end, "by", "from") ? sources.phraseAfter(end + 1) : null;
        int at = agent == null ? end : agent.to();
        int start = starts.frameAt(at, limit, cue, false);
        if (start < 0 && cue.takes("that") && opensWithPronoun(at, limit)) {
            start = at;
        }
        boolean owned = source != null || agent != null;
        if (!owned || start < 0 || b.tag(at) == Pos.VERB) {
            return;
        }
        TokenRange content = contentFrom(start);
        if (!b.is(start, "that") && !b.inQuote(start)) {
            content = new TokenRange(start, Math.min(content.to(), clauses.end(start, content.to())));
        }
        content = new TokenRange(content.from(), nextClaim(content));
        TokenRange words = new TokenRange(i, start == at + 1 ? start : end);
        found.add(cue, words, source != null ? source : agent, List.of(content), 0.8);
    }

    /** "claims by the guild that …, and counter-claims by the mayor that …": where the next begins, or the end. */
    private int nextClaim(TokenRange content) {
        return b.first(content.from() + 1, content.to(), k -> b.is(k, "and", "but") && isOwnedNoun(k + 1));
    }

    private boolean isOwnedNoun(int i) {
        return lexicon.match(b, i)
                .filter(match -> match.cue().wordClass() == CueLexicon.WordClass.NOUN)
                .filter(match -> b.is(i + match.length(), "by", "from", "that"))
                .isPresent();
    }

    /** Whose the noun is by what stands before it; a name does not own it unless a clause follows at once. */
    private @Nullable TokenRange sourceBefore(int noun, int end, int limit) {
        TokenRange possessor = sources.possessorBefore(noun);
        if (possessor != null) {
            return possessor;
        }
        boolean clause = b.is(end, "that") || opensWithPronoun(end, limit);
        return clause ? sources.namedModifierBefore(noun) : null;
    }

    private boolean opensWithPronoun(int i, int limit) {
        return b.tag(i) == Pos.PRON && b.startsPhrase(i) && clauses.isClause(i, limit);
    }
}

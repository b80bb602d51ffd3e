package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.syntax.SourcePhrases;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/** Phrases that name a source for the clause beside them: <em>according to the ministry</em>. */
final class PhraseCues {
    private final TaggedBlock b;
    private final FoundAttributions found;
    private final SourcePhrases sources;
    private final ContentEnd ends;

    PhraseCues(TaggedBlock block, FoundAttributions found) {
        this.b = block;
        this.found = found;
        this.sources = new SourcePhrases(block);
        this.ends = new ContentEnd(block);
    }

    /** Adds the attribution of the cue at {@code i}. */
    void apply(int i, Match match) {
        if (!match.cue().takes("pre")) {
            return;
        }
        int floor = b.sentenceStart(i);
        int limit = b.sentenceEnd(i);
        int at = i + match.length();
        TokenRange source = i <= floor + 1 ? sources.phraseBeforeClause(at) : sources.phraseAfter(at);
        if (source == null) {
            return;
        }
        List<TokenRange> content = new ArrayList<>();
        int left = i - 1;
        while (left >= floor && (b.is(left, ",") || b.is(left, "\u2014") || b.is(left, "and") || b.is(left, "but"))) {
            left--;
        }
        if (left >= floor
                && b.hasWord(floor, left + 1)
                && (b.inQuote(left) || b.hasVerb(floor, left + 1) || b.hasNumber(floor, left + 1))) {
            int from = floor;
            if (b.tag(from) == Pos.CCONJ && from < left) {
                from++;
            }
            content.add(new TokenRange(from, left + 1));
            if (b.is(source.to(), ",")
                    && source.to() + 1 < limit
                    && !b.isParticiple(source.to() + 1)
                    && b.tag(source.to() + 1) != Pos.SCONJ
                    && !b.is(source.to() + 1, "which")
                    && !b.is(source.to() + 1, "who")
                    && b.hasVerb(source.to() + 1, limit)
                    && b.tag(source.to() + 1) != Pos.CCONJ) {
                content.add(new TokenRange(source.to() + 1, ends.of(source.to() + 1)));
            }
        } else {
            int from = source.to();
            while (from < limit && (b.is(from, ",") || b.is(from, ":"))) {
                from++;
            }
            if (from < limit && b.hasVerb(from, limit)) {
                content.add(new TokenRange(from, ends.of(from)));
            }
        }
        if (!content.isEmpty()) {
            found.add(match.cue(), new TokenRange(i, at), source, false, content, 0.9);
        }
    }
}

package org.rashomon.annotate.attribution.rules;

import java.util.List;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.SourcePhrases;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/** Nouns as cues, whose source owns them: <em>the ministry's claim that …</em>, <em>the claim by the ministry that …</em>. */
final class NounCues {
    private final TaggedBlock b;
    private final FoundAttributions found;
    private final ClauseBounds clauses;
    private final SourcePhrases sources;
    private final ContentStart starts;
    private final ContentEnd ends;

    NounCues(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        this.b = block;
        this.found = found;
        this.clauses = new ClauseBounds(block);
        this.sources = new SourcePhrases(block);
        this.starts = new ContentStart(block, lexicon);
        this.ends = new ContentEnd(block);
    }

    // ---- nouns and phrases ----
    /** Adds the attribution of the cue at {@code i}. */
    void apply(int i, Match match) {
        Cue cue = match.cue();
        int limit = b.sentenceEnd(i);
        int at = i + match.length();
        TokenRange source = sources.possessorBefore(i);
        if (source == null) {
            TokenRange modifier = sources.namedModifierBefore(i);
            if (modifier != null
                    && (b.is(at, "that")
                            || b.startsPhrase(at) && b.tag(at) == Pos.PRON && clauses.isClause(at, limit))) {
                source = modifier;
            }
        }
        if (source == null && (b.is(at, "by") || b.is(at, "from"))) {
            source = sources.phraseAfter(at + 1);
            if (source != null) {
                at = source.to();
            }
        }
        if (source == null) {
            return;
        }
        int start = starts.frameAt(at, limit, cue, false);
        if (start < 0 && b.tag(at) == Pos.PRON && cue.takes("that") && clauses.isClause(at, limit)) {
            start = at;
        }
        if (start < 0 || (b.tag(at) == Pos.VERB && !b.is(at, "that"))) {
            return;
        }
        int end = ends.of(start);
        if (!b.is(start, "that") && !b.inQuote(start)) {
            end = Math.min(end, clauses.end(start, end));
        }
        if (end > start) {
            int cueTo = start == at + 1 ? start : i + match.length();
            found.add(cue, new TokenRange(i, cueTo), source, false, List.of(new TokenRange(start, end)), 0.8);
        }
    }
}

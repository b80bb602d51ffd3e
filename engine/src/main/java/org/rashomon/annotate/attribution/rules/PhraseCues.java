package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/** Phrases that name a source for the clause beside them: <em>according to the ministry</em>. */
final class PhraseCues extends CueConstruction {
    private static final Set<String> BEFORE_SOURCE = words("before source");

    PhraseCues(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        super(block, lexicon, found);
    }

    /** Adds the attribution of the cue at {@code i}. */
    void apply(int i, Match match) {
        if (!match.cue().takes("pre")) {
            return;
        }
        int floor = b.sentenceStart(i);
        int at = i + match.length();
        TokenRange source = i <= floor + 1 ? sources.phraseBeforeClause(at) : sources.phraseAfter(at);
        if (source == null) {
            return;
        }
        int end = i;
        while (end > floor && b.isAny(end - 1, BEFORE_SOURCE)) {
            end--;
        }
        List<TokenRange> content = isContent(floor, end) ? around(floor, end, source) : behind(source);
        if (!content.isEmpty()) {
            found.add(match.cue(), new TokenRange(i, at), source, content, 0.9);
        }
    }

    /** Whether what stands before the cue is more than an adjunct. */
    private boolean isContent(int floor, int end) {
        return b.hasWord(floor, end) && (b.inQuote(end - 1) || b.hasVerb(floor, end) || b.hasNumber(floor, end));
    }

    private List<TokenRange> around(int floor, int end, TokenRange source) {
        List<TokenRange> content = new ArrayList<>();
        content.add(new TokenRange(b.tag(floor) == Pos.CCONJ ? floor + 1 : floor, end));
        int behind = source.to() + 1;
        if (b.is(source.to(), ",") && b.tag(behind) != Pos.CCONJ && goesOn(behind, b.sentenceEnd(source.from()))) {
            content.add(contentFrom(behind));
        }
        return content;
    }

    private List<TokenRange> behind(TokenRange source) {
        int limit = b.sentenceEnd(source.from());
        int from = b.first(source.to(), limit, i -> !b.is(i, ",", ":"));
        return b.hasVerb(from, limit) ? List.of(contentFrom(from)) : List.of();
    }
}

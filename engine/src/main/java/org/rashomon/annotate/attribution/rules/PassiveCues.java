package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.claims.Act;

/**
 * Verbs in the passive as cues: <em>the raid was condemned by the ministry</em>, <em>it is said that …</em>, <em>the group is believed to
 * …</em>. Where no agent stands, nobody is named.
 */
final class PassiveCues extends CueConstruction {
    /** Tokens, at most, between a verb and its <em>by</em>. */
    private static final PhrasePattern UP_TO_BY = CueConstruction.pattern("up to by");

    private static final PhrasePattern TO_DO = CueConstruction.pattern("to do");

    private static final int AGENT_REACH = 5;

    PassiveCues(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        super(block, lexicon, found);
    }

    /** Adds the attribution of a cue in the passive. */
    void apply(VerbGroup group, Cue cue) {
        TokenRange subject = subjects.subjectBefore(group.start());
        if (subject == null) {
            return;
        }
        int at = group.end();
        int limit = b.sentenceEnd(group.head());
        int by = b.first(at, Math.min(limit, at + AGENT_REACH), i -> UP_TO_BY.standsAt(b, i));
        if (b.is(by, "by") && by < Math.min(limit, at + AGENT_REACH)) {
            byAgent(group, cue, subject, by);
        } else if (b.is(at, "that") && b.is(subject.from(), "it") && subject.size() == 1) {
            found.add(cue, group.words(), null, List.of(contentFrom(at)), 0.8);
        } else if (TO_DO.standsAt(b, at)) {
            if (cue.takes("that")) {
                found.add(cue, group.words(), null, List.of(subject, contentFrom(at)), 0.8);
            }
        } else if (!cue.takes("that") && (cue.act() == Act.ACCUSE || (cue.voiced() && cue.takes("np")))) {
            List<TokenRange> content = new ArrayList<>(List.of(subject));
            if (b.is(at, "as", "of", "for")) {
                content.add(new TokenRange(at, Math.min(ends.of(at), clauses.end(at, limit))));
            }
            found.add(cue, group.words(), null, content, 0.6);
        }
    }

    private void byAgent(VerbGroup group, Cue cue, TokenRange subject, int by) {
        TokenRange source = sources.phraseAfter(by + 1);
        if (source == null) {
            return;
        }
        List<TokenRange> content = new ArrayList<>(List.of(subject));
        if (b.is(source.to(), "as", "for", "of")) {
            content.add(contentFrom(source.to()));
        }
        int end = by == group.end() ? by + 1 : group.end();
        found.add(cue, new TokenRange(group.start(), end), source, content, 0.85);
    }
}

package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.SourcePhrases;
import org.rashomon.annotate.syntax.SubjectPhrases;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.claims.Act;
import org.rashomon.nlp.Pos;

/**
 * Verbs in the passive as cues: <em>the raid was condemned by the ministry</em>, <em>it is said that …</em>, <em>the group is believed to
 * …</em>. Where no agent stands, nobody is named.
 */
final class PassiveCues {
    private final TaggedBlock b;
    private final FoundAttributions found;
    private final ClauseBounds clauses;
    private final SubjectPhrases subjects;
    private final SourcePhrases sources;
    private final ContentEnd ends;

    PassiveCues(TaggedBlock block, FoundAttributions found) {
        this.b = block;
        this.found = found;
        this.clauses = new ClauseBounds(block);
        this.subjects = new SubjectPhrases(block);
        this.sources = new SourcePhrases(block);
        this.ends = new ContentEnd(block);
    }

    // ---- passives ----
    /** Adds the attribution of a cue in the passive. */
    void apply(VerbGroup group, Cue cue) {
        int limit = b.sentenceEnd(group.head());
        TokenRange subject = subjects.subjectBefore(group.start());
        int at = group.end();
        int by = -1;
        for (int i = at; i < Math.min(limit, at + 5); i++) {
            if (b.is(i, "by")) {
                by = i;
                break;
            }
            if (b.tag(i) == Pos.PUNCT) {
                break;
            }
        }
        if (by >= 0) {
            TokenRange source = sources.phraseAfter(by + 1);
            if (source == null || subject == null) {
                return;
            }
            List<TokenRange> content = new ArrayList<>();
            content.add(subject);
            if (source.to() < limit
                    && (b.is(source.to(), "as") || b.is(source.to(), "for") || b.is(source.to(), "of"))) {
                content.add(new TokenRange(source.to(), ends.of(source.to())));
            }
            int cueTo = by == at ? by + 1 : group.end();
            found.add(cue, new TokenRange(group.start(), cueTo), source, false, content, 0.85);
            return;
        }
        boolean expletive = subject != null && b.is(subject.from(), "it") && subject.to() == subject.from() + 1;
        if (expletive && b.is(at, "that")) {
            found.add(
                    cue,
                    new TokenRange(group.start(), group.end()),
                    null,
                    false,
                    List.of(new TokenRange(at, ends.of(at))),
                    0.8);
        } else if (subject != null && b.is(at, "to") && at + 1 < limit && b.tag(at + 1) != Pos.DET) {
            boolean raising = cue.takes("that");
            if (raising) {
                found.add(
                        cue,
                        new TokenRange(group.start(), group.end()),
                        null,
                        false,
                        List.of(subject, new TokenRange(at, ends.of(at))),
                        0.8);
            }
        } else if (subject != null
                && (cue.act() == Act.ACCUSE || cue.takes("np") && cue.voiced())
                && !cue.takes("that")) {
            int end = Math.min(ends.of(at), clauses.end(at, limit));
            List<TokenRange> content = new ArrayList<>();
            content.add(subject);
            if (end > at && (b.is(at, "as") || b.is(at, "of") || b.is(at, "for"))) {
                content.add(new TokenRange(at, end));
            }
            found.add(cue, new TokenRange(group.start(), group.end()), null, false, content, 0.6);
        }
    }
}

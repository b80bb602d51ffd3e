package org.rashomon.annotate.attribution.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.attribution.CueLexicon.Cue;
import org.rashomon.annotate.attribution.CueLexicon.Form;
import org.rashomon.annotate.attribution.CueLexicon.Match;
import org.rashomon.annotate.syntax.BarePhrases;
import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.SubjectPhrases;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/** Verbs as cues: whether the verb is used to speak, who its source is, and where its content stands. */
final class VerbCues {
    private static final Set<String> NEVER_SOURCE = Set.of("there", "this", "what", "that");
    private static final Set<String> VICTIMS =
            Set.of("life", "lives", "victims", "martyrs", "civilians", "casualties", "persons", "people", "dead");

    private static final Set<String> MODAL = Set.of("will", "would", "could", "may", "might", "shall");

    /** What these announce with a modal is a deed: would answer every attack. */
    private static final Set<String> ANSWERING = Set.of("respond", "answer", "reply", "respond to", "counter");

    private static final Set<String> RELATIVE = Set.of("who", "which", "that");

    private final TaggedBlock b;
    private final CueLexicon lexicon;
    private final FoundAttributions found;
    private final ClauseBounds clauses;
    private final SubjectPhrases subjects;
    private final BarePhrases bare;
    private final ContentStart starts;
    private final ContentEnd ends;
    private final ContentFirst contentFirst;
    private final PassiveCues passives;

    VerbCues(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        this.b = block;
        this.lexicon = lexicon;
        this.found = found;
        this.clauses = new ClauseBounds(block);
        this.subjects = new SubjectPhrases(block);
        this.bare = new BarePhrases(block);
        this.starts = new ContentStart(block, lexicon);
        this.ends = new ContentEnd(block);
        this.contentFirst = new ContentFirst(block, lexicon, found);
        this.passives = new PassiveCues(block, found);
    }

    // ---- verbs ----
    /** Adds the attributions of the cue at {@code i}. */
    void apply(int i, Match match) {
        VerbGroup group = VerbGroup.of(b, i, match);
        if (group == null) {
            return;
        }
        Cue cue = match.cue();
        if (ANSWERING.contains(cue.lemma()) && b.isAny(group.start(), MODAL)) {
            return;
        }
        if (cue.lemma().equals("claim") && takesLives(group.end(), b.sentenceEnd(i))) {
            return;
        }
        boolean name = b.isCapitalised(i) && i > b.sentenceStart(i) && !b.isHeadline();
        if (name || b.is(i - 1, "so") && cue.lemma().equals("call")) {
            return;
        }
        if (group.passive()) {
            passives.apply(group, match.cue());
            return;
        }
        if (match.form() == Form.ING && !isParticipleCue(group)) {
            return;
        }
        if (match.form() == Form.BASE
                && !group.infinitive()
                && group.start() == group.head()
                && !cue.takes("putat")
                && !hasPluralSubject(group)) {
            return;
        }
        if (cue.lemma().equals("continue") && (group.start() != group.head() || match.form() == Form.BASE)) {
            return;
        }
        TokenRange subject = match.form() == Form.ING && group.start() == group.head() || isBareParticiple(group, match)
                ? subjects.headBefore(group.start())
                : subjects.subjectBefore(group.start());
        if ((cue.takes("q") || cue.takes("paren"))
                && (match.form() != Form.ING || subject != null && b.isBe(group.start()))) {
            if (contentFirst.postposed(group, cue, subject) || contentFirst.inverted(group, cue)) {
                return;
            }
        }
        boolean inherited = subject == null;
        TokenRange source = subject != null ? subject : inheritedSource(group.start());
        if (source == null && !b.isHeadline()) {
            return;
        }
        if (source != null
                && NEVER_SOURCE.contains(b.lower(source.from()))
                && source.to() - source.from() == 1
                && !RELATIVE.contains(b.lower(source.from()))) {
            return;
        }
        if ((cue.lemma().equals("quote") || cue.lemma().equals("cite"))
                && quotedAsSaying(group, cue, source, inherited)) {
            return;
        }
        preposed(group, cue, source, inherited);
    }

    /** An outlet quoted somebody as saying …: two attributions, the inner one inside the outer one's content. */
    private boolean quotedAsSaying(VerbGroup group, Cue cue, @Nullable TokenRange source, boolean inherited) {
        int limit = Math.min(b.sentenceEnd(group.head()), group.end() + 24);
        for (int as = group.end() + 1; as + 1 < limit; as++) {
            if (b.is(as, "as") && b.lower(as + 1).endsWith("ing")) {
                Optional<Match> saying = lexicon.match(b, as + 1);
                TokenRange speaker = bare.withoutTimes(group.end(), as);
                int start = saying.isEmpty()
                        ? -1
                        : starts.of(
                                as + 1 + saying.get().length(),
                                b.sentenceEnd(group.head()),
                                saying.get().cue());
                if (speaker == null || start < 0) {
                    return false;
                }
                int end = ends.of(start);
                if (end <= start) {
                    return false;
                }
                // Who quotes a speaker voices something, where one who merely mentions a text does not.
                Cue quoting = new Cue(cue.lemma(), cue.wordClass(), cue.act(), true, false, cue.frames());
                found.add(
                        quoting,
                        new TokenRange(group.start(), group.end()),
                        source,
                        inherited,
                        List.of(new TokenRange(speaker.from(), end)),
                        0.9);
                found.add(
                        saying.get().cue(),
                        new TokenRange(as + 1, as + 1 + saying.get().length()),
                        speaker,
                        false,
                        List.of(new TokenRange(start, end)),
                        0.9);
                return true;
            }
        }
        return false;
    }

    /** The raid claimed 20 lives: a toll, not an act of speech. */
    private boolean takesLives(int from, int limit) {
        for (int i = from; i < Math.min(limit, from + 7); i++) {
            if (b.is(i, "that") || b.tag(i) == Pos.VERB || b.tag(i) == Pos.AUX || b.inQuote(i) || b.is(i, "to")) {
                return false;
            }
            if (b.isAny(i, VICTIMS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBareParticiple(VerbGroup group, Match match) {
        return match.form() == Form.ING && !b.isBe(group.start()) && b.tag(group.start()) == Pos.ADV;
    }

    private boolean hasPluralSubject(VerbGroup group) {
        int before = group.start() - 1;
        return before >= b.sentenceStart(group.head())
                && (b.isNoun(before)
                        || b.tag(before) == Pos.PRON
                        || b.isHeadline() && b.tag(before) == Pos.PUNCT
                        || b.tag(before) == Pos.ADV
                        || b.tag(before) == Pos.CCONJ
                        || b.tag(before) == Pos.NUM
                        || b.tag(before) == Pos.ADJ);
    }

    /** A participle is a cue when it follows a comma, a conjunction or a form of be, or opens its sentence. */
    private boolean isParticipleCue(VerbGroup group) {
        int before = group.start() - 1;
        if (before < b.sentenceStart(group.head())) {
            return false;
        }
        if (b.isBe(group.start()) || b.isBe(group.head() - 1)) {
            return true;
        }
        return b.is(before, ",")
                || b.inQuote(before)
                || b.tag(before) == Pos.CCONJ
                || b.isNoun(before)
                || b.is(before, "while")
                || b.is(before, "with")
                || b.is(before, "without")
                || b.is(before, "before")
                || b.is(before, "after");
    }

    /** Source of a predicate without a subject of its own: that of the cue before it, else of the sentence's main verb. */
    private @Nullable TokenRange inheritedSource(int at) {
        int floor = b.sentenceStart(at);
        TokenRange before = found.sourceBefore(at);
        if (before != null) {
            return before;
        }
        for (int v = floor; v < at; v++) {
            if ((b.tag(v) == Pos.VERB || b.tag(v) == Pos.AUX) && !b.inQuote(v)) {
                TokenRange subject = subjects.subjectBefore(v);
                if (subject != null) {
                    return subject;
                }
            }
        }
        return null;
    }

    /** Source, cue, content: he said that …, he accused them of …, he threatened to … */
    private void preposed(VerbGroup group, Cue cue, @Nullable TokenRange source, boolean inherited) {
        int limit = b.sentenceEnd(group.head());
        int at = group.end();
        int cueTo = at;
        int start = starts.of(at, limit, cue);
        if (start < 0) {
            return;
        }
        if (start > at && b.tag(at) == Pos.ADP && cue.takes(b.lower(at)) && start == at + 1) {
            cueTo = at + 1;
        }
        int end = ends.of(start);
        if (end <= start) {
            return;
        }
        if (cue.takes("np") && !b.is(start, "that") && !b.inQuote(start)) {
            end = Math.min(end, clauses.end(start, end));
        }
        List<TokenRange> content = new ArrayList<>();
        content.add(new TokenRange(start, end));
        if (b.inQuote(start)) {
            addFollowingQuote(content, end);
        }
        found.add(
                cue,
                new TokenRange(group.start(), Math.max(cueTo, starts.cueEnd(group.end(), start))),
                source,
                inherited,
                content,
                inherited ? 0.7 : 0.9);
    }

    /** A direct quotation goes on in the next sentence of the paragraph: He said: "A." "B." */
    private void addFollowingQuote(List<TokenRange> content, int end) {
        if (end < b.size() && b.inQuote(end) && b.quoteStart(b.quoteOf(end)) == end) {
            int to = b.quoteEnd(b.quoteOf(end));
            if (to >= b.sentenceEnd(to - 1)) {
                content.add(new TokenRange(end, to));
            }
        }
    }
}

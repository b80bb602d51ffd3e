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
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.nlp.Pos;

/** Verbs as cues: whether the verb is used to speak, who its source is, and where its content stands. */
final class VerbCues extends CueConstruction {
    /** Tokens behind <em>claimed</em> among which victims show. */
    private static final int VICTIM_REACH = 7;
    /** Tokens, at most, from <em>quoted</em> to <em>as saying</em>. */
    private static final int SAYING_REACH = 24;

    private static final Set<String> ANSWERS = words("answer");
    private static final Set<String> BEFORE_PARTICIPLE = words("participle");
    private static final Set<String> MODALS = words("modal");
    private static final Set<String> NO_SOURCE = words("no source");
    private static final Set<String> VICTIMS = words("victim");
    private static final Set<Pos> BEFORE_BASE =
            Set.of(Pos.NOUN, Pos.PROPN, Pos.PRON, Pos.ADV, Pos.CCONJ, Pos.NUM, Pos.ADJ);
    private static final Set<Pos> NAMING = Set.of(Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.DET, Pos.NUM);
    private static final Set<Pos> PARTICLES = Set.of(Pos.ADV, Pos.ADP, Pos.PART);
    private static final Set<Pos> BEFORE_ING = Set.of(Pos.NOUN, Pos.PROPN, Pos.CCONJ);

    private final ContentFirst contentFirst;
    private final PassiveCues passives;

    VerbCues(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        super(block, lexicon, found);
        this.contentFirst = new ContentFirst(block, lexicon, found);
        this.passives = new PassiveCues(block, lexicon, found);
    }

    /** Adds the attributions of the cue at {@code i}. */
    void apply(int i, Match match) {
        VerbGroup group = VerbGroup.of(b, i, match);
        Cue cue = match.cue();
        if (group == null || isDeed(group, cue) || isName(i)) {
            return;
        }
        if (group.passive()) {
            passives.apply(group, cue);
            return;
        }
        if (!isPredicate(group, match)) {
            return;
        }
        boolean participle = match.form() == Form.ING && !b.isBe(group.start());
        boolean touches = participle && (group.isBare() || b.tag(group.start()) == Pos.ADV);
        TokenRange reproached = participle ? reproached(group.start()) : null;
        TokenRange subject = reproached != null
                ? reproached
                : touches ? subjects.headBefore(group.start()) : subjects.subjectBefore(group.start());
        boolean finite = match.form() != Form.ING || (subject != null && !participle);
        if (finite && cue.takes("q") && takesContentBefore(group, cue, subject)) {
            return;
        }
        TokenRange source = subject != null ? subject : inheritedSource(group.start());
        if (source == null ? !b.isHeadline() : source.size() == 1 && b.isAny(source.from(), NO_SOURCE)) {
            return;
        }
        boolean inherited = subject == null;
        if (!quotesSomebody(cue) || !quotedAsSaying(group, cue, source, inherited)) {
            preposed(group, cue, source, inherited);
        }
    }

    private boolean takesContentBefore(VerbGroup group, Cue cue, @Nullable TokenRange subject) {
        return contentFirst.postposed(group, cue, subject) || contentFirst.inverted(group, cue);
    }

    /** Whether the verb tells of no words: would answer every attack, claimed 20 lives, so called. */
    private boolean isDeed(VerbGroup group, Cue cue) {
        return switch (cue.lemma()) {
            case "claim" -> takesLives(group.end(), b.sentenceEnd(group.head()));
            case "call" -> b.is(group.head() - 1, "so");
            default ->
                b.isAny(group.start(), MODALS) && ANSWERS.contains(cue.lemma().split(" ", 2)[0]);
        };
    }

    private boolean isName(int i) {
        return b.isCapitalised(i) && i > b.sentenceStart(i) && !b.isHeadline();
    }

    /** Whether the form of the verb, with what stands before it, makes it a predicate. */
    private boolean isPredicate(VerbGroup group, Match match) {
        if (match.cue().lemma().equals("continue") && (match.form() == Form.BASE || !group.isBare())) {
            return false;
        }
        return switch (match.form()) {
            case ING -> isParticipleCue(group);
            case BASE -> group.infinitive() || !group.isBare() || match.cue().takes("putat") || hasPluralSubject(group);
            default -> true;
        };
    }

    /** "lashed out at [Lund] for accusing the army": who is praised or blamed for what was said has said it. */
    private @Nullable TokenRange reproached(int participle) {
        int of = participle - 1;
        int floor = b.sentenceStart(participle);
        int from = of;
        while (from > floor && b.isTagged(from - 1, NAMING)) {
            from--;
        }
        int verb = b.is(from - 1, "at", "on") ? from - 2 : from - 1;
        boolean particle = verb < from - 1 && b.isTagged(verb, PARTICLES);
        boolean object = b.is(of, "for") && from < of && verb >= floor;
        return object && b.isVerb(particle ? verb - 1 : verb) && !b.inQuote(of) ? new TokenRange(from, of) : null;
    }

    private static boolean quotesSomebody(Cue cue) {
        return cue.lemma().equals("quote") || cue.lemma().equals("cite");
    }

    /** An outlet quoted somebody as saying …: two attributions, the inner one inside the outer one's content. */
    private boolean quotedAsSaying(VerbGroup group, Cue cue, @Nullable TokenRange source, boolean inherited) {
        int limit = b.sentenceEnd(group.head());
        int end = Math.min(limit, group.end() + SAYING_REACH) - 1;
        int as = b.first(group.end() + 1, end, i -> b.is(i, "as") && b.endsIn(i + 1, "ing"));
        Optional<Match> match = as < end ? lexicon.match(b, as + 1) : Optional.empty();
        TokenRange speaker = match.isPresent() ? bare.withoutTimes(group.end(), as) : null;
        if (speaker == null) {
            return false;
        }
        Cue said = match.get().cue();
        TokenRange saying = new TokenRange(as + 1, as + 1 + match.get().length());
        int start = starts.of(saying.to(), limit, said);
        if (start < 0) {
            return false;
        }
        TokenRange inner = contentFrom(start);
        List<TokenRange> outer = List.of(new TokenRange(speaker.from(), inner.to()));
        // Who quotes a speaker voices something, where one who merely mentions a text does not.
        Cue quoting = new Cue(cue.lemma(), cue.wordClass(), cue.act(), true, false, cue.frames());
        found.add(new TokenAttribution(quoting, group.words(), source, inherited, outer, 0.9));
        found.add(said, saying, speaker, List.of(inner), 0.9);
        return true;
    }

    /** The raid claimed 20 lives: a toll, not an act of speech. */
    private boolean takesLives(int from, int limit) {
        int end = Math.min(limit, from + VICTIM_REACH);
        int stop = b.first(from, end, i -> b.isAny(i, VICTIMS) || opensClaim(i));
        return stop < end && !opensClaim(stop);
    }

    private boolean opensClaim(int i) {
        return b.is(i, "that", "to") || b.isVerbal(i) || b.inQuote(i);
    }

    private boolean hasPluralSubject(VerbGroup group) {
        int before = group.start() - 1;
        return before >= b.sentenceStart(group.head())
                && (b.isTagged(before, BEFORE_BASE) || (b.isHeadline() && b.tag(before) == Pos.PUNCT));
    }

    /** A participle is a cue when it follows a comma, a conjunction, a noun or a form of be. */
    private boolean isParticipleCue(VerbGroup group) {
        int before = group.start() - 1;
        if (before < b.sentenceStart(group.head())) {
            return false;
        }
        boolean progressive = b.isBe(group.start()) || b.isBe(group.head() - 1);
        boolean joined = b.is(before, ",") || b.isTagged(before, BEFORE_ING) || b.isAny(before, BEFORE_PARTICIPLE);
        return progressive || joined || b.inQuote(before) || reproached(group.start()) != null;
    }

    /** Source of a predicate without a subject of its own: that of the cue before it, else of the sentence's main verb. */
    private @Nullable TokenRange inheritedSource(int at) {
        TokenRange source = found.sourceBefore(at);
        for (int verb = b.sentenceStart(at); verb < at && source == null; verb++) {
            if (b.isVerbal(verb) && !b.inQuote(verb)) {
                source = subjects.subjectBefore(verb);
            }
        }
        return source;
    }

    /** Source, cue, content: he said that …, he accused them of …, he threatened to … */
    private void preposed(VerbGroup group, Cue cue, @Nullable TokenRange source, boolean inherited) {
        int at = group.end();
        int start = starts.of(at, b.sentenceEnd(group.head()), cue);
        if (start < 0) {
            return;
        }
        boolean joined = start == at + 1 && b.tag(at) == Pos.ADP && cue.takes(b.lower(at));
        int end = ends.of(start);
        if (end <= start) {
            return;
        }
        if (cue.takes("np") && !b.is(start, "that") && !b.inQuote(start)) {
            end = Math.min(end, clauses.end(start, end));
        }
        if (reproached(group.start()) != null) {
            end = b.first(start, end, i -> b.tag(i) == Pos.CCONJ && b.isVerb(i + 1) && !b.isParticiple(i + 1));
        }
        List<TokenRange> content = new ArrayList<>(List.of(new TokenRange(start, end)));
        if (b.inQuote(start)) {
            addFollowingQuote(content, end);
        }
        TokenRange words = new TokenRange(group.start(), Math.max(joined ? start : at, starts.cueEnd(at, start)));
        found.add(new TokenAttribution(cue, words, source, inherited, content, inherited ? 0.7 : 0.9));
    }
}

package org.rashomon.annotate.agreements;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.Negation;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.events.AgreementMention.Kind;
import org.rashomon.model.events.Obligation.Deontic;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/**
 * Where words oblige, forbid or allow: somebody <em>agreed to, is supposed to</em>; <em>must, will, would</em> in what an agreement
 * says; <em>the accord bars X from, calls for, would see X do</em>; <em>a deal for X to do, a deal to do</em>; <em>its commitment was
 * to</em>.
 */
final class DutyCues {
    private static final PhrasePattern OWING = pattern("owing");
    private static final PhrasePattern UNDERTAKING = pattern("undertaking verb");
    private static final PhrasePattern COMMITTED = pattern("committed to doing");
    private static final PhrasePattern MODAL = pattern("duty modal");
    private static final PhrasePattern TERM = pattern("has until");
    private static final PhrasePattern NO_DEED = pattern("no deed");
    private static final PhrasePattern SET_FOR = pattern("set for");
    private static final PhrasePattern TO_AGREEMENT = pattern("to its verb");
    private static final PhrasePattern CALLING_FOR = pattern("calling for");
    private static final PhrasePattern WITH_WHOM = pattern("with whom");
    private static final PhrasePattern NO_SUBJECT = pattern("no subject");
    private static final PhrasePattern LINKED = pattern("linked");
    private static final PhrasePattern FROM_DOING = pattern("from doing");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> IS = WORDS.list("is");
    private static final Set<String> AGREEING = WORDS.list("undertaking in a deal");
    private static final Set<String> GOING_ON = WORDS.list("going on");
    private static final Set<String> MAY = WORDS.list("may");
    private static final Set<String> ALLOWED = WORDS.list("allowed");
    private static final Set<String> OBLIGING = WORDS.list("obliging");
    private static final Set<String> SEEING = WORDS.list("seeing");
    private static final Set<String> FORBIDDING = WORDS.list("forbidding");
    private static final Set<String> ALLOWING = WORDS.list("allowing");
    private static final Set<String> DEED_NOUNS = WORDS.list("deed nouns");
    private static final Set<String> DEED_VERBS = WORDS.list("deed verbs");
    private static final Set<String> COMMITMENTS = WORDS.list("commitments");
    private static final Set<String> JOINTS = WORDS.list("joints");
    private static final Set<String> BREAK = WORDS.list("break");
    private static final Set<String> UNDER = WORDS.list("under");
    private static final Set<Pos> BEFORE_VERB = EnumSet.of(Pos.AUX, Pos.ADV);
    private static final Set<Pos> BEFORE_OBJECT = EnumSet.of(Pos.VERB, Pos.PART, Pos.ADP);
    /** Words, at most, between what an agreement obliges and whom, and the deed. */
    private static final int OBJECT_WITHIN = 16;

    private final EventTargets subjects;

    DutyCues(EventTargets subjects) {
        this.subjects = subjects;
    }

    private static PhrasePattern pattern(String name) {
        return PhrasePattern.of("en/agreement-patterns.tsv", name);
    }

    /**
     * The cue that begins at token {@code i}, or null.
     *
     * @param here agreements that the sentence names
     * @param frame how far the sentence tells what an agreement holds
     */
    @Nullable
    DutyCue at(Scene scene, int i, List<Named> here, DutyFrame frame) {
        TaggedSentence s = scene.words();
        for (Named named : here) {
            if (named.to() == i) {
                return ofAgreement(scene, named);
            }
        }
        if (s.isAny(i, COMMITMENTS)) {
            return ofCommitments(scene, i);
        }
        DutyCue own = ofUndertaking(scene, i, here, frame);
        if (own != null) {
            return own;
        }
        boolean conditional = frame.condition() >= 0 && i > frame.condition() && s.isAny(i, MAY);
        if (MODAL.standsAt(s, i) && (frame.isSaid() || conditional || (frame.goesOn() && s.isAny(i, GOING_ON)))) {
            return ofModal(scene, i, here, frame);
        }
        int term = frame.isSaid() ? TERM.lengthAt(s, i) : 0;
        if (term > 0) {
            int deed = infinitive(s, i + term);
            return deed < 0
                    ? null
                    : withSubject(scene, Stretch.startOfRun(s, i, BEFORE_VERB), deed, Deontic.MUST, here);
        }
        return s.isAny(i, IS) ? ofBe(scene, i, here, frame) : null;
    }

    /** The verb of "to do" or "not to do" at token {@code k}, or -1. */
    private static int infinitive(TaggedSentence s, int k) {
        int to = Negation.at(s, k) ? k + 1 : k;
        return s.is(to, "to") && (DutyDeed.isVerb(s, to + 1) || s.is(to + 1, "be")) && !s.endsIn(to + 1, "ing")
                ? to + 1
                : -1;
    }

    private static Deontic duty(TaggedSentence s, int k) {
        return Negation.at(s, k) ? Deontic.MUST_NOT : Deontic.MUST;
    }

    /** "Agreed to", "agreed in May, under the deal, not to", "has committed to doing". */
    private @Nullable DutyCue ofUndertaking(Scene scene, int i, List<Named> here, DutyFrame frame) {
        TaggedSentence s = scene.words();
        int committed = COMMITTED.lengthAt(s, i);
        boolean agreed = s.isAny(i, AGREEING) || (frame.isSaid() && UNDERTAKING.standsAt(s, i));
        int k = agreed ? i + 1 : i + committed;
        if (k == i || isUnreal(s, i, frame)) {
            return null;
        }
        int start = Stretch.startOfRun(s, i, BEFORE_VERB);
        if (committed > 0 && !agreed) {
            return !frame.commits() ? null : withSubject(scene, start, k, Deontic.MUST, here);
        }
        while (scene.inTime(k) || (s.tag(k) == Pos.ADP && scene.inTime(k + 1))) {
            k++;
        }
        if (s.is(k, ",") && s.isAny(k + 1, UNDER)) {
            k = s.first(k + 1, s.size(), j -> s.is(j, ",")) + 1;
        }
        int deed = infinitive(s, k);
        return deed < 0 ? null : withSubject(scene, start, deed, duty(s, k), here);
    }

    /** Whether it is only asked for, denied or thought of that somebody undertakes something. */
    private static boolean isUnreal(TaggedSentence s, int i, DutyFrame frame) {
        return StatementMood.isNegated(s, i) || (StatementMood.isUnreal(s, i) && !frame.isSaid());
    }

    private @Nullable DutyCue ofModal(Scene scene, int i, List<Named> here, DutyFrame frame) {
        TaggedSentence s = scene.words();
        int verb = Negation.at(s, i + 1) ? i + 2 : i + 1;
        while (s.tag(verb) == Pos.ADV) {
            verb++;
        }
        int required = OWING.lengthAt(s, verb);
        if (required > 0) {
            int deed = infinitive(s, verb + required);
            return deed < 0 ? null : withSubject(scene, i, deed, duty(s, i + 1), here);
        }
        if (NO_DEED.standsAt(s, verb)) {
            return null;
        }
        Deontic deontic = duty(s, i + 1);
        if (!frame.isSaid() && frame.condition() >= 0) {
            if (s.is(verb, "be")) {
                return null;
            }
            deontic = Deontic.IF;
        } else if (deontic == Deontic.MUST && s.isAny(i, MAY)) {
            deontic = Deontic.MAY;
        }
        return withSubject(scene, i, verb, deontic, here);
    }

    /** "Is to", "were supposed to", "is not allowed to", "are set for"; what one is not required to do is left open. */
    private @Nullable DutyCue ofBe(Scene scene, int i, List<Named> here, DutyFrame frame) {
        TaggedSentence s = scene.words();
        boolean not = Negation.at(s, i + 1);
        int k = not ? i + 2 : i + 1;
        int owing = OWING.lengthAt(s, k);
        if (owing > 0 && !not && !isUnreal(s, i, frame)) {
            int deed = infinitive(s, k + owing);
            return deed < 0 || NO_DEED.standsAt(s, deed) ? null : withSubject(scene, i, deed, duty(s, k + owing), here);
        }
        if (frame.isSaid() && SET_FOR.standsAt(s, k)) {
            return withSubject(scene, i, k + 2, Deontic.MUST, here);
        }
        if (!frame.obliges() && !frame.isNext()) {
            return null;
        }
        int deed = infinitive(s, i + 1);
        if (deed >= 0) {
            return NO_DEED.standsAt(s, deed) || (!frame.obliges() && s.is(deed, "be"))
                    ? null
                    : withSubject(scene, i, deed, duty(s, i + 1), here);
        }
        deed = s.isAny(k, ALLOWED) && frame.isSaid() ? infinitive(s, k + 1) : -1;
        return deed < 0 ? null : withSubject(scene, i, deed, not ? Deontic.MUST_NOT : Deontic.MAY, here);
    }

    /** What stands behind an agreement's name: "obliges X to", "that would see X do", "calls for", "for X to do", "to do". */
    private static @Nullable DutyCue ofAgreement(Scene scene, Named named) {
        TaggedSentence s = scene.words();
        int i = named.to() + WITH_WHOM.lengthAt(s, named.to());
        if (s.is(i, "for")) {
            int deed = doneByObject(s, i + 1, false);
            return deed < 0 ? null : new DutyCue(i + 1, deed, Deontic.MUST, new TokenRange(i + 1, deed - 1), false);
        }
        if (named.kind() == Kind.DEAL && s.is(i, "to")) {
            boolean deed = s.isAny(i + 1, DEED_VERBS)
                    && !named.isUsed(s)
                    && !StatementMood.isUnreal(s, named.start())
                    && DutyDeed.at(scene, i + 1).end() > i + 2;
            return deed ? DutyCue.ofNobody(named.from(), i + 1, Deontic.MUST) : null;
        }
        int verb = i + TO_AGREEMENT.lengthAt(s, i);
        if (s.any(i, verb, k -> Negation.at(s, k))
                || (!named.definite() && s.any(i, verb, k -> s.is(k, "would")) && !named.isMade(s))) {
            return null;
        }
        int calling = CALLING_FOR.lengthAt(s, verb);
        if (calling > 0 && s.isAny(s.head(verb + calling, s.phraseEnd(verb + calling)), DEED_NOUNS)) {
            return DutyCue.ofNobody(named.from(), verb + calling, Deontic.MUST);
        }
        if (s.isAny(verb, FORBIDDING)) {
            int from = s.first(
                    verb + 1,
                    Math.min(s.size(), verb + OBJECT_WITHIN),
                    k -> FROM_DOING.standsAt(s, k) || s.isAny(k, BREAK));
            return FROM_DOING.standsAt(s, from)
                    ? new DutyCue(verb, from + 1, Deontic.MUST_NOT, new TokenRange(verb + 1, from), false)
                    : DutyCue.ofNobody(named.from(), verb + 1, Deontic.MUST_NOT);
        }
        boolean allows = s.isAny(verb, ALLOWING);
        boolean sees = s.isAny(verb, SEEING);
        int object =
                s.is(verb + 1, "on") || (s.is(verb, "calls", "called") && s.is(verb + 1, "for")) ? verb + 2 : verb + 1;
        int deed = allows || sees || s.isAny(verb, OBLIGING) ? doneByObject(s, object, sees) : -1;
        if (deed < 0) {
            return null;
        }
        if (sees && s.endsIn(deed, "ed")) {
            return new DutyCue(object, deed, Deontic.MUST, new TokenRange(object, deed), false);
        }
        int end = s.is(deed - 1, "to") ? deed - 1 : deed;
        return new DutyCue(verb, deed, allows ? Deontic.MAY : duty(s, end - 1), new TokenRange(object, end), false);
    }

    /** The deed of "X to do", or of "X do" behind a verb of seeing, from token {@code object}; or -1. */
    private static int doneByObject(TaggedSentence s, int object, boolean bare) {
        for (int k = object; k < object + OBJECT_WITHIN && !s.isAny(k, BREAK); k++) {
            int verb = k > object ? infinitive(s, k) : -1;
            if (verb >= 0) {
                return verb;
            }
            if (!bare && s.tag(k) == Pos.VERB && !s.endsIn(k, "ed", "ing")) {
                return -1;
            }
            if (bare && k > object && s.tag(k) == Pos.VERB && s.isNoun(k - 1)) {
                return k;
            }
        }
        return -1;
    }

    /** "Its commitments under the resolution, including to stop": owed by whoever "its" stands for beside the verb. */
    private static @Nullable DutyCue ofCommitments(Scene scene, int i) {
        TaggedSentence s = scene.words();
        TokenRange owner = owner(s, i);
        if (owner.from() >= owner.to()) {
            return null;
        }
        for (int k = i + 1; k < i + 18 && !s.is(k, "\"", "and", "\u2014") && (s.tag(k) != Pos.AUX || s.isBe(k)); k++) {
            int verb = infinitive(s, k);
            if (verb >= 0) {
                return new DutyCue(k, verb, duty(s, k), owner, false);
            }
        }
        return null;
    }

    /** Whose commitments they are; empty where nothing tells it. */
    private static TokenRange owner(TaggedSentence s, int i) {
        for (int own = i - 1; own >= i - 2; own--) {
            if (s.isPossessiveWord(own)) {
                int to = Stretch.startOfRun(s, own, BEFORE_OBJECT);
                return new TokenRange(s.phraseStart(to), to);
            }
        }
        int start = s.phraseStart(i);
        int mark = i;
        while (mark > start && !s.isPossessive(mark)) {
            mark--;
        }
        return new TokenRange(start, mark);
    }

    /** The subject of the verb at token {@code start}; "the troops who hold the road and the rebels who want it" from its first word on. */
    private @Nullable TokenRange subject(Scene scene, int start) {
        TaggedSentence s = scene.words();
        if (s.is(start - 1, "\"")) {
            return subject(scene, start - 1);
        }
        int open = s.runStart(start, start, k -> !s.isAny(k, BREAK));
        boolean relative = s.any(open + 1, start - 1, k -> s.is(k, "who", "which") && s.isNoun(k - 1));
        TokenRange subject = relative ? new TokenRange(open, start) : subjects.subject(scene, start);
        return subject == null || NO_SUBJECT.standsAt(s, subject.from()) || isOfAntecedent(s, subject, start)
                ? null
                : subject;
    }

    /** "A deal brokered by Torvia that was to": what the clause is about may stand further before. */
    private static boolean isOfAntecedent(TaggedSentence s, TokenRange subject, int start) {
        return s.is(start - 1, "that", "which") && LINKED.standsAt(s, subject.from() - 1);
    }

    private @Nullable DutyCue withSubject(Scene scene, int start, int verb, Deontic deontic, List<Named> here) {
        if (scene.words().isAny(start - 1, JOINTS)) {
            return new DutyCue(start, verb, deontic, null, true);
        }
        TokenRange subject = subject(scene, start);
        boolean agreement =
                subject != null && here.stream().anyMatch(n -> n.from() >= subject.from() && n.to() == subject.to());
        return subject == null || agreement ? null : new DutyCue(start, verb, deontic, subject, false);
    }
}

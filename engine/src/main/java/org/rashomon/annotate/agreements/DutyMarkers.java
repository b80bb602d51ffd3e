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
import org.rashomon.model.events.Obligation.Deontic;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/**
 * Where words oblige, forbid or allow: <em>must</em> and <em>will</em> in what an agreement says, <em>is required to</em>, <em>agreed to</em>,
 * <em>the accord bars X from</em>, <em>its commitments to</em>.
 */
final class DutyMarkers {
    private static final PhrasePattern WILL_OBLIGE = PhrasePattern.of("en/agreement-patterns.tsv", "will oblige");
    private static final PhrasePattern OF_AGREEMENT = PhrasePattern.of("en/agreement-patterns.tsv", "of agreement");
    private static final PhrasePattern NO_DEED = PhrasePattern.of("en/agreement-patterns.tsv", "no deed");
    private static final PhrasePattern UNDERTAKING = PhrasePattern.of("en/agreement-patterns.tsv", "undertaking verb");
    private static final PhrasePattern FROM_DOING = PhrasePattern.of("en/agreement-patterns.tsv", "from doing");
    private static final WordLists WORDS = WordLists.of("en/agreement-words.tsv");
    private static final Set<String> MUST = WORDS.list("must");
    private static final Set<String> MAY = WORDS.list("may");
    private static final Set<String> IS = WORDS.list("is");
    private static final Set<String> IDIOMS = WORDS.list("idioms");
    private static final Set<String> REQUIRED = WORDS.list("required");
    private static final Set<String> ALLOWED = WORDS.list("allowed");
    private static final Set<String> RENEWING = WORDS.list("renewing");
    private static final Set<String> FORBIDDING = WORDS.list("forbidding");
    private static final Set<String> ALLOWING = WORDS.list("allowing");
    private static final Set<String> NOT_THAT = WORDS.list("not that");
    private static final Set<String> COMMITMENTS = WORDS.list("commitments");
    private static final Set<String> CONDITION = WORDS.list("condition");
    private static final Set<String> JOINTS = WORDS.list("joints");
    private static final Set<String> BREAK = WORDS.list("break");
    private static final Set<Pos> BEFORE_VERB = EnumSet.of(Pos.AUX, Pos.ADV);
    private static final Set<Pos> BEFORE_OBJECT = EnumSet.of(Pos.VERB, Pos.PART, Pos.ADP);

    /** Words, at most, between an agreement and the verb whose subject it is. */
    private static final int BEFORE_DUTY = 14;

    private final EventTargets subjects;

    DutyMarkers(EventTargets subjects) {
        this.subjects = subjects;
    }

    /**
     * The marker that begins at token {@code i}, or null.
     *
     * @param here agreements that the sentence names
     * @param explicit whether the sentence says what an agreement holds, so that "will" obliges
     */
    @Nullable
    DutyMarker at(Scene scene, int i, List<Named> here, boolean explicit) {
        TaggedSentence s = scene.words();
        if (s.isAny(i, MUST)) {
            return explicit || !here.isEmpty() ? ofModal(scene, i, here) : null;
        }
        if (explicit && WILL_OBLIGE.standsAt(s, i)) {
            return ofModal(scene, i, here);
        }
        if (s.isAny(i, IS)) {
            return ofBe(scene, i, here);
        }
        if (isUndertaking(s, i, here)) {
            int start = Stretch.startOfRun(s, i, BEFORE_VERB);
            return withSubject(scene, start, infinitive(s, i + 1), duty(s, i + 1), here);
        }
        if (OF_AGREEMENT.standsAt(s, i)) {
            return ofAgreement(scene, i, here);
        }
        return s.isAny(i, COMMITMENTS) ? ofCommitments(scene, i) : null;
    }

    /** The verb of "to do" or "not to do" at token {@code k}, or -1. */
    private static int infinitive(TaggedSentence s, int k) {
        int to = isNot(s, k) ? k + 1 : k;
        return s.is(to, "to") && DutyDeed.isVerb(s, to + 1) ? to + 1 : -1;
    }

    private static Deontic duty(TaggedSentence s, int k) {
        return isNot(s, k) ? Deontic.MUST_NOT : Deontic.MUST;
    }

    private static boolean isNot(TaggedSentence s, int k) {
        return Negation.at(s, k);
    }

    private @Nullable DutyMarker ofModal(Scene scene, int i, List<Named> here) {
        TaggedSentence s = scene.words();
        int verb = isNot(s, i + 1) ? i + 2 : i + 1;
        while (s.tag(verb) == Pos.ADV) {
            verb++;
        }
        if (NO_DEED.standsAt(s, verb)) {
            return null;
        }
        Deontic deontic = duty(s, i + 1);
        if (Stretch.has(s, 0, i, CONDITION)) {
            deontic = Deontic.IF;
        } else if (deontic == Deontic.MUST && s.isAny(i, MAY)) {
            deontic = Deontic.MAY;
        }
        return withSubject(scene, i, verb, deontic, here);
    }

    /** "is to", "are required to", "is not allowed to"; what one is not required to do is left open. */
    private @Nullable DutyMarker ofBe(Scene scene, int i, List<Named> here) {
        TaggedSentence s = scene.words();
        int verb = infinitive(s, i + 1);
        if (verb >= 0) {
            return s.isAny(verb, IDIOMS) ? null : withSubject(scene, i, verb, duty(s, i + 1), here);
        }
        boolean not = isNot(s, i + 1);
        int k = not ? i + 2 : i + 1;
        verb = infinitive(s, k + 1);
        if (verb < 0) {
            return null;
        }
        if (s.isAny(k, ALLOWED)) {
            return withSubject(scene, i, verb, not ? Deontic.MUST_NOT : Deontic.MAY, here);
        }
        return s.isAny(k, REQUIRED) && !not ? withSubject(scene, i, verb, duty(s, k + 1), here) : null;
    }

    /** "agreed to", "undertook not to", of somebody or of the agreement that the sentence names. */
    private static boolean isUndertaking(TaggedSentence s, int i, List<Named> here) {
        int deed = infinitive(s, i + 1);
        if (deed < 0 || !UNDERTAKING.standsAt(s, i)) {
            return false;
        }
        return here.isEmpty() ? i < 8 : !makesAgreement(s, deed, here);
    }

    /** "The accord obliges X to…", "bars X from …ing", "allows X to…". */
    private static @Nullable DutyMarker ofAgreement(Scene scene, int i, List<Named> here) {
        TaggedSentence s = scene.words();
        boolean next = here.stream().anyMatch(n -> n.to() == i);
        boolean named =
                !s.isAny(i - 1, NOT_THAT) && here.stream().anyMatch(n -> n.to() <= i && i - n.to() < BEFORE_DUTY);
        boolean subject = named || s.is(i - 1, "it") || s.is(i - 2, "it");
        if (!subject || (s.tag(i) != Pos.VERB && !next)) {
            return null;
        }
        boolean forbids = s.isAny(i, FORBIDDING);
        for (int k = i + 1; k < i + 16 && !s.isAny(k, BREAK); k++) {
            if (forbids && FROM_DOING.standsAt(s, k)) {
                return new DutyMarker(i, k + 1, Deontic.MUST_NOT, i + 1, k);
            }
            int verb = k > i + 1 && !forbids ? infinitive(s, k) : -1;
            if (verb >= 0) {
                return new DutyMarker(i, verb, s.isAny(i, ALLOWING) ? Deontic.MAY : duty(s, k), i + 1, k);
            }
        }
        return null;
    }

    /** "its commitments under the resolution, including to stop …": owed by whoever "its" stands for beside the verb. */
    private static @Nullable DutyMarker ofCommitments(Scene scene, int i) {
        TaggedSentence s = scene.words();
        TokenRange owner = owner(s, i);
        if (owner.from() >= owner.to()) {
            return null;
        }
        for (int k = i + 1; k < i + 18 && !s.is(k, "\"") && s.tag(k) != Pos.AUX; k++) {
            int verb = infinitive(s, k);
            if (verb >= 0) {
                return new DutyMarker(k, verb, duty(s, k), owner.from(), owner.to());
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

    private @Nullable DutyMarker withSubject(Scene scene, int start, int verb, Deontic deontic, List<Named> here) {
        if (scene.words().isAny(start - 1, JOINTS)) {
            return new DutyMarker(start, verb, deontic, -1, -1);
        }
        TokenRange subject = subjects.subject(scene, start);
        if (subject == null || here.stream().anyMatch(n -> n.from() >= subject.from() && n.to() == subject.to())) {
            return null;
        }
        return new DutyMarker(start, verb, deontic, subject.from(), subject.to());
    }

    /** "agreed to demand a ceasefire", "agreed to sign the deal": tells that the agreement was made, not what it obliges to. */
    private static boolean makesAgreement(TaggedSentence s, int verb, List<Named> here) {
        return s.isAny(verb, RENEWING) && here.stream().anyMatch(n -> n.start() > verb && n.start() <= verb + 3);
    }
}

package org.rashomon.annotate.agreements;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.agreements.AgreementFinder.Named;
import org.rashomon.annotate.incidents.EventTargets;
import org.rashomon.annotate.incidents.Scene;
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
    private static final Set<String> REQUIRED =
            WordLists.of("en/agreement-words.tsv").list("required");
    private static final Set<String> UNDERTAKING =
            WordLists.of("en/agreement-words.tsv").list("undertaking");
    private static final Set<String> OBLIGING =
            WordLists.of("en/agreement-words.tsv").list("obliging");
    private static final Set<String> FORBIDDING =
            WordLists.of("en/agreement-words.tsv").list("forbidding");
    private static final Set<String> ALLOWING =
            WordLists.of("en/agreement-words.tsv").list("allowing");
    private static final Set<String> COMMITMENTS =
            WordLists.of("en/agreement-words.tsv").list("commitments");
    private static final Set<String> BE = Set.of("is", "are", "was", "were");

    private final EventTargets subjects;

    DutyMarkers(EventTargets subjects) {
        this.subjects = subjects;
    }

    /**
     * The marker that begins at token {@code i}, or null.
     *
     * @param here agreements that the sentence names
     * @param told whether a sentence just before names one
     * @param explicit whether the sentence says what an agreement holds, so that "will" obliges
     */
    @Nullable
    DutyMarker at(Scene scene, int i, List<Named> here, boolean told, boolean explicit) {
        TaggedSentence s = scene.words();
        if (here.isEmpty() && !told && !explicit) {
            return null;
        }
        boolean must = s.is(i, "must") || s.is(i, "shall");
        if (must || (s.is(i, "will") || s.is(i, "may") || s.is(i, "can")) && explicit && s.tag(i) == Pos.AUX) {
            return must && !explicit && here.isEmpty() ? null : ofModal(scene, i, here);
        }
        DutyMarker marker = s.isAny(i, BE) ? ofBe(scene, i, here) : null;
        if (marker != null) {
            return marker;
        }
        if (isUndertaking(s, i, here)) {
            return ofUndertaking(scene, i, here);
        }
        if (s.isAny(i, OBLIGING) || s.isAny(i, FORBIDDING) || s.isAny(i, ALLOWING)) {
            return ofAgreement(scene, i, here);
        }
        return s.isAny(i, COMMITMENTS) ? ofCommitments(scene, i) : null;
    }

    private @Nullable DutyMarker ofModal(Scene scene, int i, List<Named> here) {
        TaggedSentence s = scene.words();
        boolean not = s.is(i + 1, "not") || s.is(i + 1, "n't");
        int verb = i + (not ? 2 : 1);
        while (s.tag(verb) == Pos.ADV) {
            verb++;
        }
        Deontic deontic = conditional(s, i)
                ? Deontic.IF
                : not ? Deontic.MUST_NOT : s.is(i, "may") || s.is(i, "can") ? Deontic.MAY : Deontic.MUST;
        return s.is(verb, "be") && s.tag(verb + 1) == Pos.ADJ || s.is(verb, "have")
                ? null
                : withSubject(scene, i, verb, deontic, here);
    }

    /** "is to", "are required to", "is not allowed to", "are barred from". */
    private @Nullable DutyMarker ofBe(Scene scene, int i, List<Named> here) {
        TaggedSentence s = scene.words();
        boolean not = s.is(i + 1, "not");
        int k = i + (not ? 2 : 1);
        if (s.is(k, "to") && Deed.isVerb(s, k + 1) && !s.is(k + 1, "blame") && !s.is(k + 1, "say")) {
            return withSubject(scene, i, k + 1, not ? Deontic.MUST_NOT : Deontic.MUST, here);
        }
        boolean allowed = s.isAny(k, Set.of("allowed", "permitted", "entitled", "free"));
        if ((s.isAny(k, REQUIRED) || allowed) && (s.is(k + 1, "to") || s.is(k + 1, "not") && s.is(k + 2, "to"))) {
            boolean negated = not || s.is(k + 1, "not");
            int verb = s.is(k + 1, "not") ? k + 3 : k + 2;
            Deontic deontic = allowed
                    ? not ? Deontic.MUST_NOT : Deontic.MAY
                    : negated && !s.is(k, "required") ? Deontic.MUST_NOT : negated ? null : Deontic.MUST;
            return deontic == null ? null : withSubject(scene, i, verb, deontic, here);
        }
        boolean barred = s.isAny(k, Set.of("forbidden", "barred", "banned", "prohibited")) && s.is(k + 1, "from");
        return barred ? withSubject(scene, i, k + 2, Deontic.MUST_NOT, here) : null;
    }

    /** "agreed to", "undertook not to", of somebody or of the agreement that the sentence names. */
    private static boolean isUndertaking(TaggedSentence s, int i, List<Named> here) {
        if (!s.isAny(i, UNDERTAKING) || s.tag(i) != Pos.VERB && !s.lower(i).endsWith("ed")) {
            return false;
        }
        int to = s.is(i + 1, "not") ? i + 2 : i + 1;
        return s.is(to, "to")
                && Deed.isVerb(s, to + 1)
                && !makesAgreement(s, to + 1, here)
                && !isGuess(s, i)
                && (!here.isEmpty() || i < 8);
    }

    private @Nullable DutyMarker ofUndertaking(Scene scene, int i, List<Named> here) {
        TaggedSentence s = scene.words();
        boolean not = s.is(i + 1, "not");
        int start = i;
        while (start > 0 && (s.tag(start - 1) == Pos.AUX || s.tag(start - 1) == Pos.ADV)) {
            start--;
        }
        return withSubject(scene, start, i + (not ? 3 : 2), not ? Deontic.MUST_NOT : Deontic.MUST, here);
    }

    /** "The accord obliges X to…", "bars X from …ing", "allows X to…". */
    private static @Nullable DutyMarker ofAgreement(Scene scene, int i, List<Named> here) {
        TaggedSentence s = scene.words();
        boolean subject = here.stream()
                        .anyMatch(n -> n.to() <= i && i - n.to() < 14 && !s.is(i - 1, "was") && !s.is(i - 1, "not"))
                || s.is(i - 1, "it")
                || s.is(i - 2, "it");
        boolean next = here.stream().anyMatch(n -> n.to() == i);
        if (!subject || s.tag(i) != Pos.VERB && !next) {
            return null;
        }
        boolean forbids = s.isAny(i, FORBIDDING);
        for (int k = i + 1; k < Math.min(s.size(), i + 16); k++) {
            boolean not = s.is(k, "not") && s.is(k + 1, "to");
            if (k > i + 1 && (s.is(k, "to") || not) && !forbids && Deed.isVerb(s, not ? k + 2 : k + 1)) {
                Deontic deontic = s.isAny(i, ALLOWING) ? Deontic.MAY : not ? Deontic.MUST_NOT : Deontic.MUST;
                return new DutyMarker(i, not ? k + 2 : k + 1, deontic, i + 1, k, false);
            }
            if (k > i + 1 && s.is(k, "from") && forbids && s.lower(k + 1).endsWith("ing")) {
                return new DutyMarker(i, k + 1, Deontic.MUST_NOT, i + 1, k, false);
            }
            if (s.is(k, ",") || s.is(k, ";") || s.is(k, "that")) {
                return null;
            }
        }
        return null;
    }

    /** "its commitments under the resolution, including to stop …": owed by whoever "its" stands for beside the verb. */
    private static @Nullable DutyMarker ofCommitments(Scene scene, int i) {
        TaggedSentence s = scene.words();
        int from = -1;
        int to = -1;
        if (s.isPossessiveWord(i - 1) || s.isPossessiveWord(i - 2)) {
            int own = s.isPossessiveWord(i - 1) ? i - 1 : i - 2;
            int k = own - 1;
            while (k > 0
                    && (s.tag(k) == Pos.VERB
                            || s.tag(k) == Pos.PART
                            || s.tag(k) == Pos.ADV
                            || s.tag(k) == Pos.ADP
                            || s.is(k, "to"))) {
                k--;
            }
            to = k + 1;
            from = s.phraseStart(to);
        } else {
            int start = s.phraseStart(i);
            for (int k = i; k > start; k--) {
                if (s.isPossessive(k)) {
                    to = k;
                    from = start;
                    break;
                }
            }
        }
        if (from < 0 || from >= to) {
            return null;
        }
        for (int k = i + 1; k < Math.min(s.size(), i + 18); k++) {
            boolean not = s.is(k, "not") && s.is(k + 1, "to");
            if ((s.is(k, "to") || not) && Deed.isVerb(s, not ? k + 2 : k + 1)) {
                return new DutyMarker(k, not ? k + 2 : k + 1, not ? Deontic.MUST_NOT : Deontic.MUST, from, to, false);
            }
            if (s.is(k, ";") || s.is(k, "\"") || s.tag(k) == Pos.AUX) {
                return null;
            }
        }
        return null;
    }

    private @Nullable DutyMarker withSubject(Scene scene, int start, int verb, Deontic deontic, List<Named> here) {
        TaggedSentence s = scene.words();
        if (start > 0 && (s.is(start - 1, "and") || s.is(start - 1, "or") || s.is(start - 1, "but"))) {
            return new DutyMarker(start, verb, deontic, -1, -1, true);
        }
        TokenRange subject = subjects.subject(scene, start);
        if (subject == null || here.stream().anyMatch(n -> n.from() >= subject.from() && n.to() == subject.to())) {
            return null;
        }
        return new DutyMarker(start, verb, deontic, subject.from(), subject.to(), false);
    }

    private static boolean isGuess(TaggedSentence s, int i) {
        return s.is(i - 1, "would") || s.is(i - 1, "could") || s.is(i - 1, "not");
    }

    /** "agreed to demand a ceasefire", "agreed to sign the deal": tells that the agreement was made, not what it obliges to. */
    private static boolean makesAgreement(TaggedSentence s, int verb, List<Named> here) {
        boolean maker = s.isAny(
                verb,
                Set.of(
                        "demand",
                        "sign",
                        "observe",
                        "a",
                        "extend",
                        "renew",
                        "accept",
                        "declare",
                        "announce",
                        "reach",
                        "negotiate",
                        "be"));
        return maker && here.stream().anyMatch(n -> n.start() > verb && n.start() <= verb + 3);
    }

    private static boolean conditional(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0; k--) {
            if (s.is(k, "if") || s.is(k, "unless")) {
                return true;
            }
        }
        return false;
    }
}

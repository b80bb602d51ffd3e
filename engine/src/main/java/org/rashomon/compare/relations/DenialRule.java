package org.rashomon.compare.relations;

import java.util.List;
import java.util.Optional;
import org.rashomon.model.Actor;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;

/**
 * A denial answers an accusation when it clears one who is accused. It matters whom: <em>we made no strikes</em> does not answer
 * <em>Syria struck</em>, nor does clearing one of two answer <em>one or the other did it</em>; a lack of proof answers nothing.
 * Which came first, and in which outlet, does not matter.
 */
final class DenialRule implements RelationRule {

    @Override
    public Optional<Finding> relate(Stance a, Stance b) {
        boolean answers = a.denies() ? a.answersCharge() : b.answersCharge();
        if (a.denies() == b.denies() || !answers || a.sameSpeaker(b) || a.sameSide(b)) {
            return Optional.empty();
        }
        return a.denies() ? answer(b, a) : answer(a, b);
    }

    private static Optional<Finding> answer(Stance told, Stance denial) {
        List<Actor> accused = told.accused().isEmpty() ? told.implied() : told.accused();
        if (denial.lacksProof()) {
            return accused.isEmpty()
                    ? Optional.empty()
                    : undetermined(
                            told,
                            denial,
                            "%s says that there is no proof, which neither clears %s nor blames anyone."
                                    .formatted(Naming.opening(denial), Naming.all(accused)));
        }
        if (accused.isEmpty()) {
            return told.vouchesForIt() ? answerWithoutDoer(told, denial) : Optional.empty();
        }
        List<Actor> answered = accused.stream()
                .filter(actor -> denial.sides().contains(denial.cleared(), actor))
                .toList();
        if (denial.cleared().isEmpty() && !denial.nothingHappened()) {
            // "denied responsibility": whose part is denied, and that something happened at all, stays as the words
            // leave it
            return Optional.empty();
        }
        if (denial.cleared().isEmpty()) {
            return Finding.of(
                    told,
                    denial,
                    Kind.DENIES,
                    Slot.OCCURRENCE,
                    "%s says that what %s tells did not happen.".formatted(Naming.opening(denial), told.label()),
                    0.6);
        }
        if (answered.isEmpty()) {
            return undetermined(
                    told,
                    denial,
                    "%s names %s; %s clears %s only, so both can be true."
                            .formatted(
                                    Naming.opening(told),
                                    Naming.all(accused),
                                    denial.label(),
                                    Naming.all(denial.cleared())));
        }
        if (told.either() && answered.size() < accused.size()) {
            return undetermined(
                    told,
                    denial,
                    "%s leaves open which of %s did it; %s clears %s only."
                            .formatted(
                                    Naming.opening(told), Naming.all(accused), denial.label(), Naming.all(answered)));
        }
        String answer = denial.ofAny()
                ? "%s names %s as the doer; %s denies any such deed of %s, not this one alone."
                : "%s names %s as the doer; %s denies that %s did it.";
        return Finding.of(
                told,
                denial,
                Kind.DENIES,
                Slot.ACTOR,
                answer.formatted(Naming.opening(told), Naming.all(accused), denial.label(), Naming.all(answered)),
                denial.ofAny() ? 0.8 : 0.9);
    }

    private static Optional<Finding> answerWithoutDoer(Stance told, Stance denial) {
        if (denial.cleared().isEmpty() && !denial.nothingHappened()) {
            // "denied responsibility": whose part is denied, and that something happened at all, stays as the words
            // leave it
            return Optional.empty();
        }
        if (denial.cleared().isEmpty()) {
            return Finding.of(
                    told,
                    denial,
                    Kind.DENIES,
                    Slot.OCCURRENCE,
                    "%s tells that it happened; %s says that it did not."
                            .formatted(Naming.opening(told), denial.label()),
                    0.7);
        }
        return undetermined(
                told,
                denial,
                "%s names no doer; %s clears %s and does not say that nothing happened."
                        .formatted(Naming.opening(told), denial.label(), Naming.all(denial.cleared())));
    }

    private static Optional<Finding> undetermined(Stance told, Stance denial, String reason) {
        return Finding.of(told, denial, Kind.UNDETERMINED, Slot.ACTOR, reason, 0.6);
    }
}

package org.rashomon.compare.relations;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rashomon.model.Actor;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;
import org.rashomon.model.events.AgreementStatement;

/** Accusations of having broken an agreement, against each other and against their answers. */
final class CommitmentRule implements RelationRule {

    @Override
    public Optional<Finding> relate(Stance a, Stance b) {
        if (a.sameSpeaker(b)) {
            return Optional.empty();
        }
        boolean aAccuses = accuses(a);
        boolean bAccuses = accuses(b);
        if (aAccuses && bAccuses) {
            return twoAccusations(a, b);
        }
        if (aAccuses && answers(b)) {
            return accusationAndAnswer(a, b);
        }
        return bAccuses && answers(a) ? accusationAndAnswer(b, a) : Optional.empty();
    }

    private static Optional<Finding> twoAccusations(Stance a, Stance b) {
        List<Actor> ofA = a.claim().targets();
        List<Actor> ofB = b.claim().targets();
        if (ofA.isEmpty() || ofB.isEmpty()) {
            return Optional.empty();
        }
        if (a.sides().anySame(ofA, ofB)) {
            return Voices.mayBeOne(a, b)
                    ? Optional.empty()
                    : Finding.of(
                            a,
                            b,
                            Kind.CORROBORATES,
                            Slot.COMMITMENT,
                            "%s and %s both say that %s broke it."
                                    .formatted(Naming.opening(a), b.label(), Naming.all(ofA)),
                            0.7);
        }
        return Finding.of(
                a,
                b,
                Kind.COUNTER_ATTRIBUTES,
                Slot.COMMITMENT,
                "%s says that %s broke it; %s says that %s did."
                        .formatted(Naming.opening(a), Naming.all(ofA), b.label(), Naming.all(ofB)),
                0.8);
    }

    private static Optional<Finding> accusationAndAnswer(Stance accusation, Stance answer) {
        List<Actor> accused = accusation.claim().targets();
        boolean clears = answer.sides().anySame(accused, answer.cleared())
                || (answer.side() != null && answer.sides().contains(accused, answer.side()));
        if (!isDenial(answer)) {
            return Optional.empty();
        }
        return clears && !answer.lacksProof()
                ? Finding.of(
                        accusation,
                        answer,
                        Kind.DENIES,
                        Slot.COMMITMENT,
                        "%s says that %s broke it; %s denies it."
                                .formatted(Naming.opening(accusation), Naming.all(accused), answer.label()),
                        0.8)
                : Finding.of(
                        accusation,
                        answer,
                        Kind.UNDETERMINED,
                        Slot.COMMITMENT,
                        "%s's denial does not clear those whom %s accuses of breaking it."
                                .formatted(Naming.opening(answer), accusation.label()),
                        0.5);
    }

    private static boolean accuses(Stance stance) {
        return has(stance, statement -> statement.kind() == AgreementStatement.Kind.VIOLATION) && !stance.denies();
    }

    private static boolean answers(Stance stance) {
        return has(stance, statement -> statement.kind() == AgreementStatement.Kind.RESPONSE);
    }

    private static boolean isDenial(Stance stance) {
        return has(stance, statement -> statement.response() == AgreementStatement.Response.DENIAL);
    }

    private static boolean has(Stance stance, Predicate<AgreementStatement> property) {
        return stance.statements().stream().anyMatch(property);
    }
}

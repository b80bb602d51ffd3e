package org.rashomon.compare.relations;

import java.util.Optional;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;

/** What happened is shared, its cause or means are not: an attack to one, a fire or an accident to the other. */
final class CauseRule implements RelationRule {

    @Override
    public Optional<Finding> relate(Stance a, Stance b) {
        if (a.sameSpeaker(b)) {
            return Optional.empty();
        }
        if (a.otherCause() == null && b.otherCause() != null && a.tellsOfIt()) {
            return disputes(a, b, b.otherCause());
        }
        if (b.otherCause() == null && a.otherCause() != null && b.tellsOfIt()) {
            return disputes(b, a, a.otherCause());
        }
        if (a.cause() != null && b.cause() != null && !a.denies() && !b.denies()) {
            boolean alike = Words.shared(Words.telling(a.cause()), Words.telling(b.cause())) > 0;
            return alike
                    ? Optional.empty()
                    : Finding.of(
                            a,
                            b,
                            Kind.DISPUTES_CAUSE,
                            Slot.CAUSE,
                            "%s gives as cause: %s; %s gives: %s."
                                    .formatted(Naming.opening(a), a.cause(), b.label(), b.cause()),
                            0.6);
        }
        return Optional.empty();
    }

    private static Optional<Finding> disputes(Stance told, Stance other, String cause) {
        return Finding.of(
                told,
                other,
                Kind.DISPUTES_CAUSE,
                Slot.CAUSE,
                "%s tells of an attack; %s gives another cause (%s)."
                        .formatted(Naming.opening(told), other.label(), cause),
                0.6);
    }
}

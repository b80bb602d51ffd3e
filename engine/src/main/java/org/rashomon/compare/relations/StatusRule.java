package org.rashomon.compare.relations;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.AgreementStatement.Status;

/** Two words on whether an agreement stands: they contradict each other only as of the same day. */
final class StatusRule implements RelationRule {
    private static final Set<Status> STANDS = EnumSet.of(Status.IN_FORCE, Status.EXTENDED);
    private static final Set<Status> STANDS_NOT = EnumSet.of(Status.SUSPENDED, Status.COLLAPSED, Status.ENDED);

    @Override
    public Optional<Finding> relate(Stance a, Stance b) {
        Optional<Status> inA = status(a);
        Optional<Status> inB = status(b);
        if (inA.isEmpty() || inB.isEmpty() || a.sameSpeaker(b)) {
            return Optional.empty();
        }
        String said =
                "%s says: %s; %s says: %s".formatted(Naming.opening(a), words(inA.get()), b.label(), words(inB.get()));
        if (inA.get() == inB.get()) {
            return a.sameSide(b)
                    ? Optional.empty()
                    : Finding.of(a, b, Kind.CORROBORATES, Slot.COMMITMENT, said + ".", 0.6);
        }
        boolean opposed = (STANDS.contains(inA.get()) && STANDS_NOT.contains(inB.get()))
                || (STANDS_NOT.contains(inA.get()) && STANDS.contains(inB.get()));
        if (!opposed) {
            return Optional.empty();
        }
        boolean sameDay = a.day() != null && a.day().equals(b.day());
        return sameDay
                ? Finding.of(a, b, Kind.CONTRADICTS, Slot.COMMITMENT, said + ", on the same day.", 0.7)
                : Finding.of(a, b, Kind.UNDETERMINED, Slot.COMMITMENT, said + ", of different or untold days.", 0.5);
    }

    private static Optional<Status> status(Stance stance) {
        return stance.statements().stream()
                .map(AgreementStatement::status)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private static String words(Status status) {
        return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}

package org.rashomon.compare.relations;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rashomon.compare.incidents.Groups;
import org.rashomon.model.Actor;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;

/**
 * Another speaker names the same doer, or also tells that it happened, there or on such a thing. Two speakers that are surely two are
 * needed: a government and its spokesman are one voice.
 */
final class CorroborationRule implements RelationRule {

    @Override
    public Optional<Finding> relate(Stance a, Stance b) {
        if (a.denies()
                || b.denies()
                || Voices.mayBeOne(a, b)
                || !a.circumstances().mayBeOf(b.circumstances())) {
            return Optional.empty();
        }
        List<Actor> both = a.accused().stream()
                .filter(actor -> !Groups.isUnnamed(actor) && b.sides().contains(b.accused(), actor))
                .toList();
        if (!both.isEmpty()) {
            return Finding.of(
                    a,
                    b,
                    Kind.CORROBORATES,
                    Slot.ACTOR,
                    "%s and %s both name %s.".formatted(Naming.opening(a), b.label(), Naming.all(both)),
                    0.8);
        }
        boolean oneNamesNone = a.accused().isEmpty() || b.accused().isEmpty();
        boolean plain = Stream.of(a, b)
                .allMatch(stance ->
                        stance.otherCause() == null && stance.implied().isEmpty());
        boolean meansDiffer = a.means() != null && b.means() != null && a.means() != b.means();
        boolean meet = a.circumstances().meet(b.circumstances());
        return oneNamesNone && plain && meet && !meansDiffer && a.plainlyTells() && b.plainlyTells()
                ? Finding.of(
                        a,
                        b,
                        Kind.CORROBORATES,
                        Slot.OCCURRENCE,
                        "%s and %s both tell that it happened.".formatted(Naming.opening(a), b.label()),
                        0.6)
                : Optional.empty();
    }
}

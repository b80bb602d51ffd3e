package org.rashomon.compare.relations;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rashomon.compare.corpus.Sides;
import org.rashomon.compare.incidents.Groups;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.claims.Act;
import org.rashomon.model.dossier.ClaimRelation.Kind;
import org.rashomon.model.dossier.ClaimRelation.Slot;

/**
 * Two claims that blame different actors for one deed. One who is accused and, without a denial, says that another's aircraft
 * were there points to that other too, though less plainly.
 */
final class CounterAttributionRule implements RelationRule {

    @Override
    public Optional<Finding> relate(Stance a, Stance b) {
        if (a.sameSpeaker(b) || !decides(a) || !decides(b) || !a.circumstances().mayBeOf(b.circumstances())) {
            return Optional.empty();
        }
        if (!a.accused().isEmpty() && !b.accused().isEmpty()) {
            if (a.claim().act() != Act.ACCUSE || b.claim().act() != Act.ACCUSE) {
                return Optional.empty();
            }
            return a.sides().anySame(a.accused(), b.accused()) || mayBeOne(a.accused(), b.accused())
                    ? Optional.empty()
                    : found(a, a.accused(), b, b.accused(), "blames", 0.85);
        }
        if (pointsAway(a, b)) {
            return found(a, a.accused(), b, b.implied(), "says that another was there:", 0.5);
        }
        return pointsAway(b, a)
                ? found(b, b.accused(), a, a.implied(), "says that another was there:", 0.5)
                : Optional.empty();
    }

    /**
     * Whether it tells of the incident in words of its own, and leaves nobody whom it blames unknown: the ally of the regime may be the one
     * that the other blames.
     */
    private static boolean decides(Stance stance) {
        return (stance.mentions() || !stance.accused().isEmpty())
                && !stance.denies()
                && stance.claim().stances().stream()
                        .noneMatch(said -> said.blamesOthers() && !said.actors().isEmpty());
    }

    /** Unnamed fighters may be any that are named, though never a government; a body of which only the name is known may be anybody's. */
    private static boolean mayBeOne(List<Actor> as, List<Actor> bs) {
        return Stream.concat(as.stream(), bs.stream()).anyMatch(CounterAttributionRule::isUnplaced)
                || as.stream()
                        .anyMatch(a -> bs.stream()
                                .anyMatch(b ->
                                        (Groups.isUnnamed(a) || Groups.isUnnamed(b)) && !isState(a) && !isState(b)));
    }

    private static boolean isUnplaced(Actor actor) {
        boolean registered = actor.country() != null
                || actor.wikidata() != null
                || !actor.aliases().isEmpty();
        return actor.type() != ActorType.PERSON && !Groups.isUnnamed(actor) && !registered;
    }

    private static boolean isState(Actor actor) {
        return actor.type() == ActorType.GOVERNMENT || Sides.isOrgan(actor);
    }

    private static boolean pointsAway(Stance accusation, Stance answer) {
        return answer.side() != null
                && !answer.implied().isEmpty()
                && answer.sides().contains(accusation.accused(), answer.side())
                && !answer.sides().anySame(accusation.accused(), answer.implied());
    }

    private static Optional<Finding> found(
            Stance a, List<Actor> blamedByA, Stance b, List<Actor> blamedByB, String verb, double score) {
        return Finding.of(
                a,
                b,
                Kind.COUNTER_ATTRIBUTES,
                Slot.ACTOR,
                "%s blames %s; %s %s %s."
                        .formatted(Naming.opening(a), Naming.all(blamedByA), b.label(), verb, Naming.all(blamedByB)),
                score);
    }
}

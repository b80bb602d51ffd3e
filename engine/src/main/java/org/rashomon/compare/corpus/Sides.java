package org.rashomon.compare.corpus;

import java.util.List;
import java.util.Set;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.words.Tsv;

/**
 * Whether two actors are one side. A government, its organs and the person at its head are (<em>Russia</em>, <em>the Russian
 * Defence Ministry</em>, <em>Putin</em>); two bodies or people that merely share a country are not.
 */
public final class Sides {
    private static final Set<String> ORGAN_WORDS = Tsv.words("en/organ-words.tsv");

    private static final Set<String> HEADS =
            Set.of("president", "prime minister", "king", "emir", "supreme leader", "chancellor", "sultan");

    private final ActorRegistry registry;

    /** @param registry knows who leads a state */
    Sides(ActorRegistry registry) {
        this.registry = registry;
    }

    public boolean same(Actor a, Actor b) {
        if (a.id().equals(b.id())) {
            return true;
        }
        boolean ofStates = (isOrgan(a) || leads(a)) && (isOrgan(b) || leads(b));
        return ofStates && a.country() != null && a.country().equals(b.country());
    }

    public boolean anySame(List<Actor> as, List<Actor> bs) {
        return as.stream().anyMatch(a -> bs.stream().anyMatch(b -> same(a, b)));
    }

    public boolean contains(List<Actor> actors, Actor actor) {
        return actors.stream().anyMatch(other -> same(other, actor));
    }

    /** Whether a word is the name of a state or of its people: it tells no source from another. */
    public boolean isOfState(String word) {
        return registry.governmentOf(word).isPresent();
    }

    /** Whether the registry knows the person as head of its state or government. */
    private boolean leads(Actor person) {
        String country = person.country();
        return person.type() == ActorType.PERSON
                && country != null
                && registry.officesOf(person).stream()
                        .anyMatch(office -> office.body().equals(country) && HEADS.contains(office.title()));
    }

    /** Whether the actor is a government or an organ of one. */
    public static boolean isOrgan(Actor actor) {
        if (actor.type() == ActorType.GOVERNMENT) {
            return true;
        }
        if (actor.type() != ActorType.ORGANISATION) {
            return false;
        }
        String name = " " + Words.fold(actor.name()) + " ";
        return ORGAN_WORDS.stream().anyMatch(word -> name.contains(" " + word + " "));
    }
}

package org.rashomon.compare;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Claim;

/**
 * Whether two actors are one side. A government and its organs are (<em>Russia</em>, <em>the Russian Defence Ministry</em>);
 * two bodies that merely share a country are not.
 */
final class Sides {
    private static final Set<String> ORGAN_WORDS = Lexicon.words("organ-words.tsv");

    private Sides() {}

    static boolean same(Actor a, Actor b) {
        if (a.id().equals(b.id())) {
            return true;
        }
        return isOrgan(a) && isOrgan(b) && a.country() != null && a.country().equals(b.country());
    }

    static boolean anySame(List<Actor> as, List<Actor> bs) {
        return as.stream().anyMatch(a -> bs.stream().anyMatch(b -> same(a, b)));
    }

    static boolean contains(List<Actor> actors, Actor actor) {
        return actors.stream().anyMatch(other -> same(other, actor));
    }

    /** The body that a claim's speaker stands for: its affiliation where an actor of that name is known, else the speaker. */
    static @Nullable Actor of(Claim claim, Corpus corpus) {
        Actor speaker = claim.speaker().actor();
        Actor affiliation = corpus.actorNamed(claim.speaker().affiliation());
        if (speaker == null || speaker.type() == ActorType.PERSON) {
            return affiliation != null ? affiliation : speaker;
        }
        return speaker;
    }

    private static boolean isOrgan(Actor actor) {
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

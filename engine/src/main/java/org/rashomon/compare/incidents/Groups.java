package org.rashomon.compare.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Stance;
import org.rashomon.words.Tsv;

/**
 * Fighters whom a claim blames by a word only, <em>the rebels</em>. They are some armed group, so surely no government; which one
 * the words leave open, so they are neither the same as, nor other than, a group that has a name.
 */
public final class Groups {
    private static final Map<String, String> WORDS = Tsv.pairs("en/group-words.tsv");
    private static final String PREFIX = "group:some-";

    private Groups() {}

    /** Those among the words for whom a claim blames that no actor is known for. */
    static List<Actor> of(Claim claim) {
        List<Actor> groups = new ArrayList<>();
        claim.stances().stream()
                .filter(stance -> stance.kind() == Stance.Kind.BLAMES)
                .flatMap(stance -> stance.labels().stream())
                .map(Groups::group)
                .filter(group -> group != null && !groups.contains(group))
                .forEach(groups::add);
        return groups;
    }

    /** Whether a word is all that is known of it. */
    public static boolean isUnnamed(Actor actor) {
        return actor.id().startsWith(PREFIX);
    }

    private static @Nullable Actor group(String label) {
        for (String word : Words.fold(label).split(" ")) {
            String name = WORDS.get(word);
            if (name != null) {
                return new Actor(PREFIX + name, name, ActorType.ARMED_GROUP, List.of(), null, null);
            }
        }
        return null;
    }
}

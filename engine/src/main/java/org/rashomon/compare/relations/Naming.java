package org.rashomon.compare.relations;

import java.util.List;
import org.rashomon.model.Actor;

/** Names for the sentences that give reasons. */
final class Naming {
    private Naming() {}

    /** <em>Russia</em>, <em>Russia and Syria</em>, <em>Russia, Syria and Iran</em>. */
    static String all(List<Actor> actors) {
        List<String> names = actors.stream().map(Actor::name).distinct().toList();
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** The label with a capital, as the first word of a sentence. */
    static String opening(Stance stance) {
        String label = stance.label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}

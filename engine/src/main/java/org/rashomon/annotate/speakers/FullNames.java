package org.rashomon.annotate.speakers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;

/** Persons whom an article names, by the last words of their names. */
final class FullNames {
    /** The first mention of each. */
    private final Map<String, Mention> byEnd = new HashMap<>();

    /** @param mentions of the article, in order of text */
    FullNames(String text, List<Mention> mentions) {
        for (Mention mention : mentions) {
            String name = mention.type() == EntityType.PER ? mention.span().in(text) : "";
            for (int blank = name.indexOf(' '); blank >= 0; blank = name.indexOf(' ', blank + 1)) {
                byEnd.putIfAbsent(name.substring(blank + 1), mention);
            }
        }
    }

    /** The first person whose longer name ends in these words. */
    Optional<Mention> endingIn(String words) {
        return Optional.ofNullable(byEnd.get(words));
    }
}

package org.rashomon.annotate.incidents;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets.Phrase;
import org.rashomon.model.events.IncidentMention;

/** What the article told before, for phrases that name by pointing back: <em>the hospital</em>. */
final class ToldBefore {
    /** How many sentences back "the attack" may point. */
    private static final int REACH = 5;

    private final List<FoundIncident> before;

    ToldBefore(List<FoundIncident> before) {
        this.before = before;
    }

    /** A proper name of what was hit: its own, or that of the last target of the same noun, a few sentences before. */
    @Nullable
    String nameOf(Scene scene, List<Phrase> hit, int index) {
        for (Phrase phrase : hit) {
            String own = EventTargets.name(scene, phrase);
            if (own != null) {
                return own;
            }
        }
        if (hit.isEmpty() || !hit.get(0).thing() || !hit.get(0).definite()) {
            return null;
        }
        FoundIncident same = near(index)
                .filter(f -> hits(f.mention(), hit.get(0), scene))
                .findFirst()
                .orElse(null);
        return same == null ? null : same.mention().targetName();
    }

    /** The mentions so far, the last first. */
    private Stream<FoundIncident> backwards() {
        return IntStream.rangeClosed(1, before.size()).mapToObj(i -> before.get(before.size() - i));
    }

    /** Those of the last sentences, the last first. */
    private Stream<FoundIncident> near(int index) {
        return backwards().takeWhile(f -> index - f.mention().sentence() <= REACH);
    }

    private static boolean hits(IncidentMention mention, Phrase phrase, Scene scene) {
        String head = scene.words().lower(phrase.head());
        return mention.targets().stream()
                .anyMatch(t -> t.toLowerCase(Locale.ROOT).endsWith(head));
    }
}

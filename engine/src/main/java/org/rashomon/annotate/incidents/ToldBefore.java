package org.rashomon.annotate.incidents;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets.Phrase;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.places.ArticlePlaces;
import org.rashomon.model.Place;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;

/**
 * What the article told before, for mentions that point back to it: <em>the attack</em>, <em>a second strike</em>, <em>the hospital</em>,
 * <em>in the evening</em>.
 */
final class ToldBefore {
    /** How many sentences back "the attack" may point. */
    private static final int REACH = 5;

    /** Kinds of attack, of which a later mention may tell less or more. */
    private static final Set<IncidentType> BLOWS = EnumSet.of(
            IncidentType.AIR_STRIKE,
            IncidentType.SHELLING,
            IncidentType.BOMBING,
            IncidentType.SUICIDE_BOMBING,
            IncidentType.CHEMICAL_ATTACK,
            IncidentType.ATTACK);

    private static final Set<IncidentType> BROAD = EnumSet.of(IncidentType.ATTACK, IncidentType.BOMBING);

    private final List<FoundIncident> before;

    ToldBefore(List<FoundIncident> before) {
        this.before = before;
    }

    /** The last mention, a few sentences back at most, that the event can be. */
    @Nullable
    FoundIncident antecedent(int index, Event event, IncidentType type, List<Phrase> hit, Scene scene) {
        return near(index)
                .filter(f -> hit.isEmpty() || hits(f.mention(), hit.get(0), scene))
                .filter(f -> event.has(Flag.BACK) || compatible(f.mention().type(), type))
                .findFirst()
                .orElse(null);
    }

    /** "A second strike" hit what the first did, unless it tells otherwise. */
    @Nullable
    IncidentMention firstOfSeries(Scene scene, int ordinal) {
        return inBlock(scene)
                .map(FoundIncident::mention)
                .filter(m -> m.ordinal() == ordinal || (ordinal > 1 && m.ordinal() == ordinal - 1))
                .findFirst()
                .orElse(null);
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

    /** The day of the last dated mention of the paragraph: "in the early evening" goes on from "on Monday morning". */
    @Nullable
    TimeInterval dayOf(Scene scene) {
        FoundIncident dated = inBlock(scene)
                .filter(f -> f.mention().time() != null)
                .findFirst()
                .orElse(null);
        return dated == null ? null : dated.mention().time();
    }

    /** The place of the sentence, else of the mentions before it in the paragraph, else of the sentence before. */
    @Nullable
    Place inherited(EventPlaces places, List<Scene> scenes, int index, ArticlePlaces setting, List<Phrase> hit) {
        Scene scene = scenes.get(index);
        Place place = places.ofSentence(scene, setting);
        if (place != null || index == 0) {
            return place;
        }
        boolean definite = !hit.isEmpty() && hit.get(0).definite();
        FoundIncident placed = inBlock(scene)
                .takeWhile(
                        f -> index - f.mention().sentence() <= 1 || (definite && hits(f.mention(), hit.get(0), scene)))
                .filter(f -> f.mention().place() != null)
                .findFirst()
                .orElse(null);
        if (placed != null) {
            return placed.mention().place();
        }
        Scene previous = scenes.get(index - 1);
        return previous.sentence().block() == scene.sentence().block() ? places.ofSentence(previous, setting) : null;
    }

    /** The mentions so far, the last first. */
    private Stream<FoundIncident> backwards() {
        return IntStream.rangeClosed(1, before.size()).mapToObj(i -> before.get(before.size() - i));
    }

    /** Those of the last sentences, the last first. */
    private Stream<FoundIncident> near(int index) {
        return backwards().takeWhile(f -> index - f.mention().sentence() <= REACH);
    }

    /** Those of the paragraph, the last first. */
    private Stream<FoundIncident> inBlock(Scene scene) {
        return backwards().takeWhile(f -> f.block() == scene.sentence().block());
    }

    private static boolean hits(IncidentMention mention, Phrase phrase, Scene scene) {
        String head = scene.words().lower(phrase.head());
        return mention.targets().stream()
                .anyMatch(t -> t.toLowerCase(Locale.ROOT).endsWith(head));
    }

    private static boolean compatible(IncidentType a, IncidentType b) {
        return a == b || (BLOWS.contains(a) && BLOWS.contains(b) && (BROAD.contains(a) || BROAD.contains(b)));
    }
}

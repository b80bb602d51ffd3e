package org.rashomon.annotate.incidents;

import java.util.List;
import java.util.Locale;
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

    private final List<FoundIncident> before;

    ToldBefore(List<FoundIncident> before) {
        this.before = before;
    }

    /** The last mention, a few sentences back at most, that the event can be. */
    @Nullable
    FoundIncident antecedent(int index, Event event, IncidentType type, List<Phrase> hit, Scene scene) {
        for (int i = before.size() - 1; i >= 0; i--) {
            IncidentMention m = before.get(i).mention();
            if (index - m.sentence() > REACH) {
                return null;
            }
            if (!hit.isEmpty() && m.targets().stream().noneMatch(t -> sameHead(t, hit.get(0), scene))) {
                continue;
            }
            if (event.entry.has(Flag.BACK) || compatible(m.type(), type)) {
                return before.get(i);
            }
        }
        return null;
    }

    /** "A second strike" hit what the first did, unless it tells otherwise. */
    @Nullable
    IncidentMention firstOfSeries(Scene scene, int ordinal) {
        for (int i = before.size() - 1;
                i >= 0 && before.get(i).block() == scene.sentence().block();
                i--) {
            if (before.get(i).mention().ordinal() == ordinal
                    || before.get(i).mention().ordinal() == ordinal - 1 && ordinal > 1) {
                return before.get(i).mention();
            }
        }
        return null;
    }

    /** Whether the paragraph has told of one in a series. */
    boolean isCountedIn(Scene scene) {
        return before.stream()
                .anyMatch(f ->
                        f.block() == scene.sentence().block() && f.mention().ordinal() > 0);
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
        String head = scene.words().lower(hit.get(0).head());
        for (int i = before.size() - 1;
                i >= 0 && index - before.get(i).mention().sentence() <= REACH;
                i--) {
            IncidentMention m = before.get(i).mention();
            if (m.targets().stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).endsWith(head))) {
                return m.targetName();
            }
        }
        return null;
    }

    /** The day of the last dated mention of the paragraph: "in the early evening" goes on from "on Monday morning". */
    @Nullable
    TimeInterval dayOf(Scene scene) {
        for (int i = before.size() - 1;
                i >= 0 && before.get(i).block() == scene.sentence().block();
                i--) {
            TimeInterval time = before.get(i).mention().time();
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /** The place of the sentence, else of the mentions before it in the paragraph, else of the sentence before. */
    @Nullable
    Place inherited(EventPlaces places, List<Scene> scenes, int index, ArticlePlaces setting, List<Phrase> hit) {
        Scene scene = scenes.get(index);
        Place place = places.ofSentence(scene, setting);
        if (place != null || index == 0) {
            return place;
        }
        int block = scene.sentence().block();
        for (int i = before.size() - 1; i >= 0; i--) {
            FoundIncident f = before.get(i);
            if (f.block() != block || index - f.mention().sentence() > 1 && !sharesTarget(f.mention(), hit, scene)) {
                break;
            }
            if (f.mention().place() != null) {
                return f.mention().place();
            }
        }
        return scenes.get(index - 1).sentence().block() == block
                ? places.ofSentence(scenes.get(index - 1), setting)
                : null;
    }

    private static boolean sharesTarget(IncidentMention mention, List<Phrase> hit, Scene scene) {
        return !hit.isEmpty()
                && hit.get(0).definite()
                && mention.targets().stream().anyMatch(t -> sameHead(t, hit.get(0), scene));
    }

    private static boolean sameHead(String target, Phrase phrase, Scene scene) {
        return target.toLowerCase(Locale.ROOT).endsWith(scene.words().lower(phrase.head()));
    }

    private static boolean compatible(IncidentType a, IncidentType b) {
        return a == b
                || a == IncidentType.ATTACK && isBlow(b)
                || b == IncidentType.ATTACK && isBlow(a)
                || isBlow(a) && isBlow(b) && (a == IncidentType.BOMBING || b == IncidentType.BOMBING);
    }

    private static boolean isBlow(IncidentType type) {
        return switch (type) {
            case AIR_STRIKE, SHELLING, BOMBING, SUICIDE_BOMBING, CHEMICAL_ATTACK, ATTACK -> true;
            default -> false;
        };
    }
}

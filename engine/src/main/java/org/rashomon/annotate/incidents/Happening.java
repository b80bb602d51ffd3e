package org.rashomon.annotate.incidents;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets.Phrase;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Actor;
import org.rashomon.model.EntityType;
import org.rashomon.model.Place;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.nlp.Pos;

/**
 * What an article tells of an event, and whether that is enough for one happening at one place and time, where a campaign, a
 * habit or a bare word is none.
 *
 * @param hit what was hit
 * @param place the place that its own words tell
 * @param dated the words of its time, where {@code time} is what they mean when that is known
 * @param ordinal its place in a series, 0 for none
 * @param by who did it, in the words of the voice that tells it
 * @param antecedent the mention that it points back to
 * @param denied whether a claim denies it
 */
record Happening(
        Scene scene,
        Event event,
        List<Phrase> hit,
        @Nullable Place place,
        @Nullable TimeInterval time,
        @Nullable TimeExpression dated,
        int ordinal,
        List<Actor> by,
        @Nullable FoundIncident antecedent,
        boolean denied) {
    /** How far apart the ends of a time may lie before a plural tells of a pattern. */
    private static final int DAYS_OF_ONE_HAPPENING = 2;

    private static final Set<String> COUNTS = Scene.LISTS.list("counts");
    private static final Set<String> ARTICLES = Scene.LISTS.list("articles");
    private static final Set<String> SINGULAR = Scene.LISTS.list("singular");
    private static final Set<String> PLURAL = Scene.LISTS.list("plural");

    /** Whether it is one happening. */
    boolean isConcrete() {
        if (denied) {
            return isHit() || place != null || antecedent != null || time != null;
        }
        if (isPattern()) {
            return false;
        }
        if (event.has(Flag.BACK)) {
            return antecedent != null;
        }
        if (event.isPlural()) {
            return isConcretePlural();
        }
        return event.isNoun() ? isConcreteNoun() : isConcreteVerb();
    }

    /** Whether its time is too long for one happening, or its words tell that it happened again and again. */
    private boolean isPattern() {
        boolean toll = event.isPlural() || event.has(Flag.KILL);
        if (time != null && !isOnDay() && (toll || !event.isNoun() && !isInTown())) {
            return true;
        }
        return (toll || !isOnDay()) && EventTimes.isPattern(scene, event);
    }

    private boolean isConcretePlural() {
        TaggedSentence s = scene.words();
        boolean verb = event.hasVerb();
        if (isOnDay() && (verb || isInTown() || hitsOne()) || antecedent != null && !verb) {
            return true;
        }
        boolean counted = s.tag(event.start) == Pos.NUM || s.isAny(event.start, COUNTS) || EventCounts.isWave(s, event);
        return verb ? hitsOne() || counted && (isInTown() || isHit()) : counted && hitsOne() && isInTown();
    }

    private boolean isConcreteNoun() {
        boolean verb = event.hasVerb();
        boolean bare = event.start == event.from && !verb && !event.has(Flag.SURE) && !scene.isHeadline();
        if (isOnDay()) {
            return true;
        }
        if (bare) {
            return isInTown() && isHit();
        }
        if (event.has(Flag.WEAK)) {
            return !event.has(Flag.MASS) && (antecedent != null || isArticled() && (isInTown() || hitsOne()));
        }
        if (isInTown() || hitsOne() || ordinal > 0 || antecedent != null) {
            return true;
        }
        return isHit() && (dated != null || isArticled()) || verb && (isHit() || place != null || !by.isEmpty());
    }

    private boolean isConcreteVerb() {
        boolean placed = isOnDay() || isInTown();
        if (event.has(Flag.KILL)) {
            return isHit() && placed || hitsOne() && !by.isEmpty() || isOfNamedVictim();
        }
        if (event.has(Flag.INTR)) {
            return event.form != Form.ING && placed;
        }
        boolean participant = isHit() || isInTown() && !event.passive && hasPlaceAsObject();
        if (participant && (placed || hitsOne())) {
            return true;
        }
        return event.has(Flag.TARGET) ? participant && !by.isEmpty() : isOnDay() && isInTown();
    }

    private boolean isOnDay() {
        return time != null && ChronoUnit.DAYS.between(time.start(), time.end()) <= DAYS_OF_ONE_HAPPENING;
    }

    private boolean isInTown() {
        return place != null && place.precision() != Place.Precision.COUNTRY;
    }

    private boolean isHit() {
        return !hit.isEmpty();
    }

    private boolean hitsOne() {
        return hit.stream().anyMatch(this::isOne);
    }

    /** "a clinic", "the two clinics": not "clinics". */
    private boolean isOne(Phrase phrase) {
        TaggedSentence s = scene.words();
        String head = s.lower(phrase.head());
        boolean plural = head.endsWith("s") ? !SINGULAR.contains(head) : PLURAL.contains(head);
        return phrase.thing() && !plural || s.is(phrase.from() - 1, "the") && s.tag(phrase.from()) == Pos.NUM;
    }

    private boolean isArticled() {
        TaggedSentence s = scene.words();
        return s.isAny(event.start, ARTICLES)
                || s.isPossessiveWord(event.start)
                || s.any(event.start, event.from, s::isPossessive);
    }

    private boolean isOfNamedVictim() {
        return hit.stream().anyMatch(p -> names(EntityType.PER, p.from(), p.to()));
    }

    /** A place as the object: "jets bombed Orsk". */
    private boolean hasPlaceAsObject() {
        return names(EntityType.LOC, event.to, scene.words().phraseEnd(event.to));
    }

    private boolean names(EntityType type, int from, int to) {
        return scene.mentionsIn(from, to).stream().anyMatch(m -> m.type() == type);
    }
}

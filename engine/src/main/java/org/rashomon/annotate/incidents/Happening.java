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

    /** Whether it is one happening. */
    boolean isConcrete() {
        if (denied) {
            return !hit.isEmpty() || place != null || antecedent != null || time != null;
        }
        if (isPattern()) {
            return false;
        }
        if (event.entry.has(Flag.BACK)) {
            return antecedent != null;
        }
        if (event.isPlural()) {
            return isConcretePlural();
        }
        return event.isNoun() ? isConcreteNoun() : isConcreteVerb();
    }

    /** Whether its time is too long for one happening, or its words tell that it happened again and again. */
    private boolean isPattern() {
        boolean toll = event.isPlural() || event.entry.has(Flag.KILL);
        boolean longer = time != null && !isOnDay();
        return longer && (toll || !event.isNoun() && !isInTown())
                || (!isOnDay() || toll) && EventTimes.isPattern(scene, event);
    }

    private boolean isConcretePlural() {
        TaggedSentence s = scene.words();
        boolean town = isInTown();
        boolean verb = hasVerb();
        boolean anaphor = antecedent != null && !verb;
        boolean determined = s.tag(event.start) == Pos.NUM
                || s.isAny(event.start, Set.of("several", "two", "three", "a", "the", "these", "those"))
                || EventCounts.isWave(s, event);
        return isOnDay() && (town || hitsOne() || verb)
                || anaphor
                || verb && (hitsOne() || determined && (town || !hit.isEmpty())) && isPast()
                || determined && hitsOne() && town;
    }

    private boolean isConcreteNoun() {
        boolean day = isOnDay();
        boolean town = isInTown();
        boolean verb = hasVerb();
        boolean bare = event.start == event.from && !verb && !event.entry.has(Flag.SURE) && !scene.isHeadline();
        if (bare && !(day || town && !hit.isEmpty())) {
            return false;
        }
        if (event.entry.has(Flag.WEAK)) {
            return day
                    || antecedent != null && !event.entry.has(Flag.MASS)
                    || (town || hitsOne()) && isArticled() && !event.entry.has(Flag.MASS);
        }
        return day
                || town
                || hitsOne()
                || ordinal > 0
                || antecedent != null
                || dated != null && !hit.isEmpty()
                || !hit.isEmpty() && (verb || isArticled())
                || verb && !by.isEmpty()
                || place != null && verb;
    }

    private boolean isConcreteVerb() {
        boolean day = isOnDay();
        boolean town = isInTown();
        if (event.entry.has(Flag.KILL)) {
            return !hit.isEmpty() && (day || town) || hitsOne() && !by.isEmpty() || isOfNamedVictim();
        }
        if (event.entry.has(Flag.INTR)) {
            return event.form != Form.ING && (day || town);
        }
        boolean participant = !hit.isEmpty() || town && !event.passive && hasPlaceAsObject();
        if (event.entry.has(Flag.TARGET)) {
            return participant && (hitsOne() || day || town || !by.isEmpty());
        }
        return participant && (hitsOne() || day || town) || day && town;
    }

    private boolean isOnDay() {
        return time != null && ChronoUnit.DAYS.between(time.start(), time.end()) <= DAYS_OF_ONE_HAPPENING;
    }

    private boolean isInTown() {
        return place != null && place.precision() != Place.Precision.COUNTRY;
    }

    private boolean hasVerb() {
        return event.parts().stream().anyMatch(e -> !e.isNoun());
    }

    private boolean hitsOne() {
        return hit.stream().anyMatch(this::isOne);
    }

    private boolean isOne(Phrase phrase) {
        TaggedSentence s = scene.words();
        String head = s.lower(phrase.head());
        boolean plural = head.endsWith("s")
                        && !head.endsWith("ss")
                        && !Set.of("headquarters", "barracks", "bus").contains(head)
                || Set.of("men", "women", "people", "children").contains(head);
        return phrase.thing() && !plural || s.is(phrase.from() - 1, "the") && s.tag(phrase.from()) == Pos.NUM;
    }

    private boolean isArticled() {
        TaggedSentence s = scene.words();
        return s.isAny(event.start, Set.of("a", "an", "the", "this", "that", "another"))
                || s.tag(event.start) == Pos.NUM
                || s.isPossessiveWord(event.start)
                || hasPossessive(s);
    }

    private boolean hasPossessive(TaggedSentence s) {
        for (int i = event.start; i < event.from; i++) {
            if (s.isPossessive(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfNamedVictim() {
        return hit.stream()
                .anyMatch(p -> scene.mentionsIn(p.from(), p.to()).stream().anyMatch(m -> m.type() == EntityType.PER));
    }

    /** A place as the object: "jets bombed Orsk". */
    private boolean hasPlaceAsObject() {
        int end = scene.words().phraseEnd(event.to);
        return scene.mentionsIn(event.to, end).stream().anyMatch(m -> m.type() == EntityType.LOC);
    }

    private boolean isPast() {
        for (Event part : event.parts()) {
            if (!part.isNoun()) {
                return part.form == Form.PAST
                        || part.form == Form.THIRD
                        || part.form == Form.ING
                        || part.form == Form.BASE;
            }
        }
        return false;
    }
}

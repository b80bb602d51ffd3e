package org.rashomon.annotate.incidents;

import java.util.Set;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.nlp.Pos;

/** How many happenings the words of an event count, and which of them it is: <em>two strikes</em>, <em>the second wave of raids</em>. */
final class EventCounts {
    private EventCounts() {}

    /** Its place in a series that is told, from 1; 0 when none is told. */
    static int ordinal(TaggedSentence s, Event event) {
        int ordinal = 0;
        for (Event part : event.parts()) {
            if (part.isNoun()) {
                ordinal = Math.max(ordinal, EventFinder.ordinal(s, part));
            }
        }
        if (ordinal == 0) {
            // "a second wave of air strikes"
            for (Event part : event.parts()) {
                if (part.isNoun() && isWave(s, part)) {
                    ordinal = switch (s.lower(part.start - 3)) {
                        case "first" -> 1;
                        case "second" -> 2;
                        case "third" -> 3;
                        default -> ordinal;
                    };
                }
            }
        }
        return ordinal;
    }

    /** "Two strikes", "two waves of strikes": more than one happening. */
    static boolean isCounted(TaggedSentence s, Event event) {
        for (Event part : event.parts()) {
            if (part.isNoun() && part.form == Form.PLURAL) {
                boolean number = false;
                for (int k = part.start; k < part.from; k++) {
                    number |= s.tag(k) == Pos.NUM;
                }
                if (number || isWave(s, part) && s.tag(part.start - 3) == Pos.NUM) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "had already been struck": before what the paragraph tells. */
    static boolean isEarlier(TaggedSentence s, Event event) {
        for (Event part : event.parts()) {
            for (int k = part.start; !part.isNoun() && k < part.from; k++) {
                if (s.isAny(k, Set.of("already", "previously", "earlier"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "a wave of raids": several, told as one. */
    static boolean isWave(TaggedSentence s, Event event) {
        return s.is(event.start - 1, "of")
                && s.isAny(
                        event.start - 2,
                        Set.of("wave", "series", "string", "waves", "barrage", "salvo", "spate", "volley", "pair"));
    }
}

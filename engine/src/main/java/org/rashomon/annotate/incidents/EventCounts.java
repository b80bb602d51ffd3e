package org.rashomon.annotate.incidents;

import java.util.Set;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.nlp.Pos;

/** How many happenings the words of an event count, and which of them it is: <em>two strikes</em>, <em>the second strike</em>. */
final class EventCounts {
    private static final Set<String> WAVES = Scene.LISTS.list("waves");
    private static final PhrasePattern RECORD = Scene.pattern("record");

    private EventCounts() {}

    /** The place in a series that is told of the noun or of those merged with it, from 1; 0 when none is told. */
    static int ofAll(TaggedSentence s, Event event) {
        return event.parts().stream()
                .filter(Event::isNoun)
                .mapToInt(part -> ordinal(s, part))
                .max()
                .orElse(0);
    }

    /** The place in a series that the noun phrase tells: 1 for "first", 0 for none and for "the first in years". */
    static int ordinal(TaggedSentence s, Event event) {
        for (int k = event.start; k < event.to; k++) {
            int value = switch (s.lower(k)) {
                case "first" -> 1;
                case "second" -> 2;
                case "third" -> 3;
                default -> 0;
            };
            if (value > 0) {
                return RECORD.standsAt(s, event.to) ? 0 : value;
            }
        }
        return 0;
    }

    /** "Two strikes", "two waves of strikes": more than one happening. */
    static boolean isCounted(TaggedSentence s, Event event) {
        return event.parts().stream().anyMatch(part -> {
            int from = isWave(s, part) ? part.start - 3 : part.start;
            return part.isNoun() && part.form == Form.PLURAL && s.any(from, part.from, k -> s.tag(k) == Pos.NUM);
        });
    }

    /** "a wave of raids": several, told as one. */
    static boolean isWave(TaggedSentence s, Event event) {
        return s.is(event.start - 1, "of") && s.isAny(event.start - 2, WAVES);
    }
}

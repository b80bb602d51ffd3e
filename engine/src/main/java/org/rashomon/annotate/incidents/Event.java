package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rashomon.annotate.incidents.TriggerLexicon.Entry;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;

/** A trigger of one sentence, with the triggers that speak of the same happening beside it. */
final class Event {
    final int from;
    final int to;
    final Entry entry;
    final Form form;
    /** Where the verb group begins, for verbs; where the noun phrase begins, for nouns. */
    final int start;

    final boolean passive;
    final boolean negated;
    /** Whether words of its noun phrase make it a pattern: "daily raids". */
    final boolean repeated;
    /** Others of the sentence that tell of the same happening. */
    final List<Event> merged = new ArrayList<>();

    Event(int from, int to, Entry entry, Form form, int start, boolean passive, boolean negated, boolean repeated) {
        this.from = from;
        this.to = to;
        this.entry = entry;
        this.form = form;
        this.start = start;
        this.passive = passive;
        this.negated = negated;
        this.repeated = repeated;
    }

    boolean has(Flag flag) {
        return entry.flags().contains(flag);
    }

    boolean isNoun() {
        return entry.noun();
    }

    boolean isPlural() {
        return isNoun() && (form == Form.PLURAL || has(Flag.MASS));
    }

    /** Whether the token is one of its own words. */
    boolean holds(int token) {
        return from <= token && token < to;
    }

    /** Whether the token is one of the words of its parts. */
    boolean covers(int token) {
        return parts().stream().anyMatch(e -> e.holds(token));
    }

    /** This and those merged into it, in order of text. */
    List<Event> parts() {
        List<Event> parts = new ArrayList<>(merged);
        parts.add(this);
        parts.sort(Comparator.comparingInt(e -> e.from));
        return parts;
    }

    boolean anyNegated() {
        return parts().stream().anyMatch(e -> e.negated);
    }

    /** Whether its words tell only what came of it, by whatever it came. */
    boolean isHarmOnly() {
        return parts().stream().allMatch(part -> part.has(Flag.KILL) || part.has(Flag.INTR) || part.has(Flag.TARGET));
    }

    /** Whether its words tell of dead or wounded and of nothing else. */
    boolean isHarm() {
        return parts().stream().allMatch(part -> part.has(Flag.KILL));
    }

    boolean hasNoun() {
        return parts().stream().anyMatch(Event::isNoun);
    }

    boolean hasVerb() {
        return parts().stream().anyMatch(e -> !e.isNoun());
    }
}

package org.rashomon.annotate.incidents;

import java.util.ArrayList;
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
    /** Others of the sentence that tell of the same happening. */
    final List<Event> merged = new ArrayList<>();

    Event(int from, int to, Entry entry, Form form, int start, boolean passive, boolean negated) {
        this.from = from;
        this.to = to;
        this.entry = entry;
        this.form = form;
        this.start = start;
        this.passive = passive;
        this.negated = negated;
    }

    boolean isNoun() {
        return entry.noun();
    }

    boolean isPlural() {
        return entry.noun() && (form == Form.PLURAL || entry.has(Flag.MASS));
    }

    boolean covers(int token) {
        if (from <= token && token < to) {
            return true;
        }
        for (Event other : merged) {
            if (other.from <= token && token < other.to) {
                return true;
            }
        }
        return false;
    }

    /** This and those merged into it, in order of text. */
    List<Event> parts() {
        List<Event> parts = new ArrayList<>(merged);
        parts.add(this);
        parts.sort((a, b) -> a.from - b.from);
        return parts;
    }

    boolean anyNegated() {
        return negated || merged.stream().anyMatch(e -> e.negated);
    }
}

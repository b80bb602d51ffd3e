package org.rashomon.annotate.figures;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.Quantities.Quantity;
import org.rashomon.model.events.Figure.Unit;

/** A number that may count those harmed, with what is known of it so far. */
public final class Count {
    /** How the unit of a count was found. */
    enum How {
        /** The counted phrase itself, or a verb whose object it is. */
        OWN,
        /** Words behind it. */
        STATE,
        /** A number that a toll has. */
        TOLL,
        /** Another count that it continues or specifies. */
        LINK
    }

    final Quantity quantity;
    CountedPhrase phrase;

    @Nullable
    Unit unit;

    @Nullable
    How how;

    /** Whether it counts some of those that the same words count. */
    boolean part;

    /** Whether it is no fact: only possible, or a rate. */
    boolean dropped;

    Count(Quantity quantity, CountedPhrase phrase) {
        this.quantity = quantity;
        this.phrase = phrase;
    }

    int start() {
        return quantity.start();
    }

    int end() {
        return phrase.end();
    }

    /** What befell the counted; only of a count that {@link FigureLine#read} gave. */
    Unit unit() {
        return Objects.requireNonNull(unit);
    }

    void set(@Nullable Unit found, How by) {
        if (found != null) {
            unit = found;
            how = by;
        }
    }

    /** Whether its unit is known, or it is no fact and needs none. */
    boolean isSettled() {
        return unit != null || dropped;
    }

    boolean isLinkedPart() {
        return part && how == How.LINK;
    }

    void dropIf(boolean noFact) {
        dropped |= noFact;
    }
}

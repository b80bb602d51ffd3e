package org.rashomon.annotate.figures;

import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.Quantities.Quantity;
import org.rashomon.model.events.Figure.PersonClass;

/**
 * People who are told of one by one, without a number: <em>a woman and her child died</em> counts two. One alone is a count only
 * where it shares the verb of a count before it: <em>three teachers were killed and a pupil badly hurt</em>.
 */
final class Singles {
    /** Adjectives that may stand between article and noun. */
    private static final int LONGEST_MODIFIER = 2;

    private final LineWords words;

    Singles(LineWords words) {
        this.words = words;
    }

    /** Those whose enumeration begins at that word, or null. */
    @Nullable
    Count at(int start) {
        int end = words.isOf(start, "single") && !words.is(start - 1, "not") ? afterPerson(start + 1) : -1;
        if (end < 0) {
            return null;
        }
        PersonClass known = words.noun(end - 1);
        int next = next(end);
        int many = 1;
        while (next > 0) {
            known = words.noun(next - 1) == known ? known : PersonClass.UNKNOWN;
            end = next;
            many++;
            next = next(end);
        }
        PersonClass personClass = known == null ? PersonClass.UNKNOWN : known;
        return new Count(
                new Quantity((long) many, (long) many, start, start, end, false),
                new CountedPhrase(end, personClass, null, null, false, false, false, false));
    }

    boolean isOne(Count single) {
        return single.quantity.low() != null && single.quantity.low() == 1;
    }

    /** Whether what befell the one stands right behind, without a verb of its own, and joined to what is told before. */
    boolean isTold(Count single) {
        int at = single.end();
        while (words.low(at).endsWith("ly")) {
            at++;
        }
        return words.isOf(single.start() - 1, "either") && words.begins("passive", at);
    }

    /** One past the next person of the enumeration: <em>and her child</em>, <em>, a nurse</em>, <em>woman</em>; or -1. */
    private int next(int end) {
        int at = end;
        while (words.is(at, ",") || words.is(at, "and")) {
            at++;
        }
        boolean owned = words.isOf(at, "single", "owner");
        if (at == end || !(owned || words.is(at - 1, "and") || words.is(at - 1, ","))) {
            return -1;
        }
        return afterPerson(owned ? at + 1 : at);
    }

    private int afterPerson(int from) {
        for (int i = from; i <= from + LONGEST_MODIFIER; i++) {
            if (words.isOf(i, "person")) {
                boolean modifier = words.isPeople(i + 1) || words.isOf(i + 1, "tally");
                return modifier ? -1 : i + 1;
            }
            if (words.isOf(i, "bar", "active", "passive", "aux")) {
                return -1;
            }
        }
        return -1;
    }
}

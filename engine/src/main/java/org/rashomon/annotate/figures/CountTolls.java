package org.rashomon.annotate.figures;

import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;

/** What a toll counts that a number is told of: <em>the toll rose to 41</em>, <em>the number of wounded is 60</em>. */
final class CountTolls {
    private static final int TOLL_WITHIN = 30;
    private static final int NUMBER_OF_WITHIN = 6;

    private final LineWords words;
    private final @Nullable Unit told;

    /**
     * Of one sentence.
     *
     * @param told what the toll counts that was last told of, for <em>put it at 35</em>; or null
     */
    CountTolls(LineWords words, @Nullable Unit told) {
        this.words = words;
        this.told = told;
    }

    /** What a toll counts whose number this is: <em>the toll rose to 41</em>, <em>the number of the wounded reached 60</em>. */
    @Nullable
    Unit of(Count count) {
        Unit listed = listed(count);
        boolean earlier = isEarlier(count);
        if (listed != null || !(earlier || isGauged(count))) {
            return listed == null ? said(count) : listed;
        }
        boolean modal = false;
        boolean rose = false;
        for (int i = count.start() - 1; i >= count.start() - TOLL_WITHIN && !words.isOf(i, "tollbreak"); i--) {
            modal |= words.isOf(i, "expected") || LineWords.MAY_BE.standsAt(words, i);
            rose |= words.isOf(i, "rise");
            if (earlier && !rose) {
                continue;
            }
            if (words.isOf(i, "toll") && !isTheirs(i)) {
                count.part |= earlier;
                count.dropIf(modal);
                Found other = words.is(i + 1, "of") ? state(i + 2, i + NUMBER_OF_WITHIN) : null;
                return other == null ? Unit.KILLED : other.unit();
            }
            if (words.isOf(i, "figure") && words.is(i + 1, "of")) {
                Found of = state(i + 2, i + 2 + NUMBER_OF_WITHIN);
                if (of == null) {
                    return null;
                }
                count.part |= earlier;
                count.dropIf(modal);
                classOfNumber(count, i + 2, of.end());
                return of.unit();
            }
        }
        return anaphor(count);
    }

    /** Whether a verb before the number measures: rose <em>to</em> 45, <em>exceeds</em> 130. */
    private boolean isGauged(Count count) {
        return words.isOf(count.start() - 1, "gauge") || words.isOf(count.start(), "exceeds");
    }

    /** Whether a toll has grown since it was this: <em>rose from 27 to 31</em>; those are some of whom it counts now. */
    private boolean isEarlier(Count count) {
        int from = count.start() - 1;
        while (words.isOf(from, "article", "earlier")) {
            from--;
        }
        return words.is(from, "from");
    }

    /** <em>Killed: 14</em>. */
    private @Nullable Unit listed(Count count) {
        int colon = count.start() - 1;
        Found befell = words.is(colon, ":") ? words.before("passive", colon) : null;
        return befell == null ? null : befell.unit();
    }

    /** <em>The army says 30</em>, of a toll that was told before: a number by itself, which closes its clause. */
    private @Nullable Unit said(Count count) {
        boolean closes = count.end() >= words.size() || words.isOf(count.end(), "closes");
        boolean alone = count.phrase.personClass() == null && count.end() == count.quantity.end();
        return alone && closes && words.isOf(count.start() - 1, "tells") ? told : null;
    }

    /** Whether the toll is what something has taken: the war has taken <em>its toll</em>. */
    private boolean isTheirs(int at) {
        return words.isOf(at - 1, "its") && !words.low(at).startsWith("death");
    }

    private @Nullable Found state(int from, int to) {
        for (int i = from; i < to; i++) {
            Found befell = words.at("passive", i);
            if (befell != null) {
                return befell;
            }
        }
        return null;
    }

    private void classOfNumber(Count count, int from, int to) {
        for (int i = from; i < to && count.phrase.personClass() == null; i++) {
            PersonClass noun = words.noun(i);
            if (noun != null && noun != PersonClass.UNKNOWN) {
                count.phrase = count.phrase.as(noun, count.end());
            }
        }
    }

    /** <em>Put it at 35</em>, of a toll that was told before. */
    private @Nullable Unit anaphor(Count count) {
        int at = count.start() - 1;
        boolean put = words.isOf(at - 2, "putting") || words.isOf(at - 3, "putting");
        return put && words.is(at, "at") && words.isOf(at - 1, "figure") ? told : null;
    }
}

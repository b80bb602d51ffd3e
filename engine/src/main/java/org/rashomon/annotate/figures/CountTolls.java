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
        String nearest = words.low(count.start() - 1);
        if (!words.is("gauge", nearest)) {
            return null;
        }
        boolean modal = false;
        for (int i = count.start() - 1; i >= Math.max(0, count.start() - TOLL_WITHIN); i--) {
            String word = words.low(i);
            modal |= words.is("modal", word)
                    && !word.equals("to")
                    && !words.low(i + 1).equals("have");
            modal |= word.equals("expected") || word.equals("likely");
            boolean taken =
                    words.low(i - 1).equals("its") || words.low(i - 1).equals("their") && !word.startsWith("death");
            if (words.is("toll", word) && !taken) {
                count.dropped |= modal;
                Found other = words.low(i + 1).equals("of") ? state(i + 2, i + NUMBER_OF_WITHIN) : null;
                return other == null ? Unit.KILLED : Unit.valueOf(other.value());
            }
            if (words.is("figure", word) && words.low(i + 1).equals("of")) {
                Found of = state(i + 2, i + 2 + NUMBER_OF_WITHIN);
                if (of == null) {
                    return null;
                }
                count.dropped |= modal;
                classOfNumber(count, i + 2, of.end());
                return Unit.valueOf(of.value());
            }
            if (word.equals(";") || word.equals("while")) {
                return anaphor(count, nearest);
            }
        }
        return anaphor(count, nearest);
    }

    private @Nullable Found state(int from, int to) {
        for (int i = from; i < Math.min(words.size(), to); i++) {
            Found befell = words.at("passive", i);
            if (befell != null && !words.low(i).equals("people")) {
                return befell;
            }
        }
        return null;
    }

    private void classOfNumber(Count count, int from, int to) {
        for (int i = from; i < to && count.phrase.personClass() == null; i++) {
            PersonClass noun = words.noun(words.low(i));
            if (noun != null && noun != PersonClass.UNKNOWN && noun != PersonClass.THING) {
                count.phrase = count.phrase.as(noun, count.end());
            }
        }
    }

    /** <em>Put it at 35</em>, of a toll that was told before. */
    private @Nullable Unit anaphor(Count count, String nearest) {
        boolean at = nearest.equals("at") && words.is("figure", words.low(count.start() - 2));
        boolean verb = words.low(count.start() - 3).startsWith("put")
                || words.low(count.start() - 4).startsWith("put")
                || words.low(count.start() - 3).startsWith("estimate")
                || words.low(count.start() - 3).startsWith("place");
        return at && verb ? told : null;
    }
}

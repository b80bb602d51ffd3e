package org.rashomon.annotate.figures;

import org.rashomon.annotate.figures.Count.How;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.model.events.Figure.PersonClass;

/** Counts of some among those told of: <em>among the dead were seven people</em>, <em>two of them children</em>. */
final class CountParts {
    private final LineWords words;

    CountParts(LineWords words) {
        this.words = words;
    }

    /** Who is counted, where a predicate says it: <em>two of them children</em>, <em>six were children</em>. */
    void predicate(Count count, int from) {
        int at = from;
        while (words.is("aux", words.low(at))
                || words.low(at).equals("a")
                || words.low(at).equals("an")
                || words.low(at).equals("the")) {
            at++;
        }
        for (int i = at; i < Math.min(words.size(), at + 3); i++) {
            PersonClass noun = words.noun(words.low(i));
            boolean modifier = words.noun(words.low(i + 1)) != null && !words.is("bar", words.low(i + 1));
            if (noun != null && noun != PersonClass.THING && !modifier) {
                count.phrase = count.phrase.as(noun, i + 1);
                return;
            }
            if (words.is("bar", words.low(i)) || words.is("passive", words.low(i))) {
                return;
            }
        }
    }

    /** <em>Among the dead were seven people, of those killed six were children</em>. */
    boolean among(Count count) {
        int at = count.start() - 1;
        while (words.is("aux", words.low(at)) || words.low(at).equals(",")) {
            if (words.is("passive", words.low(at))) {
                break;
            }
            at--;
        }
        Found befell = words.before("passive", at + 1);
        if (befell == null) {
            return false;
        }
        int of = befell.start() - 1;
        while (of > 0 && (words.low(of).equals("the") || words.low(of).equals("those") || isCounted(words.low(of)))) {
            of--;
        }
        String before = words.low(of - 1);
        boolean opens = of == 0 || words.is("bar", before) && !words.is("aux", before) || before.equals("and");
        if (!words.is("among", words.low(of)) || words.low(of).equals("of") && !opens || of == befell.start() - 1) {
            return false;
        }
        count.set(CountedPhrase.unitOf(befell.value()), How.OWN);
        count.part = true;
        if (count.phrase.personClass() == null) {
            predicate(count, count.quantity.end());
        }
        return true;
    }

    private boolean isCounted(String word) {
        PersonClass noun = words.noun(word);
        return noun != null && noun != PersonClass.THING;
    }
}

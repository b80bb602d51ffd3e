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
        while (words.isOf(at, "aux", "article")) {
            at++;
        }
        for (int i = at; i < at + 3; i++) {
            PersonClass noun = words.noun(i);
            boolean modifier = words.noun(i + 1) != null;
            if (noun != null && words.isPeople(i) && !modifier) {
                count.phrase = count.phrase.as(noun, i + 1);
                return;
            }
            if (words.isOf(i, "bar", "passive")) {
                return;
            }
        }
    }

    /** <em>Among the dead were seven people, of those killed six were children</em>. */
    boolean among(Count count) {
        int at = count.start() - 1;
        while (!words.isOf(at, "passive") && (words.isOf(at, "aux") || words.is(at, ","))) {
            at--;
        }
        Found befell = words.before("passive", at + 1);
        if (befell == null) {
            return false;
        }
        int of = befell.start() - 1;
        while (of > 0 && (words.isOf(of, "those") || words.isPeople(of))) {
            of--;
        }
        if (!words.isOf(of, "among") || of == befell.start() - 1 || (words.is(of, "of") && !opens(of))) {
            return false;
        }
        count.set(befell.unit(), How.OWN);
        count.part = true;
        if (count.phrase.personClass() == null) {
            predicate(count, count.quantity.end());
        }
        return true;
    }

    /** Whether a clause begins there, so that <em>of</em> goes with what follows. */
    private boolean opens(int at) {
        return at == 0 || words.is(at - 1, "and") || (words.isOf(at - 1, "bar") && !words.isOf(at - 1, "aux"));
    }
}

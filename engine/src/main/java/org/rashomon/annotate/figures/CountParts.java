package org.rashomon.annotate.figures;

import org.rashomon.annotate.figures.Count.How;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.model.events.Figure.PersonClass;

/** Counts of some among those told of: <em>among the dead were seven people</em>, <em>two of them children</em>. */
final class CountParts {
    private static final PhrasePattern BEFORE_BEFELL = LineWords.pattern("before befell");
    private static final PhrasePattern OPENS_CLAUSE = LineWords.pattern("opens clause");

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

    /** <em>The dead included seven people</em>. */
    boolean isIncluded(Count count) {
        if (!words.isOf(count.start() - 1, "includes")) {
            return false;
        }
        Found befell = words.before("passive", count.start() - 1);
        Found tally = befell == null ? words.before("tally", count.start() - 1) : befell;
        if (tally == null || !words.isOf(tally.start() - 1, "those")) {
            return false;
        }
        count.set(tally.unit(), How.OWN);
        count.part = true;
        return true;
    }

    /** <em>Among the dead were seven people, of those killed six were children</em>. */
    boolean among(Count count) {
        int at = count.start() - 1;
        while (BEFORE_BEFELL.standsAt(words, at)) {
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
        if (!words.isOf(of, "among")
                || of == befell.start() - 1
                || (words.is(of, "of") && !OPENS_CLAUSE.standsAt(words, of))) {
            return false;
        }
        count.set(befell.unit(), How.OWN);
        count.part = true;
        if (count.phrase.personClass() == null) {
            predicate(count, count.quantity.end());
        }
        return true;
    }
}

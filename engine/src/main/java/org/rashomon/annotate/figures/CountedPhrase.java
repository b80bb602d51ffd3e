package org.rashomon.annotate.figures;

import org.jspecify.annotations.Nullable;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;

/**
 * The words behind a number that say who or what is counted: <em>other wounded civilians</em>.
 *
 * @param end one past its last word; the number's own end where nothing is said
 * @param personClass who is counted, or null where no known noun says it
 * @param told what befell them, where the phrase itself says so (<em>deaths, injured people</em>), or null
 * @param held what befell them where nothing else is said (<em>hostages</em>), or null
 * @param rest whether others were counted before (<em>four others</em>)
 * @param bare whether no word at all stands there that could be counted
 * @param lives whether lives are counted
 * @param men whether they are called men and no more, as an army calls its own
 */
record CountedPhrase(
        int end,
        @Nullable PersonClass personClass,
        @Nullable Unit told,
        @Nullable Unit held,
        boolean rest,
        boolean bare,
        boolean lives,
        boolean men) {
    boolean isThing() {
        return personClass == PersonClass.THING;
    }

    CountedPhrase as(PersonClass other, int newEnd) {
        return new CountedPhrase(newEnd, other, told, held, rest, false, lives, men);
    }
}

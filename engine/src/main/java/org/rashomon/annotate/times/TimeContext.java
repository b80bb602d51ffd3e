package org.rashomon.annotate.times;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is read against.
 *
 * @param anchor the day of publication, null where the article states none
 * @param onlyFullDate the one full date of an article without an anchor, else null
 * @param before what the last date before the expression meant, null when there is none near that is known
 * @param reported the quarter spoken of just before, or the year where half of one or three quarters were, else null
 * @param day the last day spoken of nearby, though a month or year may have been since, else null
 * @param freshDay the same from further back where it lies within a week of the anchor: the day of "later in the day"
 * @param sentenceDay the last day named before in the same sentence, else null
 */
record TimeContext(
        @Nullable LocalDate anchor,
        @Nullable LocalDate onlyFullDate,
        Tense tense,
        @Nullable TimeMeaning before,
        @Nullable TimeMeaning reported,
        @Nullable LocalDate day,
        @Nullable LocalDate freshDay,
        @Nullable LocalDate sentenceDay) {

    /** What the verb around an expression says about its direction. */
    enum Tense {
        PAST,
        /** A verb of speech: its own time is past, that of what is said is not told. */
        SPEECH,
        FUTURE,
        /** A limit of something told in the past: stayed until May, was given until Monday. A weekday is ahead, a date the nearest. */
        LIMIT,
        UNTOLD
    }

    boolean isFuture() {
        return tense == Tense.FUTURE || tense == Tense.LIMIT;
    }

    /** The first day of what was spoken of, else the other day. */
    LocalDate startBefore(LocalDate otherwise) {
        LocalDate start = before == null ? null : before.start();
        return start == null ? otherwise : start;
    }

    LocalDate freshDayOr(LocalDate otherwise) {
        return freshDay == null ? otherwise : freshDay;
    }

    LocalDate sentenceDayOr(LocalDate otherwise) {
        return sentenceDay == null ? otherwise : sentenceDay;
    }
}

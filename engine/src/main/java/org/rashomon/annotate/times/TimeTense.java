package org.rashomon.annotate.times;

import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.times.TimeContext.Tense;

/**
 * Whether a sentence looks back or ahead at a time: the nearest verb before the expression decides, else the first after it.
 * <em>The council said on Thursday it will meet</em>: Thursday belongs to <em>said</em>. The words stand in {@code time-words.tsv}.
 */
final class TimeTense {
    private static final int REACH = 14;
    /** How far before its "for" the word may stand that means a time ahead: called a strike for Monday. */
    private static final int MEANT_REACH = 4;

    /** The same of "from", before which the plan itself stands. */
    private static final int MEANT_FROM_REACH = 8;

    private TimeTense() {}

    /** The tense around the pieces from {@code start} to {@code end}. */
    static Tense at(TimeLine line, int start, int end) {
        int by = slackBefore(line, start);
        boolean limit = line.is("limit", by);
        if (!limit) {
            if (isAhead(line, by)) {
                return Tense.FUTURE;
            }
            if (isPast(tense(line, end))) {
                return Tense.PAST; // "the senator on Monday urged"
            }
        }
        Tense governing = governing(line, start, end);
        if (limit) {
            return isPast(governing) ? pastLimit(line, by) : Tense.FUTURE;
        }
        return governing == Tense.FUTURE && isAttribute(line, start, end) ? Tense.UNTOLD : governing;
    }

    /** "By Monday, 300 had fled", "the dam had burst by Monday" look back, "they were told to leave by Monday" does not. */
    private static Tense pastLimit(TimeLine line, int by) {
        boolean opens = by == 0 || (by == 1 && line.is("opener", 0));
        return opens || (line.isWord("by", by) && !isWanted(line, by)) ? Tense.PAST : Tense.LIMIT;
    }

    /** Whether a verb that looks ahead or commits to what follows, or something meant for later, stands near before {@code at}. */
    private static boolean isWanted(TimeLine line, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            boolean wants = line.is("commits", i) || line.is("meant", i) || tense(line, i) == Tense.FUTURE;
            if (wants && !line.is("auxiliary", i)) {
                return true;
            }
        }
        return false;
    }

    /** The April 20 blast: a date within a description of something is not when the verb happens. */
    private static boolean isAttribute(TimeLine line, int start, int end) {
        boolean named = false;
        for (int i = start; i < end; i++) {
            named |= line.is("month", i);
        }
        return named && line.is("determiner", start - 1) && Character.isLetter(line.initial(end));
    }

    private static boolean isPast(@Nullable Tense tense) {
        return tense == Tense.PAST || tense == Tense.SPEECH;
    }

    private static Tense governing(TimeLine line, int start, int end) {
        boolean owns = line.is("clitic", end); // "it could answer Thursday's attack"
        for (int i = start - 1; i >= Math.max(0, start - REACH) && !line.is("clauseend", i); i--) {
            Tense tense = owns && line.is("possible", i) ? null : before(line, i);
            if (tense != null) {
                return tense == Tense.SPEECH && isSpokenThen(line, i, start) ? Tense.PAST : tense;
            }
        }
        for (int i = end; i < Math.min(line.size(), end + REACH); i++) {
            Tense tense = tense(line, i);
            if (tense != null) {
                return tense;
            }
        }
        return Tense.UNTOLD;
    }

    /** Whether nothing stands between the verb of speech and the time: <em>warned back in June</em>. */
    private static boolean isSpokenThen(TimeLine line, int verb, int start) {
        int i = verb + 1;
        while (i < start && line.is("speechtotime", i)) {
            i++;
        }
        return i >= start;
    }

    /** Whether the words up to {@code at} point ahead: <em>the game is Sunday, a hearing set for Monday</em>. */
    private static boolean isAhead(TimeLine line, int at) {
        if (line.is("be", at)) {
            return true;
        }
        boolean meant = false;
        for (int i = at - 1; i >= at - MEANT_REACH; i--) {
            meant |= line.is("meant", i);
        }
        return (meant && line.isWord("for", at)) || isMeantFrom(line, at);
    }

    /** Whether a plan is to begin then: <em>has called a 24-hour strike from 5 a.m.</em>; the plan stands between. */
    private static boolean isMeantFrom(TimeLine line, int at) {
        if (!line.isWord("from", at)) {
            return false;
        }
        for (int i = at - 2; i >= Math.max(0, at - MEANT_FROM_REACH) && !line.is("clauseend", i); i--) {
            if (line.is("meant", i)) {
                return line.is("determiner", i + 1);
            }
        }
        return false;
    }

    /** The piece before {@code start}, past what may stand between. */
    private static int slackBefore(TimeLine line, int start) {
        int i = start - 1;
        while (line.is("slack", i)) {
            i--;
        }
        return i;
    }

    /** What a verb before the time tells; the participle of "will be delayed until" and "is to be opened on" tells nothing. */
    private static @Nullable Tense before(TimeLine line, int i) {
        boolean toCome = line.isWord("to", i) && line.is("commits", i - 1);
        boolean infinitive = line.isWord("be", i) && line.isWord("to", i - 1);
        if (toCome || infinitive) {
            return Tense.FUTURE;
        }
        Tense tense = tense(line, i);
        boolean passive = line.is("passive", i - 1) || line.is("passive", i - 2);
        return passive && tense == Tense.PAST ? null : tense;
    }

    private static @Nullable Tense tense(TimeLine line, int i) {
        String code = line.value("tense", i);
        if (code == null) {
            String word = line.lower(i);
            return word.length() > 4 && word.endsWith("ed") && !line.isWord("-", i - 1) ? Tense.PAST : null;
        }
        return switch (code) {
            case "P" -> Tense.PAST;
            case "S" -> Tense.SPEECH;
            // "Theresa May", "Meet the Press"
            default -> i > 0 && Character.isUpperCase(line.initial(i)) ? null : forward(line, i, code);
        };
    }

    /** What a word tells that looks ahead, by its code. */
    private static @Nullable Tense forward(TimeLine line, int i, String code) {
        boolean verb = switch (code) {
            case "G" -> !line.isWord("to", i - 1);
            case "B" -> isSubject(line, i - 1);
            default -> line.is("ahead", i) || !line.is("determiner", i - 1);
        };
        if (!verb) {
            return null;
        }
        return line.isWord("could", i) && isDone(line, i + 1) ? Tense.PAST : Tense.FUTURE;
    }

    /** Could not be reached on Monday, shots could be heard: what follows "could" has been. */
    private static boolean isDone(TimeLine line, int at) {
        return line.is("negation", at) || (line.isWord("be", at) && line.is("perceived", at + 1));
    }

    /** Polls close, they meet. */
    private static boolean isSubject(TimeLine line, int at) {
        String word = line.lower(at);
        return line.is("subject", at) || (word.length() > 3 && word.endsWith("s"));
    }
}

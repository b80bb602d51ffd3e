package org.rashomon.annotate.syntax;

import java.util.Set;
import org.rashomon.nlp.Pos;

/**
 * Times and occasions beside a phrase or behind a cue, by their words: <em>on Thursday</em>, <em>two days later</em>, <em>in a
 * statement</em>.
 */
public final class Adjuncts {
    /** Tokens, at most, from the start of a counted time to its <em>later</em>. */
    private static final int LATER_REACH = 5;
    /** Tokens, at most, from the start of an occasion to its noun. */
    private static final int OCCASION_REACH = 6;

    private static final Set<String> LATER = TaggedWords.words("later");
    private static final Set<String> MANNER = TaggedWords.words("manner");
    private static final Set<String> MONTHS = TaggedWords.words("month");
    private static final Set<String> PERIODS = TaggedWords.words("period");
    private static final Set<String> SPEECH_EVENTS = TaggedWords.words("speech event");
    private static final Set<String> TIME_OPENERS = TaggedWords.words("time opener");
    private static final Set<String> WEEKDAYS = TaggedWords.words("weekday");
    private static final Set<Pos> TRAILING = Set.of(Pos.ADV, Pos.CCONJ);
    private static final Set<Pos> DETERMINERS = Set.of(Pos.DET, Pos.PRON);
    private static final Set<Pos> OUTSIDE_OCCASION = Set.of(Pos.VERB, Pos.AUX, Pos.PUNCT);

    private final TaggedBlock b;

    public Adjuncts(TaggedBlock block) {
        this.b = block;
    }

    public boolean isWeekday(int i) {
        return b.isAny(i, WEEKDAYS);
    }

    private boolean isPeriod(int i) {
        return b.isAny(i, PERIODS) || isWeekday(i);
    }

    private boolean isDate(int i) {
        return isWeekday(i) || b.isAny(i, MONTHS);
    }

    /** Whether a time begins at {@code i}. */
    boolean isTime(int i) {
        return isDate(i) || laterAt(i) > 0 || (b.isAny(i, TIME_OPENERS) && (isPeriod(i + 1) || isDate(i + 1)));
    }

    /** A statement, an interview, a channel: where words are said. */
    boolean isSpeechEvent(int i) {
        return b.isAny(i, SPEECH_EVENTS);
    }

    /** "A few minutes later", "Two days after": index after what begins so at {@code i}, or 0. */
    private int laterAt(int i) {
        if (b.tag(i) != Pos.NUM && !b.is(i, "a")) {
            return 0;
        }
        int limit = Math.min(b.size(), i + LATER_REACH);
        int later = b.first(i + 1, limit, k -> b.isAny(k, LATER));
        return later < limit ? later + 1 : 0;
    }

    /** "On Thursday Washington", "In Moscow the ministry": where the phrase after the adjunct begins. */
    int after(int from, int to) {
        int i = b.tag(from) == Pos.ADP ? from + 1 : from;
        if (laterAt(i) > 0) {
            return laterAt(i);
        }
        if (isTime(i)) {
            return timeEnd(i, to);
        }
        return b.first(i + 1, to, k -> b.isTagged(k, DETERMINERS) && b.isNoun(k - 1));
    }

    private int timeEnd(int from, int to) {
        return b.first(from, to, i -> !isTime(i) && b.tag(i) != Pos.NUM && !b.isAny(i, PERIODS));
    }

    /** "Russia on Thursday", "the ministry Tuesday": times between subject and verb go. */
    int trimEnd(int from, int end) {
        int to = end;
        while (to > from) {
            boolean trailing = b.isTagged(to - 1, TRAILING) || b.is(to - 1, ",");
            int shorter = trailing ? to - 1 : timeStart(from, to);
            if (shorter == to) {
                return to;
            }
            to = shorter;
        }
        return to;
    }

    /** Where the time begins with which {@code [from, to)} ends, or {@code to}. */
    private int timeStart(int from, int to) {
        int last = to - 1;
        if (last <= from || !isPeriod(last)) {
            return to;
        }
        int start = last;
        while (start - 1 > from
                && (b.isAny(start - 1, TIME_OPENERS) || b.is(start - 1, "on") || isWeekday(start - 1))) {
            start--;
        }
        boolean bare = start == last && (!isWeekday(last) || b.is(last - 1, "'s"));
        return bare ? to : start;
    }

    /** Index after times and occasions of speech that may stand between cue and content. */
    public int skip(int start) {
        int limit = start < b.size() ? b.sentenceEnd(Math.max(0, start - 1)) : start;
        int i = start;
        while (i < limit && !b.inQuote(i)) {
            int next = step(start, i, limit);
            if (next == i) {
                break;
            }
            i = next;
        }
        return Math.min(i, limit);
    }

    /** Index after one word or phrase of those, or {@code i}. */
    private int step(int start, int i, int limit) {
        if (isTime(i) && !b.is(i, "that")) {
            return b.isAny(i, TIME_OPENERS) && isPeriod(i + 1) ? i + 2 : i + 1;
        }
        boolean day = b.tag(i) == Pos.NUM && b.isAny(i - 1, MONTHS);
        boolean period = b.isAny(i, PERIODS) && isWeekday(i - 1);
        if (i > start && (day || period)) {
            return i + 1;
        }
        if (b.is(i, ",") && i + 1 < limit) {
            return stepBehindComma(i + 1, limit);
        }
        return switch (b.tag(i)) {
            case ADV -> b.isAny(i, MANNER) ? i : i + 1;
            case ADP -> Math.max(i, occasionEnd(i + 1, limit));
            default -> b.is(i, "to") ? Math.max(i, occasionEnd(i + 1, limit)) : i;
        };
    }

    private int stepBehindComma(int i, int limit) {
        if (b.tag(i) == Pos.ADV && b.is(i + 1, ",")) {
            return i + 2;
        }
        int end = b.tag(i) == Pos.ADP ? occasionEnd(i + 1, limit) : 0;
        if (end == 0) {
            return i - 1;
        }
        return b.is(end, ",") ? end + 1 : end;
    }

    /** End of a phrase such as <em>a statement on its website</em>, <em>Thursday</em>, <em>September 9</em>; 0 when it is none. */
    private int occasionEnd(int start, int limit) {
        if (start >= limit) {
            return 0;
        }
        if (isTime(start)) {
            return timeEnd(start, limit);
        }
        int end = b.first(start, Math.min(limit, start + OCCASION_REACH), i -> endsOccasion(start, i));
        for (int i = end; i > start; i--) {
            if (isSpeechEvent(i - 1)) {
                return i;
            }
        }
        return 0;
    }

    private boolean endsOccasion(int start, int i) {
        return b.isTagged(i, OUTSIDE_OCCASION) || b.is(i, "that") || (b.tag(i) == Pos.ADP && i > start);
    }
}

package org.rashomon.annotate.syntax;

import java.util.Set;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.nlp.Pos;

/**
 * Times and occasions beside a phrase or behind a cue, by their words: <em>on Thursday</em>, <em>two days later</em>, <em>in a
 * statement</em>.
 */
public final class Adjuncts {
    /** Tokens, at most, from the start of a counted time to its <em>later</em>. */
    private static final PhrasePattern TIME = TaggedWords.pattern("time");

    private static final PhrasePattern PERIOD = TaggedWords.pattern("period");
    private static final PhrasePattern COUNTED = TaggedWords.pattern("counted");
    private static final PhrasePattern ANOTHER = TaggedWords.pattern("another");
    private static final PhrasePattern TIME_WORD = TaggedWords.pattern("time word");
    private static final PhrasePattern TRAILING = TaggedWords.pattern("trailing");
    private static final PhrasePattern BEFORE_TIME = TaggedWords.pattern("before time");
    private static final PhrasePattern TIME_GOES_ON = TaggedWords.pattern("time goes on");
    private static final PhrasePattern ADVERB_ASIDE = TaggedWords.pattern("adverb aside");
    private static final PhrasePattern NO_OCCASION = TaggedWords.pattern("no occasion");

    private static final int LATER_REACH = 5;
    /** Tokens, at most, from the start of an occasion to its noun. */
    private static final int OCCASION_REACH = 6;

    private static final Set<String> LATER = TaggedWords.words("later");
    private static final Set<String> MANNER = TaggedWords.words("manner");
    private static final Set<String> PERIODS = TaggedWords.words("period");
    private static final Set<String> SPEECH_EVENTS = TaggedWords.words("speech event");
    private static final Set<String> WEEKDAYS = TaggedWords.words("weekday");

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

    /** Whether a time begins at {@code i}. */
    boolean isTime(int i) {
        return TIME.standsAt(b, i) || laterAt(i) > 0;
    }

    /** A statement, an interview, a channel: where words are said. */
    boolean isSpeechEvent(int i) {
        return b.isAny(i, SPEECH_EVENTS);
    }

    /** "A few minutes later", "Two days after": index after what begins so at {@code i}, or 0. */
    private int laterAt(int i) {
        if (!COUNTED.standsAt(b, i)) {
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
        return b.first(i + 1, to, k -> ANOTHER.standsAt(b, k));
    }

    private int timeEnd(int from, int to) {
        return b.first(from, to, i -> !isTime(i) && !TIME_WORD.standsAt(b, i));
    }

    /** "Russia on Thursday", "the ministry Tuesday": times between subject and verb go. */
    int trimEnd(int from, int end) {
        int to = end;
        while (to > from) {
            int shorter = TRAILING.standsAt(b, to - 1) ? to - 1 : timeStart(from, to);
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
        while (start - 1 > from && BEFORE_TIME.standsAt(b, start - 1)) {
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
            return PERIOD.standsAt(b, i) ? i + 2 : i + 1;
        }
        if (i > start && TIME_GOES_ON.standsAt(b, i)) {
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
        if (ADVERB_ASIDE.standsAt(b, i)) {
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
        return NO_OCCASION.standsAt(b, i) || (b.tag(i) == Pos.ADP && i > start);
    }
}

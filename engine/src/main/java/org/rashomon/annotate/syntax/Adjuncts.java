package org.rashomon.annotate.syntax;

import java.util.Set;
import org.rashomon.nlp.Pos;

/**
 * Times and occasions beside a phrase or behind a cue, by their words: <em>on Thursday</em>, <em>two days later</em>, <em>in a
 * statement</em>.
 */
public final class Adjuncts {
    private static final Set<String> WEEKDAYS = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tomorrow",
            "tonight",
            "mon",
            "tue",
            "tues",
            "wed",
            "thu",
            "thurs",
            "fri",
            "sat",
            "sun");

    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan.",
            "feb.",
            "aug.",
            "sept.",
            "oct.",
            "nov.",
            "dec.");

    private static final Set<String> TIME_HEADS =
            Set.of("week", "month", "year", "night", "evening", "morning", "afternoon", "day", "weekend", "hour");

    private static final Set<String> TIME_OPENERS =
            Set.of("last", "this", "next", "earlier", "late", "later", "early", "that", "the");

    private static final Set<String> SPEECH_EVENTS = Set.of(
            "statement",
            "interview",
            "interviews",
            "conference",
            "briefing",
            "speech",
            "letter",
            "report",
            "email",
            "e-mail",
            "tweet",
            "post",
            "message",
            "address",
            "remarks",
            "comments",
            "reporters",
            "journalists",
            "twitter",
            "facebook",
            "telephone",
            "phone",
            "rally",
            "testimony",
            "memo",
            "op-ed",
            "book",
            "appearance",
            "call",
            "news",
            "video",
            "column",
            "article",
            "press",
            "release",
            "blog",
            "radio",
            "television",
            "tv",
            "broadcast",
            "response",
            "reply",
            "part");

    private final TaggedBlock b;

    public Adjuncts(TaggedBlock block) {
        this.b = block;
    }

    public boolean isWeekday(int i) {
        return b.isAny(i, WEEKDAYS);
    }

    /** Whether a time begins at {@code i}. */
    boolean isTime(int i) {
        return b.isAny(i, WEEKDAYS)
                || b.isAny(i, MONTHS)
                || (b.is(i, "a") || b.tag(i) == Pos.NUM) && laterAt(i) > 0
                || (b.isAny(i, TIME_OPENERS)
                        && i + 1 < b.size()
                        && (b.isAny(i + 1, TIME_HEADS) || b.isAny(i + 1, WEEKDAYS) || b.isAny(i + 1, MONTHS)));
    }

    /** A statement, an interview, a channel: where words are said. */
    boolean isSpeechEvent(int i) {
        return b.isAny(i, SPEECH_EVENTS);
    }

    /** "A few minutes later", "Two days after": index after it, or 0. */
    private int laterAt(int i) {
        for (int k = i + 1; k < Math.min(b.size(), i + 5); k++) {
            if (b.is(k, "later") || b.is(k, "earlier") || b.is(k, "ago") || b.is(k, "prior") || b.is(k, "before")) {
                return k + 1;
            }
        }
        return 0;
    }

    /** "On Thursday Washington", "In Moscow the ministry": where the phrase after the adjunct begins. */
    int after(int from, int to) {
        int i = b.tag(from) == Pos.ADP ? from + 1 : from;
        boolean time = isTime(i);
        if (time && laterAt(i) > 0 && (b.is(i, "a") || b.tag(i) == Pos.NUM)) {
            return laterAt(i);
        }
        if (time) {
            while (i < to
                    && (isTime(i)
                            || b.tag(i) == Pos.NUM
                            || b.isAny(i, TIME_HEADS)
                            || b.isAny(i, TIME_OPENERS) && isTime(i + 1))) {
                i++;
            }
            return i;
        }
        for (int k = i + 1; k < to; k++) {
            if ((b.tag(k) == Pos.DET || b.tag(k) == Pos.PRON) && b.isNoun(k - 1)) {
                return k;
            }
        }
        return to;
    }

    /** "Russia on Thursday", "the ministry Tuesday": times between subject and verb go. */
    int trimEnd(int from, int end) {
        int to = end;
        boolean changed = true;
        while (changed && to > from) {
            changed = false;
            if (b.tag(to - 1) == Pos.ADV || b.is(to - 1, ",") || b.tag(to - 1) == Pos.CCONJ) {
                to--;
                changed = true;
            } else if (to - 2 >= from && (b.isAny(to - 1, WEEKDAYS) || b.isAny(to - 1, TIME_HEADS))) {
                int k = to - 1;
                while (k - 1 > from
                        && (b.isAny(k - 1, TIME_OPENERS) || b.is(k - 1, "on") || b.isAny(k - 1, WEEKDAYS))) {
                    k--;
                }
                if (k < to - 1 || b.isAny(to - 1, WEEKDAYS) && !b.is(k - 1, "'s")) {
                    to = k;
                    changed = true;
                }
            }
        }
        return to;
    }

    /** Index after times and occasions of speech that may stand between cue and content. */
    public int skip(int start) {
        int limit = start < b.size() ? b.sentenceEnd(Math.max(0, start - 1)) : start;
        int i = start;
        boolean moved = true;
        while (moved && i < limit && !b.inQuote(i)) {
            moved = false;
            if (isTime(i) && !b.is(i, "that")) {
                i += b.isAny(i, TIME_OPENERS)
                                && i + 1 < limit
                                && (b.isAny(i + 1, TIME_HEADS) || b.isAny(i + 1, WEEKDAYS))
                        ? 2
                        : 1;
                moved = true;
            } else if (b.tag(i) == Pos.NUM && i > start && b.isAny(i - 1, MONTHS)
                    || b.isAny(i, TIME_HEADS) && i > start && b.isAny(i - 1, WEEKDAYS)
                    || b.tag(i) == Pos.ADV
                            && !b.is(i, "how")
                            && !b.is(i, "why")
                            && !b.is(i, "when")
                            && !b.is(i, "where")) {
                i++;
                moved = true;
            } else if (b.tag(i) == Pos.ADP || b.is(i, "to")) {
                int end = occasionEnd(i + 1, limit);
                if (end > 0) {
                    i = end;
                    moved = true;
                }
            } else if (b.is(i, ",") && i + 2 < limit && b.tag(i + 1) == Pos.ADV && b.is(i + 2, ",")) {
                i += 3;
                moved = true;
            } else if (b.is(i, ",") && i + 1 < limit && b.tag(i + 1) == Pos.ADP && occasionEnd(i + 2, limit) > 0) {
                i = occasionEnd(i + 2, limit);
                if (b.is(i, ",")) {
                    i++;
                }
                moved = true;
            }
        }
        return Math.min(i, limit);
    }

    /** End of a phrase such as <em>a statement on its website</em>, <em>Thursday</em>, <em>September 9</em>; 0 when it is none. */
    private int occasionEnd(int start, int limit) {
        if (start >= limit) {
            return 0;
        }
        if (isTime(start)) {
            int i = start;
            while (i < limit && (isTime(i) || b.tag(i) == Pos.NUM || b.isAny(i, TIME_HEADS))) {
                i++;
            }
            return i;
        }
        int last = 0;
        for (int i = start; i < Math.min(limit, start + 6); i++) {
            Pos tag = b.tag(i);
            if (tag == Pos.VERB
                    || tag == Pos.AUX
                    || tag == Pos.PUNCT
                    || b.is(i, "that")
                    || tag == Pos.ADP && i > start) {
                break;
            }
            if (isSpeechEvent(i)) {
                last = i + 1;
            }
        }
        return last;
    }
}

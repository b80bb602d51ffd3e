package org.rashomon.annotate;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.nlp.Pos;

/** Finds noun phrases around a token by their tags: subjects before a verb, sources after a cue, where clauses begin. */
final class NounPhrases {
    private static final Set<String> NOMINATIVE = Set.of("he", "she", "they", "we", "i", "it", "you");
    /** Words that open a clause, whatever their tag. */
    private static final Set<String> CLAUSE_OPENERS = Set.of(
            "since",
            "because",
            "while",
            "although",
            "though",
            "until",
            "when",
            "where",
            "whereas",
            "despite",
            "as",
            "after",
            "before");

    private static final Set<String> BACKSHIFTED = Set.of("had", "would", "was", "were", "could", "might");
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
    /** After a past form these make one verb with it, so that it is no participle: a jet carried out a raid. */
    private static final Set<String> PARTICLES = Set.of("out", "off", "up", "down", "back");

    private static final Set<String> HARD_STOPS =
            Set.of(";", ":", "\u2014", "--", "\u2013", ".", "?", "!", "\u2026", "...", "|", "\u2022");

    private final TaggedBlock b;

    NounPhrases(TaggedBlock block) {
        this.b = block;
    }

    boolean isWeekday(int i) {
        return b.isAny(i, WEEKDAYS);
    }

    /** Whether a noun phrase can begin at {@code i}. */
    boolean startsPhrase(int i) {
        if (i >= b.size()) {
            return false;
        }
        return switch (b.tag(i)) {
            case DET, ADJ, NOUN, PROPN, NUM, PRON -> !b.is(i, "that") && !b.is(i, "who") && !b.is(i, "which");
            case SYM -> true;
            default -> false;
        };
    }

    /** Whether a clause with its own subject and finite verb begins at {@code i}. */
    boolean isClause(int i, int limit) {
        int seen = 0;
        boolean head = false;
        boolean relative = false;
        for (int k = i; k < limit && seen < 30; k++, seen++) {
            Pos tag = b.tag(k);
            if (head && (b.is(k, "who") || b.is(k, "which") || b.is(k, "whose"))) {
                relative = true;
            }
            if (relative && (tag == Pos.VERB || tag == Pos.AUX)) {
                relative = tag == Pos.AUX;
                continue;
            }
            if (tag == Pos.AUX) {
                return head;
            }
            if (tag == Pos.VERB) {
                boolean participle = b.lower(k).endsWith("ing") || k > i && b.is(k - 1, "to") || isReducedRelative(k);
                if (head && !participle) {
                    return true;
                }
            }
            if (tag == Pos.NOUN
                    || tag == Pos.PROPN
                    || tag == Pos.PRON
                    || tag == Pos.NUM
                    || b.is(k, "this")
                    || b.is(k, "these")
                    || b.is(k, "some")
                    || b.is(k, "all")) {
                head = true;
            }
            if (tag == Pos.PUNCT && HARD_STOPS.contains(b.lower(k)) && !b.inQuote(k)) {
                return false;
            }
        }
        return false;
    }

    /** A past participle that modifies the noun before it: officials briefed on the talks. */
    private boolean isReducedRelative(int k) {
        String w = b.lower(k);
        boolean form = w.endsWith("ed")
                || w.endsWith("ing")
                || w.endsWith("wn")
                || w.endsWith("en")
                || w.equals("held")
                || w.equals("led")
                || w.equals("made")
                || w.equals("set")
                || w.equals("known")
                || w.equals("based");
        boolean particle = b.isAny(k + 1, PARTICLES) && !b.is(k + 2, "by");
        return form
                && !particle
                && k > 0
                && (b.isNoun(k - 1) || b.is(k - 1, ",") || b.tag(k - 1) == Pos.ADV)
                && k + 1 < b.size()
                && (b.tag(k + 1) == Pos.ADP || b.tag(k + 1) == Pos.PART)
                && !b.is(k + 1, "that");
    }

    /** The subject noun phrase that ends before the verb group at {@code verb}, or null when there is none of its own. */
    @Nullable
    TokenRange subjectBefore(int verb) {
        int floor = b.sentenceStart(verb);
        int end = verb;
        while (end > floor && b.tag(end - 1) == Pos.ADV) {
            end--;
        }
        boolean comma = end > floor && b.is(end - 1, ",");
        if (comma) {
            end--;
            int aside = asideStart(floor, end);
            if (aside > floor) {
                end = aside;
                comma = false;
            }
        }
        if (end <= floor || b.inQuote(end - 1)) {
            return null;
        }
        if (b.tag(end - 1) == Pos.CCONJ) {
            return null;
        }
        if (b.isAny(end - 1, NOMINATIVE) && !comma) {
            return new TokenRange(end - 1, end);
        }
        int from = left(floor, end, comma);
        if (from < 0) {
            return null;
        }
        return trim(from, end);
    }

    /**
     * The comma that opens an aside which ends at {@code end}: <em>The president, receiving a guest in the capital, said</em>;
     * -1 when what stands between the commas can be an apposition.
     */
    private int asideStart(int floor, int end) {
        for (int k = end - 1; k > floor && k > end - 25; k--) {
            if (b.is(k, ",")) {
                Pos first = b.tag(k + 1);
                boolean participle = first == Pos.VERB && b.lower(k + 1).endsWith("ing");
                if (participle || first == Pos.ADP && !b.is(k + 1, "of") || first == Pos.ADV && k + 2 == end) {
                    return k;
                }
                if (first != Pos.PROPN && first != Pos.NOUN) {
                    return -1;
                }
            }
            if (b.inQuote(k)) {
                return -1;
            }
        }
        return -1;
    }

    /** The noun phrase that touches a participle: <em>a letter</em> saying; null after a comma or conjunction. */
    @Nullable
    TokenRange headBefore(int participle) {
        int floor = b.sentenceStart(participle);
        int end = participle;
        if (end <= floor || !b.isNoun(end - 1) && b.tag(end - 1) != Pos.PRON) {
            return null;
        }
        int from = end - 1;
        while (from > floor
                && !b.inQuote(from - 1)
                && switch (b.tag(from - 1)) {
                    case DET, ADJ, NOUN, PROPN, NUM -> true;
                    case PART -> b.lower(from - 1).endsWith("s");
                    default -> b.is(from - 1, "of");
                }) {
            from--;
        }
        // "with Moscow suggesting": the name is the participle's own subject, not an object of the verb before
        boolean absolute = from > floor && b.is(from - 1, "with");
        boolean governed = from > floor && !absolute && (b.tag(from - 1) == Pos.ADP || b.tag(from - 1) == Pos.CCONJ);
        boolean opens = absolute || from == floor || b.tag(from) == Pos.DET || b.tag(from) == Pos.PRON;
        if (governed || !opens) {
            return null;
        }
        return trim(from, end);
    }

    private int left(int floor, int end, boolean comma) {
        int commas = comma ? 1 : 0;
        int k = end - 1;
        while (k >= floor) {
            Pos tag = b.tag(k);
            if (b.inQuote(k)) {
                int q = b.quoteOf(k);
                int start = b.quoteStart(q);
                if (b.quoteEnd(q) - start > 6 || start < floor || b.tag(b.quoteEnd(q) - 2) == Pos.PUNCT) {
                    return k + 1;
                }
                k = start - 1;
                continue;
            }
            if (tag == Pos.PUNCT && HARD_STOPS.contains(b.lower(k))) {
                return k + 1;
            }
            if (b.is(k, ",")) {
                commas++;
            }
            if (b.is(k, "who") || b.is(k, "which") || b.is(k, "whose") || b.is(k, "that") && tag == Pos.PRON) {
                boolean verbBetween = b.hasVerb(k + 1, end);
                if (!verbBetween && !(comma && k > floor && b.is(k - 1, ","))) {
                    return end - k > 1 ? k + 1 : k;
                }
                if (!comma && b.is(k - 1, ",")) {
                    return k + 1;
                }
            } else if (b.isAny(k, CLAUSE_OPENERS) && k > floor && end - k > 1) {
                return k + 1;
            } else if (tag == Pos.SCONJ && !b.is(k, "of") && !b.is(k, "for") && !b.is(k, "in") && !b.is(k, "from")) {
                return k + 1;
            } else if (tag == Pos.VERB || tag == Pos.AUX) {
                int relative = relativeBefore(k, floor);
                if (relative >= 0) {
                    k = relative;
                    continue;
                }
                if (!(tag == Pos.VERB && isReducedRelative(k))) {
                    return k + 1 < end ? k + 1 : -1;
                }
            } else if (tag == Pos.CCONJ && k > floor) {
                boolean verbLeft = b.hasVerb(floor, k);
                boolean listed = b.is(k - 1, ",") && commas > 1 && !verbLeft
                        || !b.is(k - 1, ",")
                                && b.is(k, "and")
                                && k + 1 < end
                                && b.isCapitalised(k - 1)
                                && b.isCapitalised(k + 1)
                                && b.tag(k - 1) != Pos.PRON;
                if (!listed && (b.is(k - 1, ",") || verbLeft || b.is(k, "but"))) {
                    return k + 1;
                }
            } else if (b.is(k, ",") && b.isHeadline() && !comma) {
                return k + 1;
            } else if (b.is(k, ",") && commas == (comma ? 3 : 1)) {
                // "After the raid, the minister said": the comma parts an adjunct from the subject
                if (isAdjunctBefore(floor, k) || b.hasVerb(floor, k)) {
                    return k + 1;
                }
            }
            k--;
        }
        return floor;
    }

    private boolean isAdjunctBefore(int floor, int comma) {
        int i = floor;
        while (i < comma && (b.tag(i) == Pos.CCONJ || b.tag(i) == Pos.PUNCT)) {
            i++;
        }
        return i < comma
                && (b.tag(i) == Pos.ADP
                        || b.tag(i) == Pos.ADV
                        || b.tag(i) == Pos.SCONJ
                        || b.tag(i) == Pos.VERB
                        || isTime(i));
    }

    /** The relative pronoun whose clause holds the verb at {@code k}, or -1. */
    private int relativeBefore(int k, int floor) {
        for (int r = k - 1; r >= floor && r > k - 14; r--) {
            if (b.is(r, "who") || b.is(r, "which") || b.is(r, "whose") || b.is(r, "that") && b.tag(r) == Pos.PRON) {
                return r > floor && (b.is(r - 1, ",") || b.isNoun(r - 1)) ? r : -1;
            }
            if (b.tag(r) == Pos.PUNCT && !b.is(r, ",") || b.tag(r) == Pos.SCONJ) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isTime(int i) {
        return b.isAny(i, WEEKDAYS)
                || b.isAny(i, MONTHS)
                || (b.is(i, "a") || b.tag(i) == Pos.NUM) && laterAt(i) > 0
                || (b.isAny(i, TIME_OPENERS)
                        && i + 1 < b.size()
                        && (b.isAny(i + 1, TIME_HEADS) || b.isAny(i + 1, WEEKDAYS) || b.isAny(i + 1, MONTHS)));
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

    /** Drops what stands before and after the phrase proper: adjuncts, conjunctions, times. */
    private @Nullable TokenRange trim(int start, int stop) {
        int from = start;
        int to = stop;
        boolean changed = true;
        while (changed && from < to) {
            changed = false;
            Pos tag = b.tag(from);
            if (tag == Pos.PUNCT
                    || tag == Pos.CCONJ
                    || tag == Pos.ADV && !b.is(from, "so-called")
                    || tag == Pos.INTJ
                    || tag == Pos.SCONJ && !b.is(from, "that") && comma(from, to) < 0) {
                from++;
                changed = true;
            } else if (tag == Pos.ADP
                    || tag == Pos.SCONJ
                    || tag == Pos.VERB
                            && (b.lower(from).endsWith("ing") || b.lower(from).endsWith("ed"))
                    || isTime(from)) {
                int comma = comma(from, to);
                if (comma >= 0) {
                    from = comma + 1;
                } else if (tag == Pos.ADP || isTime(from)) {
                    int next = afterAdjunct(from, to);
                    if (next >= to) {
                        return null;
                    }
                    from = next;
                } else {
                    return null;
                }
                changed = true;
            }
        }
        from = lastPhrase(from, to);
        for (int k = from; k + 1 < to; k++) {
            if (b.is(k, "(")) {
                break;
            }
            if (b.is(k, ")")) {
                from = k + 1;
            }
        }
        int opening = comma(from, to);
        if (b.tag(from) == Pos.NUM && opening > 0 && opening + 1 < to && b.tag(opening + 1) == Pos.DET) {
            from = opening + 1;
        }
        to = trimEnd(from, to);
        if (from >= to || !hasHead(from, to)) {
            return null;
        }
        return new TokenRange(from, to);
    }

    /** The phrase in a range, without times at its ends; null when nothing is left. */
    @Nullable
    TokenRange withoutTimes(int from, int to) {
        int end = trimEnd(from, to);
        return end > from && hasHead(from, end) ? new TokenRange(from, end) : null;
    }

    /**
     * Whether at {@code i} a report in shifted tenses ends and the outlet's own narrative goes on: <em>… contacts had stopped
     * and [the president] signed …</em>
     */
    boolean leavesReport(int start, int i, int limit) {
        if (b.tag(i) != Pos.CCONJ || i + 2 >= limit) {
            return false;
        }
        if (b.is(i, "but") && b.inQuote(i - 1) && b.tag(i + 1) == Pos.VERB) {
            return true;
        }
        if (b.tag(i + 1) != Pos.PROPN) {
            return false;
        }
        boolean shifted = false;
        for (int k = start; k < i; k++) {
            shifted |= b.isAny(k, BACKSHIFTED);
        }
        if (!shifted) {
            return false;
        }
        int k = i + 1;
        while (k < limit && (b.tag(k) == Pos.PROPN || b.tag(k) == Pos.ADV)) {
            k++;
        }
        return k < limit && b.tag(k) == Pos.VERB && b.lower(k).endsWith("ed");
    }

    /**
     * Where the last of several phrases begins that lost the comma between them: <em>24 people a monitor said</em>, <em>crimes by
     * rebels Pillay said</em>.
     */
    private int lastPhrase(int from, int to) {
        int start = from;
        for (int k = from + 1; k < to; k++) {
            boolean nounBefore = b.isNoun(k - 1) && !b.inQuote(k);
            boolean article = b.tag(k) == Pos.DET && (b.is(k, "the") || b.is(k, "a") || b.is(k, "an"));
            boolean pluralBefore = b.tag(k - 1) == Pos.NOUN
                    && b.lower(k - 1).endsWith("s")
                    && !b.lower(k - 1).endsWith("ss")
                    && !b.isCapitalised(k - 1)
                    && !b.is(k - 1, "news")
                    && !b.is(k - 1, "affairs");
            if (nounBefore && article
                    || article && b.isCapitalised(k) && !b.isHeadline()
                    || pluralBefore && b.tag(k) == Pos.PROPN && k - 1 > from) {
                start = k;
            }
        }
        return start;
    }

    private int comma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (b.is(i, ",") && !b.inQuote(i) && !(i + 1 < to && b.tag(i + 1) == Pos.NUM)) {
                return i;
            }
        }
        return -1;
    }

    /** "On Thursday Washington", "In Moscow the ministry": where the phrase after the adjunct begins. */
    private int afterAdjunct(int from, int to) {
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
    private int trimEnd(int from, int end) {
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

    private boolean hasHead(int from, int to) {
        for (int i = from; i < to; i++) {
            switch (b.tag(i)) {
                case NOUN, PROPN, PRON, NUM, X -> {
                    return true;
                }
                case DET, ADJ -> {
                    if (to - from <= 2) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** The noun phrase that begins at {@code start}, appositions included, for sources that follow their cue; or null. */
    @Nullable
    TokenRange phraseAfter(int start) {
        int limit = start < b.size() ? b.sentenceEnd(start) : start;
        int i = start;
        boolean head = false;
        while (i < limit) {
            Pos tag = b.tag(i);
            if (b.inQuote(i) && (b.quoteEnd(b.quoteOf(i)) - b.quoteStart(b.quoteOf(i)) > 6)) {
                break;
            }
            if (b.is(i, ",")) {
                if (!isApposition(i + 1, limit)) {
                    break;
                }
            } else if (tag == Pos.PUNCT && !b.inQuote(i) && !b.is(i, "(") && !b.is(i, ")")) {
                break;
            } else if (tag == Pos.VERB || tag == Pos.AUX || tag == Pos.SCONJ || tag == Pos.ADV && i > start && head) {
                if (!b.is(i, "so-called") && (!(tag == Pos.VERB && isReducedRelative(i)) || !head)) {
                    break;
                }
            } else if (head
                    && (tag == Pos.PRON && !b.is(i, "his") && !b.is(i, "her") && !b.is(i, "its") && !b.is(i, "their")
                            || isTime(i) && !b.is(i, "the") && !b.is(i, "that")
                            || tag == Pos.DET && b.isNoun(i - 1))) {
                break;
            } else if (tag == Pos.ADP && head && !attaches(i)) {
                break;
            } else if (tag == Pos.CCONJ && !(i + 1 < limit && startsPhrase(i + 1) && !isClause(i + 1, limit))) {
                break;
            }
            head |= tag == Pos.NOUN || tag == Pos.PROPN || tag == Pos.PRON || tag == Pos.NUM;
            i++;
        }
        while (i > start
                && (b.tag(i - 1) == Pos.PUNCT && !b.is(i - 1, ")") && !b.inQuote(i - 1)
                        || b.tag(i - 1) == Pos.CCONJ
                        || b.tag(i - 1) == Pos.ADP)) {
            i--;
        }
        return head && i > start ? new TokenRange(start, i) : null;
    }

    /**
     * The source that a sentence-initial <em>According to</em> names: up to the comma before the clause, so that the clause is
     * never taken for an apposition.
     */
    @Nullable
    TokenRange phraseBeforeClause(int start) {
        TokenRange whole = phraseAfter(start);
        if (whole == null) {
            return null;
        }
        int limit = b.sentenceEnd(start);
        if (b.is(whole.to(), ",")
                && whole.to() + 1 < limit
                && isClause(whole.to() + 1, limit)
                && !b.isParticiple(whole.to() + 1)) {
            return whole;
        }
        for (int i = whole.from() + 1; i < whole.to(); i++) {
            boolean newPhrase = b.tag(i - 1) == Pos.PROPN
                            && !b.isCapitalised(i)
                            && (b.tag(i) == Pos.ADJ
                                    || b.tag(i) == Pos.NOUN
                                    || b.tag(i) == Pos.NUM
                                    || b.tag(i) == Pos.DET)
                    || b.tag(i - 1) == Pos.NOUN
                            && (b.tag(i) == Pos.NUM
                                    || b.tag(i) == Pos.DET
                                    || b.is(i, "hundreds")
                                    || b.is(i, "dozens")
                                    || b.is(i, "thousands"));
            if (newPhrase && i - whole.from() > 1 || b.is(i, ",") && !b.inQuote(i)) {
                return new TokenRange(whole.from(), i);
            }
        }
        return whole;
    }

    /** Prepositional phrases that belong to the noun: of, for, from, at an institution; not times and occasions. */
    private boolean attaches(int adposition) {
        int next = adposition + 1;
        if (next >= b.size() || isTime(next) || b.isAny(next, SPEECH_EVENTS)) {
            return false;
        }
        for (int k = next; k < Math.min(b.size(), next + 4); k++) {
            if (b.isAny(k, SPEECH_EVENTS)) {
                return false;
            }
        }
        String w = b.lower(adposition);
        return w.equals("of")
                || w.equals("for")
                || w.equals("from")
                || w.equals("at")
                || w.equals("in")
                || w.equals("with") && !b.is(next, "the")
                || w.equals("on") && !isTime(next) && b.tag(next) != Pos.NUM;
    }

    private boolean isApposition(int i, int limit) {
        if (i >= limit || !startsPhrase(i) || b.tag(i) == Pos.PRON) {
            return false;
        }
        for (int k = i; k < limit && !b.is(k, ","); k++) {
            if (b.tag(k) == Pos.AUX || b.tag(k) == Pos.VERB && !isReducedRelative(k)) {
                return false;
            }
        }
        return true;
    }

    /** "the ministry's claim", "his claim", "Russian claims": whose the noun at {@code i} is, or null. */
    @Nullable
    TokenRange possessorBefore(int i) {
        int floor = b.sentenceStart(i);
        int k = i - 1;
        while (k >= floor
                && (b.tag(k) == Pos.ADJ || b.tag(k) == Pos.NUM || b.tag(k) == Pos.NOUN && b.tag(k + 1) != Pos.ADP)) {
            k--;
        }
        if (k < floor) {
            return null;
        }
        if (b.is(k, "his") || b.is(k, "her") || b.is(k, "their") || b.is(k, "its") || b.is(k, "our") || b.is(k, "my")) {
            return new TokenRange(k, k + 1);
        }
        if (b.is(k, "'s") || b.is(k, "\u2019s") || b.is(k, "'") || b.is(k, "\u2019")) {
            int from = k - 1;
            while (from >= floor
                    && (b.isNoun(from) || b.tag(from) == Pos.ADJ || b.tag(from) == Pos.DET || b.is(from, "of"))) {
                from--;
            }
            return from + 1 < k ? new TokenRange(from + 1, k) : null;
        }
        return null;
    }

    /** "the US warning that …": the name that modifies the noun at {@code i}, or null. */
    @Nullable
    TokenRange namedModifierBefore(int i) {
        int from = i;
        while (from - 1 >= b.sentenceStart(i) && b.tag(from - 1) == Pos.PROPN && !b.inQuote(from - 1)) {
            from--;
        }
        if (from == i) {
            return null;
        }
        boolean determined = from - 1 >= b.sentenceStart(i) && b.tag(from - 1) == Pos.DET;
        return new TokenRange(determined ? from - 1 : from, i);
    }

    /** End of the clause that begins at {@code start}: before a comma that opens a side remark or a new predicate. */
    int clauseEnd(int start, int limit) {
        for (int i = start + 1; i < limit; i++) {
            if (b.inQuote(i)) {
                continue;
            }
            if (b.is(i, ",") && i + 1 < limit) {
                Pos next = b.tag(i + 1);
                if (next == Pos.SCONJ
                        || next == Pos.VERB
                        || b.is(i + 1, "which")
                        || b.is(i + 1, "who")
                        || b.is(i + 1, "but")
                        || b.is(i + 1, "while")
                        || next == Pos.ADV && i + 2 < limit && b.tag(i + 2) == Pos.VERB
                        || b.is(i + 1, "with")
                        || next == Pos.CCONJ
                                && i + 2 < limit
                                && (b.tag(i + 2) == Pos.VERB || b.tag(i + 2) == Pos.AUX || isClause(i + 2, limit))) {
                    return i;
                }
            }
            if (b.is(i, ";")
                    || b.is(i, "\u2014")
                    || b.is(i, "--")
                    || b.is(i, "after")
                    || b.is(i, "while")
                    || b.is(i, "because")
                    || b.is(i, "although")) {
                return b.tag(i - 1) == Pos.PUNCT ? i - 1 : i;
            }
        }
        return limit;
    }

    /** Index after times and occasions of speech that may stand between cue and content. */
    int skipAdjuncts(int start) {
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
            if (b.isAny(i, SPEECH_EVENTS)) {
                last = i + 1;
            }
        }
        return last;
    }
}

package org.rashomon.annotate.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.model.events.Figure.Unit;

/** What words behind a count say of the counted: <em>seven people were killed</em>, <em>12, two of them children, are missing</em>. */
final class CountStates {
    private static final PhrasePattern AMONG = LineWords.pattern("among");
    private static final PhrasePattern BELIEVED = LineWords.pattern("believed");
    private static final PhrasePattern IDLE = LineWords.pattern("idle");
    private static final PhrasePattern NOT_ASIDE = LineWords.pattern("not aside");
    private static final PhrasePattern SHELTERED = LineWords.pattern("sheltered");
    private static final PhrasePattern SUFFERS = LineWords.pattern("suffers");
    private static final PhrasePattern TAKES_OBJECT = LineWords.pattern("takes object");

    private static final int STATE_WITHIN = 9;
    private static final int LONGEST_LINK = 6;
    private static final int LONGEST_ASIDE = 12;
    private static final int DETAIL_WITHIN = 12;
    private static final int LONGEST_SINGULAR = 7;

    private final LineWords words;
    private final List<Count> counts;
    private final boolean evacuation;

    /**
     * Of one sentence.
     *
     * @param evacuation whether it or one shortly before it tells of an evacuation, so that who left was evacuated
     */
    CountStates(LineWords words, List<Count> counts, boolean evacuation) {
        this.words = words;
        this.counts = counts;
        this.evacuation = evacuation;
    }

    /**
     * What is said.
     *
     * @param start first of the words that say it
     * @param among whether it is said of more than those counted
     * @param mayBe whether it is no fact
     */
    record State(Unit unit, int start, boolean among, boolean mayBe) {}

    /** The words behind a count that say what befell the counted, or null. */
    @Nullable
    State behind(Count count) {
        int after = afterDetails(count.end());
        int from = after > count.end() ? after : count.end();
        int limit = STATE_WITHIN - (after > count.end() ? 1 : 0);
        boolean be = false;
        boolean modal = false;
        boolean relative = false;
        for (int at = from; at < Math.min(words.size(), from + limit); at++) {
            Found leaves = count.phrase.isThing() ? null : leaving(at);
            if (leaves != null) {
                return new State(leaves.unit(), at, false, modal);
            }
            Found befell = befallen(at, count);
            boolean aux = words.isOf(at, "aux");
            if (befell != null && !(aux && words.begins("passive", at + 1))) {
                Unit unit = befell.unit();
                if (!be && (hasObject(befell) || (relative && unit == Unit.STRUCK))) {
                    return null;
                }
                return new State(unit, befell.start(), false, modal || words.begins("rate", befell.end()));
            }
            if (be && AMONG.standsAt(words, at)) {
                return amongState(at + 1);
            }
            if (words.isOf(at, "modal")) {
                modal = !BELIEVED.standsAt(words, at) && !words.is(at + 1, "have");
            } else if (aux) {
                be |= words.isBe(at) || words.isOf(at, "have");
                relative |= words.isOf(at, "whothat");
                modal &= !words.is(at, "have");
            } else if (!IDLE.standsAt(words, at)) {
                return null;
            }
        }
        return null;
    }

    /** What befell the counted in words that begin there, or null. */
    private @Nullable Found befallen(int at, Count count) {
        if (SUFFERS.standsAt(words, at)) {
            return new Found(Unit.INJURED.name(), at, at + 1);
        }
        if (SHELTERED.standsAt(words, at)) {
            return new Found(Unit.DISPLACED.name(), at, at + 1);
        }
        Found felled = CountObjects.isFighters(count) ? words.at("felled", at) : null;
        return felled == null ? words.at("passive", at) : felled;
    }

    /** Words that say of people that they went, where an evacuation is told of. */
    private @Nullable Found leaving(int at) {
        Found leaves = evacuation ? words.at("leave", at) : null;
        return leaves == null || words.begins("passive", leaves.end()) ? null : leaves;
    }

    private @Nullable State amongState(int from) {
        int at = from;
        while (words.isOf(at, "those")) {
            at++;
        }
        Found befell = words.at("passive", at);
        return befell == null ? null : new State(befell.unit(), at, true, false);
    }

    private int afterDetails(int at) {
        int beside = Math.max(afterAside(at), afterDetail(at));
        return Math.max(Math.max(beside, afterRelative(at)), Math.max(afterMost(at), afterSingular(at)));
    }

    /** One past what a relative clause tells of the counted: 20 guards <em>who watched the buses</em> were killed. */
    private int afterRelative(int at) {
        boolean opens = words.isOf(at, "whothat") && !words.isOf(at + 1, "aux") && !words.begins("passive", at + 1);
        for (int i = at + 2; opens && i < Math.min(words.size(), at + DETAIL_WITHIN); i++) {
            if (words.isOf(i, "plural") && words.begins("passive", i + 1)) {
                return words.isPeople(i - 1) ? at : i;
            }
            if (words.isOf(i, "detailend", "active", "telling") || isNumber(i)) {
                return at;
            }
        }
        return at;
    }

    /** One past what is said aside behind a count: <em>, including two children,</em> or what stands in brackets. */
    private int afterAside(int at) {
        if (words.is(at, "(")) {
            return words.indexOf(")", at) + 1;
        }
        if (NOT_ASIDE.standsAt(words, at)) {
            return words.indexOf(",", at + 1) + 1;
        }
        int from = words.isOf(at, "aside") ? at + 1 : at;
        boolean opens = words.begins("part", from) && !words.is(from, "of");
        Count next = counts.stream()
                .filter(count -> count.start() >= from && count.start() <= from + LONGEST_LINK)
                .findFirst()
                .orElse(null);
        boolean apposition = next != null && next.start() == from && words.begins("ofthem", next.quantity.end());
        if (!opens && !apposition) {
            return at;
        }
        int end = next == null ? from + 1 : next.end();
        for (int i = end; i < Math.min(words.size(), end + LONGEST_ASIDE); i++) {
            boolean tells = words.isOf(i, "aux") || words.begins("passive", i) || SUFFERS.standsAt(words, i);
            if (!words.is(i, ",") && (tells || leaving(i) != null)) {
                return i;
            }
            if (words.isOf(i, "active") || words.is(i, ";")) {
                return at;
            }
        }
        return at;
    }

    /** One past what a preposition or participle adds to the counted: <em>25 others</em> on a bus <em>were wounded</em>. */
    private int afterDetail(int at) {
        for (int i = at + 1; words.isOf(at, "detail") && i < Math.min(words.size(), at + DETAIL_WITHIN); i++) {
            if (words.isBe(i) || words.isOf(i, "havewho") || leaving(i) != null) {
                return i;
            }
            boolean joins = words.is(i, "and") && !isWithinDetail(i + 1);
            if (joins || words.isOf(i, "detailend", "active") || (isNumber(i) && !isThing(i))) {
                return at;
            }
        }
        return at;
    }

    /** One past what tells who most of the counted were: 23 people <em>, most of them from Belun,</em> were killed. */
    private int afterMost(int at) {
        Found most = words.at("mostof", words.is(at, ",") || words.isOf(at, "quote") ? at + 1 : at);
        for (int i = most == null ? at : most.end(); most != null && i < most.end() + DETAIL_WITHIN; i++) {
            if (words.isOf(i, "plural")) {
                return i;
            }
            if (words.isOf(i, "active") || isNumber(i)) {
                return at;
            }
        }
        return at;
    }

    /** One past one who is joined to the counted and has no number: five guards <em>and a child</em> were killed. */
    private int afterSingular(int at) {
        Found join = words.at("join", at);
        if (join == null || !words.isOf(join.end(), "singular")) {
            return at;
        }
        for (int i = join.end() + 1; i < join.end() + LONGEST_SINGULAR; i++) {
            if (words.isOf(i, "wereare")) {
                return i;
            }
            if (words.isOf(i, "bar", "aux") || isNumber(i)) {
                return at;
            }
        }
        return at;
    }

    /** Whether <em>and</em> joins two names or nouns of the detail: 20 fighters of Asur <em>and Belun</em> were killed. */
    private boolean isWithinDetail(int next) {
        return !words.isOf(next, "bar", "aux") && !words.begins("passive", next) && !isNumber(next);
    }

    /** Whether a number of things begins there: 25 others on <em>two buses</em> were wounded. */
    private boolean isThing(int at) {
        return counts.stream().anyMatch(count -> count.quantity.core() == at && count.phrase.isThing());
    }

    private boolean isNumber(int at) {
        return counts.stream().anyMatch(count -> count.quantity.core() == at);
    }

    /** Whether the word has an object of its own: <em>seven people wounded three soldiers</em>. */
    private boolean hasObject(Found befell) {
        if (!TAKES_OBJECT.standsAt(words, befell.end() - 1) || SUFFERS.standsAt(words, befell.start())) {
            return false;
        }
        if (words.isOf(befell.end(), "opensobject")) {
            return true;
        }
        for (Count count : counts) {
            if (count.start() == befell.end()) {
                return count.phrase.told() == null && !words.begins("passive", count.end());
            }
        }
        return words.noun(befell.end()) != null;
    }
}

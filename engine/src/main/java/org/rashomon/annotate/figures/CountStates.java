package org.rashomon.annotate.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.model.events.Figure.Unit;

/** What words behind a count say of the counted: <em>seven people were killed</em>, <em>12, two of them children, are missing</em>. */
final class CountStates {
    private static final int STATE_WITHIN = 9;
    private static final int LONGEST_LINK = 6;
    private static final int LONGEST_ASIDE = 12;
    private static final int DETAIL_WITHIN = 12;
    private static final int LONGEST_SINGULAR = 7;

    private final LineWords words;
    private final List<Count> counts;

    CountStates(LineWords words, List<Count> counts) {
        this.words = words;
        this.counts = counts;
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
        int at = count.end();
        boolean be = false;
        boolean modal = false;
        boolean relative = false;
        int steps = 0;
        while (at < words.size() && steps < STATE_WITHIN) {
            int skipped = steps == 0
                    ? Math.max(afterAside(at), Math.max(Math.max(afterDetail(at), afterMost(at)), afterSingular(at)))
                    : at;
            if (skipped > at) {
                at = skipped;
                steps++;
                continue;
            }
            Found befell = words.at("passive", at);
            String word = words.low(at);
            boolean aux = words.is("aux", word);
            if (befell != null && !(aux && isLink(at))) {
                Unit unit = Unit.valueOf(befell.value());
                if (!be && hasObject(befell) || unit == Unit.STRUCK && relative && !be) {
                    return null;
                }
                boolean rate = words.at("rate", befell.end()) != null;
                return new State(unit, befell.start(), false, modal || rate);
            }
            if (be && words.is("among", word) && !word.equals("of")) {
                return amongState(at + 1);
            }
            if (words.is("modal", word)) {
                modal = !words.low(at + 1).equals("have")
                        && !(word.equals("to")
                                && (words.low(at + 1).equals("have") || words.is("belief", words.low(at - 1))));
                be |= word.equals("to") && be;
            } else if (aux) {
                be |= "BE".equals(words.value("aux", word))
                        || word.equals("have")
                        || word.equals("has")
                        || word.equals("had");
                relative |= word.equals("who") || word.equals("that");
                modal &= !word.equals("have");
            } else if (!word.endsWith("ly") && !isQuote(word)) {
                return null;
            }
            at++;
            steps++;
        }
        return null;
    }

    private static boolean isQuote(String word) {
        return switch (word) {
            case "\"", "\u201c", "\u201d", "''", "'" -> true;
            default -> false;
        };
    }

    /** A word that both links and tells, as long as another tells behind it: <em>found dead</em>, <em>left homeless</em>. */
    private boolean isLink(int at) {
        return words.is("aux", words.low(at)) && words.at("passive", at + 1) != null;
    }

    private @Nullable State amongState(int from) {
        int at = from;
        while (words.low(at).equals("the") || words.low(at).equals("those")) {
            at++;
        }
        Found befell = words.at("passive", at);
        return befell == null ? null : new State(Unit.valueOf(befell.value()), at, true, false);
    }

    /** One past what is said aside behind a count: <em>, including two children,</em> or what stands in brackets. */
    private int afterAside(int at) {
        if (words.low(at).equals("(")) {
            int bracket = words.indexOf(")", at);
            return bracket < 0 ? at : bracket + 1;
        }
        int close = words.low(at).equals(",") && words.low(at + 1).equals("not") ? words.indexOf(",", at + 1) : -1;
        if (close > 0) {
            return close + 1;
        }
        int from = words.low(at).equals(",")
                        || words.low(at).equals("-")
                        || words.low(at).equals("\u2013")
                        || words.low(at).equals("\u2014")
                ? at + 1
                : at;
        Found part = words.at("part", from);
        boolean opens = part != null
                && !words.low(from).equals("with")
                && !words.low(from).equals("of");
        Count next = null;
        for (Count count : counts) {
            if (count.start() >= from && count.start() <= from + LONGEST_LINK) {
                next = count;
                break;
            }
        }
        boolean apposition = next != null && next.start() == from && words.at("ofthem", next.quantity.end()) != null;
        if (!opens && !apposition) {
            return at;
        }
        int end = next == null ? from + 1 : next.end();
        int limit = Math.min(words.size(), end + LONGEST_ASIDE);
        while (end < limit) {
            boolean comma = words.low(end).equals(",");
            boolean plain = comma || !words.is("aux", words.low(end)) && words.at("passive", end) == null;
            if (!plain && !words.low(end).equals("the")) {
                return end;
            }
            if (words.is("active", words.low(end)) || words.low(end).equals(";")) {
                return at;
            }
            end++;
        }
        return at;
    }

    /** One past what a preposition or participle adds to the counted: <em>25 others</em> on a bus <em>were wounded</em>. */
    private int afterDetail(int at) {
        if (!words.is("detail", words.low(at))) {
            return at;
        }
        for (int i = at + 1; i < Math.min(words.size(), at + DETAIL_WITHIN); i++) {
            String word = words.low(i);
            boolean be = "BE".equals(words.value("aux", word));
            if (be || word.equals("have") || word.equals("has") || word.equals("had") || word.equals("who")) {
                return i;
            }
            boolean ends = word.equals(",")
                    || word.equals(";")
                    || word.equals("and") && !isWithinDetail(i)
                    || word.equals("that")
                    || word.equals("which")
                    || word.equals("when")
                    || word.equals("as")
                    || word.equals("after")
                    || words.is("active", word)
                    || isNumber(i);
            if (ends) {
                return at;
            }
        }
        return at;
    }

    /** One past what tells who most of the counted were: 23 people <em>, most of them from Belun,</em> were killed. */
    private int afterMost(int at) {
        Found most = words.at("mostof", words.low(at).equals(",") ? at + 1 : at);
        if (most == null) {
            return at;
        }
        for (int i = most.end(); i < Math.min(words.size(), most.end() + DETAIL_WITHIN); i++) {
            switch (words.low(i)) {
                case "was", "were", "are", "have", "had" -> {
                    return i;
                }
                default -> {
                    if (words.low(i).equals(";") || words.is("active", words.low(i)) || isNumber(i)) {
                        return at;
                    }
                }
            }
        }
        return at;
    }

    /** One past one who is joined to the counted and has no number: five guards <em>and a child</em> were killed. */
    private int afterSingular(int at) {
        Found join = words.at("join", at);
        if (join == null) {
            return at;
        }
        switch (words.low(join.end())) {
            case "a", "an", "another", "the", "his", "her", "their" -> {
                // one without a number
            }
            default -> {
                return at;
            }
        }
        for (int i = join.end() + 1; i < Math.min(words.size(), join.end() + LONGEST_SINGULAR); i++) {
            switch (words.low(i)) {
                case "were", "are", "have" -> {
                    return i;
                }
                default -> {
                    if (words.is("bar", words.low(i)) || words.is("aux", words.low(i)) || isNumber(i)) {
                        return at;
                    }
                }
            }
        }
        return at;
    }

    /** Whether <em>and</em> joins two names or nouns of the detail: 20 fighters of Asur <em>and Belun</em> were killed. */
    private boolean isWithinDetail(int and) {
        String next = words.low(and + 1);
        boolean plain = !words.is("bar", next) && !words.is("aux", next) && words.at("passive", and + 1) == null;
        return plain && !isNumber(and + 1);
    }

    private boolean isNumber(int at) {
        return counts.stream().anyMatch(count -> count.quantity.core() == at);
    }

    /** Whether the word has an object of its own: <em>seven people wounded three soldiers</em>. */
    private boolean hasObject(Found befell) {
        String verb = words.low(befell.end() - 1);
        if (!verb.endsWith("ed") && !verb.endsWith("s") && !verb.equals("hit") && !verb.equals("struck")) {
            return false;
        }
        String next = words.low(befell.end());
        if (next.equals("a") || next.equals("an") || next.equals("the") || next.equals("their")) {
            return !verb.equals("died");
        }
        for (Count count : counts) {
            if (count.start() == befell.end()) {
                return count.phrase.told() == null && words.at("passive", count.end()) == null;
            }
        }
        return words.noun(next) != null;
    }
}

package org.rashomon.annotate.figures;

import java.util.List;
import org.rashomon.annotate.figures.Count.How;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.model.events.Figure.Unit;

/** How the counts of a sentence hang together: one continues or specifies another and has its unit. */
final class CountLinks {
    private static final int LONGEST_LINK = 6;

    private final LineWords words;
    private final List<Count> counts;

    CountLinks(LineWords words, List<Count> counts) {
        this.words = words;
        this.counts = counts;
    }

    /** Gives counts without a unit that of the one that they continue. */
    void link() {
        for (int i = 0; i < counts.size(); i++) {
            forward(i);
        }
        for (int i = counts.size() - 2; i >= 0; i--) {
            back(i);
        }
    }

    /** Gives parts of a count the unit that its own words told of it: <em>12 hostages, five of them nurses</em>. */
    void linkParts() {
        for (int i = 1; i < counts.size(); i++) {
            if (counts.get(i).part) {
                forward(i);
            }
        }
    }

    /** Marks as parts the counts that continue a part: <em>including two women and three men</em> killed. */
    void markParts() {
        for (int i = 1; i < counts.size(); i++) {
            Count before = counts.get(i - 1);
            boolean same = counts.get(i).unit == before.unit && counts.get(i).how == How.STATE;
            counts.get(i).part |= same && before.part && before.how == How.LINK && isJoined(before, counts.get(i));
        }
    }

    /** A count that continues or specifies the one before it has its unit. */
    private void forward(int at) {
        Count count = counts.get(at);
        if (count.unit != null || count.dropped) {
            return;
        }
        if (at + 1 < counts.size() && isAmong(count, counts.get(at + 1))) {
            count.set(counts.get(at + 1).unit, How.LINK);
            count.part = true;
            return;
        }
        for (int i = at - 1; i >= 0; i--) {
            Count before = counts.get(i);
            if (before.unit == null) {
                continue;
            }
            boolean part = count.part && count.start() - before.end() <= LONGEST_LINK * 3;
            Found join = words.before("join", count.start());
            boolean along = join != null && join.end() - join.start() > 1 && count.phrase.personClass() != null;
            boolean joined = (along || isJoined(before, count)) && !opensClause(count);
            if (part || joined) {
                count.set(before.unit, How.LINK);
                count.part |= before.part;
                count.dropIf(before.dropped);
            }
            return;
        }
    }

    /** A count that another continues has the other's unit where words behind that one tell it. */
    private void back(int at) {
        Count count = counts.get(at);
        Count next = counts.get(at + 1);
        boolean told = next.unit != null && (next.how == How.STATE || next.how == How.LINK);
        if (count.unit != null || count.dropped || !told) {
            return;
        }
        if (isJoined(count, next) || count.part) {
            count.set(next.unit, How.LINK);
            count.part |= next.part && next.how == How.LINK;
            count.dropIf(next.dropped);
        }
    }

    /** <em>Two women were among seven people killed</em>. */
    private boolean isAmong(Count count, Count whole) {
        int at = count.end();
        while ("BE".equals(words.value("aux", words.low(at)))) {
            at++;
        }
        return words.low(at).equals("among") && whole.start() == at + 1;
    }

    private boolean isJoined(Count before, Count count) {
        int from = before.end();
        int to = count.start();
        if (to < from || to - from > LONGEST_LINK || count.phrase.personClass() == null && !before.phrase.bare()) {
            return false;
        }
        if (to == from) {
            return before.part && count.phrase.personClass() != null;
        }
        for (int i = afterDetail(from, to); i < to; ) {
            Found join = words.at("join", i);
            if (join == null) {
                return false;
            }
            i = join.end();
        }
        return true;
    }

    /** One past what a preposition adds to a count, up to the word that joins the next: 19 fighters <em>from the group</em> and four civilians. */
    private int afterDetail(int from, int to) {
        if (!words.is("detail", words.low(from)) || !words.low(to - 1).equals("and")) {
            return from;
        }
        for (int i = from + 1; i < to - 1; i++) {
            String word = words.low(i);
            boolean clause = words.is("active", word)
                    || words.is("aux", word)
                    || words.at("passive", i) != null
                    || words.at("join", i) != null;
            if (clause) {
                return from;
            }
        }
        return to - 1;
    }

    /** Whether the count is the subject of a clause of its own: <em>, three officials said</em>. */
    private boolean opensClause(Count count) {
        String next = words.low(count.end());
        return switch (next) {
            case "said", "says", "told", "was", "were", "are", "is", "have", "has", "had", "will", "would" -> true;
            default -> false;
        };
    }

    static boolean isRest(Count count, List<Count> before) {
        if (!count.phrase.rest()) {
            return false;
        }
        // "injuring four others" counts all the injured where others were killed
        return before.isEmpty()
                ? count.unit == Unit.KILLED
                : before.stream().anyMatch(other -> other.unit == count.unit);
    }
}

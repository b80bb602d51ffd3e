package org.rashomon.annotate.figures;

import java.util.List;
import java.util.stream.IntStream;
import org.rashomon.annotate.figures.Count.How;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.model.events.Figure.PersonClass;
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
            back(counts.get(i), counts.get(i + 1));
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

    /** Gives <em>others</em> whom another thing befell the class of those before them: five soldiers died and <em>12 others</em> were hurt. */
    void classOthers() {
        for (int i = 1; i < counts.size(); i++) {
            Count before = counts.get(i - 1);
            Count count = counts.get(i);
            PersonClass known = before.phrase.personClass();
            boolean others = IntStream.range(count.quantity.end(), count.end()).anyMatch(at -> words.isOf(at, "others"))
                    && before.unit != null
                    && count.unit != before.unit;
            if (others && (known == PersonClass.CIVILIAN || known == PersonClass.COMBATANT)) {
                count.phrase = count.phrase.as(known, count.end());
            }
        }
    }

    /** Marks as parts the counts that continue a part: <em>including two women and three men</em> killed. */
    void markParts() {
        for (int i = 1; i < counts.size(); i++) {
            Count before = counts.get(i - 1);
            Count count = counts.get(i);
            boolean same = count.how == How.STATE && count.unit == before.unit;
            count.part |= same && before.isLinkedPart() && isJoined(before, count);
        }
    }

    /** A count that continues or specifies the one before it has its unit. */
    private void forward(int at) {
        Count count = counts.get(at);
        if (count.isSettled()) {
            return;
        }
        if (at + 1 < counts.size() && isAmong(count, counts.get(at + 1))) {
            count.set(counts.get(at + 1).unit, How.LINK);
            count.part = true;
            return;
        }
        int known = at - 1;
        while (known >= 0 && counts.get(known).unit == null) {
            known--;
        }
        if (known >= 0 && continues(counts.get(known), count)) {
            // what follows a semicolon is told of beside the whole and is none of its parts
            take(count, counts.get(known), counts.get(known).part && !words.is(count.start() - 1, ";"));
        }
    }

    private boolean continues(Count before, Count count) {
        if (count.part && count.start() - before.end() <= LONGEST_LINK * 3) {
            return true;
        }
        Found join = words.before("join", count.start());
        boolean along = join != null && join.end() - join.start() > 1 && count.phrase.personClass() != null;
        // ", three officials said" opens a clause of its own; in "among the dead were two boys and three girls, a nurse
        // said" none can
        boolean inverted = before.part && before.how == How.OWN && words.isOf(count.start() - 1, "either");
        return (along || isJoined(before, count)) && (inverted || !words.isOf(count.end(), "telling"));
    }

    /** A count that another continues has the other's unit where words behind that one tell it. */
    private void back(Count count, Count next) {
        boolean told = next.unit != null && (next.how == How.STATE || next.how == How.LINK);
        if (told && !count.isSettled() && (count.part || isJoined(count, next))) {
            take(count, next, next.isLinkedPart());
        }
    }

    private static void take(Count count, Count other, boolean part) {
        count.set(other.unit, How.LINK);
        count.part |= part;
        count.dropIf(other.dropped);
    }

    /** <em>Two women were among seven people killed</em>. */
    private boolean isAmong(Count count, Count whole) {
        int at = count.end();
        while (words.isBe(at)) {
            at++;
        }
        int of = words.isOf(at + 1, "determiner") ? at + 2 : at + 1;
        return words.is(at, "among") && whole.start() == of;
    }

    private boolean isBesides(int from) {
        for (int i = from; i < words.size(); i++) {
            if (words.begins("ontop", i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isJoined(Count before, Count count) {
        int from = before.end();
        int to = count.start();
        boolean said = count.phrase.personClass() != null;
        if (to - from > LONGEST_LINK || (!said && !before.phrase.bare())) {
            return false;
        }
        if (to <= from) {
            return to == from && said && before.part;
        }
        // 19 fighters from the group and four civilians
        boolean detail = words.isOf(from, "detail") && words.is(to - 1, "and");
        for (int i = detail ? to - 1 : from; i < to; ) {
            Found join = words.at("join", i);
            if (join == null) {
                return false;
            }
            i = join.end();
        }
        return true;
    }

    /** Whether it counts the rest of those that the words before it began to count; others told of <em>besides</em> are not of them. */
    boolean isRest(Count count, List<Count> before) {
        if (!count.phrase.rest() || isBesides(count.end())) {
            return false;
        }
        // "injuring four others" counts all the injured where others were killed
        return before.isEmpty()
                ? count.unit == Unit.KILLED
                : before.stream().anyMatch(other -> other.unit == count.unit);
    }
}

package org.rashomon.annotate.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.model.events.Figure.Unit;

/** What words before a count do to the counted: <em>killing seven</em>, <em>the death of seven</em>, <em>killed yesterday: seven</em>. */
final class CountObjects {
    private static final int OBJECT_WITHIN = 8;
    private static final int HEADING_WITHIN = 4;

    private final LineWords words;
    private final List<Count> counts;

    CountObjects(LineWords words, List<Count> counts) {
        this.words = words;
        this.counts = counts;
    }

    /** Whether the word before the count may be a participle of what stands before it: <em>child killed</em> two injured. */
    boolean isParticiple(Count count) {
        int at = count.start() - 1;
        boolean joined = words.low(at).equals("and") || words.low(at).equals(",");
        at = joined ? at - 1 : at;
        Found verb = words.before("active", at + 1);
        if (verb == null || !words.low(at).endsWith("ed") && !words.low(at).equals("dead")) {
            return verb == null;
        }
        String subject = words.low(verb.start() - 1);
        boolean counted = words.noun(subject) != null
                || words.is("aux", subject)
                || counts.stream().anyMatch(other -> other.end() == verb.start());
        return joined || counted;
    }

    /** What a verb does to the count that is its object, or what a noun says of it: <em>the death of 12 people</em>. */
    @Nullable
    Unit of(Count count) {
        int at = count.start();
        boolean lives = count.phrase.lives();
        while (at > 0 && count.start() - at <= OBJECT_WITHIN) {
            lives |= words.low(at - 1).equals("lives") || words.low(at - 1).equals("life");
            Found taking = lives ? words.before("lives", at) : null;
            Found verb = taking == null ? words.before("active", at) : taking;
            if (verb != null) {
                return objectOf(verb, count);
            }
            Found driving = at == count.start() ? words.before("drive", at) : null;
            if (driving != null && words.at("driven", count.end()) != null) {
                return Unit.DISPLACED;
            }
            Found deed = words.low(at - 1).equals("of") ? words.before("deed", at - 1) : null;
            if (deed != null) {
                count.dropped |= words.is("modal", words.low(deed.start() - 1));
                return allowed(Unit.valueOf(deed.value()), count);
            }
            if (words.is("between", words.low(at - 1))) {
                at--;
            } else {
                return heading(count);
            }
        }
        return heading(count);
    }

    private @Nullable Unit objectOf(Found verb, Count count) {
        String before = words.low(verb.start() - 1);
        boolean far = verb.end() < count.start() && !count.phrase.lives();
        boolean passive = "BE".equals(words.value("aux", before)) && far;
        // "killed and three wounded", "killed some of the 40": and joins another count, of no object
        boolean joins =
                words.low(verb.end()).equals("and") || words.low(verb.end()).equals(",");
        if (passive || joins && far && !isPair(verb.end())) {
            return null;
        }
        boolean base = !verb.value().isEmpty()
                && !words.low(verb.start()).endsWith("ed")
                && !words.low(verb.start()).endsWith("ing");
        boolean done = before.equals("to")
                && words.is("able", words.low(verb.start() - 2))
                && !words.is("modal", words.low(verb.start() - 3))
                && !words.is("modal", words.low(verb.start() - 4));
        boolean open = !done && words.is("modal", before)
                || words.is("modal", words.low(verb.start() - 2)) && before.endsWith("ly");
        count.dropped |= base && open;
        Unit unit = Unit.valueOf(verb.value());
        Unit other = otherVerb(verb);
        return allowed(harm(unit, other) ? Unit.CASUALTY : unit, count);
    }

    private static boolean harm(Unit one, @Nullable Unit other) {
        return one == Unit.KILLED && other == Unit.INJURED || one == Unit.INJURED && other == Unit.KILLED;
    }

    private boolean isPair(int and) {
        return words.at("active", and + 1) != null;
    }

    /** The verb joined to this one: <em>killing and wounding</em>, <em>kills, wounds</em>. */
    private @Nullable Unit otherVerb(Found verb) {
        int at = verb.start();
        String joint = words.low(at - 1);
        boolean joined = joint.equals("and") || joint.equals("or") || joint.equals(",") || joint.equals("/");
        Found other = words.before("active", joined ? at - 1 : at);
        return other == null ? null : Unit.valueOf(other.value());
    }

    /** People are killed whatever the text calls them; what else befalls a count it must say who is counted. */
    private static @Nullable Unit allowed(Unit unit, Count count) {
        boolean harm = unit == Unit.KILLED || unit == Unit.INJURED || unit == Unit.CASUALTY;
        return harm || count.phrase.bare() || count.phrase.personClass() != null ? unit : null;
    }

    /** <em>Killed yesterday: dozens</em>; <em>Dead: 12</em>. */
    private @Nullable Unit heading(Count count) {
        int colon = count.start() - 1;
        if (!words.low(colon).equals(":")) {
            return null;
        }
        for (int i = colon - 1; i >= Math.max(0, colon - HEADING_WITHIN); i--) {
            Found befell = words.at("passive", i);
            boolean opens = i == 0
                    || words.is("bar", words.low(i - 1))
                    || words.low(i - 1).equals("number");
            if (befell != null && opens) {
                return Unit.valueOf(befell.value());
            }
        }
        return null;
    }
}

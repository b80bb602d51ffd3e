package org.rashomon.annotate.figures;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;

/** What words before a count do to the counted: <em>killing seven</em>, <em>the death of seven</em>. */
final class CountObjects {
    private static final PhrasePattern BASE_FORM = LineWords.pattern("base form");

    private static final int OBJECT_WITHIN = 8;
    private static final Set<Unit> KILLED_OR_INJURED = EnumSet.of(Unit.KILLED, Unit.INJURED);
    private static final Set<Unit> HARM = EnumSet.of(Unit.KILLED, Unit.INJURED, Unit.CASUALTY);

    private final LineWords words;
    private final List<Count> counts;

    CountObjects(LineWords words, List<Count> counts) {
        this.words = words;
        this.counts = counts;
    }

    /** Whether the word before the count may be a participle of what stands before it: <em>child killed</em> two injured. */
    boolean isParticiple(Count count) {
        Found verb = words.before("active", count.start());
        if (verb == null) {
            return true;
        }
        int subject = verb.start() - 1;
        boolean counted = words.noun(subject) != null
                || words.isOf(subject, "aux")
                || counts.stream().anyMatch(other -> other.end() == verb.start());
        return counted && words.low(count.start() - 1).endsWith("ed");
    }

    /** What a verb does to the count that is its object, or what a noun says of it: <em>the death of 12 people</em>. */
    @Nullable
    Unit of(Count count) {
        int at = count.start();
        boolean lives = count.phrase.lives();
        Found driving = words.before("drive", at);
        do {
            lives |= words.isOf(at - 1, "life");
            Found taking = lives ? words.before("lives", at) : null;
            Found verb = taking == null ? words.before("active", at) : taking;
            if (verb != null) {
                return objectOf(verb, count);
            }
            Found fells = isFighters(count) ? words.before("fells", at) : null;
            if (fells != null) {
                return objectOf(fells, count);
            }
            if (driving != null && words.begins("driven", count.end())) {
                return Unit.DISPLACED;
            }
            Found deed = words.is(at - 1, "of") ? words.before("deed", at - 1) : null;
            if (deed != null) {
                count.dropIf(words.isOf(deed.start() - 1, "modal"));
                return allowed(deed.unit(), count);
            }
            at--;
        } while (words.isOf(at, "between") && count.start() - at <= OBJECT_WITHIN);
        return null;
    }

    /** Whether those are counted whom armies lose and eliminate. */
    static boolean isFighters(Count count) {
        return count.phrase.personClass() == PersonClass.COMBATANT || count.phrase.men();
    }

    private @Nullable Unit objectOf(Found verb, Count count) {
        boolean far = verb.end() < count.start() && !count.phrase.lives();
        // "killed and three wounded", "killed some of the 40": and joins another count, of no object
        boolean joins = words.isOf(verb.end(), "andcomma") && !words.begins("active", verb.end() + 1);
        if (far && (joins || words.isBe(verb.start() - 1))) {
            return null;
        }
        count.dropIf(BASE_FORM.standsAt(words, verb.start()) && isOpen(verb.start()));
        // did not kill 40; without hurting anyone
        count.dropIf(words.isOf(verb.start() - 1, "negation"));
        Unit unit = verb.unit();
        Found other = words.before("active", words.isOf(verb.start() - 1, "joint") ? verb.start() - 1 : verb.start());
        // killing and wounding; kills, wounds
        boolean both = other != null && EnumSet.of(unit, other.unit()).equals(KILLED_OR_INJURED);
        return allowed(both ? Unit.CASUALTY : unit, count);
    }

    /** Whether the verb tells what may be: could kill, could possibly kill, would be able to kill; but was able to kill. */
    private boolean isOpen(int verb) {
        if (words.is(verb - 1, "to") && words.isOf(verb - 2, "able")) {
            return words.isOf(verb - 3, "modal") || words.isOf(verb - 4, "modal");
        }
        boolean adverb = words.low(verb - 1).endsWith("ly");
        return words.isOf(verb - 1, "modal") || (adverb && words.isOf(verb - 2, "modal"));
    }

    /** People are killed whatever the text calls them; what else befalls a count it must say who is counted. */
    private static @Nullable Unit allowed(Unit unit, Count count) {
        boolean said = count.phrase.bare() || count.phrase.personClass() != null;
        return said || HARM.contains(unit) ? unit : null;
    }
}

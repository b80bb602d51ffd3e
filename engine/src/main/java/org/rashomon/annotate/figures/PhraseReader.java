package org.rashomon.annotate.figures;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.annotate.figures.Quantities.Quantity;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;

/** Reads the words behind one number that say who or what is counted. */
final class PhraseReader {
    private static final PhrasePattern HARMED_HOW = LineWords.pattern("harmed how");
    private static final PhrasePattern BARRED = LineWords.pattern("barred");

    private static final int LONGEST = 6;

    /** Classes that a body gives to its members: members of the security forces. */
    private static final Set<PersonClass> OF_BODIES =
            EnumSet.of(PersonClass.COMBATANT, PersonClass.MEDIC, PersonClass.AID_WORKER, PersonClass.JOURNALIST);

    private final LineWords words;
    private final Quantities quantities;
    private final Quantity quantity;
    private @Nullable Unit taken;
    private PersonClass refined = PersonClass.UNKNOWN;
    private PersonClass modified = PersonClass.UNKNOWN;
    private boolean rest;
    private boolean former;
    private boolean bare = true;

    PhraseReader(LineWords words, Quantities quantities, Quantity quantity) {
        this.words = words;
        this.quantities = quantities;
        this.quantity = quantity;
    }

    CountedPhrase read() {
        int end = quantity.end();
        int start = start(end);
        int limit = start + LONGEST;
        rest = words.isOf(quantity.start() - 1, "rest");
        for (int i = start; i < Math.min(words.size(), limit); i++) {
            boolean another = words.isOf(i, "rest") && !isNumber(i);
            rest |= another;
            if (isHead(i)) {
                if (!leadsOn(i + 1)) {
                    return withOthers(head(i));
                }
                refine(i);
            } else if (another) {
                end = i + 1;
            } else if (words.isOf(i, "mostly")) {
                break;
            } else if (words.isOf(i, "taken")) {
                taken = words.unit("taken", i);
            } else if (i > start && closing(i) > 0) {
                limit += closing(i) - i + 1;
                i = closing(i);
            } else {
                former |= words.isOf(i, "former");
                if (HARMED_HOW.standsAt(words, i) || (i > start && joinsModifiers(i))) {
                    continue;
                }
                if (stops(i)) {
                    break;
                }
                modified = specific(modifier(i), modified);
                bare = false;
            }
        }
        return new CountedPhrase(end, null, null, null, rest, taken != null || bare, false, false);
    }

    private int start(int end) {
        if (words.isOf(end, "quote") && words.isOf(quantity.start() - 1, "quote")) {
            // only the number is quoted: "hundreds" more
            return end + 1;
        }
        if (!words.is(end, "of")) {
            return end;
        }
        return words.isOf(end + 1, "determiner") ? end + 2 : end + 1;
    }

    private boolean isNumber(int at) {
        return quantities.at(words, at) != null;
    }

    private boolean isHead(int at) {
        return words.noun(at) != null || words.isOf(at, "tally");
    }

    /** Whether another noun follows, of which the one before is a modifier: <em>police</em> officers, <em>civilian</em> deaths. */
    private boolean leadsOn(int at) {
        boolean verb = words.isOf(at, "active") && (words.isOf(at + 1, "article") || isNumber(at + 1));
        return isHead(at) && !verb;
    }

    private void refine(int at) {
        refined = specific(words.noun(at), refined);
        modified = specific(modifier(at), modified);
        bare = false;
        taken = words.isOf(at, "taken") ? words.unit("taken", at) : taken;
    }

    /** The phrase whose head is that word. */
    private CountedPhrase head(int at) {
        PersonClass noun = words.noun(at);
        PersonClass known = noun == null || noun == PersonClass.UNKNOWN ? refined : noun;
        Unit tally = words.unit("tally", at);
        Found casualties = tally == null ? null : casualties(at);
        int last = casualties == null ? at : casualties.end() - 1;
        if (known == PersonClass.UNKNOWN && words.isOf(at, "worker")) {
            known = modified;
        }
        if (known == PersonClass.UNKNOWN && words.isOf(at, "membership")) {
            known = ofBody(last + 1);
        }
        if (known == PersonClass.UNKNOWN && tally != null && words.is(last + 1, "among")) {
            // no deaths among the troops
            known = specific(words.noun(words.is(last + 2, "the") ? last + 3 : last + 2), known);
        }
        Unit told = casualties == null ? tally : Unit.CASUALTY;
        return new CountedPhrase(
                last + 1,
                known,
                told == null ? taken : told,
                former ? null : words.unit("held", at),
                rest,
                false,
                words.is(at, "lives"),
                words.isOf(at, "men"));
    }

    /** <em>Dead and wounded</em>, or null. */
    private @Nullable Found casualties(int at) {
        Found both = words.at("passive", at);
        return both == null || both.unit() != Unit.CASUALTY ? null : both;
    }

    /** Where a bracket within the phrase is closed, or -1: one CRA <em>(Relief Agency)</em> driver. */
    private int closing(int open) {
        int close = words.is(open, "(") ? words.indexOf(")", open) : -1;
        return close < open + LONGEST ? close : -1;
    }

    /** Whether the word is <em>and</em> between two modifiers of a noun: Alid <em>and</em> Dorian people. */
    private boolean joinsModifiers(int at) {
        if (!words.is(at, "and") || words.noun(at + 2) == null) {
            return false;
        }
        return words.noun(at + 1) == null && !words.isOf(at + 1, "bar", "active", "passive") && !isNumber(at + 1);
    }

    private boolean stops(int at) {
        return words.isOf(at, "bar", "passive", "active", "aux") || (isNumber(at) && !words.isOf(at, "hedge"));
    }

    /** The class of the members of a body: members <em>of the security forces</em>. */
    private PersonClass ofBody(int of) {
        for (int i = of + 1; words.is(of, "of") && i < of + LONGEST; i++) {
            PersonClass noun = specific(words.noun(i), modifier(i));
            if (OF_BODIES.contains(noun)) {
                return noun;
            }
            if (BARRED.standsAt(words, i)) {
                return PersonClass.UNKNOWN;
            }
        }
        return PersonClass.UNKNOWN;
    }

    /** <em>Women and children</em> are one count of no one class. */
    private CountedPhrase withOthers(CountedPhrase phrase) {
        int and = phrase.end();
        int noun = words.isOf(and + 1, "owner") ? and + 2 : and + 1;
        PersonClass other = words.noun(noun);
        boolean ends = noun + 1 >= words.size()
                || words.isOf(noun + 1, "bar", "passive", "aux")
                || words.begins("leave", noun + 1);
        if (!words.isOf(and, "either") || other == null || !ends || words.isOf(noun, "tally") || isNumber(noun)) {
            return phrase;
        }
        boolean same = other == phrase.personClass() || words.isOf(noun, "membership");
        PersonClass both = same && phrase.personClass() != null ? phrase.personClass() : PersonClass.UNKNOWN;
        return phrase.isThing() == (other == PersonClass.THING) ? phrase.as(both, noun + 1) : phrase;
    }

    private PersonClass modifier(int at) {
        String name = words.value("modifier", at);
        return name == null ? PersonClass.UNKNOWN : PersonClass.valueOf(name);
    }

    private static PersonClass specific(@Nullable PersonClass one, PersonClass other) {
        return one == null || one == PersonClass.UNKNOWN || one == PersonClass.THING ? other : one;
    }
}

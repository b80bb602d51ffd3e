package org.rashomon.annotate.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.Quantities.Quantity;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;

/**
 * The words behind a number that say who or what is counted: <em>other wounded civilians</em>.
 *
 * @param end one past its last word; the number's own end where nothing is said
 * @param personClass who is counted, or null where no known noun says it
 * @param told what befell them, where the phrase itself says so (<em>deaths, injured people</em>), or null
 * @param held what befell them where nothing else is said (<em>hostages</em>), or null
 * @param rest whether others were counted before (<em>four others</em>)
 * @param bare whether no word at all stands there that could be counted
 * @param lives whether lives are counted
 */
record CountedPhrase(
        int end,
        @Nullable PersonClass personClass,
        @Nullable Unit told,
        @Nullable Unit held,
        boolean rest,
        boolean bare,
        boolean lives) {
    private static final int LONGEST = 6;

    boolean isThing() {
        return personClass == PersonClass.THING;
    }

    CountedPhrase as(PersonClass other, int newEnd) {
        return new CountedPhrase(newEnd, other, told, held, rest, false, lives);
    }

    /** Reads the phrase behind a number; {@code words} are in lower case. */
    static CountedPhrase behind(Quantity quantity, List<String> words, CountWords lexicon, Quantities quantities) {
        int start = start(quantity.end(), words);
        boolean rest = isRest(words, quantity.start() - 1, lexicon);
        Unit taken = null;
        PersonClass refined = PersonClass.UNKNOWN;
        PersonClass modified = PersonClass.UNKNOWN;
        boolean former = false;
        boolean bare = true;
        int end = quantity.end();
        int limit = start + LONGEST;
        for (int i = start; i < Math.min(words.size(), limit); i++) {
            String word = words.get(i);
            boolean another = isRest(words, i, lexicon) && quantities.at(words, i) == null;
            rest |= another;
            PersonClass noun = lexicon.noun(word);
            String tally = lexicon.value("tally", word);
            if (noun != null || tally != null) {
                if (i + 1 < words.size() && leadsOn(words, i + 1, lexicon, quantities)) {
                    refined = specific(noun, refined);
                    modified = specific(classOf(lexicon.value("modifier", word)), modified);
                    bare = false;
                    if (lexicon.is("taken", word)) {
                        taken = unitOf(lexicon.value("taken", word));
                    }
                    continue;
                }
                PersonClass own = noun == null ? PersonClass.UNKNOWN : noun;
                PersonClass known = own == PersonClass.UNKNOWN ? specific(refined, own) : own;
                if (known == PersonClass.UNKNOWN && mayTake(modified, word, lexicon)) {
                    known = modified;
                }
                Unit told = tally == null ? taken : unitOf(tally);
                CountWords.Found both = tally == null ? null : lexicon.at("passive", words, i);
                if (both != null && both.value().equals("CASUALTY") && quantities.at(words, both.end()) == null) {
                    // dead and wounded
                    told = Unit.CASUALTY;
                    i = both.end() - 1;
                }
                if (known == PersonClass.UNKNOWN && lexicon.is("membership", word)) {
                    known = ofBody(i + 1, words, lexicon);
                }
                boolean amongSome = tally != null
                        && i + 3 < words.size()
                        && words.get(i + 1).equals("among");
                if (known == PersonClass.UNKNOWN && amongSome) {
                    // no deaths among the troops
                    known = specific(lexicon.noun(words.get(words.get(i + 2).equals("the") ? i + 3 : i + 2)), known);
                }
                Unit held = former ? null : unitOf(lexicon.value("held", word));
                CountedPhrase phrase = new CountedPhrase(i + 1, known, told, held, rest, false, word.equals("lives"));
                return withOthers(phrase, words, lexicon, quantities);
            }
            if (another) {
                end = i + 1;
                continue;
            }
            if (lexicon.is("mostly", word)) {
                break;
            }
            String befell = lexicon.value("taken", word);
            if (befell != null) {
                taken = unitOf(befell);
                continue;
            }
            int bracket = word.equals("(") && i > start ? closing(i, words) : -1;
            if (bracket > 0) {
                limit += bracket - i + 1;
                i = bracket;
                continue;
            }
            former |= lexicon.is("former", word);
            if (isAdverb(i, words, lexicon) || joinsModifiers(i, start, words, lexicon, quantities)) {
                continue;
            }
            boolean stops = lexicon.is("bar", word)
                    || lexicon.is("passive", word)
                    || lexicon.is("active", word)
                    || lexicon.is("aux", word)
                    || quantities.at(words, i) != null && !lexicon.is("hedge", word);
            if (stops) {
                break;
            }
            modified = specific(classOf(lexicon.value("modifier", word)), modified);
            bare = false;
        }
        boolean ends = taken != null || bare;
        return new CountedPhrase(end, null, null, null, rest, ends, false);
    }

    /** Where a bracket within the phrase is closed, or -1: one CRA <em>(Relief Agency)</em> driver. */
    private static int closing(int open, List<String> words) {
        for (int i = open + 1; i < Math.min(words.size(), open + LONGEST); i++) {
            if (words.get(i).equals(")")) {
                return i + 1 < words.size() ? i : -1;
            }
        }
        return -1;
    }

    /** Said of how the counted were harmed: <em>badly</em> injured civilians. */
    private static boolean isAdverb(int at, List<String> words, CountWords lexicon) {
        return words.get(at).endsWith("ly") && at + 1 < words.size() && lexicon.is("taken", words.get(at + 1));
    }

    /** Whether the word is <em>and</em> between two modifiers of a noun: Alid <em>and</em> Dorian people. */
    private static boolean joinsModifiers(
            int at, int start, List<String> words, CountWords lexicon, Quantities quantities) {
        if (!words.get(at).equals("and") || at == start || at + 2 >= words.size()) {
            return false;
        }
        String modifier = words.get(at + 1);
        return lexicon.noun(modifier) == null
                && !lexicon.is("bar", modifier)
                && !lexicon.is("active", modifier)
                && !lexicon.is("passive", modifier)
                && quantities.at(words, at + 1) == null
                && lexicon.noun(words.get(at + 2)) != null;
    }

    /** The class of the members of a body: members <em>of the security forces</em>. */
    private static PersonClass ofBody(int of, List<String> words, CountWords lexicon) {
        if (of >= words.size() || !words.get(of).equals("of")) {
            return PersonClass.UNKNOWN;
        }
        for (int i = of + 1; i < Math.min(words.size(), of + LONGEST); i++) {
            String word = words.get(i);
            PersonClass noun = specific(lexicon.noun(word), classOf(lexicon.value("modifier", word)));
            switch (noun) {
                case COMBATANT, MEDIC, AID_WORKER, JOURNALIST -> {
                    return noun;
                }
                default -> {
                    // a body of no such kind, or not yet its name
                }
            }
            if (lexicon.is("bar", word) && !word.equals("the") && !word.equals("a")) {
                return PersonClass.UNKNOWN;
            }
        }
        return PersonClass.UNKNOWN;
    }

    private static int start(int end, List<String> words) {
        if (end >= words.size() || !words.get(end).equals("of")) {
            return end;
        }
        String next = end + 1 < words.size() ? words.get(end + 1) : "";
        return switch (next) {
            case "the", "its", "their", "his", "her", "our", "those", "these" -> end + 2;
            default -> end + 1;
        };
    }

    private static boolean isRest(List<String> words, int at, CountWords lexicon) {
        return at >= 0 && at < words.size() && lexicon.is("rest", words.get(at));
    }

    /** Whether another noun follows, of which the one before is a modifier: <em>police</em> officers, <em>civilian</em> deaths. */
    private static boolean leadsOn(List<String> words, int at, CountWords lexicon, Quantities quantities) {
        String word = words.get(at);
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        boolean verb = lexicon.is("active", word)
                && (next.equals("a") || next.equals("the") || quantities.at(words, at + 1) != null);
        return !verb && (lexicon.noun(word) != null || lexicon.is("tally", word));
    }

    private static boolean mayTake(PersonClass modifier, String head, CountWords lexicon) {
        return switch (modifier) {
            case CIVILIAN, CHILD, WOMAN -> true;
            default -> lexicon.is("worker", head);
        };
    }

    /** <em>Women and children</em> are one count of no one class. */
    private static CountedPhrase withOthers(
            CountedPhrase phrase, List<String> words, CountWords lexicon, Quantities quantities) {
        int and = phrase.end();
        if (and + 1 >= words.size()
                || !words.get(and).equals("and") && !words.get(and).equals("or")) {
            return phrase;
        }
        int noun = and + 1;
        String owner = words.get(noun);
        if (owner.equals("their") || owner.equals("his") || owner.equals("her")) {
            noun++;
        }
        PersonClass other = noun < words.size() ? lexicon.noun(words.get(noun)) : null;
        boolean verb = noun + 1 < words.size()
                && !lexicon.is("bar", words.get(noun + 1))
                && !lexicon.is("passive", words.get(noun + 1))
                && !lexicon.is("aux", words.get(noun + 1));
        if (other == null || verb || lexicon.is("tally", words.get(noun)) || quantities.at(words, noun) != null) {
            return phrase;
        }
        boolean same = other == phrase.personClass() || lexicon.is("membership", words.get(noun));
        PersonClass both = same && phrase.personClass() != null ? phrase.personClass() : PersonClass.UNKNOWN;
        return phrase.isThing() != (other == PersonClass.THING) ? phrase : phrase.as(both, noun + 1);
    }

    private static PersonClass classOf(@Nullable String name) {
        return name == null ? PersonClass.UNKNOWN : PersonClass.valueOf(name);
    }

    private static PersonClass specific(@Nullable PersonClass one, PersonClass other) {
        return one == null || one == PersonClass.UNKNOWN || one == PersonClass.THING ? other : one;
    }

    static @Nullable Unit unitOf(@Nullable String name) {
        return name == null ? null : Unit.valueOf(name);
    }
}

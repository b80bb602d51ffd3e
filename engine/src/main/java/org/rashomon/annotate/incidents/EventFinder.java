package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;
import org.rashomon.annotate.incidents.TriggerLexicon.Reading;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.Negation;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.nlp.Pos;

/**
 * Finds the words of a sentence that tell of something that happened. What is only feared, planned, demanded, conditional or
 * habitual is left out here; what is denied is kept, marked as negated.
 */
public final class EventFinder {
    /** How many tokens a verb group has at most before its verb. */
    private static final int GROUP = 6;

    /** How many tokens may lie between two events of one clause that tell of the same happening. */
    private static final int CLAUSE = 18;

    private static final PhrasePattern IN_NOUN_PHRASE = Scene.pattern("in noun phrase");
    private static final PhrasePattern OPENS_PHRASE = Scene.pattern("opens phrase");
    private static final PhrasePattern ALLEGED = Scene.pattern("alleged");
    private static final PhrasePattern DETERMINED = Scene.pattern("determined");
    private static final PhrasePattern MODIFIED = Scene.pattern("modified");
    private static final PhrasePattern IN_GROUP = Scene.pattern("in group");
    private static final PhrasePattern IN_VERB_GROUP = Scene.pattern("in verb group");
    private static final PhrasePattern AUXILIARY = Scene.pattern("auxiliary");
    private static final PhrasePattern INFINITIVE = Scene.pattern("infinitive");
    private static final PhrasePattern GOVERNS = Scene.pattern("governs");
    private static final PhrasePattern UNREAL_HEAD = Scene.pattern("unreal head");
    private static final PhrasePattern UNREAL_VERB = Scene.pattern("unreal verb");
    private static final PhrasePattern UNCONDITIONED = Scene.pattern("unconditioned");
    private static final PhrasePattern NO_OBJECT = Scene.pattern("no object");
    private static final PhrasePattern UP_TO_ACCUSED = Scene.pattern("up to accused");
    private static final PhrasePattern ACTING = Scene.pattern("acting");
    private static final Set<String> MODALS = Scene.LISTS.list("modals");
    private static final Set<String> HEDGES = Scene.LISTS.list("hedges");
    private static final Set<String> HEDGED_PAST = Scene.LISTS.list("hedged past");
    private static final Set<String> WISHES = Scene.LISTS.list("wishes");
    private static final Set<String> BE = Scene.LISTS.list("be");
    private static final Set<String> PRESENT = Scene.LISTS.list("present");
    private static final Set<String> HAVE = Scene.LISTS.list("have");
    private static final Set<String> CONDITIONS = Scene.LISTS.list("conditions");
    private static final Set<String> PATTERN_MODIFIERS = Scene.LISTS.list("pattern modifiers");
    private static final Set<String> PARTICLES = Scene.LISTS.list("particles");
    private static final Set<String> ACCUSING = Scene.LISTS.list("accusing");
    private static final Set<String> OF = Scene.LISTS.list("of");
    private static final Set<String> DEFINITES = Scene.LISTS.list("definites");
    private static final PhrasePattern IN_ATTACK = Scene.pattern("in attack");
    private static final PhrasePattern PARTS_OBJECT = Scene.pattern("parts object");
    private static final Set<String> BY_DOING = Scene.LISTS.list("by doing");
    private static final Set<String> CHEMICAL = Scene.LISTS.list("chemical");
    private static final Set<String> JOINS = Scene.LISTS.list("joins");

    private static final Set<String> PLURAL_MODIFIERS = Scene.LISTS.list("plural modifiers");
    private static final Set<String> UNREAL_MODIFIERS = Scene.LISTS.list("unreal modifiers");
    private static final PhrasePattern PATTERN_HEAD = Scene.pattern("pattern head");
    private static final Set<Pos> NO_VERB = EnumSet.of(Pos.ADJ, Pos.ADV, Pos.ADP);
    /** How far from the verb a weapon may stand that it says was used. */
    private static final int TO_WEAPON = 12;

    private final TriggerLexicon lexicon;

    EventFinder(TriggerLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Events of the sentence in order of text, those that tell of the same happening merged into one. */
    List<Event> find(Scene scene) {
        TaggedSentence s = scene.words();
        List<Event> events = new ArrayList<>();
        boolean question = s.any(s.size() - 2, s.size(), i -> s.is(i, "?"));
        int i = question ? s.size() : 0;
        while (i < s.size()) {
            List<Reading> readings = lexicon.at(s, i);
            if (readings.isEmpty()) {
                i++;
                continue;
            }
            int to = i + readings.get(0).length();
            Event event = read(scene, i, to, readings);
            if (event != null && (!event.has(Flag.WEAPON) || hasWeapon(s, event))) {
                events.add(event);
            }
            i = to;
        }
        return merge(s, events);
    }

    /** "used sarin", "chlorine was dropped", "barrels of gas fell": the weapon stands in the clause, before the verb or behind it. */
    private boolean hasWeapon(TaggedSentence s, Event event) {
        // "used harsh language after the strike": what is used stands before the next preposition
        int to =
                s.runEnd(event.to, TO_WEAPON, i -> !s.isBoundary(i) && (event.passive || !PARTS_OBJECT.standsAt(s, i)));
        boolean subject = event.passive || event.has(Flag.INTR) || s.isVerbal(event.to);
        int from = subject ? s.runStart(event.start, TO_WEAPON, i -> !s.isBoundary(i)) : event.to;
        boolean known = s.isAny(event.to, DEFINITES);
        return s.any(
                from, to, i -> (lexicon.weaponAt(s, i) > 0 || s.isAny(i, CHEMICAL)) && !(known && isOfAttack(s, i)));
    }

    /** "Using the chemical weapons attack as a pretext" uses no weapon. */
    private boolean isOfAttack(TaggedSentence s, int weapon) {
        int head = s.phraseEnd(weapon) - 1;
        return head > weapon
                && lexicon.at(s, head).stream()
                        .anyMatch(reading -> reading.entry().noun());
    }

    private static @Nullable Event read(Scene scene, int from, int to, List<Reading> readings) {
        if (isPartOfName(scene, from, to)) {
            return null;
        }
        Reading noun = null;
        Reading verb = null;
        for (Reading reading : readings) {
            if (reading.entry().noun()) {
                noun = reading;
            } else if (verb == null || reading.form() == Form.PAST) {
                verb = reading;
            }
        }
        if (noun != null && (verb == null || isNoun(scene, from, to))) {
            return nounEvent(scene, from, to, noun);
        }
        return verb == null ? null : verbEvent(scene, from, to, verb);
    }

    private static boolean isPartOfName(Scene scene, int from, int to) {
        TaggedSentence s = scene.words();
        int start = s.token(from).start();
        int length = s.span(from, to).length();
        return s.isCapitalised(from)
                && !s.isNoun(to - 1)
                && scene.mentions().stream()
                        .anyMatch(m -> m.span().contains(start) && m.span().length() > length);
    }

    /** Whether a trigger that may be a noun or a verb is a noun here. */
    private static boolean isNoun(Scene scene, int from, int to) {
        TaggedSentence s = scene.words();
        Pos tag = s.tag(to - 1);
        if (s.isPossessive(from - 1)) {
            return tag != Pos.VERB || s.is(to, "on");
        }
        if (DETERMINED.standsAt(s, from - 1)) {
            return true;
        }
        // "Air strike hits hospital", "Rebels attack market": a verb before its object
        boolean headlineVerb = scene.isHeadline() && s.isNoun(from - 1) && OPENS_PHRASE.standsAt(s, to);
        return s.isNoun(to - 1) && s.tag(from - 1) != Pos.PART && !headlineVerb;
    }

    private static @Nullable Event nounEvent(Scene scene, int from, int to, Reading reading) {
        TaggedSentence s = scene.words();
        // "the use of sarin": what was used is no noun that the trigger modifies
        boolean modifies = MODIFIED.standsAt(s, to) && !s.isAny(to - 1, OF) && !scene.inTime(to);
        if (modifies || s.is(to, "-")) {
            return null;
        }
        int start = nounPhraseStart(s, from);
        // the word before the phrase belongs to it where it is no determiner: "such", "no"
        int first = s.tag(start) == Pos.DET ? start : start - 1;
        if (s.any(first, from, k -> s.isAny(k, UNREAL_MODIFIERS)) || isUnrealNoun(scene, start, to)) {
            return null;
        }
        boolean plural =
                reading.form() == Form.PLURAL || reading.entry().flags().contains(Flag.MASS);
        boolean repeated =
                s.any(first, from, k -> s.isAny(k, PATTERN_MODIFIERS) || (plural && s.isAny(k, PLURAL_MODIFIERS)))
                        || PATTERN_HEAD.standsAt(s, start - 2);
        boolean negated = s.any(first, from, k -> Negation.opensAt(s, k)) || deniesBefore(s, start);
        return new Event(from, to, reading.entry(), reading.form(), start, false, negated, repeated);
    }

    /** Where the noun phrase of the trigger at {@code from} begins: with its determiner, where it has one. */
    private static int nounPhraseStart(TaggedSentence s, int from) {
        if (s.tag(from - 1) == Pos.DET) {
            return from - 1;
        }
        if (ALLEGED.standsAt(s, from - 1)) {
            // "the alleged strike"
            return from - 2;
        }
        return s.runStart(
                from, s.size(), k -> IN_NOUN_PHRASE.standsAt(s, k) && (k == from - 1 || s.tag(k + 1) != Pos.DET));
    }

    /** "did not carry out a strike": the verb before it is negated, where "there were no strikes" is by its determiner. */
    private static boolean deniesBefore(TaggedSentence s, int start) {
        int group = s.runStart(verbBefore(s, start), GROUP, k -> IN_GROUP.standsAt(s, k));
        return Negation.either(s, group - 1);
    }

    /** The verb whose object the noun phrase at {@code start} is: directly before, or with its particle between; or -1. */
    private static int verbBefore(TaggedSentence s, int start) {
        int k = s.isAny(start - 1, PARTICLES) ? start - 2 : start - 1;
        return GOVERNS.standsAt(s, k) ? k : -1;
    }

    private static boolean isUnrealNoun(Scene scene, int start, int to) {
        TaggedSentence s = scene.words();
        int verb = verbBefore(s, start);
        if (UNREAL_HEAD.standsAt(s, start - 2) || UNREAL_VERB.standsAt(s, verb) || isUnrealGroup(scene, verb)) {
            return true;
        }
        int after = s.runEnd(to, 15, i -> !s.isVerbal(i) && !scene.breaksAt(i));
        return isConditional(s, start) || s.isAny(after, WISHES);
    }

    /** Whether an "if" or its like governs token {@code i}. */
    private static boolean isConditional(TaggedSentence s, int i) {
        int k = s.runStart(i, 18, x -> UNCONDITIONED.standsAt(s, x));
        return s.isAny(k - 1, CONDITIONS);
    }

    /** Whether the verb group that ends in {@code verb} tells of the future, a wish or a habit. */
    private static boolean isUnrealGroup(Scene scene, int verb) {
        TaggedSentence s = scene.words();
        int start = s.runStart(verb, GROUP, k -> AUXILIARY.standsAt(s, k));
        boolean have = s.any(start, verb, k -> s.isAny(k, HAVE));
        if (s.isAny(start - 1, MODALS)) {
            return !have || !s.isAny(start - 1, HEDGES);
        }
        if (INFINITIVE.standsAt(s, start - 1)) {
            return !have || !s.isAny(start - 2, HEDGED_PAST);
        }
        return !have && !scene.isHeadline() && s.any(start, verb, k -> s.isAny(k, PRESENT));
    }

    private static @Nullable Event verbEvent(Scene scene, int from, int to, Reading reading) {
        TaggedSentence s = scene.words();
        Form form = reading.form();
        int start = s.runStart(from, GROUP, k -> IN_VERB_GROUP.standsAt(s, k));
        if (!isToldVerb(scene, from, to, form) || isUnrealGroup(scene, from) || isConditional(s, start)) {
            return null;
        }
        boolean be = s.any(start, from, k -> s.isAny(k, BE));
        if (form == Form.ING && (be || !isRealParticiple(s, from))) {
            return null;
        }
        boolean have = s.any(start, from, k -> s.isAny(k, HAVE));
        // "a clinic hit by a shell", "hospital hit in Veldin"
        boolean bare = !have && !reading.entry().flags().contains(Flag.INTR) && NO_OBJECT.standsAt(s, to);
        boolean negated = s.any(start, from, k -> Negation.either(s, k)) || isOfNobody(s, start);
        return new Event(from, to, reading.entry(), form, start, form == Form.PAST && (be || bare), negated, false);
    }

    /** Whether the form of the verb tells of something done: the past, a participle, the present in headlines. */
    private static boolean isToldVerb(Scene scene, int from, int to, Form form) {
        TaggedSentence s = scene.words();
        if (form == Form.PAST) {
            // "the captured town"
            return s.tag(from - 1) != Pos.DET || !s.isNoun(to);
        }
        if (NO_VERB.contains(s.tag(from))) {
            return false;
        }
        // "did not bomb": the only base form that tells of the past
        return form == Form.ING
                || scene.isHeadline()
                || (!s.isNoun(from) && s.any(from - 3, from, k -> s.is(k, "did")));
    }

    /** "No aircraft bombed the town": the negation stands at the subject. */
    private static boolean isOfNobody(TaggedSentence s, int start) {
        int from = s.phraseStart(start);
        return from < start && Negation.opensAt(s, from);
    }

    /** An -ing form tells of a deed in "accused of bombing" and after a comma; not elsewhere. */
    private static boolean isRealParticiple(TaggedSentence s, int verb) {
        int before = s.runStart(verb, verb, k -> s.tag(k) == Pos.ADV) - 1;
        return s.is(before, ",") || s.isAny(before, BY_DOING) || (s.isAny(before, OF) && accuses(s, before) >= 0);
    }

    /** The accusing word before the "of" or "for" at {@code k}, with the accused between; or -1. */
    public static int accuses(TaggedSentence s, int k) {
        int word = s.runStart(k, 12, i -> UP_TO_ACCUSED.standsAt(s, i)) - 1;
        return s.isAny(word, ACCUSING) ? word : -1;
    }

    private static List<Event> merge(TaggedSentence s, List<Event> events) {
        List<Event> out = new ArrayList<>();
        for (Event event : events) {
            int last = out.size() - 1;
            if (last < 0 || !sameHappening(s, out.get(last), event)) {
                out.add(event);
                continue;
            }
            Event group = out.get(last);
            Event first = rank(event) > rank(group) ? event : group;
            List<Event> others = group.parts();
            others.add(event);
            others.remove(first);
            group.merged.clear();
            first.merged.addAll(others);
            out.set(last, first);
        }
        return out;
    }

    /** The trigger that tells most stands for the happening. */
    private static int rank(Event event) {
        if (event.has(Flag.KILL)) {
            return 0;
        }
        if (event.isNoun() && event.has(Flag.WEAPON)) {
            return 1;
        }
        return (event.has(Flag.SURE) ? 3 : 1) + (event.isNoun() ? 1 : 0);
    }

    /**
     * Whether the event tells of what the group before it in the sentence does: nouns only as neighbours, two verbs only where one
     * tells the outcome of the other, all others within one clause.
     */
    private static boolean sameHappening(TaggedSentence s, Event group, Event event) {
        List<Event> parts = group.parts();
        Event previous = parts.get(parts.size() - 1);
        int from = previous.to;
        int to = event.start;
        if (previous.isNoun() && event.isNoun()) {
            // "air strikes and artillery fire", "a car bomb, the blast", "the use of gas in the attack"
            boolean neighbours = to <= from || (to == from + 1 && s.isAny(from, JOINS));
            boolean within = previous.has(Flag.WEAPON) && IN_ATTACK.standsAt(s, to - 1) && !s.parted(from, to);
            return (neighbours || within) && !isNextOfSeries(s, event);
        }
        boolean outcome = event.has(Flag.KILL) || parts.stream().anyMatch(part -> part.has(Flag.KILL));
        if (to - from >= CLAUSE) {
            return false;
        }
        if (!previous.isNoun() && !event.isNoun()) {
            // "were killed when rebels blew up a tunnel"
            return outcome;
        }
        return !s.parted(from, to) && (outcome || (!s.hasComma(from, to) && !actsBetween(s, from, to)));
    }

    private static boolean isNextOfSeries(TaggedSentence s, Event event) {
        return event.start < event.from && (s.is(event.start, "another") || EventCounts.ordinal(s, event) > 0);
    }

    /** Whether another finite verb stands in {@code [from, to)}: then another clause lies between. */
    private static boolean actsBetween(TaggedSentence s, int from, int to) {
        return s.any(from, to, i -> ACTING.standsAt(s, i));
    }
}

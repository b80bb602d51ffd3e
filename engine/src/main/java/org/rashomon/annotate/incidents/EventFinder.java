package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;
import org.rashomon.annotate.incidents.TriggerLexicon.Reading;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/**
 * Finds the words of a sentence that tell of something that happened. What is only feared, planned, demanded, conditional or
 * habitual is left out here; what is denied is kept, marked as negated.
 */
public final class EventFinder {
    private static final Set<String> MODALS =
            WordLists.of("en/incident-words.tsv").list("modals");
    private static final Set<String> BE =
            Set.of("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "got", "get", "gets");
    private static final Set<String> HAVE = Set.of("have", "has", "had", "'ve", "having");
    private static final Set<String> NOT = Set.of("not", "n't", "never", "neither", "nor", "no");
    /** Verbs, nouns and adjectives whose complement has not happened, or goes on without one time. */
    private static final Set<String> UNREAL =
            WordLists.of("en/incident-words.tsv").list("unreal");
    /** Words within a noun phrase that make it a pattern, a plan or a thing of another kind. */
    private static final Set<String> PATTERN_MODIFIERS =
            WordLists.of("en/incident-words.tsv").list("pattern modifiers");
    /** Heads before "of" that make what follows a pattern. */
    private static final Set<String> PATTERN_HEADS =
            WordLists.of("en/incident-words.tsv").list("pattern heads");
    /** What makes a following noun's modifier out of a trigger that is still an incident. */
    private static final Set<String> HARMLESS_NEXT =
            WordLists.of("en/incident-words.tsv").list("harmless next");

    private static final Set<String> HEDGED_PAST =
            WordLists.of("en/incident-words.tsv").list("hedged past");
    private static final Set<String> ACCUSING =
            WordLists.of("en/incident-words.tsv").list("accusing");

    private static final Set<String> OUTCOMES =
            WordLists.of("en/incident-words.tsv").list("outcomes");
    private static final Set<String> LIGHT =
            WordLists.of("en/incident-words.tsv").list("light verbs");

    private final TriggerLexicon lexicon;

    EventFinder(TriggerLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Events of the sentence in order of text, those that tell of the same happening merged into one. */
    List<Event> find(Scene scene) {
        List<Event> events = new ArrayList<>();
        TaggedSentence s = scene.words();
        for (int i = 0; i < s.size(); i++) {
            List<Reading> readings = lexicon.at(s, i);
            if (readings.isEmpty()) {
                continue;
            }
            int to = i + readings.get(0).words().size();
            Event event = read(scene, i, to, readings);
            if (event != null) {
                events.add(event);
            }
            i = to - 1;
        }
        return events.isEmpty() || isUnrealSentence(s) ? List.of() : merge(scene, events);
    }

    private static boolean isUnrealSentence(TaggedSentence s) {
        for (int i = s.size() - 1; i >= 0 && i > s.size() - 3; i--) {
            if (s.is(i, "?")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Event read(Scene scene, int from, int to, List<Reading> readings) {
        TaggedSentence s = scene.words();
        if (scene.mentions().stream()
                .anyMatch(m -> m.span().contains(s.token(from).start())
                        && s.isCapitalised(from)
                        && m.span().length() > s.span(from, to).length()
                        && !s.isNoun(to - 1))) {
            return null;
        }
        Reading noun = null;
        Reading verb = null;
        for (Reading reading : readings) {
            if (reading.entry().noun()) {
                noun = noun == null ? reading : noun;
            } else if (verb == null || reading.form() == Form.PAST) {
                verb = reading;
            }
        }
        boolean asNoun = noun != null && (verb == null || looksLikeNoun(s, from, to, scene.isHeadline()));
        return asNoun && noun != null
                ? nounEvent(scene, from, to, noun)
                : verb == null ? null : verbEvent(scene, from, to, verb);
    }

    private static boolean looksLikeNoun(TaggedSentence s, int from, int to, boolean headline) {
        Pos tag = s.tag(to - 1);
        Pos before = s.tag(from - 1);
        if (before == Pos.DET || s.isPossessive(from - 1) || s.isPossessiveWord(from - 1) || before == Pos.NUM) {
            return tag != Pos.VERB || !s.isPossessive(from - 1) || s.is(to, "on");
        }
        if (before == Pos.PART || before == Pos.AUX && tag == Pos.VERB || before == Pos.PRON && tag == Pos.VERB) {
            return false;
        }
        if (headline && from > 0 && s.isNoun(from - 1) && startsPhrase(s, to) && !s.is(to, "on")) {
            // "Air strike hits hospital", "Rebels attack market": a verb before its object
            return false;
        }
        return tag == Pos.NOUN || tag == Pos.PROPN || tag == Pos.ADJ && before == Pos.ADJ;
    }

    private static boolean startsPhrase(TaggedSentence s, int i) {
        Pos tag = s.tag(i);
        return tag == Pos.DET
                || tag == Pos.ADJ
                || tag == Pos.NOUN
                || tag == Pos.PROPN
                || tag == Pos.NUM
                || s.isPossessiveWord(i)
                || s.is(i, "at") && s.is(i + 1, "least");
    }

    private static @Nullable Event nounEvent(Scene scene, int from, int to, Reading reading) {
        TaggedSentence s = scene.words();
        Pos next = s.tag(to);
        boolean modifies = (next == Pos.NOUN || next == Pos.PROPN && !s.isCapitalised(to))
                && !s.isAny(to, HARMLESS_NEXT)
                && !s.isAny(to, OUTCOMES)
                && !scene.inTime(to);
        if (modifies || s.is(to, "-")) {
            return null;
        }
        int start = from;
        boolean negated = false;
        while (start > 0) {
            int k = start - 1;
            Pos tag = s.tag(k);
            if (s.isAny(k, PATTERN_MODIFIERS)) {
                return null;
            }
            if (s.is(k, "no") || s.is(k, "neither")) {
                negated = true;
            }
            boolean inside = tag == Pos.ADJ
                    || tag == Pos.NOUN
                    || tag == Pos.PROPN
                    || tag == Pos.NUM
                    || tag == Pos.DET
                    || s.isPossessive(k)
                    || s.isPossessiveWord(k)
                    || tag == Pos.CCONJ && s.tag(k - 1) == Pos.ADJ && s.tag(k + 1) == Pos.ADJ
                    || tag == Pos.VERB && start == from && s.lower(k).endsWith("ed") && s.tag(k - 1) == Pos.DET
                    || s.lower(k).indexOf('-') > 0 && tag != Pos.PUNCT;
            if (!inside) {
                break;
            }
            start = k;
            if (tag == Pos.DET) {
                break;
            }
        }
        if (isUnrealNoun(scene, start, to)) {
            return null;
        }
        return new Event(from, to, reading.entry(), reading.form(), start, false, negated || deniesBefore(s, start));
    }

    /** "There were no strikes": the determiner tells; "did not carry out a strike": the verb before does. */
    private static boolean deniesBefore(TaggedSentence s, int start) {
        int verb = verbBefore(s, start);
        if (verb < 0) {
            return false;
        }
        for (int k = verb - 1; k >= 0 && k >= verb - 4; k--) {
            if (s.isAny(k, NOT)) {
                return true;
            }
            if (s.tag(k) != Pos.AUX && s.tag(k) != Pos.ADV && s.tag(k) != Pos.PART) {
                return false;
            }
        }
        return false;
    }

    /** The verb whose object the noun phrase at {@code start} is: directly before, or with its particle between; or -1. */
    private static int verbBefore(TaggedSentence s, int start) {
        int k = start - 1;
        if (k >= 0 && (s.is(k, "out") || s.is(k, "up"))) {
            k--;
        }
        return k >= 0 && (s.tag(k) == Pos.VERB || s.tag(k) == Pos.AUX || s.isAny(k, UNREAL)) ? k : -1;
    }

    private static boolean isUnrealNoun(Scene scene, int start, int to) {
        TaggedSentence s = scene.words();
        int k = start - 1;
        if (k >= 0 && s.is(k, "of")) {
            int head = k - 1;
            if (s.isAny(head, PATTERN_HEADS) || s.isAny(head, UNREAL) && s.isNoun(head)) {
                return true;
            }
            while (head > 0 && (s.isNoun(head) || s.tag(head) == Pos.ADJ || s.tag(head) == Pos.DET)) {
                head--;
            }
        } else if (k >= 0 && (s.is(k, "to") || s.is(k, "for") || s.is(k, "against"))) {
            if (s.isAny(k - 1, UNREAL)
                    || s.is(k, "against") && s.isAny(k - 1, Set.of("warned", "warn", "warns", "warning"))) {
                return true;
            }
        }
        int verb = verbBefore(s, start);
        if (verb >= 0
                && (s.isAny(verb, UNREAL) && !s.isAny(verb, Set.of("called", "ended", "ordered", "began", "started"))
                        || isUnrealGroup(s, verb, scene.isHeadline()))) {
            return true;
        }
        if (isConditional(s, start)) {
            return true;
        }
        int after = nextVerb(s, to);
        return after >= 0 && isModalGroup(s, after);
    }

    /** Whether an "if" or its like governs token {@code i}. */
    private static boolean isConditional(TaggedSentence s, int i) {
        for (int k = i - 1; k >= 0 && k > i - 20; k--) {
            if (s.is(k, "if") || s.is(k, "unless") || s.is(k, "whether") || s.is(k, "lest")) {
                return true;
            }
            if (s.is(k, ",") || s.is(k, ";") || s.is(k, "\"")) {
                return false;
            }
        }
        return false;
    }

    /** The next verb of the same clause, or -1. */
    private static int nextVerb(TaggedSentence s, int from) {
        for (int i = from; i < s.size() && i < from + 15; i++) {
            if (s.tag(i) == Pos.VERB || s.tag(i) == Pos.AUX) {
                return i;
            }
            if (s.isBoundary(i) || s.is(i, ",")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isModalGroup(TaggedSentence s, int first) {
        boolean modal = s.isAny(first, MODALS) && !s.is(first, "may") && !s.is(first, "might") && !s.is(first, "'d");
        return modal && !s.isAny(first + 1, HAVE);
    }

    /** Whether the verb group that ends in {@code verb} tells of the future, a wish or a habit. */
    private static boolean isUnrealGroup(TaggedSentence s, int verb, boolean headline) {
        boolean have = false;
        boolean be = false;
        boolean present = false;
        for (int k = verb - 1; k >= 0 && k > verb - 7; k--) {
            Pos tag = s.tag(k);
            if (s.isAny(k, HAVE)) {
                have = true;
            } else if (s.isAny(k, BE)) {
                be = true;
                present |= s.isAny(k, Set.of("is", "are", "'re", "am", "'m"));
            } else if (s.isAny(k, MODALS)) {
                boolean hedge = s.is(k, "may") || s.is(k, "might") || s.is(k, "must");
                return !(have && hedge);
            } else if (s.is(k, "to") && tag == Pos.PART) {
                return !have || !s.isAny(k - 1, HEDGED_PAST);
            } else if (tag != Pos.ADV && !s.isAny(k, NOT) && !s.is(k, "did") && !s.is(k, "does") && !s.is(k, "do")) {
                break;
            }
        }
        boolean ing = s.lower(verb).endsWith("ing");
        if (headline) {
            return false;
        }
        return be && ing && (present || have) || present && !have && !ing;
    }

    private static @Nullable Event verbEvent(Scene scene, int from, int to, Reading reading) {
        TaggedSentence s = scene.words();
        Form form = reading.form();
        Pos tag = s.tag(from);
        boolean headline = scene.isHeadline();
        boolean ambiguousPast = s.is(from, "hit") || s.is(from, "set");
        if (tag == Pos.ADJ && form != Form.PAST
                || (tag == Pos.NOUN || tag == Pos.PROPN) && form != Form.PAST && form != Form.ING && !headline) {
            return null;
        }
        if (form == Form.PAST && s.tag(from - 1) == Pos.DET && s.isNoun(to)) {
            return null;
        }
        if ((form == Form.BASE || form == Form.THIRD) && !headline && !ambiguousPast) {
            // "did not bomb": the only base form that tells of the past
            boolean past = false;
            for (int k = from - 1; k >= 0 && k > from - 4; k--) {
                past |= s.is(k, "did");
            }
            if (!past) {
                return null;
            }
        }
        int start = from;
        boolean negated = false;
        boolean be = false;
        boolean have = false;
        for (int k = from - 1; k >= 0 && k > from - 7; k--) {
            if (s.isAny(k, NOT)) {
                negated = true;
            } else if (s.isAny(k, BE)) {
                be = true;
            } else if (s.isAny(k, HAVE)) {
                have = true;
            } else if (s.tag(k) != Pos.ADV && s.tag(k) != Pos.AUX && s.tag(k) != Pos.PART) {
                break;
            }
            start = k;
        }
        if (isUnrealGroup(s, from, headline) || isConditional(s, start)) {
            return null;
        }
        if (form == Form.ING && !isRealParticiple(scene, from, be)) {
            return null;
        }
        if (form != Form.ING && start > 0 && s.isAny(start - 1, Set.of("to")) && s.tag(start - 1) == Pos.PART) {
            return null;
        }
        boolean passive = form == Form.PAST
                && (be
                        || !have
                                && isBarePassive(s, to, headline)
                                && !reading.entry().has(Flag.INTR));
        return new Event(from, to, reading.entry(), form, start, passive, negated || noSubject(s, start));
    }

    /** "a clinic hit by a shell", "hospital hit in Veldin": no object follows. */
    private static boolean isBarePassive(TaggedSentence s, int to, boolean headline) {
        return s.tag(to) == Pos.ADP && !s.is(to, "at") && !s.is(to + 1, "least")
                || headline && !startsPhrase(s, to)
                || to >= s.size()
                || s.is(to, ".")
                || s.is(to, ",");
    }

    /** "No aircraft bombed the town": the negation stands at the subject. */
    private static boolean noSubject(TaggedSentence s, int start) {
        int from = s.phraseStart(start);
        return from < start && (s.is(from, "no") || s.is(from, "neither") || s.is(from, "nobody"));
    }

    /** An -ing form tells of a deed in "accused of bombing", "reports of jets bombing", and after a comma; not elsewhere. */
    private static boolean isRealParticiple(Scene scene, int verb, boolean be) {
        TaggedSentence s = scene.words();
        if (be) {
            return false;
        }
        int k = verb - 1;
        while (k >= 0 && s.tag(k) == Pos.ADV) {
            k--;
        }
        if (k >= 0 && (s.is(k, "of") || s.is(k, "for"))) {
            return accuses(s, k) >= 0;
        }
        if (k >= 0 && s.is(k, ",")) {
            return true;
        }
        if (k >= 0 && s.isAny(k, Set.of("denied", "denies", "deny", "denying", "admitted", "admits", "admitting"))) {
            return true;
        }
        // "reports about the air force targeting the clinic"
        int subject = s.phraseStart(k + 1);
        return subject <= k
                && subject > 0
                && (s.is(subject - 1, "of") || s.is(subject - 1, "about"))
                && s.isAny(subject - 2, ACCUSING);
    }

    /** The accusing word before the "of" or "for" at {@code k}, with the accused between; or -1. */
    public static int accuses(TaggedSentence s, int k) {
        for (int i = k - 1; i >= 0 && i > k - 14; i--) {
            if (s.isAny(i, ACCUSING) && !s.is(i, "of") && !s.is(i, "for")) {
                return i;
            }
            if (s.is(i, ";") || s.tag(i) == Pos.VERB && !s.lower(i).endsWith("ed")) {
                return -1;
            }
        }
        return -1;
    }

    private static List<Event> merge(Scene scene, List<Event> events) {
        TaggedSentence s = scene.words();
        List<Event> out = new ArrayList<>();
        for (Event event : events) {
            Event last = out.isEmpty() ? null : out.get(out.size() - 1);
            Event previous = last == null || last.merged.isEmpty() ? last : latest(last);
            if (last == null || previous == null || !sameHappening(s, last, previous, event)) {
                out.add(event);
            } else if (rank(event) > rank(last)) {
                out.remove(out.size() - 1);
                event.merged.addAll(last.merged);
                event.merged.add(last);
                last.merged.clear();
                out.add(event);
            } else {
                last.merged.add(event);
            }
        }
        return out;
    }

    private static Event latest(Event event) {
        Event latest = event;
        for (Event part : event.merged) {
            latest = part.from > latest.from ? part : latest;
        }
        return latest;
    }

    /** The trigger that tells most stands for the happening. */
    private static int rank(Event event) {
        if (event.entry.has(Flag.KILL)) {
            return 0;
        }
        if (event.entry.has(Flag.SURE)) {
            return event.isNoun() ? 4 : 3;
        }
        return event.isNoun() ? 2 : 1;
    }

    private static boolean sameHappening(TaggedSentence s, Event group, Event previous, Event event) {
        int gap = event.start - previous.to;
        boolean kill = event.entry.has(Flag.KILL) || group.entry.has(Flag.KILL) || previous.entry.has(Flag.KILL);
        boolean comma = s.hasComma(previous.to, event.start);
        boolean parted = s.parted(previous.to, event.start);
        boolean ordinal = event.isNoun()
                && previous.isNoun()
                && event.start < event.from
                && (ordinal(s, event) > 0 || s.is(event.start, "another"));
        if (ordinal || !kill && actsBetween(s, previous.to, event.start)) {
            return false;
        }
        if (event.isNoun() && previous.isNoun()) {
            // "air strikes and artillery fire"; "a car bomb, the blast": neighbours only
            boolean joined = gap == 1
                    && (s.is(event.start - 1, "and") || s.is(event.start - 1, "or") || s.is(event.start - 1, ","));
            boolean of = gap == 1 && s.is(event.start - 1, "of");
            return gap <= 0 || joined || of;
        }
        if (previous.isNoun()) {
            if (parted) {
                boolean relative = !comma && gap <= 6 && s.isAny(event.start - 1, Set.of("that", "which"))
                        || comma && gap <= 12 && s.isAny(event.start - 1, Set.of("which", "that"));
                return relative;
            }
            return comma ? kill && gap < 25 : gap < 18 && !(s.hasComma(previous.to, event.to));
        }
        if (event.isNoun()) {
            boolean link = s.isAny(event.start - 1, Set.of("in", "by", "with", "during", "from", "when"));
            return !parted && !comma && gap < 16 && (link || kill);
        }
        return kill && !s.is(event.start - 1, "and") && gap < 25 || kill && !parted && gap < 20;
    }

    /** Whether another finite verb stands in {@code [from, to)}: then another clause lies between. */
    private static boolean actsBetween(TaggedSentence s, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean finite =
                    s.tag(i) == Pos.VERB && !s.isNoun(i + 1) && s.lower(i).indexOf('-') < 0;
            if (finite && !LIGHT.contains(s.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** The place in a series that the noun phrase tells: 1 for "first", 0 for none. */
    static int ordinal(TaggedSentence s, Event event) {
        for (int k = event.start; k < event.to; k++) {
            int value = switch (s.lower(k)) {
                case "first" -> 1;
                case "second" -> 2;
                case "third" -> 3;
                case "fourth" -> 4;
                case "fifth" -> 5;
                default -> 0;
            };
            if (value > 0) {
                boolean record = s.isAny(event.to, Set.of("since", "of", "ever"))
                        || s.is(event.to, "in") && s.isAny(event.to + 1, Set.of("years", "months", "weeks", "days"));
                return record ? 0 : value;
            }
        }
        return 0;
    }
}

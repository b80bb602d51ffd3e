package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;

/** What or who was hit: the object of a verb, the subject of a passive, the phrase after <em>on</em> or <em>against</em>. */
public final class EventTargets {
    private static final PhrasePattern TARGET_BEFORE = Scene.pattern("target before");
    private static final PhrasePattern NAMED = Scene.pattern("named");
    private static final PhrasePattern NO_TARGET = Scene.pattern("no target");
    private static final PhrasePattern UP_TO_OBJECT = Scene.pattern("up to object");
    private static final PhrasePattern VERBAL_OR_ADVERB = Scene.pattern("verbal or adverb");
    private static final PhrasePattern JOINING = Scene.pattern("joining");
    private static final PhrasePattern PARTICIPLE = Scene.pattern("participle");
    private static final PhrasePattern REMARK_ENDED = Scene.pattern("remark ended");
    private static final PhrasePattern IN_APPOSITION = Scene.pattern("in apposition");
    private static final PhrasePattern IN_APPOSED = Scene.pattern("in apposed");
    private static final PhrasePattern NAME_WORD = Scene.pattern("name word");
    private static final PhrasePattern ARABIC_NAME = Scene.pattern("arabic name");
    private static final Set<String> AT = Scene.LISTS.list("hit at");
    private static final Set<String> AT_NAMES = Scene.LISTS.list("hit names");
    private static final Set<String> GROUND = Scene.LISTS.list("ground");
    private static final Set<String> BESIDE = Scene.LISTS.list("beside");
    private static final Set<String> DEFINITES = Scene.LISTS.list("definites");
    private static final Set<String> DETERMINERS = Scene.LISTS.list("determiners");
    private static final Set<String> RELATIVES = Scene.LISTS.list("subject relatives");
    private static final Set<String> AND = Scene.LISTS.list("and");
    private static final Set<String> IN_SUBJECT = Scene.LISTS.list("in subject");

    private final TriggerLexicon lexicon;

    public EventTargets(TriggerLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A noun phrase, by tokens, without its determiner. */
    record Phrase(int from, int to, int head, boolean thing, boolean definite) {
        Span span(TaggedSentence s) {
            return s.span(from, to);
        }
    }

    /** Whether token {@code i} is a word for a building or a vehicle. */
    boolean isThing(TaggedSentence s, int i) {
        return lexicon.isThing(s.lower(i));
    }

    /** Whether a noun at token {@code i} tells of a deed. */
    boolean isDeed(TaggedSentence s, int i) {
        return lexicon.at(s, i).stream().anyMatch(reading -> reading.entry().noun());
    }

    /** Targets of all parts of the event, buildings and vehicles first, in order of text within each sort. */
    List<Phrase> of(Scene scene, Event event) {
        List<Phrase> found = new ArrayList<>();
        for (Event part : event.parts()) {
            if (part.isNoun() || part.has(Flag.WEAPON)) {
                ofNoun(scene, part, event, found);
            } else if (!part.has(Flag.INTR)) {
                ofVerb(scene, part, found);
            }
        }
        List<Phrase> sorted = new ArrayList<>();
        for (boolean thing : new boolean[] {true, false}) {
            for (Phrase phrase : found) {
                if (phrase.thing() == thing && sorted.stream().noneMatch(p -> p.head() == phrase.head())) {
                    sorted.add(phrase);
                }
            }
        }
        return sorted;
    }

    private void ofNoun(Scene scene, Event event, Event whole, List<Phrase> out) {
        TaggedSentence s = scene.words();
        int modifier = event.from - 1;
        boolean inside = event.start <= modifier && TARGET_BEFORE.standsAt(s, modifier);
        if (inside && lexicon.isThing(s.lower(modifier))) {
            // "the market bombing", "a checkpoint attack"
            int from = s.runStart(modifier, modifier - event.start, k -> NAMED.standsAt(s, k));
            out.add(new Phrase(from, event.from, modifier, true, s.is(event.start, "the")));
        }
        int limit = Math.min(s.size(), event.to + 22);
        int i = s.is(event.to, "of") ? addPhrases(scene, event.to + 1, false, out) : event.to;
        while (i < limit) {
            if (s.isAny(i, AT)) {
                i = addPhrases(scene, i + 1, s.isAny(i, AT_NAMES), out);
            } else if (NO_TARGET.standsAt(s, i)
                    || scene.breaksAt(i)
                    || (!event.has(Flag.BACK) && isOther(s, i, whole))) {
                return;
            } else {
                i++;
            }
        }
    }

    /** "The attack as a reason for the strike on the base": behind another deed stands what that hit. */
    private boolean isOther(TaggedSentence s, int i, Event whole) {
        return !whole.covers(i)
                && lexicon.at(s, i).stream().anyMatch(reading -> reading.entry().noun())
                && s.isNoun(i);
    }

    private void ofVerb(Scene scene, Event event, List<Phrase> out) {
        TaggedSentence s = scene.words();
        if (event.passive) {
            TokenRange subject = subject(scene, event.start);
            if (subject != null) {
                addFrom(scene, subject, out);
            }
            return;
        }
        int object = s.runEnd(event.to, s.size(), i -> UP_TO_OBJECT.standsAt(s, i));
        addPhrases(scene, object, true, out);
    }

    /** Adds the phrases of a list ("A, B and C") that begins at {@code from}; returns one past the last. */
    private int addPhrases(Scene scene, int from, boolean open, List<Phrase> out) {
        TaggedSentence s = scene.words();
        int i = from;
        while (true) {
            int end = targetEnd(scene, i);
            if (end == i || !add(scene, i, end, open && i == from, out)) {
                return end;
            }
            int next = s.is(end, ",") ? end + 1 : end;
            next = s.isAny(next, AND) ? next + 1 : next;
            int nextEnd = s.phraseEnd(next);
            int head = s.head(next, nextEnd);
            if (next == end || !lexicon.isTarget(s.lower(head)) || s.isVerbal(nextEnd)) {
                return end;
            }
            i = next;
        }
    }

    /** One past the noun phrase at {@code from}, with what a light head hands on to: "dozens of civilians", "a crowd of mourners". */
    private int targetEnd(Scene scene, int from) {
        TaggedSentence s = scene.words();
        int end = s.phraseEnd(from);
        if (scene.inTime(from) && scene.inTime(end - 1)) {
            return from;
        }
        while (s.is(end, "of") && !lexicon.isTarget(s.lower(s.head(from, end)))) {
            int next = s.phraseEnd(end + 1);
            if (s.head(end + 1, next) < 0) {
                break;
            }
            end = next;
        }
        return end;
    }

    private void addFrom(Scene scene, TokenRange subject, List<Phrase> out) {
        TaggedSentence s = scene.words();
        int i = subject.from();
        while (i < subject.to()) {
            int end = Math.min(subject.to(), s.phraseEnd(i));
            boolean beside = i > subject.from()
                    && (s.isAny(i - 1, BESIDE) || (s.is(i - 1, "of") && (!out.isEmpty() || s.isAny(i - 2, GROUND))));
            if (end > i && !beside && !scene.inTime(i)) {
                add(scene, i, end, true, out);
            }
            i = Math.max(end, i + 1);
        }
    }

    /** Adds the phrase where it is one that can be hit; a body or a person of any name only where the place is {@code open} to them. */
    private boolean add(Scene scene, int from, int end, boolean open, List<Phrase> out) {
        TaggedSentence s = scene.words();
        int head = s.head(from, end);
        if (head < 0 || s.isAny(head, GROUND) || s.any(from, end, scene::inTime)) {
            return false;
        }
        if (!lexicon.isTarget(s.lower(head)) && !(open && isBody(scene, from, end, head))) {
            return false;
        }
        int start = s.runEnd(from, head - from, k -> s.isAny(k, DETERMINERS) || s.isPossessiveWord(k));
        out.add(new Phrase(start, end, head, lexicon.isThing(s.lower(head)), s.isAny(from, DEFINITES)));
        return true;
    }

    private static boolean isBody(Scene scene, int from, int end, int head) {
        int offset = scene.words().token(head).start();
        List<EntityType> types = scene.mentionsIn(from, end).stream()
                .filter(m -> m.span().contains(offset))
                .map(Mention::type)
                .toList();
        return !types.contains(EntityType.LOC) && types.stream().anyMatch(type -> type != EntityType.MISC);
    }

    /** The subject of the verb group that begins at {@code start}, modifiers included; null when it has none of its own. */
    @Nullable
    public TokenRange subject(Scene scene, int start) {
        TaggedSentence s = scene.words();
        int to = s.runStart(start, start, k -> isAdverbial(scene, k) || (s.is(k, ",") && scene.inTime(k + 1)));
        int last = to - 1;
        if (s.isAny(last, RELATIVES)) {
            int end = s.is(last - 1, ",") ? last - 1 : last;
            return range(s.phraseStart(end), end);
        }
        if (s.isAny(last, AND)) {
            // "flew over and bombed": the subject of the verb before
            int verb = s.runStart(last, 11, k -> !s.isVerbal(k)) - 1;
            return s.isVerbal(verb)
                    ? subject(scene, s.runStart(verb, verb, k -> VERBAL_OR_ADVERB.standsAt(s, k)))
                    : null;
        }
        if (s.is(last, ")")) {
            int open = s.runStart(last, 5, k -> !s.is(k, "(")) - 1;
            if (s.is(open, "(")) {
                return subject(scene, open);
            }
        }
        if (s.is(last, ",")) {
            return withApposition(scene, start, last);
        }
        int from = s.runStart(to, 25, k -> !endsSubject(scene, k));
        from = s.runEnd(from, to - from, k -> isAdverbial(scene, k) || JOINING.standsAt(s, k));
        return range(from, to);
    }

    private static @Nullable TokenRange range(int from, int to) {
        return from < to ? new TokenRange(from, to) : null;
    }

    /** An adverb or a time: "on Monday". */
    private static boolean isAdverbial(Scene scene, int k) {
        TaggedSentence s = scene.words();
        return s.tag(k) == Pos.ADV || scene.inTime(k) || (s.is(k, "on") && scene.inTime(k + 1));
    }

    private static boolean endsSubject(Scene scene, int k) {
        TaggedSentence s = scene.words();
        return switch (s.tag(k)) {
            case AUX -> true;
            case VERB -> !PARTICIPLE.standsAt(s, k);
            case PUNCT -> !s.isAny(k, IN_SUBJECT);
            default -> scene.breaksAt(k) || REMARK_ENDED.standsAt(s, k);
        };
    }

    /** "The council, the town's rulers, agreed": the phrase before the side remark; none before ", killing ten". */
    private static @Nullable TokenRange withApposition(Scene scene, int verb, int comma) {
        TaggedSentence s = scene.words();
        int open = s.runStart(comma, 13, k -> IN_APPOSITION.standsAt(s, k)) - 1;
        if (!s.is(open, ",") || s.lower(verb).endsWith("ing")) {
            return null;
        }
        int from = s.runStart(open, 14, k -> IN_APPOSED.standsAt(s, k) && !s.isBoundary(k));
        return from < open ? new TokenRange(from, comma) : null;
    }

    /** The proper name that the phrase bears ("Saint Ilka hospital"), or null. */
    static @Nullable String name(Scene scene, Phrase phrase) {
        TaggedSentence s = scene.words();
        int head = phrase.head();
        int from = s.runStart(head, head - phrase.from(), k -> NAME_WORD.standsAt(s, k));
        if (from == head || !phrase.thing()) {
            return null;
        }
        if (!ARABIC_NAME.standsAt(s, from)) {
            from = afterOrigin(scene, from, head);
        }
        return from == head ? null : s.span(from, head + 1).in(s.text());
    }

    /** One past the place or people that a name begins with, as that is no part of it: "Veldin" in "Veldin Saint Ilka hospital". */
    private static int afterOrigin(Scene scene, int from, int head) {
        int start = scene.words().token(from).start();
        return scene.mentions().stream()
                .filter(m -> m.type() == EntityType.LOC || m.type() == EntityType.NORP)
                .filter(m -> m.span().contains(start))
                .map(scene::to)
                .findFirst()
                .filter(end -> end <= head)
                .orElse(from);
    }
}

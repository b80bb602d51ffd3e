package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.Negation;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.events.IncidentType;
import org.rashomon.nlp.Pos;

/**
 * Whom the words make the doer of an event. A nationality makes a state the doer only before what states act with (aircraft,
 * forces, air strikes): <em>Syrian rebels</em> are not the Syrian government.
 */
final class EventDoers {
    private static final PhrasePattern UP_TO_BY = Scene.pattern("up to by");
    private static final PhrasePattern IN_DOER_OF_PASSIVE = Scene.pattern("doer");
    private static final PhrasePattern BEEN = Scene.pattern("form of be");
    private static final PhrasePattern CLAIMED = Scene.pattern("claimed");
    private static final PhrasePattern RESPONSIBLE = Scene.pattern("responsible");
    private static final PhrasePattern IN_WHICH = Scene.pattern("in which");
    private static final PhrasePattern MODIFIER = Scene.pattern("modifier");
    private static final PhrasePattern BEFORE_MEANS = Scene.pattern("before means");
    private static final PhrasePattern OF_MEANS = Scene.pattern("of means");
    private static final PhrasePattern IN_DOER = Scene.pattern("in doer");
    private static final Set<String> MEANS = Scene.LISTS.list("means");
    private static final Set<String> SET_ASIDE = Scene.LISTS.list("set aside");
    private static final Set<String> LIGHT_VERBS = Scene.LISTS.list("light verbs");
    private static final Set<String> BLAMES = Scene.LISTS.list("blames");
    private static final Set<String> OF = Scene.LISTS.list("of");
    private static final PhrasePattern TOOK_PART = Scene.pattern("taking part");

    private static final Set<Pos> IN_GROUP = EnumSet.of(Pos.AUX, Pos.ADV);

    private final EventTargets targets;

    EventDoers(EventTargets targets) {
        this.targets = targets;
    }

    /** Doers in order of text, without repetition. */
    List<Mention> of(Scene scene, Event event) {
        Map<String, Mention> doers = new LinkedHashMap<>();
        for (Event part : event.parts()) {
            if (part.isNoun()) {
                addModifiers(scene, part, doers);
                addDoers(scene, byPhrase(scene, part.to), doers);
                addDoers(scene, ofVerbBefore(scene, part.start), doers);
            } else {
                addDoers(scene, part.passive ? byPhrase(scene, part.to) : ofVerb(scene, part), doers);
            }
            addDoers(scene, takingPart(scene, part.to), doers);
        }
        return new ArrayList<>(doers.values());
    }

    private @Nullable TokenRange ofVerb(Scene scene, Event event) {
        TaggedSentence s = scene.words();
        int before = s.runStart(event.from, event.from, k -> s.tag(k) == Pos.ADV) - 1;
        return event.form == Form.ING && s.isAny(before, OF)
                ? accusedBefore(s, before)
                : targets.subject(scene, event.start);
    }

    /** "accused the government of bombing": the accused stands between the verb and "of", or is the subject of its passive. */
    private static @Nullable TokenRange accusedBefore(TaggedSentence s, int of) {
        int verb = s.runStart(of, 12, k -> !s.isAny(k, BLAMES)) - 1;
        if (!s.isAny(verb, BLAMES)) {
            return null;
        }
        int group = s.runStart(verb, verb, k -> s.tag(k) == Pos.AUX);
        return group == verb ? range(verb + 1, of) : range(s.phraseStart(group), group);
    }

    private static @Nullable TokenRange range(int from, int to) {
        return from < to ? new TokenRange(from, to) : null;
    }

    /** Whose deed the noun phrase at {@code start} tells by the verb before it: "X carried out the attack". */
    private @Nullable TokenRange ofVerbBefore(Scene scene, int start) {
        TaggedSentence s = scene.words();
        int verb = s.is(start - 1, "out") ? start - 2 : start - 1;
        if (!s.isAny(verb, LIGHT_VERBS)) {
            return answerable(scene, verb);
        }
        int group = s.runStart(verb, verb, k -> IN_GROUP.contains(s.tag(k)));
        return s.lower(verb).endsWith("ing") && s.isAny(group - 1, OF)
                ? accusedBefore(s, group - 1)
                : targets.subject(scene, group);
    }

    /** "X was responsible for the attack", "X was behind it", "blamed X for it", "X claimed responsibility for it". */
    private @Nullable TokenRange answerable(Scene scene, int preposition) {
        TaggedSentence s = scene.words();
        int before = preposition - 1;
        if (s.is(preposition, "behind")) {
            return BEEN.standsAt(s, before) ? ofGroup(scene, before) : null;
        }
        if (CLAIMED.standsAt(s, before - 1)) {
            return ofGroup(scene, before - 1);
        }
        if (RESPONSIBLE.standsAt(s, before)) {
            int verb = s.tag(before - 1) == Pos.VERB ? before - 1 : before;
            int from = s.phraseStart(before);
            // "holds X responsible for"
            return from < before ? range(from, before) : ofGroup(scene, verb);
        }
        return s.isAny(preposition, OF) ? accusedBefore(s, preposition) : null;
    }

    /** The subject of the verb group that {@code verb} belongs to. */
    private @Nullable TokenRange ofGroup(Scene scene, int verb) {
        TaggedSentence s = scene.words();
        return targets.subject(scene, s.runStart(verb, verb, k -> IN_GROUP.contains(s.tag(k))));
    }

    /** "in which Russian aircraft took part". */
    private @Nullable TokenRange takingPart(Scene scene, int from) {
        TaggedSentence s = scene.words();
        int verb = s.runEnd(from, 40, i -> !TOOK_PART.standsAt(s, i));
        boolean relative = s.any(from, verb, k -> IN_WHICH.standsAt(s, k));
        return relative && TOOK_PART.standsAt(s, verb) ? targets.subject(scene, verb) : null;
    }

    /** The doer before the noun: "Russia's raid", "government air raids", "Russian air strikes"; not "the UN convoy attack". */
    private static void addModifiers(Scene scene, Event event, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        boolean stately = event.entry.type() == IncidentType.AIR_STRIKE || event.entry.type() == IncidentType.SHELLING;
        for (Mention mention : scene.mentionsIn(event.start, event.from)) {
            Actor actor = mention.actor();
            if (actor == null || isNoDoer(scene, mention, actor)) {
                continue;
            }
            int end = scene.to(mention);
            boolean possessive = s.isPossessive(end);
            boolean means = s.isAny(end, MEANS);
            boolean meant = switch (mention.type()) {
                case NORP -> stately || possessive || means;
                case LOC ->
                    (end < event.from && means)
                            || (stately
                                    && ("US".equals(actor.country())
                                            || (possessive && mention.how() != Mention.How.METONYM)));
                case ORG -> true;
                case PER -> actor.type() != ActorType.PERSON || !possessive;
                case MISC -> false;
            };
            boolean ofWhatWasHit = end < event.from && s.isNoun(end) && !means && !possessive;
            if (meant && !ofWhatWasHit) {
                out.putIfAbsent(actor.id(), mention);
            }
        }
    }

    /** An outlet, or a part of a hyphenated word: "Tarvian-backed". */
    private static boolean isNoDoer(Scene scene, Mention mention, Actor actor) {
        return actor.type() == ActorType.OUTLET
                || HyphenatedNames.isPart(scene.words().text(), mention.span());
    }

    private static @Nullable TokenRange byPhrase(Scene scene, int from) {
        TaggedSentence s = scene.words();
        int by = s.runEnd(from, 21, i -> UP_TO_BY.standsAt(s, i) && !scene.breaksAt(i));
        if (!s.is(by, "by")) {
            return null;
        }
        int end = s.runEnd(by + 1, 13, i -> IN_DOER_OF_PASSIVE.standsAt(s, i) && !scene.breaksAt(i));
        return range(by + 1, end);
    }

    /** Actors of the phrase that act there, not those that only place or describe another. */
    private static void addDoers(Scene scene, @Nullable TokenRange phrase, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        if (phrase == null || Negation.opensAt(s, phrase.from())) {
            return;
        }
        for (Mention mention : scene.mentionsIn(phrase.from(), phrase.to())) {
            Actor actor = mention.actor();
            if (actor == null || isNoDoer(scene, mention, actor)) {
                continue;
            }
            boolean acts = switch (mention.type()) {
                case NORP, LOC -> actsAsState(s, mention, scene.to(mention), phrase.to());
                case ORG -> true;
                case PER -> actor.type() != ActorType.PERSON || !isOfOther(scene, mention);
                case MISC -> false;
            };
            if (acts && !isSetAside(s, phrase.from(), scene.from(mention))) {
                out.putIfAbsent(actor.id(), mention);
            }
        }
    }

    /** Whether a nationality or a country's name before token {@code end} stands for the state: "Syrian and Russian jets" names two. */
    private static boolean actsAsState(TaggedSentence s, Mention mention, int end, int to) {
        if (end < to && MODIFIER.standsAt(s, end)) {
            return BEFORE_MEANS.standsAt(s, end);
        }
        return mention.type() == EntityType.LOC || OF_MEANS.standsAt(s, end);
    }

    /** "X's gunmen" act, not X; and "the government of President X". */
    private static boolean isOfOther(Scene scene, Mention mention) {
        TaggedSentence s = scene.words();
        int start = scene.from(mention);
        int title = s.runStart(start, 2, s::isCapitalised);
        return s.isPossessive(scene.to(mention)) || s.is(title - 1, "of");
    }

    private static boolean isSetAside(TaggedSentence s, int from, int start) {
        int before = s.runStart(start, start - from, k -> IN_DOER.standsAt(s, k)) - 1;
        return before >= from && s.isAny(before, SET_ASIDE);
    }
}

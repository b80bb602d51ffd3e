package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rashomon.annotate.incidents.TriggerLexicon.Form;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.events.IncidentType;
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/**
 * Whom the words make the doer of an event. A nationality makes a state the doer only before what states act with (aircraft,
 * forces, air strikes): <em>Syrian rebels</em> are not the Syrian government.
 */
final class EventDoers {
    private static final Set<String> MEANS =
            WordLists.of("en/incident-words.tsv").list("means");
    private static final Set<String> PLACING = Set.of(
            "in",
            "at",
            "near",
            "on",
            "against",
            "inside",
            "outside",
            "around",
            "over",
            "into",
            "to",
            "within",
            "across",
            "throughout",
            "toward",
            "towards",
            "with",
            "for",
            "held");
    private static final Set<String> LIGHT_VERBS =
            WordLists.of("en/incident-words.tsv").list("light verbs");
    private static final Set<String> BLAMES =
            Set.of("blamed", "blames", "blaming", "blame", "accused", "accuses", "accusing", "accuse", "charged");

    private final EventTargets targets;

    EventDoers(EventTargets targets) {
        this.targets = targets;
    }

    /** Doers in order of text, without repetition. */
    List<Mention> of(Scene scene, Event event) {
        Map<String, Mention> doers = new LinkedHashMap<>();
        for (Event part : event.parts()) {
            if (part.isNoun()) {
                ofNoun(scene, part, doers);
            } else {
                ofVerb(scene, part, doers);
            }
            takingPart(scene, part, doers);
        }
        return new ArrayList<>(doers.values());
    }

    private void ofVerb(Scene scene, Event event, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        if (event.passive) {
            byPhrase(scene, event.to, out);
            return;
        }
        if (event.form == Form.ING) {
            int k = event.from - 1;
            while (k >= 0 && s.tag(k) == Pos.ADV) {
                k--;
            }
            if (k >= 0 && (s.is(k, "of") || s.is(k, "for"))) {
                accusedBefore(scene, k, out);
                return;
            }
        }
        TokenRange subject = targets.subject(scene, event.start);
        if (subject != null) {
            addDoers(scene, subject.from(), subject.to(), out);
        }
    }

    /** "accused the government of bombing": the accused stands between the verb and "of". */
    private static void accusedBefore(Scene scene, int of, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        for (int i = of - 1; i >= 0 && i > of - 14; i--) {
            if (s.isAny(i, BLAMES)) {
                boolean passive = s.tag(i - 1) == Pos.AUX;
                if (!passive && i + 1 < of) {
                    addDoers(scene, i + 1, of, out);
                } else if (passive) {
                    int end = i - 1;
                    while (end > 0 && s.tag(end - 1) == Pos.AUX) {
                        end--;
                    }
                    int from = s.phraseStart(end);
                    if (from < end) {
                        addDoers(scene, from, end, out);
                    }
                }
                return;
            }
        }
    }

    private void ofNoun(Scene scene, Event event, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        modifiers(scene, event, out);
        byPhrase(scene, event.to, out);
        int before = event.start - 1;
        if (before >= 0 && (s.is(before, "out"))) {
            before--;
        }
        if (before >= 0 && s.isAny(before, LIGHT_VERBS)) {
            int start = before;
            while (start > 0 && (s.tag(start - 1) == Pos.AUX || s.tag(start - 1) == Pos.ADV)) {
                start--;
            }
            if (s.lower(before).endsWith("ing") && (s.is(start - 1, "of") || s.is(start - 1, "for"))) {
                accusedBefore(scene, start - 1, out);
            } else {
                TokenRange subject = targets.subject(scene, start);
                if (subject != null) {
                    addDoers(scene, subject.from(), subject.to(), out);
                }
            }
        } else if (before >= 0 && (s.is(before, "for") || s.is(before, "behind") || s.is(before, "of"))) {
            answerable(scene, before, out);
        }
    }

    /** "X was responsible for the attack", "X was behind it", "blamed X for it", "X claimed responsibility for it". */
    private void answerable(Scene scene, int preposition, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        int k = preposition - 1;
        boolean claimed = s.is(k, "responsibility")
                && s.isAny(k - 1, Set.of("claimed", "claims", "claim", "claiming", "took", "accepted"));
        if (s.is(preposition, "behind") && (s.tag(k) == Pos.AUX || s.is(k, "been") || s.is(k, "being"))
                || s.is(preposition, "for") && s.is(k, "responsible")
                || claimed) {
            int start = claimed ? k - 1 : k;
            while (start > 0
                    && (s.tag(start - 1) == Pos.AUX
                            || s.tag(start - 1) == Pos.ADV
                            || s.is(start, "responsible") && s.tag(start - 1) == Pos.VERB)) {
                start--;
            }
            if (s.is(start, "responsible")) {
                // "holds X responsible for"
                int from = s.phraseStart(start);
                if (from < start) {
                    addDoers(scene, from, start, out);
                }
                return;
            }
            TokenRange subject = targets.subject(scene, start);
            if (subject != null) {
                addDoers(scene, subject.from(), subject.to(), out);
            }
        } else if (!s.is(preposition, "behind")) {
            accusedBefore(scene, preposition, out);
        }
    }

    /** "in which Russian aircraft took part", "aircraft took part in the attack". */
    private void takingPart(Scene scene, Event event, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        for (int i = event.to; i + 1 < s.size() && i < event.to + 40; i++) {
            if (s.is(i, "took") && s.is(i + 1, "part")) {
                boolean relative = false;
                for (int k = event.to; k < i; k++) {
                    relative |= s.is(k, "in") && s.is(k + 1, "which");
                }
                TokenRange subject = targets.subject(scene, i);
                if (relative && subject != null) {
                    addDoers(scene, subject.from(), subject.to(), out);
                }
                return;
            }
        }
    }

    /** The doer before the noun: "Russia's raid", "government air raids", "Russian air strikes". */
    private static void modifiers(Scene scene, Event event, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        if (event.start == event.from) {
            return;
        }
        boolean stately = event.entry.type() == IncidentType.AIR_STRIKE || event.entry.type() == IncidentType.SHELLING;
        for (Mention mention : scene.mentionsIn(event.start, event.from)) {
            Actor actor = mention.actor();
            int end = s.endAt(mention.span().end());
            boolean possessive = s.isPossessive(end);
            if (actor == null
                    || actor.type() == ActorType.OUTLET
                    || HyphenatedNames.isPart(scene.words().text(), mention.span())) {
                continue;
            }
            boolean meant = switch (mention.type()) {
                case NORP -> stately || possessive || s.isAny(end, MEANS);
                case LOC ->
                    possessive && mention.how() != Mention.How.METONYM && stately
                            || "US".equals(actor.country()) && stately
                            || s.isAny(end, MEANS) && end < event.from;
                case ORG -> true;
                case PER -> actor.type() != ActorType.PERSON || !possessive;
                case MISC -> false;
            };
            if (meant && !isHitHead(s, end, event, possessive)) {
                out.putIfAbsent(actor.id(), mention);
            }
        }
    }

    /** "the UN convoy attack": the name belongs to what was hit. */
    private static boolean isHitHead(TaggedSentence s, int end, Event event, boolean possessive) {
        return !possessive && end < event.from && s.isNoun(end) && !s.isAny(end, MEANS);
    }

    private static void byPhrase(Scene scene, int from, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        for (int i = from; i < s.size() && i < from + 22; i++) {
            if (s.is(i, "by")) {
                int end = i + 1;
                while (end < s.size()
                        && end < i + 14
                        && !s.isBoundary(end)
                        && !s.is(end, ",")
                        && s.tag(end) != Pos.VERB
                        && s.tag(end) != Pos.AUX
                        && !s.isAny(end, Set.of("in", "on", "near", "at", "during"))) {
                    end++;
                }
                addDoers(scene, i + 1, end, out);
                return;
            }
            if (s.isBoundary(i)
                    || s.is(i, ",")
                    || s.tag(i) == Pos.VERB && !s.isAny(i, LIGHT_VERBS) && !s.is(i, "launched")) {
                return;
            }
        }
    }

    /** Actors in tokens {@code [from, to)} that act there, not those that only place or describe another. */
    private static void addDoers(Scene scene, int from, int to, Map<String, Mention> out) {
        TaggedSentence s = scene.words();
        if (s.is(from, "no") || s.is(from, "neither")) {
            return;
        }
        for (Mention mention : scene.mentionsIn(from, to)) {
            Actor actor = mention.actor();
            if (actor == null
                    || actor.type() == ActorType.OUTLET
                    || HyphenatedNames.isPart(scene.words().text(), mention.span())) {
                continue;
            }
            int start = s.at(mention.span().start());
            int end = s.endAt(mention.span().end());
            if (isPlaced(s, from, start)) {
                continue;
            }
            boolean modifier =
                    end < to && (s.isNoun(end) || s.tag(end) == Pos.ADJ || s.is(end, "or") && s.isAny(end + 2, MEANS));
            boolean acts = switch (mention.type()) {
                case NORP, LOC ->
                    modifier
                            ? s.isAny(end, MEANS) || s.is(end, "or") || s.tag(end) == Pos.ADJ && s.isAny(end + 1, MEANS)
                            : mention.type() == EntityType.LOC
                                    || actor.id().startsWith("gov:") == false
                                    || s.isPossessive(end)
                                    || s.isAny(end - 1, MEANS)
                                    || isListed(s, end, to);
                case ORG -> true;
                case PER -> actor.type() != ActorType.PERSON || !s.isPossessive(end) && !ofOffice(s, start);
                case MISC -> false;
            };
            if (acts) {
                out.putIfAbsent(actor.id(), mention);
            }
        }
    }

    /** "the government of President N": the government acts, not the president. */
    private static boolean ofOffice(TaggedSentence s, int start) {
        return s.is(start - 1, "of")
                || s.is(start - 2, "of") && s.isCapitalised(start - 1)
                || s.is(start - 3, "of") && s.isCapitalised(start - 1);
    }

    /** "Syrian and Russian jets": the noun of the last counts for all. */
    private static boolean isListed(TaggedSentence s, int end, int to) {
        return end + 2 < to && (s.is(end, "and") || s.is(end, "or")) && s.isAny(end + 2, MEANS);
    }

    private static boolean isPlaced(TaggedSentence s, int from, int start) {
        for (int k = start - 1; k >= from; k--) {
            if (s.isAny(k, PLACING)) {
                return true;
            }
            if (s.tag(k) != Pos.DET && s.tag(k) != Pos.ADJ && s.tag(k) != Pos.PROPN && s.tag(k) != Pos.NOUN) {
                return false;
            }
        }
        return false;
    }
}

package org.rashomon.annotate.incidents;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets.Phrase;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Actor;
import org.rashomon.model.EntityType;
import org.rashomon.model.Place;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.events.IncidentMention.Opening;
import org.rashomon.model.events.IncidentMention.Telling;
import org.rashomon.model.events.IncidentType;
import org.rashomon.nlp.Pos;
import org.rashomon.words.Tsv;

/**
 * What an article tells of an event, and whether that is enough for one happening at one place and time, where a campaign, a
 * habit or a bare word is none.
 *
 * @param hit what was hit
 * @param place the place that its own words tell
 * @param dated the words of its time, where {@code time} is what they mean when that is known
 * @param ordinal its place in a series, 0 for none
 * @param by who did it, in the words of the voice that tells it
 * @param denied whether a claim denies it
 */
record SingleEvent(
        Scene scene,
        Event event,
        List<Phrase> hit,
        @Nullable Place place,
        @Nullable TimeInterval time,
        @Nullable TimeExpression dated,
        int ordinal,
        List<Actor> by,
        boolean denied) {
    /** How far apart the ends of a time may lie before a plural tells of a pattern. */
    private static final int DAYS_OF_ONE_HAPPENING = 2;

    /** How far from a verb words of means may stand that say in which sense it is meant. */
    private static final int TO_MEANS = 8;

    private static final Set<String> GROUND = Scene.LISTS.list("ground");
    private static final PhrasePattern THE_COUNT = Scene.pattern("the count");
    private static final Set<String> COUNTS = Scene.LISTS.list("counts");
    private static final Set<String> INDEFINITES = Scene.LISTS.list("indefinites");
    private static final Set<String> DEMONSTRATIVES = Scene.LISTS.list("demonstratives");
    private static final Set<String> ARTICLES = Scene.LISTS.list("articles");
    private static final Set<String> SINGULAR = Scene.LISTS.list("singular");
    private static final Set<String> PLURAL = Scene.LISTS.list("plural");

    /** What can speak for one happening; the header of the table tells what each means. */
    private enum Evidence {
        DAY,
        DATED,
        PLACE,
        TOWN,
        HIT,
        ONE,
        NAMED,
        OBJECT,
        VERB,
        DOER,
        ORDINAL,
        ARTICLE,
        COUNT;

        /** What tells one deed from others. */
        static final Set<Evidence> WHICH = Set.of(DAY, DATED, PLACE, HIT, VERB, DOER, ORDINAL, COUNT);
    }

    /** By kind of event the sets of evidence each of which is enough for one happening. */
    private static final Map<String, List<Set<Evidence>>> ENOUGH = Tsv.rows("en/incident-evidence.tsv").stream()
            .collect(Collectors.toMap(
                    row -> row.cell(0),
                    row -> row.list(1).stream().map(SingleEvent::evidence).toList()));

    private static Set<Evidence> evidence(String names) {
        return Arrays.stream(names.split(" "))
                .map(name -> Evidence.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** How much its words tell; null where its verb has many senses and nothing says that it is this one. */
    @Nullable
    Telling telling() {
        Set<Evidence> told = evidence();
        String kind = kind();
        if (event.has(Flag.TARGET) && !event.isNoun() && !event.hasNoun() && !isBlow(told)) {
            return null;
        }
        if (event.isHarm() && hit.isEmpty() && by.isEmpty() && place == null && dated == null && !isCounted()) {
            return null;
        }
        if (event.has(Flag.BACK) && event.isPlural() && !isDemonstrative(scene.words(), event)) {
            return null;
        }
        boolean repeated = event.repeated && !event.hasVerb() && !isOnDay() && !isInTown();
        if (!denied && (repeated || isPattern())) {
            return Telling.PATTERN;
        }
        if (ENOUGH.getOrDefault(kind, List.of()).stream().anyMatch(told::containsAll)) {
            return Telling.TELLS;
        }
        if (!denied && isGeneric(told)) {
            return Telling.PATTERN;
        }
        return opening(scene.words(), event) == Opening.DEFINITE && ordinal == 0 ? Telling.POINTS_BACK : Telling.SPEAKS;
    }

    /** "more than air strikes", "the fighting season": several, with nothing that says which, outside a headline. */
    private boolean isGeneric(Set<Evidence> told) {
        Set<Evidence> which = EnumSet.copyOf(Evidence.WHICH);
        which.retainAll(told);
        return event.isNoun()
                && event.isPlural()
                && !scene.isHeadline()
                && which.isEmpty()
                && opening(scene.words(), event) == Opening.BARE;
    }

    /** "Seven died": who came to harm is counted. */
    private boolean isCounted() {
        TaggedSentence s = scene.words();
        return s.any(event.start - TO_MEANS, event.start, i -> s.tag(i) == Pos.NUM)
                || s.any(event.to, event.to + TO_MEANS, i -> s.tag(i) == Pos.NUM);
    }

    /** Whether a verb of many senses means a blow: something that can be hit is its object, or by means, or by somebody armed. */
    private boolean isBlow(Set<Evidence> told) {
        TaggedSentence s = scene.words();
        if (told.contains(Evidence.OBJECT) || (event.passive && isInTown())) {
            return true;
        }
        int object = event.passive ? event.from : s.head(event.to, s.phraseEnd(event.to));
        boolean ground = s.isAny(object, GROUND);
        int from = s.runStart(event.start, TO_MEANS, i -> !s.isBoundary(i));
        int to = s.runEnd(event.to, TO_MEANS, i -> !s.isBoundary(i));
        boolean means = s.any(from, event.start, i -> EventMeans.isMeans(s, i))
                || (event.passive && s.any(event.to, to, i -> EventMeans.isMeans(s, i)));
        return means && (ground || event.passive || isInTown());
    }

    /** "the strike", "this attack", "Monday's blast", "their raid", "the incident": something known. */
    static Opening opening(TaggedSentence s, Event event) {
        if (isDefinite(s, event)) {
            return Opening.DEFINITE;
        }
        boolean indefinite = event.parts().stream()
                .anyMatch(part -> part.isNoun()
                        && part.start < part.from
                        && (s.isAny(part.start, INDEFINITES) || s.tag(part.start) == Pos.NUM));
        return indefinite ? Opening.INDEFINITE : Opening.BARE;
    }

    /** "these crimes, such events", where "the crimes of the war" point at nothing that was told. */
    private static boolean isDemonstrative(TaggedSentence s, Event event) {
        return s.is(event.start - 1, "such") || (s.isAny(event.start, DEMONSTRATIVES) && !s.is(event.start, "the"));
    }

    private static boolean isDefinite(TaggedSentence s, Event event) {
        return event.parts().stream()
                .anyMatch(part -> part.has(Flag.BACK)
                        || (part.isNoun()
                                && (s.isAny(part.start, DEMONSTRATIVES)
                                        || s.is(part.start - 1, "such")
                                        || s.isPossessiveWord(part.start)
                                        || s.any(part.start, part.from, s::isPossessive))));
    }

    /** The kind of the event, by the names of the table. */
    private String kind() {
        if (denied) {
            return "denied";
        }
        if (event.has(Flag.BACK)) {
            return "back";
        }
        if (event.has(Flag.WEAPON)) {
            return "weapon";
        }
        if (event.isNoun()) {
            return nounKind();
        }
        if (event.has(Flag.KILL)) {
            return "outcome";
        }
        if (event.has(Flag.INTR)) {
            return "intransitive";
        }
        return event.has(Flag.TARGET) ? "broad verb" : "verb";
    }

    private String nounKind() {
        if (event.isPlural()) {
            return "plural";
        }
        boolean phrase = event.start < event.from || event.hasVerb() || scene.isHeadline();
        if (!phrase && !event.has(Flag.SURE)) {
            return "bare noun";
        }
        return event.has(Flag.WEAK) ? "weak noun" : "noun";
    }

    private Set<Evidence> evidence() {
        TaggedSentence s = scene.words();
        Set<Evidence> told = EnumSet.noneOf(Evidence.class);
        BiConsumer<Evidence, Boolean> add = (evidence, holds) -> told.addAll(holds ? Set.of(evidence) : Set.of());
        add.accept(Evidence.DAY, isOnDay());
        add.accept(Evidence.DATED, dated != null);
        add.accept(Evidence.PLACE, place != null);
        add.accept(Evidence.TOWN, isInTown());
        add.accept(Evidence.HIT, !hit.isEmpty());
        add.accept(Evidence.ONE, hit.stream().anyMatch(this::isOne));
        add.accept(Evidence.NAMED, hit.stream().anyMatch(p -> names(EntityType.PER, p.from(), p.to())));
        add.accept(Evidence.OBJECT, !hit.isEmpty() || (isInTown() && !event.passive && hasPlaceAsObject()));
        add.accept(Evidence.VERB, event.hasVerb());
        add.accept(Evidence.DOER, !by.isEmpty());
        add.accept(Evidence.ORDINAL, ordinal > 0);
        add.accept(Evidence.ARTICLE, isArticled());
        add.accept(Evidence.COUNT, s.tag(event.start) == Pos.NUM || s.isAny(event.start, COUNTS));
        add.accept(Evidence.COUNT, EventCounts.isWave(s, event));
        return told;
    }

    /** Whether its time is too long for one happening, or its words tell that it happened again and again. */
    private boolean isPattern() {
        boolean toll = event.isPlural() || event.has(Flag.KILL) || event.entry.type() == IncidentType.DISPLACEMENT;
        if (time != null && !isOnDay() && (toll || (!event.isNoun() && !isInTown()))) {
            return true;
        }
        return (toll || !isOnDay()) && EventTimes.isPattern(scene, event);
    }

    private boolean isOnDay() {
        return time != null && ChronoUnit.DAYS.between(time.start(), time.end()) <= DAYS_OF_ONE_HAPPENING;
    }

    private boolean isInTown() {
        return place != null && place.precision() != Place.Precision.COUNTRY;
    }

    /** "a clinic", "the two clinics": not "clinics". */
    private boolean isOne(Phrase phrase) {
        TaggedSentence s = scene.words();
        String head = s.lower(phrase.head());
        boolean plural = head.endsWith("s") ? !SINGULAR.contains(head) : PLURAL.contains(head);
        return (phrase.thing() && !plural) || THE_COUNT.standsAt(s, phrase.from() - 1);
    }

    private boolean isArticled() {
        TaggedSentence s = scene.words();
        return s.isAny(event.start, ARTICLES)
                || s.isPossessiveWord(event.start)
                || s.any(event.start, event.from, s::isPossessive);
    }

    /** A place as the object: "jets bombed Orsk". */
    private boolean hasPlaceAsObject() {
        return names(EntityType.LOC, event.to, scene.words().phraseEnd(event.to));
    }

    private boolean names(EntityType type, int from, int to) {
        return scene.mentionsIn(from, to).stream().anyMatch(m -> m.type() == type);
    }
}

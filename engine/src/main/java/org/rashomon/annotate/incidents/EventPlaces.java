package org.rashomon.annotate.incidents;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.places.ArticlePlaces;
import org.rashomon.annotate.places.Places;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Place;
import org.rashomon.model.Place.Precision;
import org.rashomon.model.claims.Claim;
import org.rashomon.nlp.Pos;
import org.rashomon.words.English;

/** Where an event is said to have happened, by the prepositions that tie a place to it. */
final class EventPlaces {
    private static final PhrasePattern ENDS_PHRASE = Scene.pattern("ends phrase");
    private static final PhrasePattern GOES_ON = Scene.pattern("goes on");
    private static final PhrasePattern OTHER_VERB = Scene.pattern("other verb");
    private static final PhrasePattern IN_PHRASE = Scene.pattern("participle in phrase");
    private static final Set<String> GROUND = Scene.LISTS.list("ground");
    private static final Set<String> ORIGIN = Scene.LISTS.list("origin");
    private static final PhrasePattern BRACKET = Scene.pattern("bracket");
    private static final PhrasePattern AROUND_NAME = Scene.pattern("around name");
    private static final PhrasePattern IN_PLACE_PHRASE = Scene.pattern("in place phrase");
    private static final PhrasePattern PART_OF = Scene.pattern("part of");
    private static final PhrasePattern BEARING = Scene.pattern("bearing");
    private static final Set<String> PLACING = Scene.LISTS.list("placing");
    private static final Set<String> LOCATIVE = Scene.LISTS.list("locative");
    private static final Set<String> VAGUE = Scene.LISTS.list("vague");
    private static final Set<String> NO_PLACE = Scene.LISTS.list("no place");
    private static final Set<String> REGIONS = Scene.LISTS.list("regions");
    private static final Set<String> WITHIN = Scene.LISTS.list("within");
    private static final Set<String> AND = Scene.LISTS.list("and");
    private static final Set<String> SETTLEMENTS = Scene.LISTS.list("settlements");
    private static final PhrasePattern LISTED = Scene.pattern("listed place");
    /** How many words may stand between "and" and the next name of a list. */
    private static final int LIST = 4;

    private static final Set<String> ORDINARY = English.commonWords();

    private final Places places;
    private final EventTargets targets;

    EventPlaces(Places places, EventTargets targets) {
        this.places = places;
        this.targets = targets;
    }

    /** The place tied to the event by its own words; null when none is. */
    @Nullable
    Place own(Scene scene, Event event, ArticlePlaces setting) {
        for (Event part : event.parts()) {
            Behind behind = rightOf(scene, part.to, event, setting);
            if (behind.place() != null || behind.several()) {
                return behind.place();
            }
        }
        for (Event part : event.parts()) {
            Mention name = part.isNoun() ? modifier(scene, part) : inSubject(scene, part);
            if (name != null) {
                return build(scene, name, 0, setting);
            }
        }
        Mention name = inFront(scene, event);
        return name == null ? null : build(scene, name, 0, setting);
    }

    /** "The Veldin bombing": a town before the noun, not a state that may have done it. */
    private static @Nullable Mention modifier(Scene scene, Event event) {
        return scene.mentionsIn(event.start, event.from).stream()
                .filter(m -> m.type() == EntityType.LOC)
                .filter(m -> m.actor() == null || m.how() == Mention.How.METONYM)
                .findFirst()
                .orElse(null);
    }

    /** "A clinic in Veldin was hit", "Veldin was bombed". */
    private @Nullable Mention inSubject(Scene scene, Event event) {
        TokenRange subject = targets.subject(scene, event.start);
        if (subject == null) {
            return null;
        }
        return scene.mentionsIn(subject.from(), subject.to()).stream()
                .filter(m -> m.type() == EntityType.LOC)
                .filter(m -> !isOfThing(scene, m))
                .filter(m -> event.passive || scene.words().isAny(before(scene, m, subject.from()), LOCATIVE))
                .findFirst()
                .orElse(null);
    }

    /** "In Aleppo, a blast killed two", "In the city of Aleppo on Monday, ...". */
    private @Nullable Mention inFront(Scene scene, Event event) {
        TaggedSentence s = scene.words();
        int first = s.is(0, "\"") ? 1 : 0;
        if (!s.isAny(first, LOCATIVE)) {
            return null;
        }
        return located(scene).stream()
                .filter(m -> scene.from(m) <= first + 6 && isOnePhrase(s, first, scene.from(m)))
                .filter(m -> !s.parted(scene.to(m), event.start))
                .filter(m -> isOneVoice(scene, m, event))
                .findFirst()
                .orElse(null);
    }

    /** "In Orsk the ministry confirmed strikes": where somebody spoke is not where it happened. */
    private static boolean isOneVoice(Scene scene, Mention place, Event event) {
        Claim of = scene.claimAt(scene.words().span(event.from, event.to));
        return of == null || of.equals(scene.claimAt(place.span()));
    }

    /** Whether no verb and no comma stands in {@code [from, to)}. */
    private static boolean isOnePhrase(TaggedSentence s, int from, int to) {
        return !s.any(from, to, i -> ENDS_PHRASE.standsAt(s, i));
    }

    /** Mentions that name a place as such: "Sorrel Bay" in "the Sorrel Bay accord" does not. */
    private List<Mention> located(Scene scene) {
        return scene.mentions().stream()
                .filter(m -> m.type() == EntityType.LOC)
                .filter(m -> !scene.isHeadline() || !scene.words().isAny(scene.to(m) - 1, GROUND))
                .filter(m -> !scene.words().isAny(scene.to(m), NO_PLACE) && !scene.inTime(scene.from(m)))
                .filter(m -> !HyphenatedNames.isPart(scene.words().text(), m.span()))
                .filter(m -> isKnown(scene, m) || !isOrdinary(scene, m))
                .toList();
    }

    /** Whether a gazetteer knows a place of this name. */
    private boolean isKnown(Scene scene, Mention mention) {
        String name = mention.span().in(scene.words().text());
        return places.isKnown(name);
    }

    /** "Intense bombing of Orsk", "Killed in Airstrike", "Red Banner Attack": a deed's, or words that news writes in small letters, which name nothing by a capital. */
    private boolean isOrdinary(Scene scene, Mention mention) {
        TaggedSentence s = scene.words();
        return !s.any(scene.from(mention), scene.to(mention), i -> !ORDINARY.contains(s.lower(i)))
                || s.any(scene.from(mention), scene.to(mention), i -> targets.isDeed(s, i));
    }

    /** The place told behind an event; none of them where there are several side by side. */
    private record Behind(@Nullable Place place, boolean several) {}

    private Behind rightOf(Scene scene, int from, Event event, ArticlePlaces setting) {
        TaggedSentence s = scene.words();
        Place country = null;
        boolean tied = false;
        int floor = from;
        for (Mention mention : located(scene)) {
            int at = scene.from(mention);
            if (at < from) {
                continue;
            }
            if (at > from + 25 || s.any(from, at, i -> breaks(scene, i, event))) {
                break;
            }
            if (isNextTo(scene, mention)) {
                floor = scene.to(mention);
                continue;
            }
            tied = isTied(scene, mention, from) || (tied && s.is(at - 1, ","));
            if (tied) {
                Place place = build(scene, mention, floor, setting);
                if (place.precision() != Precision.COUNTRY) {
                    boolean several = isOneOfSeveral(scene, mention);
                    return new Behind(several ? country : place, several);
                }
                country = country == null ? place : country;
            }
        }
        return new Behind(country, false);
    }

    /** "In the Veldin suburb of Marn": Veldin tells where Marn is. */
    private boolean isNextTo(Scene scene, Mention mention) {
        TaggedSentence s = scene.words();
        int to = scene.to(mention);
        return s.isAny(to, SETTLEMENTS)
                && s.is(to + 1, "of")
                && located(scene).stream().anyMatch(next -> scene.from(next) == to + 2);
    }

    /** "In the districts of Saltgate and Orsk": of two places side by side neither is the one where it happened. */
    private boolean isOneOfSeveral(Scene scene, Mention mention) {
        TaggedSentence s = scene.words();
        int to = scene.to(mention);
        return s.isAny(to, AND)
                && located(scene).stream()
                        .anyMatch(next -> scene.from(next) == s.runEnd(to + 1, LIST, i -> LISTED.standsAt(s, i)));
    }

    /** Whether the name is tied to the event that ends at {@code from}: "in Orsk", "Orsk's market". */
    private boolean isTied(Scene scene, Mention mention, int from) {
        TaggedSentence s = scene.words();
        int preposition = before(scene, mention, from - 1);
        if (s.is(preposition, "by")) {
            return false;
        }
        boolean beside = preposition == from - 1 && !isOfPeople(scene, mention);
        // ", Orla's news agency reported" is not where it was
        boolean owner = s.isPossessive(scene.to(mention)) && !s.is(scene.from(mention) - 1, ",");
        return (s.isAny(preposition, PLACING) && !isOfThing(scene, mention)) || beside || owner;
    }

    /** "An attack on the Ostrey embassy": a state's name before a thing says whose it is, and not where. */
    private boolean isOfThing(Scene scene, Mention mention) {
        int next = scene.to(mention);
        return isState(mention) && targets.isThing(scene.words(), next);
    }

    /** A name before those who are of it, where it is a state's or no known place's: <em>several U.S. soldiers, Marn militants</em>. */
    private boolean isOfPeople(Scene scene, Mention mention) {
        TaggedSentence s = scene.words();
        int next = scene.to(mention);
        boolean ground = s.isAny(next, GROUND) || targets.isThing(s, next);
        return s.isNoun(next) && (isState(mention) || (!ground && !isKnown(scene, mention)));
    }

    /** Whether another clause or an agent begins at token {@code i}. */
    private boolean breaks(Scene scene, int i, Event event) {
        TaggedSentence s = scene.words();
        if (s.is(i, ",")) {
            return !scene.inTime(i + 1)
                    && !GOES_ON.standsAt(s, i + 1)
                    && located(scene).stream().noneMatch(m -> scene.from(m) == i + 1);
        }
        if (s.isAny(i, ORIGIN)) {
            return true;
        }
        if (OTHER_VERB.standsAt(s, i) && !event.covers(i)) {
            return !IN_PHRASE.standsAt(s, i);
        }
        return s.isBoundary(i) && !BRACKET.standsAt(s, i);
    }

    /** The token before the noun phrase that holds the name, not left of {@code floor}. */
    private static int before(Scene scene, Mention mention, int floor) {
        TaggedSentence s = scene.words();
        int at = scene.from(mention);
        return s.runStart(at, at - 1 - floor, k -> AROUND_NAME.standsAt(s, k)) - 1;
    }

    /** A name that stands for its government, and not by way of its capital, is a country, whether a gazetteer knows it or not. */
    private static boolean isState(Mention mention) {
        Actor actor = mention.actor();
        return actor != null && actor.type() == ActorType.GOVERNMENT && mention.how() != Mention.How.METONYM;
    }

    /** The place of the whole phrase around a name: what stands before it from {@code floor} on, and the larger places that follow. */
    private Place build(Scene scene, Mention mention, int floor, ArticlePlaces setting) {
        TaggedSentence s = scene.words();
        int at = scene.from(mention);
        int from = s.runStart(at, Math.min(9, at - floor), k -> IN_PLACE_PHRASE.standsAt(s, k));
        boolean vague = s.isAny(from - 1, VAGUE)
                || s.isAny(scene.to(mention), REGIONS)
                || s.any(from, at, k -> BEARING.standsAt(s, k));
        if (PART_OF.standsAt(s, from)) {
            // "Saltgate" in "the Saltgate district of Dorvan", seen from Dorvan
            from = s.runStart(from, Math.min(4, from - floor), k -> s.isCapitalised(k) && k > 0);
        }
        Mention last = mention;
        int to = phraseEnd(scene, mention);
        for (Mention next : located(scene)) {
            if (scene.from(next) < to) {
                continue;
            }
            if (!isAround(scene, next, to)) {
                break;
            }
            last = next;
            to = scene.to(next);
        }
        String name = mention.span().in(s.text());
        Place place = places.placeOfPhrase(s.span(from, to).in(s.text()), setting)
                .or(() -> places.placeOfPhrase(name, setting))
                .orElse(new Place(
                        name, null, null, null, null, null, isState(mention) ? Precision.COUNTRY : Precision.CITY));
        return new Place(
                s.text().contains(place.name()) ? place.name() : name,
                last.equals(mention)
                        ? place.within()
                        : within(place, last.span().in(s.text())),
                place.country(),
                place.lat(),
                place.lon(),
                place.geonames(),
                precision(place, mention, vague));
    }

    private static Precision precision(Place place, Mention mention, boolean vague) {
        if (isState(mention) && place.country() == null) {
            return Precision.COUNTRY;
        }
        boolean point = place.precision() == Precision.CITY || place.precision() == Precision.EXACT;
        return point && vague ? Precision.REGION : place.precision();
    }

    /** The larger place of one that no gazetteer knows, where the text names it behind. */
    private static @Nullable String within(Place place, String last) {
        boolean known = place.within() != null || place.lat() != null || place.precision() == Precision.COUNTRY;
        return known || last.equals(place.name()) ? place.within() : last;
    }

    private static int phraseEnd(Scene scene, Mention mention) {
        int end = scene.to(mention);
        return scene.words().tag(end) == Pos.NOUN && !scene.inTime(end) ? end + 1 : end;
    }

    /** Whether the name is that of a larger place around the phrase that ends at {@code to}: "Orsk, Ostrey", "Orsk in eastern Ostrey". */
    private static boolean isAround(Scene scene, Mention next, int to) {
        TaggedSentence s = scene.words();
        int start = scene.from(next);
        if (s.is(to, ",")) {
            return start == to + 1;
        }
        return s.isAny(to, WITHIN) && start <= to + 5 && before(scene, next, to) <= to + 3 && isOnePhrase(s, to, start);
    }
}

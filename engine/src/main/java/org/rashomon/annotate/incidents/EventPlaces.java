package org.rashomon.annotate.incidents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.rashomon.nlp.Pos;
import org.rashomon.words.WordLists;

/** Where an event is said to have happened, by the prepositions that tie a place to it. */
final class EventPlaces {
    private static final Set<String> PLACING = Set.of(
            "in",
            "near",
            "on",
            "at",
            "of",
            "outside",
            "around",
            "inside",
            "across",
            "over",
            "from",
            "to",
            "into",
            "between",
            "within",
            "against",
            "beside",
            "throughout",
            "off",
            "along");
    private static final Set<String> LOCATIVE =
            WordLists.of("en/incident-words.tsv").list("locative");
    private static final Set<String> VAGUE = Set.of("near", "outside", "around", "from");
    private static final Set<String> BEARINGS =
            WordLists.of("en/incident-words.tsv").list("bearings");

    private static final Set<String> NO_PLACE =
            WordLists.of("en/incident-words.tsv").list("no place");

    private static final Set<String> PARTS =
            Set.of("district", "quarter", "neighbourhood", "neighborhood", "suburb", "area");

    private static final Set<String> OUTCOMES =
            WordLists.of("en/incident-words.tsv").list("outcomes");

    private final Places places;
    private final EventTargets targets;

    EventPlaces(Places places, EventTargets targets) {
        this.places = places;
        this.targets = targets;
    }

    /** The place tied to the event by its own words; null when none is. */
    @Nullable
    Place own(Scene scene, Event event, ArticlePlaces setting) {
        TaggedSentence s = scene.words();
        List<Event> parts = event.parts();
        for (Event part : parts) {
            Place place = rightOf(scene, part.to, event, setting);
            if (place != null) {
                return place;
            }
        }
        for (Event part : parts) {
            if (part.isNoun() && part.start < part.from) {
                Mention modifier = cityIn(scene, part.start, part.from);
                if (modifier != null) {
                    return build(scene, modifier, setting);
                }
            }
            if (!part.isNoun()) {
                TokenRange subject = targets.subject(scene, part.start);
                if (subject != null) {
                    for (Mention mention : scene.mentionsIn(subject.from(), subject.to())) {
                        int at = s.at(mention.span().start());
                        if (mention.type() == EntityType.LOC
                                && (part.passive || s.isAny(before(s, at, subject.from()), LOCATIVE))) {
                            return build(scene, mention, setting);
                        }
                    }
                }
            }
        }
        // "In Aleppo, a blast killed two", "In the city of Aleppo on Monday, ..."
        int first = s.is(0, "\"") ? 1 : 0;
        if (s.isAny(first, LOCATIVE)) {
            for (Mention mention : located(scene)) {
                int at = s.at(mention.span().start());
                if (mention.type() == EntityType.LOC
                        && at <= first + 6
                        && !hasVerb(s, first, at)
                        && !s.hasComma(first, at)
                        && !s.parted(s.endAt(mention.span().end()), event.start)) {
                    return build(scene, mention, setting);
                }
            }
        }
        return null;
    }

    /** The one place that the sentence as a whole is set in, for events that name none; null when there are several or none. */
    @Nullable
    Place ofSentence(Scene scene, ArticlePlaces setting) {
        TaggedSentence s = scene.words();
        Place found = null;
        for (Mention mention : located(scene)) {
            if (mention.type() != EntityType.LOC
                    || !s.isAny(before(s, s.at(mention.span().start()), 0), LOCATIVE)
                            && !s.is(before(s, s.at(mention.span().start()), 0), "of")) {
                continue;
            }
            Place place = build(scene, mention, setting);
            if (place == null || place.precision() == Precision.COUNTRY) {
                continue;
            }
            if (found != null
                    && !found.name().equals(place.name())
                    && !found.name().equals(place.within())
                    && !place.name().equals(found.within())) {
                return null;
            }
            found = found == null || place.within() != null ? place : found;
        }
        return found;
    }

    /** Mentions that name a place as such: "Sorrel Bay" in "the Sorrel Bay accord" does not. */
    private static List<Mention> located(Scene scene) {
        TaggedSentence s = scene.words();
        return scene.mentions().stream()
                .filter(m ->
                        m.type() == EntityType.LOC && !s.isAny(s.endAt(m.span().end()), NO_PLACE))
                .toList();
    }

    private static boolean hasVerb(TaggedSentence s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.tag(i) == Pos.VERB) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Place rightOf(Scene scene, int from, Event event, ArticlePlaces setting) {
        TaggedSentence s = scene.words();
        Place country = null;
        for (Mention mention : located(scene)) {
            int at = s.at(mention.span().start());
            if (at < from || mention.type() != EntityType.LOC) {
                continue;
            }
            if (at > from + 25 || breaks(scene, from, at, event)) {
                break;
            }
            int preposition = before(s, at, from - 1);
            boolean possessor = s.isPossessive(s.endAt(mention.span().end()));
            boolean tied = s.isAny(preposition, PLACING) && !s.is(preposition, "from")
                    || preposition == from - 1
                    || possessor
                    || s.is(at - 1, ",");
            if (tied && !s.is(preposition, "by")) {
                Place place = build(scene, mention, setting);
                if (place != null && place.precision() != Precision.COUNTRY) {
                    return place;
                }
                country = country == null ? place : country;
            }
        }
        return country;
    }

    /** Whether another clause or an agent begins in {@code [from, to)}. */
    private static boolean breaks(Scene scene, int from, int to, Event event) {
        TaggedSentence s = scene.words();
        for (int i = from; i < to; i++) {
            if (s.isBoundary(i) && !(s.is(i, "(") || s.is(i, ")"))) {
                return true;
            }
            if (s.tag(i) == Pos.VERB
                    && !event.covers(i)
                    && !s.isNoun(i + 1)
                    && s.tag(i + 1) != Pos.ADP
                    && !s.lower(i).contains("-")
                    && !isOutcome(s, i)) {
                return true;
            }
            if (s.is(i, ",")
                    && !scene.inTime(i + 1)
                    && !s.isAny(i + 1, LOCATIVE)
                    && !isPlaceList(scene, i)
                    && !isOutcome(s, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutcome(TaggedSentence s, int i) {
        return s.isAny(i, OUTCOMES) || s.is(i, "known") || s.is(i, "called");
    }

    private static boolean isPlaceList(Scene scene, int comma) {
        TaggedSentence s = scene.words();
        for (Mention mention : located(scene)) {
            if (mention.type() == EntityType.LOC && s.at(mention.span().start()) == comma + 1) {
                return true;
            }
        }
        return false;
    }

    /** The token before the noun phrase that holds {@code at}, not left of {@code floor}. */
    private static int before(TaggedSentence s, int at, int floor) {
        int k = at - 1;
        while (k > floor
                && (s.tag(k) == Pos.DET
                        || s.tag(k) == Pos.ADJ
                        || s.isNoun(k)
                        || s.isPossessive(k)
                        || s.isPossessiveWord(k)
                        || s.tag(k) == Pos.NUM
                        || s.lower(k).indexOf('-') > 0
                        || s.is(k, "\"")
                        || s.is(k, "'"))) {
            k--;
        }
        return k;
    }

    /** A name that stands for its government, and not by way of its capital, is a country, whether a gazetteer knows it or not. */
    private static boolean isState(Mention mention) {
        Actor actor = mention.actor();
        return actor != null && actor.type() == ActorType.GOVERNMENT && mention.how() != Mention.How.METONYM;
    }

    private static @Nullable Mention cityIn(Scene scene, int from, int to) {
        for (Mention mention : scene.mentionsIn(from, to)) {
            if (mention.type() == EntityType.LOC && (mention.actor() == null || mention.how() == Mention.How.METONYM)) {
                return mention;
            }
        }
        return null;
    }

    /** The place of the whole phrase around a name: what stands before it, and the larger places that follow. */
    private @Nullable Place build(Scene scene, Mention mention, ArticlePlaces setting) {
        TaggedSentence s = scene.words();
        int at = s.at(mention.span().start());
        int end = s.endAt(mention.span().end());
        int from = at;
        boolean vague = false;
        while (from > 0 && at - from < 9) {
            int k = from - 1;
            boolean people = s.isCapitalised(k) && k > 0;
            boolean inside = !people
                    && (s.tag(k) == Pos.ADJ
                            || s.tag(k) == Pos.DET
                            || s.tag(k) == Pos.NOUN
                            || s.is(k, "of")
                            || s.isAny(k, BEARINGS)
                            || s.lower(k).indexOf('-') > 0 && s.tag(k) != Pos.PUNCT);
            if (!inside) {
                vague |= s.isAny(k, VAGUE) && k == at - 1 - count(s, k + 1, at);
                break;
            }
            boolean part = s.tag(k - 1) == Pos.DET
                    || s.tag(k - 1) == Pos.ADJ
                    || s.lower(k - 1).indexOf('-') > 0;
            vague |= s.isAny(k, BEARINGS) && s.is(k + 1, "of") && !part;
            from = k;
        }
        from = withPart(s, from, at);
        vague |= s.isAny(end, Set.of("countryside", "province", "region", "governorate", "suburbs"));
        int to = end;
        if (s.tag(to) == Pos.NOUN && !scene.inTime(to)) {
            to++;
        }
        Mention last = mention;
        for (Mention next : located(scene)) {
            int start = s.at(next.span().start());
            if (next.type() != EntityType.LOC || start < to) {
                continue;
            }
            boolean comma = start == to + 1 && s.is(to, ",");
            boolean nested = start <= to + 5
                    && (s.is(to, "in") || s.is(to, "of"))
                    && before(s, start, to) <= to + 3
                    && !hasVerb(s, to, start)
                    && !s.hasComma(to, start);
            if (!comma && !nested) {
                break;
            }
            last = next;
            to = s.endAt(next.span().end());
        }
        Optional<Place> known = places.placeOfPhrase(s.span(from, to).in(s.text()), setting);
        if (known.isEmpty()) {
            known = places.placeOfPhrase(mention.span().in(s.text()), setting);
        }
        Place place = known.orElseGet(() -> new Place(
                mention.span().in(s.text()),
                null,
                null,
                null,
                null,
                null,
                isState(mention) ? Precision.COUNTRY : Precision.CITY));
        String within = place.within() == null
                        && !last.equals(mention)
                        && !last.span().in(s.text()).equals(place.name())
                        && place.precision() != Precision.COUNTRY
                        && place.lat() == null
                ? last.span().in(s.text())
                : place.within();
        boolean coarser = vague && (place.precision() == Precision.CITY || place.precision() == Precision.EXACT);
        return new Place(
                place.name(),
                within,
                place.country(),
                place.lat(),
                place.lon(),
                place.geonames(),
                isState(mention) && place.country() == null
                        ? Precision.COUNTRY
                        : coarser ? Precision.REGION : place.precision());
    }

    /** "Saltgate" in "the Saltgate district of Dorvan", seen from Dorvan. */
    private static int withPart(TaggedSentence s, int from, int at) {
        if (!s.isAny(from, PARTS) || !s.is(from + 1, "of") || from + 2 > at) {
            return from;
        }
        int k = from;
        while (k > 0 && s.isCapitalised(k - 1) && s.tag(k - 1) != Pos.VERB && from - k < 4) {
            k--;
        }
        return k > 0 ? k : from;
    }

    private static int count(TaggedSentence s, int from, int to) {
        return Math.min(to, s.size()) - from;
    }
}

package org.rashomon.annotate;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.EventTargets.Phrase;
import org.rashomon.annotate.TriggerLexicon.Flag;
import org.rashomon.annotate.TriggerLexicon.Form;
import org.rashomon.model.Act;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Claim;
import org.rashomon.model.EntityType;
import org.rashomon.model.IncidentMention;
import org.rashomon.model.IncidentType;
import org.rashomon.model.Mention;
import org.rashomon.model.Place;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.nlp.Pos;

/**
 * Finds where an article speaks of something that happened at one place and time, with what its words tell of it.
 *
 * <p>Kept are single happenings only: what is feared, planned, demanded, habitual or told as a campaign is left out. A deed
 * that a claim denies is kept, in that claim, and without a doer, since nobody there says who did it.
 */
public final class IncidentTagger {
    /** How many sentences back "the attack" may point. */
    private static final int REACH = 5;
    /** How far apart the ends of a time may lie before a plural tells of a pattern. */
    private static final int DAYS_OF_ONE_HAPPENING = 2;

    /** The order of what is told to have come before those counted. */
    private static final int BEFORE_THE_FIRST = -1;

    private static final Set<String> AIR = WordLists.INCIDENTS.list("air");
    private static final Set<String> GUNS = WordLists.INCIDENTS.list("guns");
    private static final Set<String> BOMBS = Set.of(
            "car", "suicide", "roadside", "explosive", "explosives", "ied", "blast", "bomber", "explosion", "mine");
    private static final Set<String> SUICIDE = Set.of("suicide");
    private static final Set<String> CHEMICAL =
            Set.of("sarin", "chlorine", "chemical", "chemicals", "mustard", "nerve", "poison", "toxic", "gas");
    private static final Set<String> ACCIDENT = WordLists.INCIDENTS.list("accident");

    private final TriggerLexicon lexicon = TriggerLexicon.load();
    private final EventFinder finder = new EventFinder(lexicon);
    private final EventTargets targets = new EventTargets(lexicon);
    private final EventDoers doers = new EventDoers(targets);
    private final EventPlaces places;
    private final PlaceResolver resolver = new PlaceResolver();

    public IncidentTagger(Places places) {
        this.places = new EventPlaces(places, targets);
    }

    /** The incident mentions of the article in order of text. */
    public List<IncidentMention> tag(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Claim> claims) {
        ArticlePlaces setting = resolver.resolve(
                article, sentences.stream().map(TaggedSentence::sentence).toList(), mentions);
        List<Scene> scenes = Scene.of(article, sentences, Grounds.placed(sentences, mentions), times, claims);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            List<Event> events = finder.find(scenes.get(i));
            for (Event event : events) {
                Found mention = read(scenes, i, event, events, setting, found);
                if (mention != null) {
                    found.add(mention);
                    found.addAll(accusations(scenes.get(i), event, mention));
                }
            }
        }
        return withoutSummaries(found);
    }

    /** A mention with what later ones need to point back to it. */
    private record Found(IncidentMention mention, int block, boolean counted) {}

    /** "Two waves of air strikes" gives way to the first and the second strike that the paragraph goes on to tell apart. */
    private static List<IncidentMention> withoutSummaries(List<Found> found) {
        List<IncidentMention> out = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found f = found.get(i);
            boolean toldApart = false;
            for (int k = i + 1; f.counted() && k < found.size() && found.get(k).block() == f.block(); k++) {
                toldApart |= found.get(k).mention().ordinal() > 0;
            }
            if (!toldApart) {
                out.add(f.mention());
            }
        }
        return out;
    }

    private @Nullable Found read(
            List<Scene> scenes, int index, Event event, List<Event> all, ArticlePlaces setting, List<Found> before) {
        Scene scene = scenes.get(index);
        TaggedSentence s = scene.words();
        Claim claim = scene.claimAt(s.span(event.from, event.to));
        boolean denied = claim != null && claim.act() == Act.DENY;
        if (event.anyNegated() && !denied || isAccident(s)) {
            return null;
        }
        List<Phrase> hit = targets.of(scene, event);
        TimeExpression dated = EventTimes.of(scene, event, all);
        TimeInterval time = dated == null ? null : dated.interval();
        Place place = places.own(scene, event, setting);
        int ordinal = ordinal(s, event);
        IncidentType type = type(scenes, index, event);
        List<Actor> by = denied ? List.of() : ownDoers(scene, event, claim);
        Found antecedent = isDefinite(s, event, ordinal) || isBack(event) && !event.isPlural()
                ? antecedent(before, index, event, type, hit, scene)
                : null;
        if (!isConcrete(scene, event, hit, place, time, dated, ordinal, by, antecedent, denied)) {
            return null;
        }
        boolean counted = isCounted(s, event);
        List<String> names =
                hit.stream().map(p -> p.span(s).in(s.text())).distinct().toList();
        String targetName = name(scene, hit, before, index);
        if (place == null) {
            place = inherited(scenes, index, before, setting, hit);
        }
        if (dated != null && time == null) {
            time = dayBefore(before, scene);
        }
        IncidentMention back = antecedent != null
                ? antecedent.mention()
                : ordinal > 0 && hit.isEmpty() ? firstOfSeries(before, scene, ordinal) : null;
        if (back != null) {
            type = type == IncidentType.ATTACK || isBack(event) || event.entry.has(Flag.AIR) ? back.type() : type;
            names = names.isEmpty() ? antecedent != null ? back.targets() : things(back) : names;
            targetName = targetName == null && hit.isEmpty() ? back.targetName() : targetName;
            time = time == null && dated == null && ordinal == 0 ? back.time() : time;
            place = back.place() != null && (place == null || places.own(scene, event, setting) == null)
                    ? back.place()
                    : place;
        }
        if (ordinal == 0 && time == null && isEarlier(s, event) && isCountedBefore(before, scene)) {
            ordinal = BEFORE_THE_FIRST;
        }
        IncidentMention mention = new IncidentMention(
                scene.article().id(),
                extent(s, event, hit),
                index,
                type,
                time,
                place,
                names,
                targetName,
                weapon(s, event),
                ordinal,
                by,
                cause(s, event),
                claim == null ? null : claim.id());
        return new Found(mention, scene.sentence().block(), counted);
    }

    /**
     * Doers that another claim names: "a raid in which, officials said, jets of X took part" is the outlet's raid, but the
     * doer is the officials'. They become mentions of their own, in that claim.
     */
    private List<Found> accusations(Scene scene, Event event, Found told) {
        List<Found> out = new ArrayList<>();
        IncidentMention m = told.mention();
        for (Mention doer : doers.of(scene, event)) {
            Claim claim = scene.claimAt(doer.span());
            Actor actor = doer.actor();
            if (claim == null || actor == null || claim.id().equals(m.claim()) || claim.act() == Act.DENY) {
                continue;
            }
            IncidentMention other = new IncidentMention(
                    m.article(),
                    doer.span(),
                    m.sentence(),
                    m.type(),
                    m.time(),
                    m.place(),
                    m.targets(),
                    m.targetName(),
                    m.weapon(),
                    m.ordinal(),
                    List.of(actor),
                    null,
                    claim.id());
            out.add(new Found(other, told.block(), false));
        }
        return out;
    }

    /** Those doers whom the voice that tells the event names. */
    private List<Actor> ownDoers(Scene scene, Event event, @Nullable Claim claim) {
        List<Actor> own = new ArrayList<>();
        for (Mention doer : doers.of(scene, event)) {
            Claim of = scene.claimAt(doer.span());
            Actor actor = doer.actor();
            boolean same = claim == null
                    ? of == null
                    : of == null
                            ? claim.extent().contains(doer.span())
                            : of.id().equals(claim.id());
            if (same && actor != null && !own.contains(actor)) {
                own.add(actor);
            }
        }
        return own;
    }

    /** "had already been struck": before what the paragraph tells. */
    private static boolean isEarlier(TaggedSentence s, Event event) {
        for (Event part : event.parts()) {
            for (int k = part.start; !part.isNoun() && k < part.from; k++) {
                if (s.isAny(k, Set.of("already", "previously", "earlier"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCountedBefore(List<Found> before, Scene scene) {
        return before.stream()
                .anyMatch(f ->
                        f.block() == scene.sentence().block() && f.mention().ordinal() > 0);
    }

    private List<String> things(IncidentMention mention) {
        return mention.targets().stream()
                .filter(t -> lexicon.target(t.substring(t.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
                        .equals("thing"))
                .toList();
    }

    private static boolean isBack(Event event) {
        return event.entry.has(Flag.BACK);
    }

    private static boolean isAccident(TaggedSentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.isAny(i, ACCIDENT)) {
                return true;
            }
        }
        return false;
    }

    /** "the strike", "this attack", "their raid": something told before. */
    private static boolean isDefinite(TaggedSentence s, Event event, int ordinal) {
        return event.isNoun()
                && ordinal == 0
                && event.start < event.from
                && s.isAny(event.start, Set.of("the", "this", "that", "these", "those"));
    }

    private static @Nullable Found antecedent(
            List<Found> before, int index, Event event, IncidentType type, List<Phrase> hit, Scene scene) {
        for (int i = before.size() - 1; i >= 0; i--) {
            IncidentMention m = before.get(i).mention();
            if (index - m.sentence() > REACH) {
                return null;
            }
            if (!hit.isEmpty() && m.targets().stream().noneMatch(t -> sameHead(t, hit.get(0), scene))) {
                continue;
            }
            if (isBack(event) || compatible(m.type(), type)) {
                return before.get(i);
            }
        }
        return null;
    }

    /** "A second strike" hit what the first did, unless it tells otherwise. */
    private static @Nullable IncidentMention firstOfSeries(List<Found> before, Scene scene, int ordinal) {
        for (int i = before.size() - 1;
                i >= 0 && before.get(i).block() == scene.sentence().block();
                i--) {
            if (before.get(i).mention().ordinal() == ordinal
                    || before.get(i).mention().ordinal() == ordinal - 1 && ordinal > 1) {
                return before.get(i).mention();
            }
        }
        return null;
    }

    private static boolean sameHead(String target, Phrase phrase, Scene scene) {
        return target.toLowerCase(Locale.ROOT).endsWith(scene.words().lower(phrase.head()));
    }

    private static boolean compatible(IncidentType a, IncidentType b) {
        return a == b
                || a == IncidentType.ATTACK && isBlow(b)
                || b == IncidentType.ATTACK && isBlow(a)
                || isBlow(a) && isBlow(b) && (a == IncidentType.BOMBING || b == IncidentType.BOMBING);
    }

    private static boolean isBlow(IncidentType type) {
        return switch (type) {
            case AIR_STRIKE, SHELLING, BOMBING, SUICIDE_BOMBING, CHEMICAL_ATTACK, ATTACK -> true;
            default -> false;
        };
    }

    private boolean isConcrete(
            Scene scene,
            Event event,
            List<Phrase> hit,
            @Nullable Place place,
            @Nullable TimeInterval time,
            @Nullable TimeExpression dated,
            int ordinal,
            List<Actor> by,
            @Nullable Found antecedent,
            boolean denied) {
        TaggedSentence s = scene.words();
        boolean day = time != null && ChronoUnit.DAYS.between(time.start(), time.end()) <= DAYS_OF_ONE_HAPPENING;
        boolean town = place != null && place.precision() != Place.Precision.COUNTRY;
        if (denied) {
            return !hit.isEmpty() || place != null || antecedent != null || time != null;
        }
        if (time != null && !day && (event.isPlural() || !event.isNoun() && !town)) {
            return false;
        }
        boolean toll = event.isPlural() || event.entry.has(Flag.KILL);
        if (time != null && !day && event.entry.has(Flag.KILL)) {
            return false;
        }
        if ((!day || toll) && EventTimes.isPattern(scene, event)) {
            return false;
        }
        if (isBack(event)) {
            return antecedent != null;
        }
        boolean verb = event.parts().stream().anyMatch(e -> !e.isNoun());
        boolean oneHit = hit.stream().anyMatch(p -> isSingle(s, p));
        if (event.isPlural()) {
            boolean anaphor = antecedent != null && !verb;
            boolean determined = s.tag(event.start) == Pos.NUM
                    || s.isAny(event.start, Set.of("several", "two", "three", "a", "the", "these", "those"))
                    || wave(s, event);
            return day && (town || oneHit || verb)
                    || anaphor
                    || verb && (oneHit || determined && (town || !hit.isEmpty())) && isPast(event)
                    || determined && oneHit && town;
        }
        if (event.isNoun()) {
            boolean bare = event.start == event.from && !verb && !event.entry.has(Flag.SURE) && !scene.isHeadline();
            if (bare && !(day || town && !hit.isEmpty())) {
                return false;
            }
            if (event.entry.has(Flag.WEAK)) {
                return day
                        || antecedent != null && !event.entry.has(Flag.MASS)
                        || (town || oneHit) && isArticled(s, event) && !event.entry.has(Flag.MASS);
            }
            return day
                    || town
                    || oneHit
                    || ordinal > 0
                    || antecedent != null
                    || dated != null && !hit.isEmpty()
                    || !hit.isEmpty() && (verb || isArticled(s, event))
                    || verb && !by.isEmpty()
                    || place != null && verb;
        }
        if (event.entry.has(Flag.KILL)) {
            return !hit.isEmpty() && (day || town) || oneHit && !by.isEmpty() || isNamedVictim(scene, hit);
        }
        if (event.entry.has(Flag.INTR)) {
            return event.form != Form.ING && (day || town);
        }
        boolean participant = !hit.isEmpty() || town && !event.passive && isObjectPlace(scene, event);
        if (event.entry.has(Flag.TARGET)) {
            return participant && (oneHit || day || town || !by.isEmpty());
        }
        return participant && (oneHit || day || town) || day && town;
    }

    private static boolean isArticled(TaggedSentence s, Event event) {
        return s.isAny(event.start, Set.of("a", "an", "the", "this", "that", "another"))
                || s.tag(event.start) == Pos.NUM
                || s.isPossessiveWord(event.start)
                || hasPossessive(s, event);
    }

    private static boolean hasPossessive(TaggedSentence s, Event event) {
        for (int i = event.start; i < event.from; i++) {
            if (s.isPossessive(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamedVictim(Scene scene, List<Phrase> hit) {
        return hit.stream()
                .anyMatch(p -> scene.mentionsIn(p.from(), p.to()).stream().anyMatch(m -> m.type() == EntityType.PER));
    }

    /** A place as the object: "jets bombed Aleppo". */
    private static boolean isObjectPlace(Scene scene, Event event) {
        TaggedSentence s = scene.words();
        int end = s.phraseEnd(event.to);
        return scene.mentionsIn(event.to, end).stream().anyMatch(m -> m.type() == EntityType.LOC);
    }

    private static boolean wave(TaggedSentence s, Event event) {
        return s.is(event.start - 1, "of")
                && s.isAny(
                        event.start - 2,
                        Set.of("wave", "series", "string", "waves", "barrage", "salvo", "spate", "volley", "pair"));
    }

    private static boolean isPast(Event event) {
        for (Event part : event.parts()) {
            if (!part.isNoun()) {
                return part.form == Form.PAST
                        || part.form == Form.THIRD
                        || part.form == Form.ING
                        || part.form == Form.BASE;
            }
        }
        return false;
    }

    private static boolean isSingle(TaggedSentence s, Phrase phrase) {
        String head = s.lower(phrase.head());
        boolean plural = head.endsWith("s")
                        && !head.endsWith("ss")
                        && !Set.of("headquarters", "barracks", "bus").contains(head)
                || Set.of("men", "women", "people", "children").contains(head);
        return phrase.thing() && !plural || s.is(phrase.from() - 1, "the") && s.tag(phrase.from()) == Pos.NUM;
    }

    private static int ordinal(TaggedSentence s, Event event) {
        int ordinal = 0;
        for (Event part : event.parts()) {
            if (part.isNoun()) {
                ordinal = Math.max(ordinal, EventFinder.ordinal(s, part));
            }
        }
        if (ordinal == 0) {
            // "a second wave of air strikes"
            for (Event part : event.parts()) {
                if (part.isNoun() && wave(s, part)) {
                    ordinal = switch (s.lower(part.start - 3)) {
                        case "first" -> 1;
                        case "second" -> 2;
                        case "third" -> 3;
                        default -> ordinal;
                    };
                }
            }
        }
        return ordinal;
    }

    /** "Two strikes", "two waves of strikes": more than one happening. */
    private static boolean isCounted(TaggedSentence s, Event event) {
        for (Event part : event.parts()) {
            if (part.isNoun() && part.form == Form.PLURAL) {
                boolean number = false;
                for (int k = part.start; k < part.from; k++) {
                    number |= s.tag(k) == Pos.NUM;
                }
                if (number || wave(s, part) && s.tag(part.start - 3) == Pos.NUM) {
                    return true;
                }
            }
        }
        return false;
    }

    private static IncidentType type(List<Scene> scenes, int index, Event event) {
        TaggedSentence s = scenes.get(index).words();
        IncidentType type = event.entry.type();
        if (event.entry.has(Flag.KILL) || !event.entry.has(Flag.AIR)) {
            return type;
        }
        IncidentType told =
                told(scenes.get(index), Math.max(0, event.start - 25), Math.min(s.size(), event.to + 25), event);
        if (told != null) {
            return told;
        }
        Scene here = scenes.get(index);
        for (int k = index - 1;
                k >= 0
                        && k >= index - 2
                        && scenes.get(k).sentence().block() == here.sentence().block();
                k--) {
            TaggedSentence previous = scenes.get(k).words();
            told = told(scenes.get(k), 0, previous.size(), event);
            if (told != null) {
                return told;
            }
        }
        boolean strike = event.entry.lemma().equals("strike") && event.isNoun()
                || event.entry.lemma().equals("raid");
        boolean bomb = event.entry.type() == IncidentType.BOMBING || event.entry.type() == IncidentType.SHELLING;
        return strike || bomb ? bomb ? type : IncidentType.AIR_STRIKE : IncidentType.ATTACK;
    }

    /** The type that words of means in {@code [from, to)} tell: the nearest to the event. */
    private static @Nullable IncidentType told(Scene scene, int from, int to, Event event) {
        TaggedSentence s = scene.words();
        boolean here = event.to <= s.size() && from <= event.from;
        Claim voice = here ? scene.claimAt(s.span(event.from, event.to)) : null;
        IncidentType best = null;
        int distance = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            IncidentType means = s.isAny(i, SUICIDE)
                    ? IncidentType.SUICIDE_BOMBING
                    : s.isAny(i, AIR) && !(s.is(i, "air") && s.isAny(i + 1, Set.of("force", "base")))
                            ? IncidentType.AIR_STRIKE
                            : s.isAny(i, GUNS)
                                    ? IncidentType.SHELLING
                                    : s.isAny(i, CHEMICAL)
                                            ? IncidentType.CHEMICAL_ATTACK
                                            : s.isAny(i, BOMBS) ? IncidentType.BOMBING : null;
            if (means == IncidentType.SHELLING
                    && (s.is(i, "missile") || s.is(i, "missiles") || s.is(i, "rockets") || s.is(i, "rocket"))) {
                means = distance < 12 ? null : means;
            }
            if (means != null && Math.abs(i - event.from) < distance && sameVoice(scene, i, here, voice)) {
                best = means;
                distance = Math.abs(i - event.from);
            }
        }
        return best;
    }

    /** Whether token {@code i} is said by the voice that tells the event. */
    private static boolean sameVoice(Scene scene, int i, boolean here, @Nullable Claim voice) {
        if (!here || voice != null) {
            return true;
        }
        return scene.claimAt(scene.words().token(i).span()) == null;
    }

    private @Nullable String weapon(TaggedSentence s, Event event) {
        String best = null;
        int distance = Integer.MAX_VALUE;
        int low = Math.max(0, event.start - 20);
        for (int i = low; i < Math.min(s.size(), event.to + 40); ) {
            int length = lexicon.weaponAt(s, i);
            if (length == 0) {
                i++;
                continue;
            }
            int to = i + length;
            boolean other = s.is(i - 1, "no")
                    || s.is(i, "mine") && s.tag(i) == Pos.PRON
                    || s.isAny(to, Set.of("attacks", "depot", "defence", "defense", "factory", "programme", "program"))
                    || s.isAny(i, Set.of("bomb", "shell", "mine", "rocket", "drone")) && s.tag(i) == Pos.VERB;
            boolean near = i >= event.start || !s.parted(to, event.start);
            if (!other && near && Math.abs(i - event.from) < distance) {
                int from = i;
                while (from > low
                        && (s.tag(from - 1) == Pos.ADJ && s.lower(from - 1).indexOf('-') > 0)) {
                    from--;
                }
                best = s.span(i, to).in(s.text());
                distance = Math.abs(i - event.from);
            }
            i = to;
        }
        return best;
    }

    /** "caused by a gas leak", "due to a short circuit", "the result of a stray shell". */
    private static @Nullable String cause(TaggedSentence s, Event event) {
        for (int i = event.to; i < Math.min(s.size(), event.to + 25); i++) {
            int from = -1;
            if (s.isAny(i, Set.of("caused", "triggered", "sparked", "provoked")) && s.is(i + 1, "by")) {
                from = i + 2;
            } else if (s.is(i, "set") && s.is(i + 1, "off") && s.is(i + 2, "by")) {
                from = i + 3;
            } else if (s.is(i, "due") && s.is(i + 1, "to")) {
                from = i + 2;
            } else if (s.is(i, "result") && s.is(i + 1, "of")) {
                from = i + 2;
            } else if (s.is(i, "because") && s.is(i + 1, "of")) {
                from = i + 2;
            }
            if (from > 0) {
                int end = s.phraseEnd(from);
                while (end > from
                        && (s.is(end, "of") || s.is(end, "in") || s.is(end, "at"))
                        && s.phraseEnd(end + 1) > end + 1) {
                    end = s.phraseEnd(end + 1);
                }
                return end > from ? s.span(from, end).in(s.text()) : null;
            }
            if (s.is(i, ";") || s.is(i, "\"")) {
                return null;
            }
        }
        return null;
    }

    /** A proper name of what was hit: its own, or that of the last target of the same noun, a few sentences before. */
    private static @Nullable String name(Scene scene, List<Phrase> hit, List<Found> before, int index) {
        for (Phrase phrase : hit) {
            String own = EventTargets.name(scene, phrase);
            if (own != null) {
                return own;
            }
        }
        if (hit.isEmpty() || !hit.get(0).thing() || !hit.get(0).definite()) {
            return null;
        }
        String head = scene.words().lower(hit.get(0).head());
        for (int i = before.size() - 1;
                i >= 0 && index - before.get(i).mention().sentence() <= REACH;
                i--) {
            IncidentMention m = before.get(i).mention();
            if (m.targets().stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).endsWith(head))) {
                return m.targetName();
            }
        }
        return null;
    }

    private @Nullable Place inherited(
            List<Scene> scenes, int index, List<Found> before, ArticlePlaces setting, List<Phrase> hit) {
        Scene scene = scenes.get(index);
        Place place = places.ofSentence(scene, setting);
        if (place != null || index == 0) {
            return place;
        }
        int block = scene.sentence().block();
        for (int i = before.size() - 1; i >= 0; i--) {
            Found f = before.get(i);
            if (f.block() != block || index - f.mention().sentence() > 1 && !sharesTarget(f.mention(), hit, scene)) {
                break;
            }
            if (f.mention().place() != null) {
                return f.mention().place();
            }
        }
        return scenes.get(index - 1).sentence().block() == block
                ? places.ofSentence(scenes.get(index - 1), setting)
                : null;
    }

    private static boolean sharesTarget(IncidentMention mention, List<Phrase> hit, Scene scene) {
        return !hit.isEmpty()
                && hit.get(0).definite()
                && mention.targets().stream().anyMatch(t -> sameHead(t, hit.get(0), scene));
    }

    /** The day of the last dated mention of the paragraph: "in the early evening" goes on from "on Monday morning". */
    private static @Nullable TimeInterval dayBefore(List<Found> before, Scene scene) {
        for (int i = before.size() - 1;
                i >= 0 && before.get(i).block() == scene.sentence().block();
                i--) {
            TimeInterval time = before.get(i).mention().time();
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /** From the trigger to the end of what it hit, when that follows closely. */
    private static Span extent(TaggedSentence s, Event event, List<Phrase> hit) {
        int from = event.from;
        int to = event.to;
        for (Event part : event.parts()) {
            if (part.from < event.from && event.from - part.to <= 2 || part.from > event.from && part.from - to <= 2) {
                from = Math.min(from, part.from);
                to = Math.max(to, part.to);
            }
        }
        for (Phrase phrase : hit) {
            if (phrase.from() >= to && phrase.from() - to <= 5 && !s.hasComma(to, phrase.from())) {
                to = phrase.to();
                break;
            }
        }
        return s.span(from, to);
    }
}

package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets.Phrase;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.places.ArticlePlaces;
import org.rashomon.annotate.places.Grounds;
import org.rashomon.annotate.places.Places;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Place;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;
import org.rashomon.words.WordLists;

/**
 * Finds where an article speaks of something that happened at one place and time, with what its words tell of it.
 *
 * <p>Kept are single happenings only: what is feared, planned, demanded, habitual or told as a campaign is left out. A deed
 * that a claim denies is kept, in that claim, and without a doer, since nobody there says who did it.
 */
public final class IncidentTagger {
    /** The order of what is told to have come before those counted. */
    private static final int BEFORE_THE_FIRST = -1;

    private static final Set<String> ACCIDENT =
            WordLists.of("en/incident-words.tsv").list("accident");

    private final TriggerLexicon lexicon = TriggerLexicon.load();

    private final EventFinder finder = new EventFinder(lexicon);

    private final EventTargets targets = new EventTargets(lexicon);

    private final EventDoers doers = new EventDoers(targets);
    private final EventMeans means = new EventMeans(lexicon);
    private final EventPlaces places;

    /** A tagger that knows these places. */
    public IncidentTagger(Places places) {
        this.places = new EventPlaces(places, targets);
    }

    /**
     * The incident mentions of the article in order of text.
     *
     * @param setting what the article's names of places mean
     */
    public List<IncidentMention> tag(
            Article article,
            List<TaggedSentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Claim> claims,
            ArticlePlaces setting) {
        List<Scene> scenes = Scene.of(article, sentences, Grounds.placed(sentences, mentions), times, claims);
        List<FoundIncident> found = new ArrayList<>();
        ToldBefore told = new ToldBefore(found);
        for (int i = 0; i < scenes.size(); i++) {
            List<Event> events = finder.find(scenes.get(i));
            for (Event event : events) {
                FoundIncident mention = read(scenes, i, event, events, setting, told);
                if (mention != null) {
                    found.add(mention);
                    found.addAll(accusations(scenes.get(i), event, mention));
                }
            }
        }
        return withoutSummaries(found);
    }

    /** "Two waves of air strikes" gives way to the first and the second strike that the paragraph goes on to tell apart. */
    private static List<IncidentMention> withoutSummaries(List<FoundIncident> found) {
        List<IncidentMention> out = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            FoundIncident f = found.get(i);
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

    private @Nullable FoundIncident read(
            List<Scene> scenes, int index, Event event, List<Event> all, ArticlePlaces setting, ToldBefore before) {
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
        int ordinal = EventCounts.ordinal(s, event);
        IncidentType type = EventMeans.type(scenes, index, event);
        List<Actor> by = denied ? List.of() : ownDoers(scene, event, claim);
        FoundIncident antecedent = isDefinite(s, event, ordinal) || event.entry.has(Flag.BACK) && !event.isPlural()
                ? before.antecedent(index, event, type, hit, scene)
                : null;
        if (!new Happening(scene, event, hit, place, time, dated, ordinal, by, antecedent, denied).isConcrete()) {
            return null;
        }
        boolean counted = EventCounts.isCounted(s, event);
        List<String> names =
                hit.stream().map(p -> p.span(s).in(s.text())).distinct().toList();
        String targetName = before.nameOf(scene, hit, index);
        if (place == null) {
            place = before.inherited(places, scenes, index, setting, hit);
        }
        if (dated != null && time == null) {
            time = before.dayOf(scene);
        }
        IncidentMention back = antecedent != null
                ? antecedent.mention()
                : ordinal > 0 && hit.isEmpty() ? before.firstOfSeries(scene, ordinal) : null;
        if (back != null) {
            type = type == IncidentType.ATTACK || event.entry.has(Flag.BACK) || event.entry.has(Flag.AIR)
                    ? back.type()
                    : type;
            names = names.isEmpty() ? antecedent != null ? back.targets() : things(back) : names;
            targetName = targetName == null && hit.isEmpty() ? back.targetName() : targetName;
            time = time == null && dated == null && ordinal == 0 ? back.time() : time;
            place = back.place() != null && (place == null || places.own(scene, event, setting) == null)
                    ? back.place()
                    : place;
        }
        if (ordinal == 0 && time == null && EventCounts.isEarlier(s, event) && before.isCountedIn(scene)) {
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
                means.weapon(s, event),
                ordinal,
                by,
                EventMeans.cause(s, event),
                claim == null ? null : claim.id());
        return new FoundIncident(mention, scene.sentence().block(), counted);
    }

    /**
     * Doers that another claim names: "a raid in which, officials said, jets of X took part" is the outlet's raid, but the
     * doer is the officials'. They become mentions of their own, in that claim.
     */
    private List<FoundIncident> accusations(Scene scene, Event event, FoundIncident told) {
        List<FoundIncident> out = new ArrayList<>();
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
            out.add(new FoundIncident(other, told.block(), false));
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

    private List<String> things(IncidentMention mention) {
        return mention.targets().stream()
                .filter(t -> lexicon.target(t.substring(t.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
                        .equals("thing"))
                .toList();
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

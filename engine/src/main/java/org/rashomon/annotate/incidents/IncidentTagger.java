package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets.Phrase;
import org.rashomon.annotate.incidents.TriggerLexicon.Flag;
import org.rashomon.annotate.places.ArticlePlaces;
import org.rashomon.annotate.places.PlaceEvidence;
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

/**
 * Finds where an article speaks of something that happened at one place and time, with what its words tell of it.
 *
 * <p>Kept are single happenings only: what is feared, planned, demanded, habitual or told as a campaign is left out. A deed
 * that a claim denies is kept, in that claim, and without a doer, since nobody there says who did it.
 */
public final class IncidentTagger {
    private static final Set<String> ACCIDENT = Scene.LISTS.list("accident");
    private static final Set<String> DEMONSTRATIVES = Scene.LISTS.list("demonstratives");

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
        List<Scene> scenes = Scene.of(article, sentences, PlaceEvidence.placed(sentences, mentions), times, claims);
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
            boolean toldApart = f.counted()
                    && found.subList(i + 1, found.size()).stream()
                            .takeWhile(later -> later.block() == f.block())
                            .anyMatch(later -> later.mention().ordinal() > 0);
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
        boolean accident = s.any(0, s.size(), i -> s.isAny(i, ACCIDENT));
        if (accident || (event.anyNegated() && !denied)) {
            return null;
        }
        List<Phrase> hit = targets.of(scene, event);
        TimeExpression dated = new EventTimes(scene, all).of(event);
        TimeInterval time = dated == null ? null : dated.interval();
        Place own = places.own(scene, event, setting);
        int ordinal = EventCounts.ofAll(s, event);
        IncidentType type = EventMeans.type(scenes, index, event);
        List<Actor> by = denied ? List.of() : ownDoers(scene, event, claim);
        FoundIncident antecedent =
                pointsBack(s, event, ordinal) ? before.antecedent(index, event, type, hit, scene) : null;
        if (!new SingleEvent(scene, event, hit, own, time, dated, ordinal, by, antecedent, denied).isConcrete()) {
            return null;
        }
        List<String> names =
                hit.stream().map(p -> p.span(s).in(s.text())).distinct().toList();
        String targetName = before.nameOf(scene, hit, index);
        Place place = own == null ? before.inherited(places, scenes, index, setting, hit) : own;
        if (dated != null && time == null) {
            time = before.dayOf(scene);
        }
        IncidentMention back = antecedent == null ? null : antecedent.mention();
        if (back == null && ordinal > 0 && hit.isEmpty()) {
            back = before.firstOfSeries(scene, ordinal);
        }
        if (back != null) {
            type = type == IncidentType.ATTACK || event.has(Flag.BACK) || event.has(Flag.AIR) ? back.type() : type;
            names = names.isEmpty() ? back.targets() : names;
            targetName = targetName == null && hit.isEmpty() ? back.targetName() : targetName;
            time = dated == null && ordinal == 0 ? back.time() : time;
            place = own == null && back.place() != null ? back.place() : place;
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
        return new FoundIncident(mention, scene.sentence().block(), EventCounts.isCounted(s, event));
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
            boolean around = of == null && (claim == null || claim.extent().contains(doer.span()));
            boolean same = of != null && claim != null && of.id().equals(claim.id());
            if (doer.actor() != null && (around || same)) {
                own.add(doer.actor());
            }
        }
        return own;
    }

    /** "the strike", "this attack", "the incident": something told before. */
    private static boolean pointsBack(TaggedSentence s, Event event, int ordinal) {
        if (event.has(Flag.BACK) && !event.isPlural()) {
            return true;
        }
        return event.isNoun() && ordinal == 0 && event.start < event.from && s.isAny(event.start, DEMONSTRATIVES);
    }

    /** From the trigger to the end of what it hit, when that follows closely. */
    private static Span extent(TaggedSentence s, Event event, List<Phrase> hit) {
        int from = event.from;
        int to = event.to;
        for (Event part : event.parts()) {
            int gap = part.from < event.from ? event.from - part.to : part.from - to;
            if (gap <= 2) {
                from = Math.min(from, part.from);
                to = Math.max(to, part.to);
            }
        }
        for (Phrase phrase : hit) {
            if (phrase.from() >= to && phrase.from() - to <= 5 && !s.hasComma(to, phrase.from())) {
                return s.span(from, phrase.to());
            }
        }
        return s.span(from, to);
    }
}

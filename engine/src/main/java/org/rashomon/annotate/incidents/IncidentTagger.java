package org.rashomon.annotate.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.incidents.EventTargets.Phrase;
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
import org.rashomon.model.events.IncidentMention.Telling;

/**
 * Finds where an article speaks of something that happened at one place and time, with what its words tell of it.
 *
 * <p>Every mention of what happened is kept, with what its own words tell and nothing more: which mentions are one incident, and
 * whether that happened somewhere, is asked when they stand together. What is feared, planned, demanded or conditional is left out.
 * A deed that a claim denies is kept, in that claim, and without a doer, since nobody there says who did it.
 */
public final class IncidentTagger {
    /** How many words may part two triggers of one happening that are shown as one phrase. */
    private static final int WITHIN_PHRASE = 6;

    private static final Set<String> ACCIDENT = Scene.LISTS.list("accident");

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
        boolean accident = event.isHarmOnly() && s.any(0, s.size(), i -> s.isAny(i, ACCIDENT));
        if (accident || (event.anyNegated() && !denied)) {
            return null;
        }
        List<Phrase> hit = targets.of(scene, event);
        TimeExpression dated = new EventTimes(scene, all).of(event);
        TimeInterval time = dated == null ? null : dated.interval();
        Place place = places.own(scene, event, setting);
        int ordinal = EventCounts.ofAll(s, event);
        List<Actor> by = denied ? List.of() : ownDoers(scene, event, claim);
        Telling telling = new SingleEvent(scene, event, hit, place, time, dated, ordinal, by, denied).telling();
        if (telling == null) {
            return null;
        }
        IncidentMention mention = new IncidentMention(
                scene.article().id(),
                extent(s, event, hit),
                index,
                EventMeans.type(scene, event, all),
                event.entry.lemma(),
                telling,
                SingleEvent.opening(s, event),
                event.isPlural() || EventCounts.isCounted(s, event),
                time,
                place,
                hit.stream().map(p -> p.span(s).in(s.text())).distinct().toList(),
                before.nameOf(scene, hit, index),
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
                    m.head(),
                    m.telling(),
                    IncidentMention.Opening.DEFINITE,
                    m.plural(),
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

    /** From the trigger to the end of what it hit, when that follows closely. */
    private static Span extent(TaggedSentence s, Event event, List<Phrase> hit) {
        int from = event.from;
        int to = event.to;
        for (Event part : event.parts()) {
            int gap = part.from < event.from ? event.from - part.to : part.from - to;
            if (gap <= WITHIN_PHRASE) {
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

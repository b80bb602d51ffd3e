package org.rashomon.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Corrector.Orphaned;
import org.rashomon.model.Actor;
import org.rashomon.model.Mention;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentEdit;

/** Holds a draft against the case as it is: what is wrong with it, or what is to be kept. */
final class Reasons {
    private static final int LONGEST_NOTE = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ANCHORS = 500;

    private final Corrector corrector;
    private final Comparison comparison;
    private final Function<String, Optional<Actor>> registered;

    Reasons(Corrector corrector, Comparison comparison, Function<String, Optional<Actor>> registered) {
        this.corrector = corrector;
        this.comparison = comparison;
        this.registered = registered;
    }

    static String author(String author) {
        String name = author.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new CorrectionException(
                    "a correction needs the name of its author, of " + LONGEST_NAME + " letters at most");
        }
        return name;
    }

    /** @throws CorrectionException naming what is wrong */
    Store.Said said(Draft draft) {
        String note = draft.note();
        check(note == null || note.length() <= LONGEST_NOTE, "the note is longer than " + LONGEST_NOTE + " letters");
        check(draft.anchors().size() <= MOST_ANCHORS, "more than " + MOST_ANCHORS + " places");
        try {
            return switch (draft.kind()) {
                case SPEAKER -> speaker(draft);
                case ACT -> act(draft);
                case TARGET -> target(draft);
                case NO_CLAIM -> noClaim(draft);
                case OTHER_INCIDENT -> otherIncident(draft);
                case MERGE -> merge(draft);
                case SPLIT -> split(draft);
                case RELATION_RIGHT, RELATION_WRONG -> relation(draft);
                case NOTE -> note(draft);
            };
        } catch (Orphaned e) {
            throw new CorrectionException(String.valueOf(e.getMessage()));
        }
    }

    private static void check(boolean holds, String wrong) {
        if (!holds) {
            throw new CorrectionException(wrong);
        }
    }

    private static void counts(Draft draft, int least, int most, int values, int mostValues) {
        String kind = draft.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        int anchors = draft.anchors().size();
        check(
                anchors >= least && anchors <= most,
                kind + ": rests on " + anchors + " places; needs "
                        + (least == most ? String.valueOf(least) : least + " to " + most));
        int given = draft.values().size();
        check(
                given >= values && given <= mostValues,
                kind + ": has " + given + " values; needs "
                        + (values == mostValues ? String.valueOf(values) : values + " to " + mostValues));
    }

    private Claim claim(Draft draft) throws Orphaned {
        return corrector.claim(draft.anchors().get(0));
    }

    private static Store.Said said(Draft draft, List<Actor> actors, List<String> before) {
        return new Store.Said(draft.anchors(), draft.values(), actors, draft.note(), before);
    }

    private Store.Said speaker(Draft draft) throws Orphaned {
        counts(draft, 1, 1, 0, 1);
        Claim claim = claim(draft);
        List<Actor> actors = actors(draft.values());
        Actor now = claim.speaker().actor();
        check(
                actors.isEmpty()
                        ? now != null || !claim.speaker().label().isEmpty()
                        : !actors.get(0).equals(now),
                "the speaker is that already");
        return said(draft, actors, now == null ? List.of(claim.speaker().label()) : List.of(now.id(), now.name()));
    }

    private Store.Said act(Draft draft) throws Orphaned {
        counts(draft, 1, 1, 1, 1);
        Claim claim = claim(draft);
        String name = draft.values().get(0);
        check(
                Stream.of(Act.values()).anyMatch(act -> act.name().equals(name)),
                "there is no act \"" + name + "\"; there are " + List.of(Act.values()));
        check(!claim.act().name().equals(name), "the act is " + name + " already");
        return said(draft, List.of(), List.of(claim.act().name()));
    }

    private Store.Said target(Draft draft) throws Orphaned {
        counts(draft, 1, 1, 0, 20);
        Claim claim = claim(draft);
        List<Actor> actors = actors(draft.values());
        check(
                !claim.targets().equals(actors)
                        || (actors.isEmpty() && !claim.targetLabels().isEmpty()),
                "the targets are those already");
        return said(
                draft,
                actors,
                claim.targets().isEmpty()
                        ? claim.targetLabels()
                        : claim.targets().stream().map(Actor::id).toList());
    }

    private Store.Said noClaim(Draft draft) throws Orphaned {
        counts(draft, 1, 1, 0, 0);
        Claim claim = claim(draft);
        return said(
                draft, List.of(), List.of(claim.speaker().label(), claim.act().name()));
    }

    private Store.Said otherIncident(Draft draft) throws Orphaned {
        counts(draft, 1, 2, 0, 0);
        Claim claim = claim(draft);
        String now = comparison.incidentOf().get(claim.id());
        if (draft.anchors().size() == 1) {
            check(now != null, "the claim is about no incident already");
        } else {
            Incident meant = incident(draft.anchors().get(1));
            check(!meant.id().equals(now), "the claim is about that incident already");
        }
        return said(draft, List.of(), now == null ? List.of() : List.of(label(now)));
    }

    private Store.Said merge(Draft draft) throws Orphaned {
        counts(draft, 2, 2, 0, 0);
        Incident one = incident(draft.anchors().get(0));
        Incident other = incident(draft.anchors().get(1));
        check(!one.id().equals(other.id()), "both places tell of one incident already");
        return said(draft, List.of(), List.of(one.label(), other.label()));
    }

    private Store.Said split(Draft draft) throws Orphaned {
        counts(draft, 1, MOST_ANCHORS, 0, 0);
        Incident whole = incident(draft.anchors().get(0));
        for (Anchor anchor : draft.anchors()) {
            check(incident(anchor).id().equals(whole.id()), "the places are not all of one incident");
        }
        check(
                draft.anchors().stream().distinct().count() < whole.mentions().size(),
                "these are all that is told of the incident; some have to stay");
        return said(draft, List.of(), List.of(whole.label()));
    }

    private Store.Said relation(Draft draft) throws Orphaned {
        counts(draft, 2, 2, 2, 2);
        String a = claim(draft).id();
        String b = corrector.claim(draft.anchors().get(1)).id();
        ClaimRelation found = comparison.relations().stream()
                .filter(one -> (one.a().equals(a) && one.b().equals(b))
                        || (one.a().equals(b) && one.b().equals(a)))
                .filter(one -> one.kind().name().equals(draft.values().get(0))
                        && one.slot().name().equals(draft.values().get(1)))
                .findFirst()
                .orElse(null);
        check(found != null, "there is no such relation of these two claims");
        return said(draft, List.of(), List.of(Objects.requireNonNull(found).reason()));
    }

    private Store.Said note(Draft draft) throws Orphaned {
        counts(draft, 1, 1, 0, 0);
        check(draft.note() != null && !draft.note().isBlank(), "the note is empty");
        corrector.analysis(draft.anchors().get(0));
        return said(draft, List.of(), List.of());
    }

    private Incident incident(Anchor anchor) throws Orphaned {
        IncidentEdit.Place place = corrector.mention(anchor);
        Incident found = Corrector.at(place, comparison);
        check(found != null, "no incident is known of what is told at \"" + anchor.exact() + "\"");
        return Objects.requireNonNull(found);
    }

    private String label(String incident) {
        return comparison.incidents().stream()
                .filter(one -> one.id().equals(incident))
                .map(Incident::label)
                .findFirst()
                .orElse(incident);
    }

    private List<Actor> actors(List<String> values) {
        List<Actor> actors = new ArrayList<>();
        for (String value : values) {
            String name = value.strip();
            check(
                    !name.isEmpty() && name.length() <= LONGEST_NAME,
                    "an actor needs a name of " + LONGEST_NAME + " letters at most");
            actors.add(actor(name));
        }
        return actors;
    }

    /** One of the case, by id or by a name that one alone has; else one of the program's tables; else somebody new of that name. */
    private Actor actor(String value) {
        List<Actor> all = comparison.analyses().stream()
                .flatMap(analysis -> Stream.concat(
                        analysis.mentions().stream().map(Mention::actor).flatMap(Reasons::known),
                        analysis.claims().stream()
                                .flatMap(claim ->
                                        Stream.concat(known(claim.speaker().actor()), claim.targets().stream()))))
                .distinct()
                .toList();
        List<Actor> named =
                all.stream().filter(actor -> actor.id().equals(value)).toList();
        if (named.isEmpty()) {
            named = all.stream()
                    .filter(actor -> actor.name().equalsIgnoreCase(value))
                    .toList();
        }
        if (!named.isEmpty() && named.stream().map(Actor::id).distinct().count() == 1) {
            return named.get(0);
        }
        return registered
                .apply(value)
                .orElseThrow(() -> new CorrectionException("there is no actor of the id \"" + value + "\""));
    }

    private static Stream<Actor> known(@Nullable Actor actor) {
        return actor == null ? Stream.of() : Stream.of(actor);
    }
}

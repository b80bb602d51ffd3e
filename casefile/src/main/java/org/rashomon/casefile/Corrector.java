package org.rashomon.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentEdit;
import org.rashomon.model.events.IncidentMention;

/**
 * Corrections put into effect: what they say of claims before the comparison, what they say of incidents within it, what they say of
 * relations after it. One whose words are not there any more, or are not what they were, becomes an orphan and changes nothing.
 */
final class Corrector {
    private final Map<String, ArticleAnalysis> analyses = new LinkedHashMap<>();
    private final Map<String, Correction> corrections = new LinkedHashMap<>();
    private final Map<String, IncidentEdit> edits = new LinkedHashMap<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final Map<String, String> human = new LinkedHashMap<>();

    /** A relation of two claims that somebody judged. */
    private record Relation(String a, String b, String kind, String slot) {
        boolean is(ClaimRelation other) {
            boolean pair = (other.a().equals(a) && other.b().equals(b))
                    || (other.a().equals(b) && other.b().equals(a));
            return pair
                    && other.kind().name().equals(kind)
                    && other.slot().name().equals(slot);
        }
    }

    /** Why a correction cannot be applied. */
    static final class Orphaned extends Exception {
        Orphaned(String reason) {
            super(reason);
        }
    }

    Corrector(List<ArticleAnalysis> read, List<Store.Corrected> rows) {
        read.forEach(analysis -> analyses.put(analysis.article().id(), analysis));
        for (Store.Corrected row : rows) {
            Correction correction = row.toCorrection();
            if (correction.state() == Correction.State.LIVE) {
                try {
                    apply(row.id(), correction.draft(), row.said().actors());
                } catch (Orphaned e) {
                    correction = correction.orphan(String.valueOf(e.getMessage()));
                }
            }
            corrections.put(row.id(), correction);
        }
    }

    List<ArticleAnalysis> analyses() {
        return List.copyOf(analyses.values());
    }

    List<IncidentEdit> edits() {
        return List.copyOf(edits.values());
    }

    /** The comparison without the relations that do not hold; what it does not bear out becomes an orphan. */
    Comparison judged(Comparison found) {
        edits.forEach((id, edit) -> {
            if (!holds(edit, found)) {
                orphan(
                        id,
                        "what it says of incidents does not come about: no incident is told at these words any more");
            }
        });
        Set<Relation> wrong = new LinkedHashSet<>();
        relations.forEach((id, relation) -> {
            if (found.relations().stream().noneMatch(relation::is)) {
                orphan(id, "comparing finds no such relation any more");
            } else if (Objects.requireNonNull(corrections.get(id)).draft().kind() == Draft.Kind.RELATION_WRONG) {
                wrong.add(relation);
            }
        });
        if (wrong.isEmpty()) {
            return found;
        }
        List<ClaimRelation> kept = found.relations().stream()
                .filter(relation -> wrong.stream().noneMatch(one -> one.is(relation)))
                .toList();
        return new Comparison(
                found.analyses(),
                found.stories(),
                found.incidents(),
                found.agreements(),
                kept,
                found.lineages(),
                found.omissions(),
                found.storyOf(),
                found.incidentOf(),
                found.agreementOf(),
                found.incidentOfFigure());
    }

    private void orphan(String id, String reason) {
        corrections.computeIfPresent(id, (key, correction) -> correction.orphan(reason));
        human.remove(id);
    }

    private static boolean holds(IncidentEdit edit, Comparison found) {
        if (edit instanceof IncidentEdit.Merge merge) {
            Incident one = at(merge.one(), found);
            return one != null && one.equals(at(merge.other(), found));
        }
        if (edit instanceof IncidentEdit.Split split) {
            return split.mentions().stream().allMatch(place -> at(place, found) != null);
        }
        IncidentEdit.About about = (IncidentEdit.About) edit;
        String now = found.incidentOf().get(about.claim());
        if (about.mention() == null) {
            return now == null;
        }
        Incident meant = at(about.mention(), found);
        return meant != null && meant.id().equals(now);
    }

    /** The incident that is told there, or null. */
    static @Nullable Incident at(IncidentEdit.Place place, Comparison found) {
        return found.incidents().stream()
                .filter(incident -> incident.mentions().stream().anyMatch(place::isOf))
                .findFirst()
                .orElse(null);
    }

    /** All of them, with what became of each; after {@link #judged}. */
    List<Correction> corrections() {
        return List.copyOf(corrections.values());
    }

    /** Claims that live corrections touched; after {@link #judged}. */
    Set<String> human() {
        return Set.copyOf(human.values());
    }

    private void apply(String id, Draft draft, List<Actor> actors) throws Orphaned {
        switch (draft.kind()) {
            case SPEAKER -> touch(id, draft, claim -> withSpeaker(claim, actors.isEmpty() ? null : actors.get(0)));
            case ACT ->
                touch(
                        id,
                        draft,
                        claim -> withAct(claim, Act.valueOf(draft.values().get(0))));
            case TARGET -> touch(id, draft, claim -> withTargets(claim, actors));
            case NO_CLAIM -> {
                ArticleAnalysis analysis = analysis(draft.anchors().get(0));
                analyses.put(
                        analysis.article().id(),
                        without(analysis, claim(draft.anchors().get(0))));
            }
            case OTHER_INCIDENT -> {
                Claim claim = claim(draft.anchors().get(0));
                IncidentEdit.Place mention = draft.anchors().size() < 2
                        ? null
                        : mention(draft.anchors().get(1));
                edits.put(id, new IncidentEdit.About(claim.id(), mention));
                human.put(id, claim.id());
            }
            case MERGE ->
                edits.put(
                        id,
                        new IncidentEdit.Merge(
                                mention(draft.anchors().get(0)),
                                mention(draft.anchors().get(1))));
            case SPLIT -> {
                List<IncidentEdit.Place> places = new ArrayList<>();
                for (Anchor anchor : draft.anchors()) {
                    places.add(mention(anchor));
                }
                edits.put(id, new IncidentEdit.Split(places));
            }
            case RELATION_RIGHT, RELATION_WRONG ->
                relations.put(
                        id,
                        new Relation(
                                claim(draft.anchors().get(0)).id(),
                                claim(draft.anchors().get(1)).id(),
                                draft.values().get(0),
                                draft.values().get(1)));
            case NOTE -> analysis(draft.anchors().get(0));
        }
    }

    /** The article of these words, in the very text. */
    ArticleAnalysis analysis(Anchor anchor) throws Orphaned {
        ArticleAnalysis own = analyses.get(anchor.article());
        if (own == null || !own.article().sha256().equals(anchor.sha256())) {
            // the article may have another id in a case that was made anew
            List<ArticleAnalysis> same = analyses.values().stream()
                    .filter(analysis -> analysis.article().sha256().equals(anchor.sha256()))
                    .toList();
            if (same.size() != 1) {
                throw new Orphaned(
                        own == null
                                ? "the article " + anchor.article() + " is not in the case"
                                : "the text of " + anchor.article() + " is another one now");
            }
            own = same.get(0);
        }
        if (!anchor.holdsIn(own.article())) {
            throw new Orphaned("the words \"" + anchor.exact() + "\" do not stand there in " + anchor.article());
        }
        return own;
    }

    Claim claim(Anchor anchor) throws Orphaned {
        List<Claim> found = anchor.claims(analysis(anchor));
        if (found.size() != 1) {
            throw new Orphaned(
                    found.isEmpty()
                            ? "no claim is found at \"" + anchor.exact() + "\""
                            : found.size() + " claims are found at \"" + anchor.exact() + "\"");
        }
        return found.get(0);
    }

    IncidentEdit.Place mention(Anchor anchor) throws Orphaned {
        ArticleAnalysis analysis = analysis(anchor);
        if (analysis.incidentMentions().stream()
                .noneMatch(mention -> mention.span().equals(anchor.span()))) {
            throw new Orphaned("no incident is told at \"" + anchor.exact() + "\"");
        }
        return new IncidentEdit.Place(analysis.article().id(), anchor.span());
    }

    private void touch(String id, Draft draft, UnaryOperator<Claim> change) throws Orphaned {
        Anchor anchor = draft.anchors().get(0);
        ArticleAnalysis analysis = analysis(anchor);
        Claim touched = claim(anchor);
        human.put(id, touched.id());
        analyses.put(
                analysis.article().id(),
                with(
                        analysis,
                        analysis.claims().stream()
                                .map(claim -> claim.id().equals(touched.id()) ? change.apply(claim) : claim)
                                .toList()));
    }

    private static ArticleAnalysis with(ArticleAnalysis analysis, List<Claim> claims) {
        return new ArticleAnalysis(
                analysis.article(),
                analysis.sentences(),
                analysis.mentions(),
                analysis.times(),
                analysis.attributions(),
                claims,
                analysis.figures(),
                analysis.incidentMentions(),
                analysis.agreementMentions(),
                analysis.agreementStatements());
    }

    /** With another speaker; where the claim clears or blames the speaker's own side without a word for it, that of the new one. */
    private static Claim withSpeaker(Claim claim, @Nullable Actor actor) {
        Speaker before = claim.speaker();
        Speaker speaker = actor == null
                ? new Speaker(SpeakerStatus.UNRESOLVED, null, before.label(), null)
                : new Speaker(SpeakerStatus.RESOLVED, actor, actor.name(), null);
        List<Actor> own = actor == null ? List.of() : List.of(actor);
        List<String> label = actor == null ? List.of() : List.of(actor.name());
        List<Actor> targets = claim.targets();
        List<String> labels = claim.targetLabels();
        List<Stance> stances = new ArrayList<>();
        for (Stance stance : claim.stances()) {
            boolean unsaid = isOwnSide(claim.act(), before.actor(), stance);
            if (unsaid && stance.actors().equals(targets)) {
                targets = own;
                labels = label;
            }
            stances.add(unsaid ? of(stance, own, label, List.of()) : stance);
        }
        return copy(claim, speaker, claim.act(), targets, labels, stances);
    }

    private static boolean isOwnSide(Act act, @Nullable Actor speaker, Stance stance) {
        return speaker != null
                && (act == Act.DENY || act == Act.ADMIT)
                && stance.spans().isEmpty()
                && !stance.actors().isEmpty()
                && stance.actors().stream()
                        .allMatch(actor -> actor.id().equals(speaker.id())
                                || (actor.country() != null && actor.country().equals(speaker.country())));
    }

    private static Claim withAct(Claim claim, Act act) {
        return copy(
                claim,
                claim.speaker(),
                act,
                claim.targets(),
                claim.targetLabels(),
                Stance.of(act, claim.targets(), claim.targetLabels()));
    }

    private static Claim withTargets(Claim claim, List<Actor> actors) {
        List<String> labels = actors.stream().map(Actor::name).toList();
        List<Stance> stances = new ArrayList<>();
        for (Stance stance : claim.stances()) {
            boolean aimed = stance.kind() == Stance.Kind.BLAMES || stance.kind() == Stance.Kind.CLEARS;
            if (!aimed) {
                stances.add(stance);
            } else if (!actors.isEmpty()) {
                stances.add(of(stance, actors, labels, claim.attribution().content()));
            }
        }
        boolean none = stances.stream()
                .noneMatch(stance -> stance.kind() == Stance.Kind.BLAMES || stance.kind() == Stance.Kind.CLEARS);
        if (none && !actors.isEmpty()) {
            stances.addAll(Stance.of(claim.act(), actors, labels));
        }
        return copy(claim, claim.speaker(), claim.act(), actors, labels, stances);
    }

    private static Stance of(Stance stance, List<Actor> actors, List<String> labels, List<Span> spans) {
        return new Stance(stance.kind(), actors, labels, spans, false, stance.mode(), 1);
    }

    private static Claim copy(
            Claim claim, Speaker speaker, Act act, List<Actor> targets, List<String> labels, List<Stance> stances) {
        return new Claim(
                claim.id(),
                claim.article(),
                claim.attribution(),
                speaker,
                claim.via(),
                act,
                targets,
                labels,
                stances,
                claim.addressee(),
                claim.factuality(),
                claim.said());
    }

    /**
     * The analysis without a claim. What it told belongs to the claim around it; where there is none it goes, since it would pass for the
     * outlet's own words.
     */
    private static ArticleAnalysis without(ArticleAnalysis analysis, Claim gone) {
        List<Claim> claims = analysis.claims().stream()
                .filter(claim -> !claim.id().equals(gone.id()))
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : analysis.figures()) {
            String around = around(claims, figure.span());
            if (!gone.id().equals(figure.claim())) {
                figures.add(figure);
            } else if (around != null) {
                figures.add(new Figure(
                        figure.id(),
                        figure.article(),
                        figure.span(),
                        figure.low(),
                        figure.high(),
                        figure.computed(),
                        figure.part(),
                        figure.unit(),
                        figure.personClass(),
                        figure.scope(),
                        figure.cumulative(),
                        figure.period(),
                        figure.asOf(),
                        around));
            }
        }
        List<IncidentMention> incidents = new ArrayList<>();
        for (IncidentMention told : analysis.incidentMentions()) {
            String around = around(claims, told.span());
            if (!gone.id().equals(told.claim())) {
                incidents.add(told);
            } else if (around != null) {
                incidents.add(new IncidentMention(
                        told.article(),
                        told.span(),
                        told.sentence(),
                        told.type(),
                        told.head(),
                        told.telling(),
                        told.opening(),
                        told.plural(),
                        told.time(),
                        told.place(),
                        told.targets(),
                        told.targetName(),
                        told.weapon(),
                        told.ordinal(),
                        told.perpetrators(),
                        told.cause(),
                        around));
            }
        }
        List<AgreementMention> agreements = new ArrayList<>();
        for (AgreementMention told : analysis.agreementMentions()) {
            String around = around(claims, told.span());
            if (!gone.id().equals(told.claim())) {
                agreements.add(told);
            } else if (around != null) {
                agreements.add(new AgreementMention(
                        told.article(),
                        told.span(),
                        told.sentence(),
                        told.name(),
                        told.kind(),
                        told.form(),
                        told.date(),
                        told.inForceFrom(),
                        told.participations(),
                        told.obligations(),
                        around));
            }
        }
        List<Attribution> attributions = analysis.attributions().stream()
                .filter(attribution -> !attribution.equals(gone.attribution()))
                .toList();
        List<AgreementStatement> statements = analysis.agreementStatements().stream()
                .filter(statement -> !statement.claim().equals(gone.id()))
                .toList();
        return new ArticleAnalysis(
                analysis.article(),
                analysis.sentences(),
                analysis.mentions(),
                analysis.times(),
                attributions,
                claims,
                figures,
                incidents,
                agreements,
                statements);
    }

    /** The id of the innermost claim whose content holds the words, or null. */
    private static @Nullable String around(List<Claim> claims, Span span) {
        return claims.stream()
                .filter(claim -> claim.attribution().content().stream().anyMatch(content -> content.contains(span)))
                .min(Comparator.comparingInt(
                        claim -> Span.covering(claim.attribution().content()).length()))
                .map(Claim::id)
                .orElse(null);
    }
}

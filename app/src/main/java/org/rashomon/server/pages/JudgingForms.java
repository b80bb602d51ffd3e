package org.rashomon.server.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.CorrectionException;
import org.rashomon.casefile.Draft;
import org.rashomon.export.layout.PageNames;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.server.view.Snapshot;
import org.rashomon.server.view.Snapshots;

/** What people say of incidents and of relations between claims. */
final class JudgingForms {
    private final Snapshots snapshots;

    JudgingForms(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** A mention of the incident that somebody names. */
    static Anchor mention(Snapshot snapshot, String typed) {
        if (typed.isBlank()) {
            throw new CorrectionException("Choose an incident first.");
        }
        Incident incident = snapshot.judgements()
                .incident(typed)
                .orElseThrow(() -> new CorrectionException("No one incident is called “" + typed.strip()
                        + "”. Choose it from the list, or give the id that ends the address of its page."));
        return mentions(snapshot, incident).get(0);
    }

    private static List<Anchor> mentions(Snapshot snapshot, Incident incident) {
        return Anchor.mentions(snapshot.dossier(), incident.id());
    }

    /** Says that two incidents are one; the page to go on with. */
    String merge(Visit visit, String id, String other, String note) {
        Snapshot before = visit.snapshot();
        Optional<Incident> one = before.incident(id);
        if (one.isEmpty()) {
            return gone(visit);
        }
        Anchor anchor = mentions(before, one.get()).get(0);
        try {
            correct(visit, Draft.merge(anchor, mention(before, other), noted(note)));
        } catch (CorrectionException e) {
            visit.tell(String.valueOf(e.getMessage()));
        }
        return page(anchor, id);
    }

    /** Says that some places tell of another incident. */
    String split(Visit visit, String id, List<String> articles, List<String> places, String note) {
        Snapshot before = visit.snapshot();
        Optional<Incident> whole = before.incident(id);
        if (whole.isEmpty()) {
            return gone(visit);
        }
        Set<String> chosen = new LinkedHashSet<>(places);
        List<Anchor> out = new ArrayList<>();
        for (IncidentMention mention : whole.get().mentions()) {
            String place = mention.article() + " " + mention.span().start() + " "
                    + mention.span().end();
            if (articles.contains(mention.article()) || chosen.contains(place)) {
                out.add(Anchor.of(before.index().article(mention.article()), mention.span()));
            }
        }
        if (out.isEmpty()) {
            visit.tell("Choose the places that tell of another incident first.");
            return "/pages/" + PageNames.incident(id);
        }
        try {
            correct(visit, Draft.split(out, noted(note)));
        } catch (CorrectionException e) {
            visit.tell(String.valueOf(e.getMessage()));
        }
        return page(out.get(0), id);
    }

    /** Says that a statement bears on another as is shown, or does not: of all copies of the two. */
    void relation(Visit visit, String verdict, String note) {
        int space = verdict.indexOf(' ');
        boolean right = verdict.startsWith("RIGHT ");
        List<ClaimRelation> relations = space < 0 || !(right || verdict.startsWith("WRONG "))
                ? List.of()
                : visit.snapshot().judgements().relations(verdict.substring(space + 1));
        if (relations.isEmpty()) {
            visit.tell("These two statements do not bear on each other so any more.");
            return;
        }
        Snapshot before = visit.snapshot();
        List<Draft> drafts = relations.stream()
                .map(relation -> Draft.relation(
                        right,
                        anchor(before, relation.a()),
                        anchor(before, relation.b()),
                        relation.kind(),
                        relation.slot(),
                        noted(note)))
                .toList();
        try {
            snapshots.open().correct(drafts, visit.author());
            visit.tell(CorrectionPages.changes(drafts.get(0), before, snapshots.current()));
        } catch (CorrectionException e) {
            visit.tell(String.valueOf(e.getMessage()));
        }
    }

    private static Anchor anchor(Snapshot snapshot, String claim) {
        return Anchor.of(
                snapshot.index().article(snapshot.index().claim(claim).article()),
                snapshot.index().claim(claim));
    }

    private void correct(Visit visit, Draft draft) {
        snapshots.open().correct(draft, visit.author());
        visit.tell(CorrectionPages.changes(draft, visit.snapshot(), snapshots.current()));
    }

    private static @Nullable String noted(String note) {
        return note.isBlank() ? null : note.strip();
    }

    private static String gone(Visit visit) {
        visit.tell("There is no such incident any more; it has changed meanwhile.");
        return "/pages/incidents.html";
    }

    /** An incident has another address when its mentions change: where these words are told of now. */
    private String page(Anchor anchor, String before) {
        return "/pages/"
                + PageNames.incident(snapshots
                        .current()
                        .judgements()
                        .at(anchor)
                        .map(Incident::id)
                        .orElse(before));
    }
}

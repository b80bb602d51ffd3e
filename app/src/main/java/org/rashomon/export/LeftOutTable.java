package org.rashomon.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.Carried;
import org.rashomon.export.page.Page.LeftOut;
import org.rashomon.export.page.Page.LeftOutRow;
import org.rashomon.export.page.Page.Link;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.events.Incident;

/** What outlets that cover a subject carry of it and what not, always with the number that cover it. */
final class LeftOutTable {
    private static final int ROWS_SHOWN = 12;

    private final DossierIndex index;
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, List<Omission>> bySubject = new LinkedHashMap<>();

    LeftOutTable(DossierIndex index) {
        this.index = index;
        index.dossier().comparison().incidents().forEach(incident -> incidents.put(incident.id(), incident));
        index.dossier()
                .comparison()
                .omissions()
                .forEach(omission -> bySubject
                        .computeIfAbsent(
                                index.storyOf(omission.article()) + "\t" + omission.claim() + "\t"
                                        + omission.incident(),
                                key -> new ArrayList<>())
                        .add(omission));
    }

    /** The omissions of one story, those that most outlets carry first. */
    @Nullable
    LeftOut table(String story) {
        List<List<Omission>> subjects = bySubject.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(story + "\t"))
                .map(Map.Entry::getValue)
                .toList();
        if (subjects.isEmpty()) {
            return null;
        }
        TreeSet<String> outlets = new TreeSet<>();
        subjects.forEach(omissions -> omissions.forEach(omission -> {
            outlets.add(omission.outlet());
            outlets.addAll(omission.carriedBy());
        }));
        List<LeftOutRow> rows = subjects.stream()
                .sorted(Comparator.comparing(
                        omissions -> -omissions.get(0).carriedBy().size()))
                .map(omissions -> row(omissions, List.copyOf(outlets)))
                .toList();
        int shown = Math.min(ROWS_SHOWN, rows.size());
        return new LeftOut(List.copyOf(outlets), rows.subList(0, shown), rows.subList(shown, rows.size()));
    }

    private LeftOutRow row(List<Omission> omissions, List<String> outlets) {
        Omission first = omissions.get(0);
        Map<String, Omission> missing = new LinkedHashMap<>();
        omissions.forEach(omission -> missing.merge(omission.outlet(), omission, (a, b) -> a.hadWireCopy() ? a : b));
        List<Carried> cells = outlets.stream()
                .map(outlet -> cell(outlet, first, missing.get(outlet)))
                .toList();
        String carried = first.carriedBy().size() + " of " + first.of();
        if (first.claim() != null) {
            Claim claim = index.claim(first.claim());
            return new LeftOutRow(
                    Wording.verb(claim.act()),
                    new Link(
                            Anchors.toClaim(claim),
                            Wording.cut(Wording.words(claim, index.article(claim.article())), 160)),
                    ClaimLines.who(claim.speaker()),
                    cells,
                    carried);
        }
        Incident incident = incidents.get(first.incident());
        Link subject = incident == null
                ? new Link("#top", "an incident")
                : new Link("#" + Anchors.safe(incident.id()), incident.label());
        return new LeftOutRow("incident", subject, "", cells, carried);
    }

    private static Carried cell(String outlet, Omission first, @Nullable Omission missing) {
        if (missing != null) {
            return missing.hadWireCopy()
                    ? new Carried("wire", outlet, "left out; its wire copy had it")
                    : new Carried("no", outlet, "left out");
        }
        return first.carriedBy().contains(outlet)
                ? new Carried("yes", outlet, "carries it")
                : new Carried("none", outlet, "not covered");
    }
}

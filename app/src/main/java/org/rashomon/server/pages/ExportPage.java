package org.rashomon.server.pages;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.export.DossierTables;
import org.rashomon.export.formats.Formats;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.Served.Download;
import org.rashomon.server.access.Role;
import org.rashomon.server.exports.ExportFiles;
import org.rashomon.server.view.Snapshot;

/** What can be taken away. */
final class ExportPage {
    private static final int SHOWN = 300;

    private ExportPage() {}

    static Served of(Visit visit) {
        Snapshot snapshot = visit.snapshot();
        List<Download> downloads = new ArrayList<>();
        downloads.add(new Download(
                new Link("/export/dossier.zip", "dossier.zip"),
                "pages that open without a server, and all tables, as rashomon read writes them"));
        if (visit.visitor().role().may(Role.EDITOR)) {
            downloads.add(new Download(
                    new Link("/export/bundle.zip", "bundle.zip"),
                    ExportFiles.kind(ExportFiles.BUNDLE).orElseThrow().what()));
        }
        for (String table : DossierTables.NAMES) {
            long rows = snapshot.count(table);
            downloads.add(new Download(
                    new Link("/export/" + table + ".jsonl", table + ".jsonl"), rows + (rows == 1 ? " row" : " rows")));
        }
        downloads.add(new Download(
                new Link("/export/corrections.jsonl", "corrections.jsonl"),
                snapshot.corrections().size() + " corrections, those taken back included"));
        List<Download> formats = Formats.ALL.stream()
                .map(format -> new Download(
                        new Link(format.name(), format.name()), format.what() + ". It loses: " + format.loses() + "."))
                .toList();
        return new Served.Export(
                visit.frame("Export"),
                downloads,
                formats,
                stories(snapshot),
                snapshot.judgements().all());
    }

    private static List<Link> stories(Snapshot snapshot) {
        return snapshot.dossier().comparison().stories().stream()
                .filter(story -> story.articles().size() > 1)
                .limit(SHOWN)
                .map(story -> new Link(
                        story.id(),
                        story.label() + " · "
                                + Statements.plural(story.articles().size(), "article", "articles")))
                .toList();
    }
}

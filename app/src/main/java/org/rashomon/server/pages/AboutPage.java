package org.rashomon.server.pages;

import java.util.ArrayList;
import java.util.List;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Served;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.server.view.Snapshot;

/** What was read and what made this. */
final class AboutPage {
    private static final int SHOWN = 500;

    private AboutPage() {}

    static Served of(Visit visit) {
        Snapshot snapshot = visit.snapshot();
        Dossier dossier = snapshot.dossier();
        long outlets = dossier.analyses().stream()
                .map(analysis -> analysis.article().outlet())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
        long undated = dossier.analyses().stream()
                .filter(analysis -> analysis.article().published() == null)
                .count();
        long nameless = dossier.analyses().stream()
                .filter(analysis -> analysis.article().outlet() == null)
                .count();
        long textOnly = dossier.analyses().stream()
                .filter(analysis -> analysis.isTextOnly())
                .count();
        List<String> read = new ArrayList<>();
        read.add(Statements.plural(dossier.analyses().size(), "article", "articles") + " of "
                + Statements.plural((int) outlets, "outlet", "outlets"));
        add(read, undated, "without a day of publication");
        add(read, nameless, "without an outlet");
        add(read, textOnly, "not in English, kept as text without claims");
        add(read, dossier.duplicates().size(), "read before, kept once");
        dossier.skipped().forEach(part -> read.add("passed over: " + part.source() + ": " + part.reason()));
        return new Served.About(
                visit.frame("About this case"),
                read,
                dossier.rejected().stream()
                        .limit(SHOWN)
                        .map(one -> one.source() + ": " + one.reason())
                        .toList(),
                snapshot.statements().madeBy() + ". State of the case: " + snapshot.version() + ".");
    }

    private static void add(List<String> read, long number, String what) {
        if (number > 0) {
            read.add(number + " " + what);
        }
    }
}

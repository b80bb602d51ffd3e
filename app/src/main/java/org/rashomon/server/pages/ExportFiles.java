package org.rashomon.server.pages;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.bundle.BundleWriter;
import org.rashomon.export.CorrectionLines;
import org.rashomon.export.DossierPage;
import org.rashomon.export.DossierTables;
import org.rashomon.export.DossierWriter;
import org.rashomon.export.TableWriter;
import org.rashomon.export.formats.Formats;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.lookup.Selection;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.Served.Download;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.server.view.Snapshot;

/** What can be taken away: the dossier, its tables, and what people corrected. */
final class ExportFiles {
    private static final int SHOWN = 300;

    private ExportFiles() {}

    static Served page(Visit visit) {
        Snapshot snapshot = visit.snapshot();
        List<Download> downloads = new ArrayList<>();
        downloads.add(new Download(
                new Link("/export/dossier.zip", "dossier.zip"),
                "pages that open without a server, and all tables, as rashomon read writes them"));
        downloads.add(
                new Download(
                        new Link("/export/bundle.zip", "bundle.zip"),
                        "all of the case in one file, with originals, corrections and the chain of custody, for rashomon import on another machine"));
        for (String table : DossierTables.NAMES) {
            int rows = snapshot.rows(table).size();
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

    /**
     * Writes a format of another tool, zipped, of all of the case or a part of it.
     *
     * @param of empty for all, or {@code story:} or {@code incident:} and an id
     * @return whether there is such a format and such a part
     */
    static boolean format(Snapshot snapshot, String name, String of, OutputStream out) throws IOException {
        Optional<DossierWriter> writer = Formats.writer(name, snapshot.corrections());
        Selection selection = new Selection(snapshot.dossier());
        Optional<Dossier> part = of.startsWith("story:")
                ? selection.story(of.substring("story:".length()))
                : of.startsWith("incident:")
                        ? selection.incident(of.substring("incident:".length()))
                        : of.isEmpty() ? Optional.of(snapshot.dossier()) : Optional.empty();
        if (writer.isEmpty() || part.isEmpty()) {
            return false;
        }
        zip(part.get(), List.of(writer.get()), name, out);
        return true;
    }

    /** All of the case in one file, which goes when it was sent. */
    static InputStream bundle(OpenCase open) throws IOException {
        Path file = Files.createTempFile("rashomon-bundle", ".zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            String version = open.version();
            Map<String, List<String>> tables = new LinkedHashMap<>();
            new TableWriter().tables(open.dossier()).forEach((name, rows) -> tables.put(name, rows.toList()));
            BundleWriter.write(open.place(), version, tables, CorrectionLines.of(open), out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Writes a table. */
    static void table(Snapshot snapshot, String table, OutputStream out) throws IOException {
        snapshot.tables().lines(table, line -> {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        });
    }

    /** Writes all corrections, oldest first. */
    static void corrections(OpenCase open, OutputStream out) throws IOException {
        for (String line : CorrectionLines.of(open)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes the dossier as it lies in a folder, zipped; the same state gives the same bytes. */
    static void dossier(Snapshot snapshot, OutputStream out) throws IOException {
        zip(snapshot.dossier(), List.of(new TableWriter(), new DossierPage()), "dossier", out);
    }

    private static void zip(Dossier dossier, List<DossierWriter> writers, String name, OutputStream out)
            throws IOException {
        Path folder = Files.createTempDirectory("rashomon-export");
        try {
            for (DossierWriter writer : writers) {
                writer.write(dossier, folder);
            }
            try (Stream<Path> all = Files.walk(folder);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    ZipEntry entry = new ZipEntry(
                            name + "/" + folder.relativize(file).toString().replace('\\', '/'));
                    entry.setTime(0);
                    zip.putNextEntry(entry);
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}

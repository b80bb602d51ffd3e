package org.rashomon.server.exports;

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
import org.rashomon.export.DossierWriter;
import org.rashomon.export.TableWriter;
import org.rashomon.export.formats.Formats;
import org.rashomon.export.lookup.Selection;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.server.view.Snapshot;

/** Writes the case, or a part of it, in the kinds that {@code rashomon export} knows; the same state gives the same bytes. */
public final class ExportFiles {
    /** The kind that holds all of the case, originals included. */
    public static final String BUNDLE = "bundle";

    private static final String CORRECTIONS = "corrections";

    private ExportFiles() {}

    /**
     * A kind of export.
     *
     * @param file what a file of it is called
     * @param type of its content
     * @param what is in it
     * @param loses what is not, or empty
     * @param parts whether a story or an incident can be had alone
     */
    public record Kind(String name, String file, String type, String what, String loses, boolean parts) {}

    /** All kinds, in the order to be shown. */
    public static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(zipped("jsonl", "the tables, for programs", ""));
        kinds.add(zipped("html", "pages that open without a server", "they are not read by machines"));
        Formats.ALL.forEach(format -> kinds.add(zipped(format.name(), format.what(), format.loses())));
        kinds.add(new Kind(
                CORRECTIONS,
                "corrections.jsonl",
                "application/jsonl",
                "what people corrected, what they took back included",
                "all but corrections",
                false));
        kinds.add(new Kind(
                BUNDLE,
                "bundle.zip",
                "application/zip",
                "all of the case in one file, with originals, corrections and the chain of custody, for rashomon import on another machine",
                "",
                false));
        return kinds;
    }

    private static Kind zipped(String name, String what, String loses) {
        return new Kind(name, name + ".zip", "application/zip", what, loses, true);
    }

    /** The kind of that name. */
    public static Optional<Kind> kind(String name) {
        return kinds().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /**
     * What of a case is meant; empty where there is no such part.
     *
     * @param of empty for all, or {@code story:} or {@code incident:} and an id
     */
    public static Optional<Dossier> part(Snapshot snapshot, String of) {
        Selection selection = new Selection(snapshot.dossier());
        return of.startsWith("story:")
                ? selection.story(of.substring("story:".length()))
                : of.startsWith("incident:")
                        ? selection.incident(of.substring("incident:".length()))
                        : of.isEmpty() ? Optional.of(snapshot.dossier()) : Optional.empty();
    }

    /** Writes a kind of that part of a case; those that are of all of it leave the part aside. */
    public static void write(OpenCase open, Snapshot snapshot, Kind kind, Dossier part, OutputStream out)
            throws IOException {
        switch (kind.name()) {
            case "jsonl" -> zip(part, List.of(new TableWriter()), "jsonl", out);
            case "html" -> zip(part, List.of(new DossierPage()), "html", out);
            case CORRECTIONS -> corrections(open, out);
            case BUNDLE -> bundle(open, out);
            default ->
                zip(
                        part,
                        List.of(Formats.writer(kind.name(), snapshot.corrections())
                                .orElseThrow()),
                        kind.name(),
                        out);
        }
    }

    /** All of the case in one file, which goes when it was sent. */
    public static InputStream bundle(OpenCase open) throws IOException {
        Path file = Files.createTempFile("rashomon-bundle", ".zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            bundle(open, out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void bundle(OpenCase open, OutputStream out) throws IOException {
        String version = open.version();
        Map<String, List<String>> tables = new LinkedHashMap<>();
        new TableWriter().tables(open.dossier()).forEach((name, rows) -> tables.put(name, rows.toList()));
        BundleWriter.write(open.place(), version, tables, CorrectionLines.of(open), out);
    }

    /** Writes a table. */
    public static void table(Snapshot snapshot, String table, OutputStream out) throws IOException {
        snapshot.tables().lines(table, line -> {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        });
    }

    /** Writes all corrections, oldest first. */
    public static void corrections(OpenCase open, OutputStream out) throws IOException {
        for (String line : CorrectionLines.of(open)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes the dossier as it lies in a folder, zipped; the same state gives the same bytes. */
    public static void dossier(Snapshot snapshot, OutputStream out) throws IOException {
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

package org.rashomon.service;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.CaseException;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.Verification;
import org.rashomon.casefile.bundle.BundleReader;
import org.rashomon.casefile.bundle.BundleWriter;
import org.rashomon.export.CorrectionLines;
import org.rashomon.export.DossierWriter;
import org.rashomon.export.DossierWriters;
import org.rashomon.export.TableWriter;
import org.rashomon.export.brat.BratChanges;
import org.rashomon.export.brat.Exported;
import org.rashomon.export.formats.Formats;
import org.rashomon.export.lookup.Selection;
import org.rashomon.model.dossier.Dossier;

/** Use cases on a case that is there: opening, exporting, verifying. */
public final class CaseService {
    /** The kind of export that is no dossier. */
    private static final String CORRECTIONS = "corrections";

    private static final String BUNDLE = "bundle";

    private CaseService() {}

    /** Opens a case to read and change it, and makes it where there is none. */
    public static OpenCase open(String place, ReadService reading) {
        return Cases.open(place, reading.workshop());
    }

    /** The same; somebody hears how far reading is. */
    public static OpenCase open(String place, ReadService reading, Progress progress) {
        return Cases.open(place, reading.workshop(progress));
    }

    /** Whether somebody may open the case by a password; where there is none yet, nobody may. Nothing is made. */
    public static boolean hasUsers(String place) {
        try (OpenCase there = Cases.look(place, ReadService.of("rules").workshop())) {
            return !there.users().isEmpty();
        } catch (CaseException e) {
            if (e.kind() == CaseException.Kind.NO_CASE) {
                return false;
            }
            throw e;
        }
    }

    /** The kinds that {@link #export} knows. */
    public static List<String> kinds() {
        return Stream.of(
                        DossierWriters.standard().stream().map(DossierWriter::format),
                        Formats.ALL.stream().map(Formats.Described::name),
                        Stream.of(CORRECTIONS, BUNDLE))
                .flatMap(names -> names)
                .sorted()
                .toList();
    }

    /**
     * Writes a case down for other programs or people; nothing is read or analysed.
     *
     * @param part what of the case
     * @param out a folder, as for a dossier; for corrections a file
     * @return how many articles, or corrections
     * @throws ConfigurationException when there is no such kind
     * @throws org.rashomon.casefile.CaseException when there is no case there
     */
    public static int export(String kind, String place, Part part, Path out) {
        if (!kinds().contains(kind)) {
            throw new ConfigurationException(
                    "there is no export \"" + kind + "\"; there are " + String.join(", ", kinds()));
        }
        // what only compares needs no trained reader
        try (OpenCase from = Cases.look(place, ReadService.of("rules").workshop())) {
            boolean whole = kind.equals(CORRECTIONS) || kind.equals(BUNDLE);
            if (whole && (part.story() != null || part.incident() != null)) {
                throw new ConfigurationException(kind + ": is of the whole case; leave out --story and --incident");
            }
            if (kind.equals(BUNDLE)) {
                return bundle(from, out).articles();
            }
            if (kind.equals(CORRECTIONS)) {
                List<String> lines = CorrectionLines.of(from);
                write(out, CORRECTIONS, draft -> Files.write(draft, lines, StandardCharsets.UTF_8));
                return lines.size();
            }
            List<DossierWriter> writers = Formats.writer(kind, from.corrections())
                    .map(List::of)
                    .orElseGet(() -> DossierWriters.standard().stream()
                            .filter(writer -> writer.format().equals(kind))
                            .toList());
            DossierFolder folder = new DossierFolder(out);
            folder.check();
            FolderLock lock = folder.lock();
            try {
                Dossier dossier = part.of(from.dossier(), place);
                folder.write(dossier, writers);
                return dossier.analyses().size();
            } finally {
                lock.close();
            }
        }
    }

    private static BundleWriter.Summary bundle(OpenCase from, Path out) {
        List<BundleWriter.Summary> written = new ArrayList<>();
        write(out, BUNDLE, draft -> {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft))) {
                written.add(bundle(from, stream));
            }
        });
        return written.get(0);
    }

    /** Writes a case down as one file, for another machine. */
    public static BundleWriter.Summary bundle(OpenCase from, OutputStream out) throws IOException {
        String version = from.version();
        return BundleWriter.write(from.place(), version, tables(from.dossier()), CorrectionLines.of(from), out);
    }

    /**
     * Makes a case of a bundle, with the tables that other tools see.
     *
     * @param place where no case is yet
     * @return what verifying it found
     */
    public static Verification bringIn(Path bundle, String place) {
        Verification found = BundleReader.read(bundle, place);
        try (OpenCase made = Cases.existing(place, ReadService.of("rules").workshop())) {
            publish(made);
        }
        return found;
    }

    /**
     * What came of annotations.
     *
     * @param files that were compared with what was exported
     * @param corrected corrections that were made
     * @param already changes that the case has already
     * @param rejected changes that were left aside, each with its file, its line and why
     */
    public record Annotated(int files, int corrected, int already, List<String> rejected) {}

    /**
     * Takes what an annotator changed in a folder that was exported for brat as corrections.
     *
     * @throws ConfigurationException when the folder is none that was exported, or is damaged
     */
    public static Annotated annotated(Path folder, String place, String author) {
        if (!BratChanges.isExport(folder)) {
            throw new ConfigurationException(folder + " holds no " + Exported.FILE
                    + ": give a folder that \"export brat\" made, with all that it held");
        }
        try (OpenCase open = Cases.existing(place, ReadService.of("rules").workshop())) {
            BratChanges found = BratChanges.of(folder, open.dossier());
            int corrected = found.correct(open, author);
            open.publish(tables(open.dossier()));
            return new Annotated(found.files(), corrected, found.already(), found.rejected());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(folder + ": " + e.getMessage());
        } catch (IOException e) {
            throw StoreFailures.of(folder, e);
        }
    }

    /**
     * What of a case is meant.
     *
     * @param story its id, or null
     * @param incident its id, or null; all of the case where both are
     */
    public record Part(@Nullable String story, @Nullable String incident) {
        /** All of it. */
        public static final Part ALL = new Part(null, null);

        private Dossier of(Dossier dossier, String place) {
            if (story != null && incident != null) {
                throw new ConfigurationException("give --story or --incident, not both");
            }
            Selection selection = new Selection(dossier);
            return story != null
                    ? selection.story(story).orElseThrow(() -> none("story", story, place))
                    : incident != null
                            ? selection.incident(incident).orElseThrow(() -> none("incident", incident, place))
                            : dossier;
        }

        private static ConfigurationException none(String what, String id, String place) {
            return new ConfigurationException("there is no " + what + " \"" + id + "\" in the case " + place
                    + "; its table (export jsonl) has the present ids, which change with what it holds");
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(Path draft) throws IOException;
    }

    /** The file is there whole, or as it was. */
    private static void write(Path out, String kind, Writing writing) {
        Path file = out.toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            throw new ConfigurationException("--out: " + out + " is a folder; for " + kind + " give a file");
        }
        Path draft = file.resolveSibling("." + file.getFileName() + ".writing");
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            writing.to(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StoreFailures.of(out, e);
        }
    }

    /** Checks a case through and through. */
    public static Verification verify(String place) {
        return Verification.of(place);
    }

    /** Keeps the tables that other tools see, as the case is now. */
    public static void publish(OpenCase open) {
        open.publish(tables(open.dossier()));
    }

    /** The tables as other tools see them within the case. */
    static Map<String, List<String>> tables(Dossier dossier) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        new TableWriter().tables(dossier).forEach((name, rows) -> tables.put(name, rows.toList()));
        return tables;
    }
}

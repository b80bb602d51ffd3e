package org.rashomon.server.pages;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.rashomon.casefile.OpenCase;
import org.rashomon.export.brat.BratChanges;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;

/** An annotated folder for brat, handed in as a ZIP file: what was changed in it becomes corrections. */
final class BratImport {
    private static final int MOST_FILES = 40_000;
    private static final long MOST_BYTES = 100L << 20;
    private static final int SHOWN = 300;
    /** The last part of a name; whatever folders stand before it, the files lie side by side. */
    private static final Pattern NAME = Pattern.compile("(?:.*/)?([\\w-][\\w.-]{0,120}\\.(?:ann|txt|tsv))");

    private BratImport() {}

    static Served of(Visit visit, Context context, OpenCase open) throws IOException {
        UploadedFile file = context.uploadedFile("brat");
        Path folder = Files.createTempDirectory("rashomon-brat");
        try {
            if (file == null || file.size() == 0) {
                return told(visit, "Nothing was handed in: choose the ZIP file.", List.of());
            }
            try (InputStream content = file.content()) {
                unpack(content, folder);
            } catch (ZipException | IllegalArgumentException e) {
                return told(visit, "That is no ZIP file that can be read: " + e.getMessage() + ".", List.of());
            }
            if (!BratChanges.isExport(folder)) {
                return told(
                        visit,
                        "There is no exported.tsv in it: hand in what Export gave for brat, with all that it held.",
                        List.of());
            }
            BratChanges found;
            try {
                found = BratChanges.of(folder, visit.snapshot().dossier());
            } catch (IllegalArgumentException e) {
                return told(visit, String.valueOf(e.getMessage()), List.of());
            }
            int corrected = found.correct(open, visit.author());
            return told(
                    visit,
                    Statements.plural(found.files(), "file", "files") + " compared with what was exported: "
                            + Statements.plural(corrected, "correction", "corrections") + " made, " + found.already()
                            + " there already, "
                            + Statements.plural(found.rejected().size(), "change", "changes") + " left aside.",
                    found.rejected());
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static Served told(Visit visit, String summary, List<String> rejected) {
        return new Served.Imported(
                visit.frame("From brat", new Link("/corrections", "Corrections")),
                summary,
                rejected.stream().limit(SHOWN).toList(),
                Math.max(0, rejected.size() - SHOWN));
    }

    /** Bounded in files and in bytes; no name leads out of the folder. */
    private static void unpack(InputStream content, Path folder) throws IOException {
        long[] left = {MOST_BYTES};
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(content)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = NAME.matcher(entry.getName());
                if (entry.isDirectory() || !name.matches()) {
                    continue;
                }
                Path file = folder.resolve(name.group(1));
                if (++files > MOST_FILES || Files.exists(file)) {
                    throw new ZipException("it holds too many files, or one twice");
                }
                try (OutputStream out = Files.newOutputStream(file)) {
                    bounded(zip, left).transferTo(out);
                }
            }
        }
        if (files == 0) {
            throw new ZipException("it holds no annotations");
        }
    }

    private static InputStream bounded(InputStream in, long[] left) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                left[0] -= Math.max(0, read);
                if (left[0] < 0) {
                    throw new ZipException("unpacked it is larger than " + (MOST_BYTES >> 20) + " MB");
                }
                return read;
            }
        };
    }
}

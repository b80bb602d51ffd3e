package org.rashomon.nlp.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where native parts can be unpacked and run: the folder for temporary files, unless it is full or too small, may not be written to, or holds
 * nothing that may run ({@code noexec}); then others where a system lets programs keep such files.
 */
final class NativeFolders {
    /** What the parts take, in bytes, with some room. */
    private static final int NEEDED = 64_000_000;

    private static final int PIECE = 1_000_000;

    private NativeFolders() {}

    /** A new and private folder in the first place that will do. */
    static Path make(String prefix) {
        List<String> refused = new ArrayList<>();
        IOException last = null;
        for (Path place : places()) {
            try {
                return tried(place, prefix);
            } catch (IOException e) {
                refused.add(place + " (" + said(e) + ")");
                last = e;
            }
        }
        throw none(String.join(" nor to ", refused), last);
    }

    private static String said(IOException e) {
        String message = String.valueOf(e.getMessage());
        int colon = message.lastIndexOf(": ");
        return colon < 0 ? message : message.substring(colon + 2).toLowerCase(Locale.ROOT);
    }

    static ModelException none(String places, @Nullable IOException e) {
        return new ModelException(
                "the native parts of the trained reader cannot be unpacked to " + places
                        + "; make room there, or name a folder with "
                        + NEEDED / PIECE + " MB in which programs may run, by RASHOMON_OPTS=-Djava.io.tmpdir=FOLDER",
                e);
    }

    private static List<Path> places() {
        return Stream.of(
                        System.getProperty("java.io.tmpdir"),
                        System.getenv("XDG_RUNTIME_DIR"),
                        "/var/tmp",
                        "/dev/shm",
                        System.getProperty("user.home"))
                .filter(Objects::nonNull)
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }

    private static Path tried(Path place, String prefix) throws IOException {
        Path folder = Files.createTempDirectory(place, prefix);
        Path probe = folder.resolve("probe");
        boolean good = false;
        try {
            if (Files.getFileStore(folder).getUsableSpace() < NEEDED) {
                throw new IOException("less than " + NEEDED / PIECE + " MB are free");
            }
            try (OutputStream out = Files.newOutputStream(probe)) {
                out.write('#');
            }
            // the system says so of a file that is marked as a program, where none may run
            boolean marked = probe.toFile().setExecutable(true);
            if (marked && !Files.isExecutable(probe)) {
                throw new IOException("no program may run there: noexec");
            }
            good = true;
            return folder;
        } finally {
            Files.deleteIfExists(probe);
            if (!good) {
                Files.deleteIfExists(folder);
            }
        }
    }
}

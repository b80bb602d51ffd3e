package org.rashomon.casefile.bundle;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rashomon.casefile.CaseException;
import org.rashomon.casefile.CaseException.Kind;
import org.rashomon.casefile.Database;
import org.rashomon.casefile.Verification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a case of a bundle that came from somewhere. Nothing of it is believed: only names that a bundle has are let in, no file is ever
 * written under a name of it, each is held against its checksum, and the case is verified through and through before it gets its place.
 */
public final class BundleReader implements AutoCloseable {
    /** Names that a bundle has; all else is refused. */
    private static final Pattern NAME = Pattern.compile(
            "originals/[0-9a-f]{64}|(case|tables)/[a-z]{1,20}\\.jsonl|corrections\\.jsonl|ro-crate-metadata\\.json|manifest-sha256\\.txt");

    private static final Pattern CHECKSUM = Pattern.compile("([0-9a-f]{64})  (.+)");

    private static final int MOST_FILES = 1_000_000;
    /** Of one line of a table, in characters. */
    private static final int LONGEST_LINE = 64 << 20;
    /** How many times its own size a bundle may hold; text hardly ever comes near it. */
    private static final long MOST_TIMES = 100;

    private static final long ALWAYS = 64L << 20;
    private static final int BATCH = 200;
    private static final int PART = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path bundle;
    private final ZipFile zip;
    private final long most;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Map<String, String> checksums = new LinkedHashMap<>();
    private long unpacked;

    private BundleReader(Path bundle) {
        this.bundle = bundle;
        try {
            if (!Files.isRegularFile(bundle)) {
                throw new CaseException(Kind.NO_CASE, bundle + " is no file; give a bundle that \"export\" made", null);
            }
            this.most = ALWAYS + MOST_TIMES * Files.size(bundle);
            this.zip = new ZipFile(bundle.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw refused("", "it is no ZIP, or a damaged one (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new CaseException(Kind.DISK, bundle + " cannot be read: " + e.getMessage(), e);
        }
    }

    private CaseException refused(String name, String why) {
        return new CaseException(
                Kind.DAMAGED,
                bundle + ": " + (name.isEmpty() ? "" : name + ": ") + why + "; nothing was imported",
                null);
    }

    /** A name of a bundle for people: it may hold anything. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > 120 ? plain.substring(0, 120) + "…" : plain;
    }

    /**
     * Makes a case of a bundle.
     *
     * @param place where no case is yet: a folder, or an empty database
     * @return what verifying it found, which is nothing broken
     * @throws CaseException naming what is wrong; the place is as it was then
     */
    public static Verification read(Path bundle, String place) {
        if (!Database.isPostgres(place)) {
            free(Path.of(place));
        }
        try (BundleReader reader = new BundleReader(bundle)) {
            reader.check();
            Path parent = Database.isPostgres(place)
                    ? Files.createTempDirectory("rashomon-import").toAbsolutePath()
                    : beside(Path.of(place));
            Path draft = Files.createTempDirectory(parent, ".rashomon-import-");
            try {
                Verification found = reader.load(draft.resolve("case").toString());
                if (!found.broken().isEmpty()) {
                    throw reader.refused(
                            "",
                            "the case in it is broken: " + found.broken().get(0)
                                    + (found.broken().size() > 1
                                            ? ", and " + (found.broken().size() - 1) + " more"
                                            : ""));
                }
                if (Database.isPostgres(place)) {
                    reader.store(place);
                } else {
                    settle(draft.resolve("case"), Path.of(place));
                }
                return found;
            } finally {
                delete(draft);
                if (Database.isPostgres(place)) {
                    delete(parent);
                }
            }
        } catch (IOException e) {
            throw new CaseException(
                    Kind.DISK, place + " could not be made: " + e.getMessage() + "; nothing was imported", e);
        }
    }

    private static void free(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CaseException(Kind.NO_CASE, folder + " is a file; a case is a folder", null);
        }
        if (Files.exists(folder.resolve(Database.FILE))) {
            throw new CaseException(
                    Kind.NO_CASE,
                    folder + " holds a case already; a bundle becomes a case of its own, give another folder",
                    null);
        }
    }

    private static Path beside(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            return folder;
        }
        return Files.createDirectories(parent);
    }

    /** Its only file gets its place last, in one step. */
    private static void settle(Path draft, Path folder) throws IOException {
        Files.createDirectories(folder);
        free(folder);
        Files.move(draft.resolve(Database.FILE), folder.resolve(Database.FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    // checks

    private void check() throws IOException {
        if (zip.size() > MOST_FILES) {
            throw refused("", "it holds " + zip.size() + " files; " + MOST_FILES + " at most");
        }
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(one -> one)::iterator) {
            String name = entry.getName();
            if (!NAME.matcher(name).matches()) {
                throw refused(shown(name), "a bundle has no file of such a name");
            }
            if (entries.put(name, entry) != null) {
                throw refused(name, "it is there twice");
            }
        }
        need(BundleWriter.MANIFEST);
        int number = 0;
        try (BufferedReader lines = lines(BundleWriter.MANIFEST)) {
            for (String line = line(lines, BundleWriter.MANIFEST);
                    line != null;
                    line = line(lines, BundleWriter.MANIFEST)) {
                number++;
                Matcher matcher = CHECKSUM.matcher(line);
                if (!matcher.matches() || checksums.put(matcher.group(2), matcher.group(1)) != null) {
                    throw refused(BundleWriter.MANIFEST, "line " + number + " is no checksum, or of a file before");
                }
            }
        }
        checksums.keySet().forEach(this::need);
        for (String table : CaseTables.COLUMNS.keySet()) {
            need(CaseTables.file(table));
        }
        need(BundleWriter.META);
        need(BundleWriter.CRATE);
        format();
        for (String name : entries.keySet()) {
            if (!name.equals(BundleWriter.MANIFEST)) {
                checksum(name);
            }
        }
    }

    private void need(String name) {
        if (!entries.containsKey(name)) {
            throw refused(shown(name), "it is missing");
        }
    }

    private void checksum(String name) throws IOException {
        String expected = checksums.get(name);
        if (expected == null) {
            throw refused(name, "the manifest does not name it");
        }
        String found = hash(name);
        if (!found.equals(expected)) {
            throw refused(name, "its bytes are not those of the manifest (SHA-256 " + found.substring(0, 16) + "…)");
        }
        if (name.startsWith("originals/") && !name.endsWith(found)) {
            throw refused(name, "its name is not the hash of its bytes");
        }
    }

    private String hash(String name) throws IOException {
        MessageDigest digest = BundleWriter.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = open(name)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (ZipException e) {
            throw refused(name, "it is damaged (" + e.getMessage() + ")");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void format() throws IOException {
        String format = meta().getOrDefault("format", "");
        if (!format.matches("[1-9][0-9]{0,5}")) {
            throw refused(BundleWriter.META, "it tells no format");
        }
        if (Integer.parseInt(format) > Database.FORMAT) {
            throw new CaseException(
                    Kind.NEWER,
                    bundle + " was made by a newer version of the program (format " + format + ", this one knows "
                            + Database.FORMAT + "); use that version",
                    null);
        }
    }

    private Map<String, String> meta() throws IOException {
        Map<String, String> meta = new LinkedHashMap<>();
        each(
                BundleWriter.META,
                row -> meta.put(row.path("name").asString(""), row.path("value").asString("")));
        return meta;
    }

    /** Bytes of a file of the bundle, which end with a refusal where they are too many. */
    private InputStream open(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw refused(name, "it is missing");
        }
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                unpacked += Math.max(0, read);
                if (unpacked > most) {
                    throw refused(name, "with it the bundle holds more than " + MOST_TIMES + " times its own size");
                }
                return read;
            }
        };
    }

    private BufferedReader lines(String name) throws IOException {
        return new BufferedReader(new InputStreamReader(
                open(name),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The next line, of a bounded length, or null. */
    private @org.jspecify.annotations.Nullable String line(Reader in, String name) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw refused(name, "one of its lines is longer than " + LONGEST_LINE + " letters");
            }
            line.append((char) letter);
        }
        return line.toString();
    }

    private interface Row {
        void take(JsonNode row) throws IOException;
    }

    private void each(String name, Row take) throws IOException {
        int number = 0;
        try (BufferedReader lines = lines(name)) {
            for (String line = line(lines, name); line != null; line = line(lines, name)) {
                JsonNode row = JSON.readTree(line);
                number++;
                take.take(row);
            }
        } catch (JacksonException | java.nio.charset.CharacterCodingException | ZipException e) {
            throw refused(name, "line " + (number + 1) + " cannot be read");
        }
    }

    // loading

    private Verification load(String place) throws IOException {
        store(place);
        return Verification.of(place);
    }

    private void store(String place) throws IOException {
        unpacked = 0;
        IOException[] failed = new IOException[1];
        try (Database database = Database.open(place, true)) {
            database.write(handle -> {
                try {
                    empty(handle, place);
                    for (Map.Entry<String, List<String>> table : CaseTables.COLUMNS.entrySet()) {
                        rows(handle, table.getKey(), table.getValue());
                    }
                    for (Map.Entry<String, String> meta : meta().entrySet()) {
                        if (CaseTables.META.contains(meta.getKey())
                                && !meta.getValue().isEmpty()) {
                            handle.execute(
                                    "INSERT INTO meta (name, value) VALUES (?, ?)", meta.getKey(), meta.getValue());
                        }
                    }
                } catch (IOException e) {
                    failed[0] = e;
                    throw new java.io.UncheckedIOException(e);
                }
            });
        } catch (java.io.UncheckedIOException e) {
            throw failed[0] == null ? e.getCause() : failed[0];
        }
    }

    private static void empty(Handle handle, String place) {
        if (handle.createQuery("SELECT count(*) FROM event")
                        .mapTo(Integer.class)
                        .one()
                > 0) {
            throw new CaseException(
                    Kind.NO_CASE,
                    place.replaceFirst("//[^@/]*@", "//")
                            + " holds a case already; a bundle becomes a case of its own, give another database",
                    null);
        }
    }

    private void rows(Handle handle, String table, List<String> columns) throws IOException {
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", columns.stream().map(column -> "?").toList()) + ")";
        Set<String> captures = new HashSet<>();
        PreparedBatch[] batch = {handle.prepareBatch(sql)};
        int[] size = new int[1];
        String name = CaseTables.file(table);
        try {
            each(name, row -> {
                for (int i = 0; i < columns.size(); i++) {
                    JsonNode value = row.path(columns.get(i));
                    if (CaseTables.NUMBERS.contains(columns.get(i))) {
                        if (!value.isIntegralNumber()) {
                            throw refused(name, "a row has no number \"" + columns.get(i) + "\"");
                        }
                        batch[0].bind(i, value.asLong());
                    } else if (value.isString()) {
                        batch[0].bind(i, value.asString());
                    } else if (value.isNull()) {
                        batch[0].bind(i, (String) null);
                    } else {
                        throw refused(name, "a row has no text \"" + columns.get(i) + "\"");
                    }
                }
                if (table.equals("capture")) {
                    captures.add(row.path("sha256").asString());
                }
                batch[0].add();
                if (++size[0] == BATCH) {
                    batch[0].execute();
                    batch[0] = handle.prepareBatch(sql);
                    size[0] = 0;
                }
            });
            if (size[0] > 0) {
                batch[0].execute();
            }
        } catch (org.jdbi.v3.core.JdbiException e) {
            throw refused(name, "its rows do not fit together (" + first(e) + ")");
        }
        if (table.equals("capture")) {
            for (String file : entries.keySet()) {
                if (file.startsWith("originals/") && !captures.contains(file.substring("originals/".length()))) {
                    throw refused(file, "no row of " + name + " names it");
                }
            }
        }
        for (String hash : captures) {
            original(handle, hash);
        }
    }

    private static String first(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return shown(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    }

    private void original(Handle handle, String hash) throws IOException {
        String name = "originals/" + hash;
        if (!entries.containsKey(name)) {
            throw refused(shown(name), "it is missing");
        }
        try (InputStream in = open(name)) {
            int number = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                handle.execute(
                        "INSERT INTO capture_part (sha256, number, content) VALUES (?, ?, ?)", hash, number++, part);
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

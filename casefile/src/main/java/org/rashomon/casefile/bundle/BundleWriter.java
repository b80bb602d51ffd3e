package org.rashomon.casefile.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.rashomon.casefile.CaseException;
import org.rashomon.casefile.Database;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a case down as one file. The same state of a case gives the same bytes. */
public final class BundleWriter {
    static final String CRATE = "ro-crate-metadata.json";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String META = "case/meta.jsonl";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    /** By name, the size and the digest. */
    private final Map<String, Written> written = new TreeMap<>();
    /** By the hash of an original, the file that articles came from. */
    private final Map<String, String> names = new TreeMap<>();

    private int articles;
    private String lastEvent = "";

    private record Written(long bytes, String sha256) {}

    /**
     * What was written.
     *
     * @param head hash of the last event: an imported case has the same
     */
    public record Summary(int articles, int originals, int corrections, String head) {}

    private BundleWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * Writes it.
     *
     * @param place of the case
     * @param version of the case that the tables are of
     * @param tables for other programs, by name, as lines
     * @param corrections for other programs, as lines
     * @throws CaseException where the case has changed since
     */
    public static Summary write(
            String place, String version, Map<String, List<String>> tables, List<String> corrections, OutputStream out)
            throws IOException {
        BundleWriter writer = new BundleWriter(out);
        String head;
        try (Database database = Database.look(place)) {
            // one transaction: all of one state
            head = database.read(handle -> writer.rows(handle, version, place));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            writer.lines("tables/" + table.getKey() + ".jsonl", table.getValue());
        }
        writer.lines("corrections.jsonl", corrections);
        int originals = writer.names.size();
        writer.crate(head);
        writer.manifest();
        writer.zip.finish();
        return new Summary(writer.articles, originals, corrections.size(), head.substring(head.indexOf(' ') + 1));
    }

    private String rows(Handle handle, String version, String place) {
        String head = meta(handle, "head");
        if (!head.substring(head.indexOf(' ') + 1).startsWith(version)) {
            throw new CaseException(
                    CaseException.Kind.LOCKED,
                    place.replaceFirst("//[^@/]*@", "//")
                            + " changed while the bundle was made; run again when nobody adds or corrects",
                    null);
        }
        entry(META, out -> {
            for (String name : List.of("format", "head", "run")) {
                line(out, JSON.createObjectNode().put("name", name).put("value", meta(handle, name)));
            }
        });
        CaseTables.COLUMNS.forEach((table, columns) -> entry(
                CaseTables.file(table),
                out -> handle.createQuery("SELECT " + String.join(", ", columns) + " FROM " + table + " ORDER BY "
                                + columns.get(0))
                        .map((rows, context) -> row(columns, rows))
                        .forEach(row -> {
                            if (table.equals("revision")) {
                                names.putIfAbsent(
                                        row.path("capture").asString(),
                                        row.path("file").asString());
                            } else if (table.equals("article")) {
                                articles++;
                            } else if (table.equals("event")) {
                                lastEvent = row.path("at").asString();
                            }
                            line(out, row);
                        })));
        List<String> captures = handle.createQuery("SELECT sha256 FROM capture ORDER BY sha256")
                .mapTo(String.class)
                .list();
        for (String hash : captures) {
            names.putIfAbsent(hash, hash);
            entry(
                    "originals/" + hash,
                    out -> handle.createQuery("SELECT content FROM capture_part WHERE sha256 = ? ORDER BY number")
                            .bind(0, hash)
                            .map((rows, context) -> rows.getBytes(1))
                            .forEach(part -> bytes(out, part)));
        }
        return head;
    }

    private static String meta(Handle handle, String name) {
        return handle.createQuery("SELECT value FROM meta WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    private static ObjectNode row(List<String> columns, ResultSet rows) throws SQLException {
        ObjectNode row = JSON.createObjectNode();
        for (String column : columns) {
            if (CaseTables.NUMBERS.contains(column)) {
                row.put(column, rows.getLong(column));
            } else {
                row.put(column, rows.getString(column));
            }
        }
        return row;
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void entry(String name, Content content) {
        MessageDigest digest = sha256();
        long[] size = new long[1];
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(EPOCH);
            zip.putNextEntry(entry);
            content.write(new OutputStream() {
                @Override
                public void write(int letter) throws IOException {
                    write(new byte[] {(byte) letter}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    digest.update(bytes, from, length);
                    size[0] += length;
                    zip.write(bytes, from, length);
                }
            });
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.put(name, new Written(size[0], HexFormat.of().formatHex(digest.digest())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void bytes(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(OutputStream out, ObjectNode row) {
        bytes(out, (JSON.writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void lines(String name, List<String> lines) {
        entry(name, out -> {
            for (String line : lines) {
                bytes(out, (line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** What lies in the bundle, for whoever does not know the program: RO-Crate 1.1. */
    private void crate(String head) {
        ObjectNode crate = JSON.createObjectNode();
        ArrayNode context = crate.putArray("@context");
        context.add("https://w3id.org/ro/crate/1.1/context");
        context.addObject().put("sha256", "https://schema.org/sha256");
        ArrayNode graph = crate.putArray("@graph");
        ObjectNode about = graph.addObject().put("@id", CRATE).put("@type", "CreativeWork");
        about.putObject("conformsTo").put("@id", "https://w3id.org/ro/crate/1.1");
        about.putObject("about").put("@id", "./");
        ObjectNode root = graph.addObject().put("@id", "./").put("@type", "Dataset");
        root.put("name", "A case of Rashomon");
        root.put(
                "description",
                "News articles as they were read (originals), what was found in them (tables), what people corrected (corrections.jsonl)"
                        + " and the chain of custody (case/event.jsonl). The import command of Rashomon makes a case of it.");
        root.put("identifier", head);
        root.put("datePublished", last());
        root.put("license", "Rights of the originals stay with their publishers; this bundle grants none.");
        ArrayNode parts = root.putArray("hasPart");
        written.forEach((name, file) -> {
            parts.addObject().put("@id", name);
            ObjectNode entity = graph.addObject().put("@id", name).put("@type", "File");
            entity.put(
                    "name",
                    name.startsWith("originals/")
                            ? names.getOrDefault(name.substring("originals/".length()), name)
                            : name);
            entity.put("contentSize", String.valueOf(file.bytes));
            entity.put("sha256", file.sha256);
            if (name.endsWith(".jsonl")) {
                entity.put("encodingFormat", "application/jsonl");
            }
        });
        entry(
                CRATE,
                out -> bytes(
                        out,
                        (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(crate) + "\n")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    /** The day of the last event: no clock of this machine gets into the bundle. */
    private String last() {
        return lastEvent.length() < 10 ? "1970-01-01" : lastEvent.substring(0, 10);
    }

    private void manifest() {
        StringBuilder lines = new StringBuilder();
        written.forEach((name, file) ->
                lines.append(file.sha256).append("  ").append(name).append('\n'));
        entry(MANIFEST, out -> bytes(out, lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
}

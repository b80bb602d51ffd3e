package org.rashomon.export.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rashomon.export.DossierTables;
import org.rashomon.export.DossierWriter;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.text.Hashes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables as CSV (RFC 4180), described by {@code datapackage.json} (Data Package 2.0). Lists and objects are JSON in a cell. A text that a
 * spreadsheet would run as a formula has an apostrophe before it, as has one that begins with an apostrophe: whoever takes away one
 * apostrophe at the beginning of each text has what the tables hold.
 */
final class CsvWriter implements DossierWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LINE = "\r\n";

    /** Letters that begin a formula, in their wide forms, too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /** A column: its name, which has a point where it is a field of an object, and its type in a table schema. */
    record Column(String name, String type) {}

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public void write(Dossier dossier, Path folder) throws IOException {
        DossierTables tables = new DossierTables(dossier);
        ObjectNode descriptor = JSON.createObjectNode();
        descriptor.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        descriptor.put("name", "rashomon-case");
        descriptor.put("title", "What articles say of contested events, laid side by side");
        descriptor.put(
                "description",
                "Offsets are Unicode code points into articles.text, [start, end). Where a text begins with an apostrophe, one was put"
                        + " before it against formulas; take one away to have the text.");
        ArrayNode resources = descriptor.putArray("resources");
        Map<String, List<Column>> columns = columns();
        for (String table : DossierTables.NAMES) {
            Path file = folder.resolve(table + ".csv");
            List<Column> own = Objects.requireNonNull(columns.get(table), table);
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                out.write(String.join(",", own.stream().map(Column::name).toList()) + LINE);
                tables.lines(table, line -> out.write(row(own, JSON.readTree(line)) + LINE));
            }
            resource(resources, table, file, own);
        }
        Files.writeString(
                folder.resolve("datapackage.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(descriptor) + "\n");
    }

    private static void resource(ArrayNode resources, String table, Path file, List<Column> columns)
            throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ObjectNode resource = resources.addObject();
        resource.put("name", table);
        resource.put("type", "table");
        resource.put("path", table + ".csv");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", bytes.length);
        resource.put("hash", "sha256:" + Hashes.sha256(bytes));
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (Column column : columns) {
            fields.addObject().put("name", column.name).put("type", column.type);
        }
        if (columns.get(0).name.equals("id")) {
            schema.putArray("primaryKey").add("id");
        }
        schema.putArray("missingValues").add("");
    }

    private static String row(List<Column> columns, JsonNode row) {
        List<String> cells = new ArrayList<>();
        for (Column column : columns) {
            JsonNode value = row;
            for (String part : column.name.split("\\.")) {
                value = value.path(part);
            }
            cells.add(cell(column, value));
        }
        return String.join(",", cells);
    }

    private static String cell(Column column, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (column.type) {
            case "string" -> quoted(guarded(value.asString()));
            case "array", "object" -> quoted(JSON.writeValueAsString(value));
            default -> value.asString();
        };
    }

    /** With an apostrophe before what would be a formula. */
    static String guarded(String text) {
        boolean formula = begins(text) || begins(text.stripLeading());
        return formula || text.startsWith("'") ? "'" + text : text;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** By table, as {@code columns.tsv} beside this class has them. */
    static Map<String, List<Column>> columns() throws IOException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        try (InputStream in = CsvWriter.class.getResourceAsStream("columns.tsv")) {
            String all = new String(
                    Objects.requireNonNull(in, "columns.tsv is missing from the program's jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            all.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\t");
                columns.computeIfAbsent(parts[0], table -> new ArrayList<>()).add(new Column(parts[1], parts[2]));
            });
        }
        return columns;
    }
}

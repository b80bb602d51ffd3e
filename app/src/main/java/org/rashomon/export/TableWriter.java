package org.rashomon.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.dossier.Dossier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The tables as JSON Lines: one object a line, UTF-8, keys always in the same order, {@code null} where nothing is stated.
 * The columns are those of {@code docs/tables.md}; each table has one method in {@link Rows}.
 */
public final class TableWriter implements DossierWriter {
    private final JsonFactory json = new JsonFactory();

    @Override
    public String format() {
        return "jsonl";
    }

    @Override
    public void write(Dossier dossier, Path folder) throws IOException {
        for (Map.Entry<String, Stream<String>> table : tables(dossier).entrySet()) {
            Path file = folder.resolve(table.getKey() + ".jsonl");
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                    Stream<String> lines = table.getValue()) {
                for (String line : (Iterable<String>) lines::iterator) {
                    out.append(line).append('\n');
                }
            }
        }
    }

    /** The rows of each table as JSON, by its name, in order. */
    public Map<String, Stream<String>> tables(Dossier dossier) {
        Rows rows = new Rows(new DossierIndex(dossier));
        Map<String, Stream<String>> tables = new LinkedHashMap<>();
        tables.put("articles", lines(dossier.analyses(), rows::article));
        tables.put("claims", lines(rows.claims(), rows::claim));
        tables.put("actors", lines(rows.actors(), rows::actor));
        tables.put("incidents", lines(dossier.comparison().incidents(), rows::incident));
        tables.put("figures", lines(rows.figures(), rows::figure));
        tables.put("agreements", lines(dossier.comparison().agreements(), rows::agreement));
        tables.put("relations", lines(dossier.comparison().relations(), rows::relation));
        tables.put("stories", lines(dossier.comparison().stories(), rows::story));
        tables.put("lineage", lines(dossier.comparison().lineages(), rows::lineage));
        tables.put("omissions", lines(dossier.comparison().omissions(), rows::omission));
        return tables;
    }

    private <T> Stream<String> lines(List<T> items, BiConsumer<Json, T> row) {
        return items.stream().map(item -> {
            StringWriter line = new StringWriter();
            try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
                generator.writeStartObject();
                row.accept(new Json(generator), item);
                generator.writeEndObject();
            }
            return line.toString();
        });
    }
}

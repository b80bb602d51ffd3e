package org.rashomon.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
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
        Rows rows = new Rows(new DossierIndex(dossier));
        table(folder, "articles", dossier.analyses(), rows::article);
        table(folder, "claims", rows.claims(), rows::claim);
        table(folder, "actors", rows.actors(), rows::actor);
        table(folder, "incidents", dossier.comparison().incidents(), rows::incident);
        table(folder, "figures", rows.figures(), rows::figure);
        table(folder, "agreements", dossier.comparison().agreements(), rows::agreement);
        table(folder, "relations", dossier.comparison().relations(), rows::relation);
        table(folder, "stories", dossier.comparison().stories(), rows::story);
        table(folder, "lineage", dossier.comparison().lineages(), rows::lineage);
        table(folder, "omissions", dossier.comparison().omissions(), rows::omission);
    }

    private <T> void table(Path folder, String name, List<T> items, BiConsumer<Json, T> row) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name + ".jsonl"), StandardCharsets.UTF_8)) {
            for (T item : items) {
                java.io.StringWriter line = new java.io.StringWriter();
                try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
                    generator.writeStartObject();
                    row.accept(new Json(generator), item);
                    generator.writeEndObject();
                }
                out.append(line.getBuffer()).append('\n');
            }
        }
    }
}

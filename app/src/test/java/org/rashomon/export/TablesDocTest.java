package org.rashomon.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/tables.md} names the columns that are written: all of them, no other, and in their order. */
class TablesDocTest {
    private static final Path PAGE = Path.of("..", "docs", "tables.md");
    private static final Pattern HEADING = Pattern.compile("## ([a-z]+)");
    private static final Pattern COLUMN = Pattern.compile("\\| `([A-Za-z0-9.]+)` \\|.*");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void thePageNamesTheColumnsThatAreWritten(@TempDir Path folder) throws IOException {
        new TableWriter().write(SampleDossier.dossier(), folder);
        Map<String, Set<String>> described = described();
        assertThat(described.keySet().stream().map(table -> table + ".jsonl"))
                .containsExactlyInAnyOrderElementsOf(names(folder));
        for (Map.Entry<String, Set<String>> table : described.entrySet()) {
            Set<String> written = written(folder.resolve(table.getKey() + ".jsonl"));
            assertThat(table.getValue()).as(table.getKey()).containsExactlyInAnyOrderElementsOf(written);
            assertThat(outer(table.getValue())).as(table.getKey()).containsExactlyElementsOf(outer(written));
        }
    }

    private static Map<String, Set<String>> described() throws IOException {
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher heading = HEADING.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (heading.matches()) {
                columns = new LinkedHashSet<>();
                tables.put(heading.group(1), columns);
            } else if (column.matches()) {
                columns.add(column.group(1));
            }
        }
        return tables;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> outer(Set<String> columns) {
        return columns.stream()
                .filter(column -> column.indexOf('.') < 0)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> written(Path table) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        for (String line : Files.readAllLines(table)) {
            collect(JSON.readTree(line), "", columns);
        }
        return columns;
    }

    private static void collect(JsonNode row, String prefix, Set<String> columns) {
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            String column = prefix + cell.getKey();
            columns.add(column);
            if (cell.getValue().isObject()) {
                collect(cell.getValue(), column + ".", columns);
            }
            for (JsonNode item : cell.getValue()) {
                if (cell.getValue().isArray() && item.isObject()) {
                    collect(item, column + ".", columns);
                }
            }
        }
    }
}

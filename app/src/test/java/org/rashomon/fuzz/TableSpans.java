package org.rashomon.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the spans in the tables of a dossier lie within their texts, and begin and end with a character that is no white space. */
final class TableSpans {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Map<String, int[]> texts = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private TableSpans(Path folder) {
        this.folder = folder;
    }

    /** What is wrong, in lines. */
    static List<String> wrong(Path dossier) throws IOException {
        TableSpans spans = new TableSpans(dossier);
        spans.check();
        return spans.wrong;
    }

    private void check() throws IOException {
        for (JsonNode article : table("articles")) {
            int[] text = article.path("text").asString("").codePoints().toArray();
            texts.put(article.path("id").asString(""), text);
            int before = 0;
            for (JsonNode block : article.path("blocks")) {
                int start = block.path("start").asInt(-1);
                int end = block.path("end").asInt(-1);
                if (start < before || end < start || end > text.length) {
                    wrong.add("block [" + start + ", " + end + ") of " + article.path("file"));
                }
                before = end;
            }
        }
        for (JsonNode claim : table("claims")) {
            for (String part : List.of("source", "cue", "content")) {
                for (JsonNode span : claim.path(part)) {
                    span(claim.path("article"), span.path(0), span.path(1), "claim " + part);
                }
            }
        }
        for (String name : List.of("figures", "incidents", "agreements", "actors")) {
            for (JsonNode row : table(name)) {
                nested(row, name);
            }
        }
    }

    /** Whatever has an article, a start and an end. */
    private void nested(JsonNode node, String what) {
        if (node.path("article").isString()
                && node.path("start").isInt()
                && node.path("end").isInt()) {
            span(node.path("article"), node.path("start"), node.path("end"), what);
        }
        node.forEach(inner -> nested(inner, what));
    }

    private void span(JsonNode article, JsonNode start, JsonNode end, String what) {
        int[] text = texts.get(article.asString(""));
        int from = start.asInt(-1);
        int to = end.asInt(-1);
        if (text == null || from < 0 || from >= to || to > text.length) {
            wrong.add(what + " [" + from + ", " + to + ") in " + article);
        } else if (Character.isWhitespace(text[from]) || Character.isWhitespace(text[to - 1])) {
            wrong.add(what + " [" + from + ", " + to + ") in " + article + " begins or ends with white space");
        }
    }

    private List<JsonNode> table(String name) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name + ".jsonl"))) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }
}

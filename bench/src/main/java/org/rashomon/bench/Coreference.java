package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rashomon.compare.stories.StoryGrouper;
import org.rashomon.model.Article;
import org.rashomon.model.dossier.Story;
import org.rashomon.text.CodePoints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Task {@code coreference}: a whole corpus of records {@code {doc_id, text, events: [{start, end}]}} gives {@code {doc_id, events: [{start, end,
 * chain}]}}, offsets in code points: which of the given mentions of events mean one.
 *
 * <p>The stories are those of the program. Within a story mentions are one where their heads have one stem, or two that mean one event as a rule
 * ({@link Heads#pairs()}). The mentions of these corpora are of any kind of event (weddings, awards), of which the program's own incidents are few, so
 * that those decide nothing here.
 */
final class Coreference implements Task {
    private final Heads heads = new Heads();

    /** A record, with the heads of its mentions in their order. */
    private record Document(JsonNode id, List<int[]> spans, List<String> heads) {}

    @Override
    public int predict(BufferedReader in, PrintStream out) throws IOException {
        List<Article> articles = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        Task.records(in, record -> {
            documents.add(document(record, documents.size() + 1));
            articles.add(Article.ofText(
                    String.valueOf(documents.size() - 1), record.path("text").asString(""), null));
        });
        Map<String, String> storyOf = new HashMap<>();
        for (Story story : new StoryGrouper().group(articles)) {
            story.articles().forEach(article -> storyOf.put(article, story.id()));
        }
        Map<String, Set<String>> told = new HashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            told.computeIfAbsent(story(storyOf, i), story -> new TreeSet<>())
                    .addAll(documents.get(i).heads());
        }
        Map<String, Map<String, String>> chains = new HashMap<>();
        told.forEach((story, stems) -> chains.put(story, heads.joined(stems)));
        for (int i = 0; i < documents.size(); i++) {
            String story = story(storyOf, i);
            out.println(
                    JSON.writeValueAsString(prediction(documents.get(i), story, chains.getOrDefault(story, Map.of()))));
        }
        return 0;
    }

    private static String story(Map<String, String> storyOf, int document) {
        return storyOf.getOrDefault(String.valueOf(document), "alone-" + document);
    }

    private Document document(JsonNode record, int number) {
        if (!record.hasNonNull("doc_id") || !record.path("events").isArray()) {
            throw new IllegalArgumentException("record " + number + " needs doc_id, text and events");
        }
        String text = record.path("text").asString("");
        CodePoints points = new CodePoints(text);
        List<int[]> spans = new ArrayList<>();
        List<String> stems = new ArrayList<>();
        for (JsonNode event : record.get("events")) {
            int start = event.path("start").asInt(-1);
            int end = event.path("end").asInt(-1);
            if (start < 0 || end < start || end > text.codePointCount(0, text.length())) {
                throw new IllegalArgumentException(
                        "record " + number + ": [" + start + ", " + end + ") is no stretch of its text");
            }
            spans.add(new int[] {start, end});
            stems.add(heads.of(text.substring(points.toUnit(start), points.toUnit(end))));
        }
        return new Document(record.get("doc_id"), spans, stems);
    }

    private static ObjectNode prediction(Document document, String story, Map<String, String> chainOf) {
        ObjectNode prediction = JSON.createObjectNode();
        prediction.set("doc_id", document.id());
        ArrayNode events = prediction.putArray("events");
        for (int i = 0; i < document.spans().size(); i++) {
            int[] span = document.spans().get(i);
            String head = document.heads().get(i);
            events.addObject()
                    .put("start", span[0])
                    .put("end", span[1])
                    .put("chain", story + " " + chainOf.getOrDefault(head, head));
        }
        return prediction;
    }
}

package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.StoryGrouper;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.model.Story;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Task {@code stories}: a whole corpus of records {@code {id, title, text, date?, outlet?}} gives {@code {id, story}} for each.
 */
final class Stories implements Task {
    private static final int ISO_DAY = 10;

    @Override
    public void predict(BufferedReader in, PrintStream out) throws IOException {
        List<Article> articles = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                articles.add(article(line, articles.size() + 1));
            }
        }
        for (Story story : new StoryGrouper().group(articles)) {
            for (String id : story.articles()) {
                out.println(JSON.writeValueAsString(
                        JSON.createObjectNode().put("id", id).put("story", story.id())));
            }
        }
    }

    private static Article article(String line, int number) {
        JsonNode record;
        try {
            record = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("record " + number + " is no JSON: " + e.getOriginalMessage(), e);
        }
        if (!record.hasNonNull("id")) {
            throw new IllegalArgumentException("record " + number + " has no id");
        }
        String text = record.path("text").asString("");
        List<Block> blocks =
                text.isBlank() ? List.of() : List.of(new Block(new Span(0, text.length()), BlockRole.BODY));
        return new Article(
                record.get("id").asString(),
                "",
                record.path("outlet").asString(null),
                null,
                record.path("title").asString(null),
                published(record.path("date").asString("")),
                null,
                text,
                blocks,
                "");
    }

    private static @Nullable PublicationDate published(String date) {
        if (date.length() < ISO_DAY) {
            return null;
        }
        try {
            return new PublicationDate(LocalDate.parse(date.substring(0, ISO_DAY)), null, PublicationDate.Origin.GIVEN);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

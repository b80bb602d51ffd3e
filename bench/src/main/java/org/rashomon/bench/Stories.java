package org.rashomon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.stories.StoryGrouper;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.model.dossier.Story;
import tools.jackson.databind.JsonNode;

/**
 * Task {@code stories}: a whole corpus of records {@code {id, title, text, date?, outlet?}} gives {@code {id, story}} for each.
 */
final class Stories implements Task {
    @Override
    public int predict(BufferedReader in, PrintStream out) throws IOException {
        List<Article> articles = new ArrayList<>();
        Task.records(in, record -> articles.add(article(record, articles.size() + 1)));
        for (Story story : new StoryGrouper().group(articles)) {
            for (String id : story.articles()) {
                out.println(JSON.writeValueAsString(
                        JSON.createObjectNode().put("id", id).put("story", story.id())));
            }
        }
        return 0;
    }

    private static Article article(JsonNode record, int number) {
        if (!record.hasNonNull("id")) {
            throw new IllegalArgumentException("record " + number + " has no id");
        }
        String text = record.path("text").asString("");
        List<Block> blocks =
                text.isBlank() ? List.of() : List.of(new Block(new Span(0, text.length()), BlockRole.BODY));
        return new Article(
                record.get("id").asString(),
                "",
                Imprint.builder()
                        .outlet(record.path("outlet").asString(null), Imprint.Origin.GIVEN)
                        .title(record.path("title").asString(null))
                        .published(published(record))
                        .build(),
                text,
                blocks,
                List.of(),
                "");
    }

    private static @Nullable PublicationDate published(JsonNode record) {
        LocalDate day = PlainText.day(record.path("date").asString(""));
        return day == null ? null : new PublicationDate(day, null, Imprint.Origin.GIVEN);
    }
}

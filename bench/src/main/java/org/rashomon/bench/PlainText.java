package org.rashomon.bench;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import tools.jackson.databind.JsonNode;

/** Records whose {@code text} is read as it stands, offsets and all: each line is a body block. */
final class PlainText {
    private static final int ISO_DAY = 10;

    private PlainText() {}

    /**
     * The article of a record {@code {id, text, dct?}}.
     *
     * @throws IllegalArgumentException when id or text is missing
     */
    static Article article(JsonNode record) {
        if (!record.hasNonNull("id") || !record.hasNonNull("text")) {
            throw new IllegalArgumentException("a record needs id and text: " + record);
        }
        String text = record.get("text").asString();
        return new Article(
                record.get("id").asString(),
                "",
                null,
                null,
                null,
                published(record.path("dct").asString("")),
                null,
                text,
                lines(text),
                "");
    }

    private static List<Block> lines(String text) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                int from = start + line.length() - line.stripLeading().length();
                blocks.add(new Block(new Span(from, from + line.strip().length()), BlockRole.BODY));
            }
            start = end + 1;
        }
        return blocks;
    }

    /** The day that an ISO date or date and time begins with; null for any other string. */
    static @Nullable PublicationDate published(String date) {
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

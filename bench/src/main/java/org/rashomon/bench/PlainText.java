package org.rashomon.bench;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import tools.jackson.databind.JsonNode;

/** Records whose {@code text} is read as it stands, offsets and all. */
final class PlainText {
    private static final int ISO_DAY = 10;

    private PlainText() {}

    /**
     * The article of a record {@code {id, text, dct?}}; empty where the text is white space only.
     *
     * @throws IllegalArgumentException when id or text is missing
     */
    static Optional<Article> article(JsonNode record) {
        if (!record.hasNonNull("id") || !record.hasNonNull("text")) {
            throw new IllegalArgumentException("a record needs id and text: " + record);
        }
        String text = record.get("text").asString();
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(Article.ofText(
                        record.get("id").asString(),
                        text,
                        day(record.path("dct").asString(""))));
    }

    /** The day that an ISO date, or date and time, begins with; null for any other string. */
    static @Nullable LocalDate day(String date) {
        if (date.length() < ISO_DAY) {
            return null;
        }
        try {
            return LocalDate.parse(date.substring(0, ISO_DAY));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

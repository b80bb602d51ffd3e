package org.rashomon.model;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published, as its page or file states it.
 *
 * @param day the stated day
 * @param time the stated instant, where one is stated
 * @param from where it was found
 */
public record PublicationDate(LocalDate day, @Nullable OffsetDateTime time, Origin from) {

    /** Where a publication date was stated; the names are those of the {@code publishedFrom} column. */
    public enum Origin {
        META("meta"),
        JSON_LD("json-ld"),
        FEED("feed"),
        DATELINE("dateline"),
        TEXT("text"),
        FILENAME("filename"),
        GIVEN("given");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

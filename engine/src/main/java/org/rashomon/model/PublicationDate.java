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
public record PublicationDate(LocalDate day, @Nullable OffsetDateTime time, Imprint.Origin from) {}

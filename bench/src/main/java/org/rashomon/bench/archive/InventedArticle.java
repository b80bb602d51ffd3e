package org.rashomon.bench.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An article of the archive, with what is true of it.
 *
 * @param id in the order of publication
 * @param from whose words it prints, or null
 */
record InventedArticle(
        String id,
        String outlet,
        LocalDate day,
        String title,
        List<Told> told,
        Happening happening,
        Kind kind,
        @Nullable String from,
        String credit) {
    InventedArticle {
        told = List.copyOf(told);
    }

    /** How an article came about. */
    enum Kind {
        /** Words of its own. */
        OWN,
        /** What a wire sent, under the wire's name. */
        WIRE,
        /** All or the beginning of what a wire sent. */
        COPY,
        /** Some sentences of a wire, some of its own. */
        REWRITE
    }

    /**
     * A sentence.
     *
     * @param claim the kind of claim that it makes, as in the tables: {@code accusation}; {@code ""} for none that is kept track of
     * @param tells whether it tells of the happening itself
     */
    record Told(String words, String claim, boolean tells) {}

    /** As it is printed: each sentence is a paragraph. */
    String text() {
        String words = told.stream().map(Told::words).collect(Collectors.joining("\n\n"));
        return credit.isEmpty() ? words : credit + words;
    }
}

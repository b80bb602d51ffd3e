package org.rashomon.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.BlockRole;
import org.rashomon.model.PublicationDate;

/**
 * What a format states about one article, before its text is canonical.
 *
 * @param place what follows the file's name to say where in the file the article stands ({@code #12}); empty for the whole file
 * @param id the input's own id, or null
 * @param parts the text: one part with no role for a format without structure, else a part a paragraph, in reading order
 */
record Draft(
        String place,
        @Nullable String id,
        @Nullable String outlet,
        @Nullable String url,
        @Nullable String title,
        @Nullable PublicationDate published,
        @Nullable String language,
        List<Part> parts) {
    Draft {
        parts = List.copyOf(parts);
    }

    /**
     * A stretch of text.
     *
     * @param role what the markup says that it is; null when nothing does, and the text may then hold many paragraphs
     */
    record Part(String text, @Nullable BlockRole role) {}
}

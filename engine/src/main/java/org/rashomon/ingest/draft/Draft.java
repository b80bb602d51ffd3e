package org.rashomon.ingest.draft;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;

/**
 * What a format states about one article, before its text is canonical.
 *
 * @param place what follows the file's name to say where in the file the article stands ({@code #12}); empty for the whole file
 * @param id the input's own id, or null
 * @param parts the text: one part with no role for a format without structure, else a part a paragraph, in reading order
 * @param notes what the reader mended, see {@link org.rashomon.model.Article#notes()}
 * @param leftOut what the format holds for the article beside its parts
 * @param properties what the file says of itself; it counts where neither the imprint nor the text states the same
 */
public record Draft(
        String place,
        @Nullable String id,
        Imprint imprint,
        List<Part> parts,
        List<String> notes,
        List<Beside> leftOut,
        Properties properties) {
    public Draft {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
        leftOut = List.copyOf(leftOut);
    }

    /** Nothing is left out. */
    public Draft(String place, @Nullable String id, Imprint imprint, List<Part> parts, List<String> notes) {
        this(place, id, imprint, parts, notes, List.of(), Properties.NONE);
    }

    /** One of a file that says nothing of itself. */
    public Draft(
            String place,
            @Nullable String id,
            Imprint imprint,
            List<Part> parts,
            List<String> notes,
            List<Beside> leftOut) {
        this(place, id, imprint, parts, notes, leftOut, Properties.NONE);
    }

    /** What whoever made a file, or the program that did, put into its properties. */
    public record Properties(
            @Nullable String title, @Nullable String author) {
        public static final Properties NONE = new Properties(null, null);
    }

    /** The same at another place. */
    public Draft at(String elsewhere) {
        return new Draft(elsewhere, id, imprint, parts, notes, leftOut, properties);
    }

    /** The same with another imprint. */
    public Draft with(Imprint other) {
        return new Draft(place, id, other, parts, notes, leftOut, properties);
    }

    /** The same with one more note. */
    public Draft noted(String note) {
        return new Draft(
                place,
                id,
                imprint,
                parts,
                Stream.concat(notes.stream(), Stream.of(note)).toList(),
                leftOut,
                properties);
    }

    /** A text without structure, with nothing stated about it. */
    public static Draft ofText(String place, String text) {
        return new Draft(place, null, Imprint.NONE, List.of(new Part(text, null)), List.of());
    }

    /**
     * A text of the format that is no part of the article.
     *
     * @param field where it stands
     * @param reason why, in plain English
     */
    public record Beside(String field, String text, String reason) {}

    /**
     * A stretch of text.
     *
     * @param role what the markup says that it is; null when nothing does, and the text may then hold many paragraphs
     * @param marks see {@link Block#marks()}
     * @param posted see {@link Block#posted()}
     */
    public record Part(
            String text,
            @Nullable BlockRole role,
            Set<Block.Mark> marks,
            @Nullable PublicationDate posted) {
        public Part {
            marks = Set.copyOf(marks);
        }

        public Part(String text, @Nullable BlockRole role) {
            this(text, role, Set.of(), null);
        }
    }
}

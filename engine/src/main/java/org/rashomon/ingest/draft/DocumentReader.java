package org.rashomon.ingest.draft;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.rashomon.model.ReadResult.LeftOut;

/**
 * Reads one input format. To add a format:
 *
 * <ol>
 *   <li>Implement this interface in a class of {@code ingest.formats} or a package below it. {@link #recognises} looks at the first bytes, never at the name
 *       alone: people rename files, and crawlers misname them.
 *   <li>In {@link #read}, hand each article to the sink as a {@link Draft}: state what the document states, and leave the
 *       rest null. Give parts a role only where the markup says so; {@link org.rashomon.ingest.blocks.BlockMarker} finds the rest.
 *   <li>Hand what cannot be read to {@link Sink#rejected}, or throw {@link BadInputException} for the whole document. Say what
 *       is wrong and what to do.
 *   <li>List it in {@link org.rashomon.ingest.Readers#standard()}, before the formats that would also accept its documents.
 *   <li>Add cases to {@code ReadersTest}: a good document, a damaged one, one that only looks like the format.
 * </ol>
 *
 * Implementations hold no state: one reader serves all documents.
 */
public interface DocumentReader {

    /** Whether the document looks like this format. */
    boolean recognises(Source.Head head);

    /** Whether it reads piece by piece in bounded memory, so that the size limit holds for a piece and not for the file. */
    default boolean streams() {
        return false;
    }

    /** Reads {@code source} to its end. */
    void read(Source source, Sink sink) throws IOException;

    /** Takes what a reader finds. Places are as in {@link Draft#place()}. */
    interface Sink {
        void article(Draft draft);

        void rejected(String place, String reason);

        /** Says in one line what was passed over by rule and is no fault of the input: the pictures and redirects of an archive. */
        void skipped(String place, String reason);

        /**
         * Reads a whole document that lies inside this one (a record of an archive, a part of a message) by whatever reader knows its kind.
         *
         * @param name its ending is a hint at the kind
         * @param completed takes what the document states of itself, and gives that with what is known from around it
         */
        void document(String place, String name, byte[] content, UnaryOperator<Draft> completed);
        /** Whether anybody asks what is left out; a reader that leaves something out then tells {@link #leftOut}. */
        default boolean asksWhyNot() {
            return false;
        }

        /** Takes a stretch that is left out of an article; its {@link LeftOut#place()} is as in {@link Draft#place()}. */
        default void leftOut(LeftOut stretch) {}
    }
}

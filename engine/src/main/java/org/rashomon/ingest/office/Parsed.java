package org.rashomon.ingest.office;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the second machine makes of one document. */
public sealed interface Parsed {

    /**
     * A document's own text.
     *
     * @param passages in reading order
     * @param leftOut what the document holds beside its text
     * @param notes for people, a sentence each
     */
    record Story(List<Passage> passages, List<Aside> leftOut, Properties properties, List<String> notes)
            implements Parsed {
        public Story {
            passages = List.copyOf(passages);
            leftOut = List.copyOf(leftOut);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A document of another kind that the program reads itself: a message, written as MIME.
     *
     * @param name its ending is a hint at the kind
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Inner(String name, byte[] content) implements Parsed {}

    /** Nothing to read; the reason is for people and says what to do. */
    record Refused(String reason) implements Parsed {}

    /** A paragraph. */
    record Passage(Kind kind, String text) {}

    /** What the document says that a paragraph is. */
    enum Kind {
        /** Title or sub-headline, by its style. */
        HEADING,
        /** A paragraph of text, or one of which nothing is said. */
        TEXT,
        /** Text under a picture, by its style. */
        CAPTION
    }

    /**
     * What is no part of the text.
     *
     * @param where in the document, for people: <em>pages 1 to 12</em>
     */
    record Aside(String where, String text, String reason) {}

    /**
     * What the file's properties state, which whoever made the file may never have looked at.
     *
     * @param made when the file was made, as it stands there
     */
    record Properties(
            @Nullable String title,
            @Nullable String author,
            @Nullable String made) {
        /** Nothing is stated. */
        public static final Properties NONE = new Properties(null, null, null);
    }
}

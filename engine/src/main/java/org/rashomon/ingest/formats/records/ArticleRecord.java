package org.rashomon.ingest.formats.records;

import java.util.List;
import java.util.Optional;

/** One record of whatever kind, asked for its fields by their folded names. */
public interface ArticleRecord {

    /** What the field holds as one text; empty where it is missing, blank or no text. */
    Optional<String> text(String name);

    /** What a field that lists holds, one by one; a field with one text gives that. */
    List<String> list(String name);

    /** What the field holds as the text of the article; one that lists its paragraphs gives them parted by blank lines. */
    default Optional<String> body(String name) {
        return text(name);
    }

    /** A field that holds a date in a form of the format's own, brought into one that newspapers write; else as {@link #text}. */
    default Optional<String> date(String name) {
        return text(name);
    }
}

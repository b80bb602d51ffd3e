package org.rashomon.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.office.Parsed;

/** Gathers what a parser finds in one document, within bounds. */
public final class Telling {
    /** A heading that is longer is a paragraph in large letters. */
    private static final int MOST_HEADING_WORDS = 40;

    private static final int MOST_ASIDES = 5000;
    private static final int LONGEST_ASIDE = 20_000;
    private static final String CHANGES_NOTE = "the document has tracked changes; it is read as if all were accepted";
    private static final String FOOTNOTES_NOTE = "footnotes are kept apart and not read";

    private final List<Parsed.Passage> passages = new ArrayList<>();
    private final Map<List<String>, String> asides = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private Parsed.Properties properties = Parsed.Properties.NONE;
    private long length;

    /** A paragraph; white space only is none. */
    public void passage(Parsed.Kind kind, String text) {
        String line = line(text);
        if (line.isEmpty()) {
            return;
        }
        length += line.length();
        if (length > Source.MAX_DOCUMENT_BYTES) {
            throw new Unreadable("a document with more than " + Source.MAX_DOCUMENT_BYTES / 1_000_000
                    + " million characters of text, as no article has; split it");
        }
        boolean heading = kind == Parsed.Kind.HEADING && new StringTokenizer(line).countTokens() > MOST_HEADING_WORDS;
        passages.add(new Parsed.Passage(heading ? Parsed.Kind.TEXT : kind, line));
    }

    /** What is no part of the text; what stands at several places with the same words is told once, with the first of them. */
    public void aside(String where, String text, String reason) {
        String line = line(text);
        if (!line.isEmpty() && asides.size() < MOST_ASIDES) {
            asides.putIfAbsent(List.of(line.substring(0, Math.min(line.length(), LONGEST_ASIDE)), reason), where);
        }
    }

    /** A footnote or endnote: what stands at the foot of a page is about its mark, not about the paragraph before it. */
    public void footnote(String where, String text) {
        aside(where, text, "a footnote or endnote, kept apart from the text");
        if (!line(text).isEmpty()) {
            note(FOOTNOTES_NOTE);
        }
    }

    /** The document records changes that nobody has accepted or refused. */
    void changed() {
        note(CHANGES_NOTE);
    }

    /** What a recorded change takes out of the text. */
    void deleted(String where, String text) {
        if (!line(text).isEmpty()) {
            changed();
        }
        aside(where, text, "deleted, in the document's tracked changes");
    }

    public void note(String note) {
        notes.add(note);
    }

    /** Properties; blank is not stated. */
    public void properties(@Nullable String title, @Nullable String author, @Nullable String made) {
        properties = new Parsed.Properties(stated(title), stated(author), stated(made));
    }

    private static @Nullable String stated(@Nullable String text) {
        return text == null || text.isBlank() ? null : line(text);
    }

    public boolean isEmpty() {
        return passages.isEmpty();
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    /**
     * All of it.
     *
     * @throws Unreadable where there is no text
     */
    public Parsed.Story story(String kind) {
        if (passages.isEmpty()) {
            throw new Unreadable("no text in this " + kind + "; look at it, and leave it out if that is so");
        }
        List<Parsed.Aside> told = new ArrayList<>();
        asides.forEach((aside, where) -> told.add(new Parsed.Aside(where, aside.get(0), aside.get(1))));
        return new Parsed.Story(passages, told, properties, List.copyOf(notes));
    }
}

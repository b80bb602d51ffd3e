package org.rashomon.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.office.Parsed;

/**
 * Word documents (DOCX, DOCM, DOTX): the text as it reads with all tracked changes accepted. Headers, footers, footnotes, comments, deletions, hidden text
 * and tables of contents are told apart. Parts are found by what the archive says that they are, not by their names.
 */
final class WordParser {
    private static final String WORD = "wordprocessingml.";

    /** Part names, without the first slash, to kinds. */
    private final Map<String, String> kinds = new TreeMap<>();

    Parsed parse(ZipParts parts) throws IOException {
        walk(parts, "[Content_Types].xml", new Types());
        String main = kinds.entrySet().stream()
                .filter(part -> part.getValue().matches(".*(?:wordprocessingml|ms-word)\\..*main\\+xml"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(this::another);
        Telling telling = new Telling();
        properties(parts, telling);
        WordStyles styles = new WordStyles();
        for (String name : named("styles+xml")) {
            walk(parts, name, styles);
        }
        walk(parts, main, new WordText(styles, new WordText.Sink() {
            @Override
            public void paragraph(WordStyles.Kind kind, String text, int number) {
                body(kind, text, number, telling);
            }

            @Override
            public void hidden(String text, int number) {
                telling.aside("paragraph " + number, text, "hidden text");
            }

            @Override
            public void deleted(String text, int number) {
                telling.deleted("paragraph " + number, text);
            }

            @Override
            public void changed() {
                telling.changed();
            }
        }));
        furniture(parts, styles, "header", telling);
        furniture(parts, styles, "footer", telling);
        notes(parts, styles, "footnotes", "footnote", telling);
        notes(parts, styles, "endnotes", "endnote", telling);
        notes(parts, styles, "comments", "comment", telling);
        return telling.story("Word document");
    }

    private Unreadable another() {
        String all = String.join(" ", kinds.values());
        if (all.contains("spreadsheetml")) {
            return new Unreadable("an XLSX table; save it as CSV");
        }
        return new Unreadable(
                all.contains("presentationml")
                        ? "a PPTX document; save it as text or HTML"
                        : "an office document of an unknown kind; save it as text or HTML");
    }

    private static void body(WordStyles.Kind kind, String text, int number, Telling telling) {
        switch (kind) {
            case CONTENTS -> telling.aside("paragraph " + number, text, "a table of contents");
            case HEADING -> telling.passage(Parsed.Kind.HEADING, text);
            case CAPTION -> telling.passage(Parsed.Kind.CAPTION, text);
            case TEXT -> telling.passage(Parsed.Kind.TEXT, text);
        }
    }

    private Iterable<String> named(String ending) {
        return kinds.entrySet().stream()
                .filter(part -> part.getValue().endsWith(WORD + ending))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A header is told as a whole. */
    private void furniture(ZipParts parts, WordStyles styles, String kind, Telling telling) throws IOException {
        for (String name : named(kind + "+xml")) {
            StringBuilder all = new StringBuilder();
            walk(parts, name, new WordText(styles, new WordText.Sink() {
                @Override
                public void paragraph(WordStyles.Kind style, String text, int number) {
                    all.append(text).append(' ');
                }
            }));
            telling.aside(kind + " of the pages", all.toString(), "a " + kind + " of the pages");
        }
    }

    private void notes(ZipParts parts, WordStyles styles, String part, String kind, Telling telling)
            throws IOException {
        for (String name : named(part + "+xml")) {
            WordText text = new WordText(styles, new WordText.Sink() {
                @Override
                public void note(String note, int number, @Nullable String author) {
                    if (kind.equals("comment")) {
                        String by = author == null || author.isBlank() ? "" : " by " + author;
                        telling.aside("comment " + number, note, "a comment in the margin" + by);
                    } else {
                        telling.footnote(kind + " " + number, note);
                    }
                }
            });
            walk(parts, name, text);
        }
    }

    private static void properties(ZipParts parts, Telling telling) throws IOException {
        CoreProperties stated = new CoreProperties();
        walk(parts, "docProps/core.xml", stated);
        telling.properties(stated.get("title"), stated.get("creator"), stated.get("created"));
    }

    private static void walk(ZipParts parts, String name, Xml.Visitor visitor) throws IOException {
        InputStream part = parts.part(name);
        if (part != null) {
            Xml.walk(part, visitor);
        }
    }

    /** What the archive says of its parts. */
    private final class Types implements Xml.Visitor {
        @Override
        public void begin(String name, XMLStreamReader element) {
            String part = Xml.attribute(element, "PartName");
            String kind = Xml.attribute(element, "ContentType");
            if (name.equals("Override") && part != null && kind != null) {
                kinds.put(part.replaceFirst("^/", ""), kind);
            }
        }

        @Override
        public void end(String name) {}

        @Override
        public void text(String text) {}
    }
}

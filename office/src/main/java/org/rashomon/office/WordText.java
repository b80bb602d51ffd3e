package org.rashomon.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks a part of a Word document that holds paragraphs. */
final class WordText implements Xml.Visitor {
    /** What was deleted, or stood here before it was moved, with tracking on. */
    private static final Set<String> DELETED = Set.of("del", "moveFrom");
    /** No text of the document: codes of fields, what a property was before it was changed, the second telling of a drawing, readings of signs. */
    private static final Set<String> SILENT = Set.of(
            "instrText",
            "delInstrText",
            "Fallback",
            "rt",
            "pPrChange",
            "rPrChange",
            "sectPrChange",
            "tblPrChange",
            "tcPrChange",
            "trPrChange",
            "numberingChange");

    private static final Set<String> NOTES = Set.of("footnote", "endnote", "comment");

    /** Takes what is found; paragraphs are numbered from one. */
    interface Sink {
        default void paragraph(WordStyles.Kind kind, String text, int number) {}

        default void hidden(String text, int number) {}

        /** Words that a tracked change takes out. */
        default void deleted(String text, int number) {}

        /** There is a tracked change. */
        default void changed() {}

        default void note(String text, int number, @Nullable String author) {}
    }

    private final WordStyles styles;
    private final Sink sink;
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Paragraph> open = new ArrayDeque<>();
    /** The text of a paragraph whose end was deleted, so that it goes on in the next. */
    private String carried = "";

    private int paragraphs;
    private int deleted;
    private int silent;
    private boolean hidden;
    private @Nullable StringBuilder note;
    private int notes;
    private @Nullable String author;

    WordText(WordStyles styles, Sink sink) {
        this.styles = styles;
        this.sink = sink;
    }

    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder hidden = new StringBuilder();
        private @Nullable String style;
        private boolean heading;
        private boolean endDeleted;
    }

    @Override
    public void begin(String name, XMLStreamReader element) {
        String parent = path.isEmpty() ? "" : path.peek();
        boolean marker = parent.equals("rPr") || parent.equals("trPr");
        deleted += DELETED.contains(name) && !marker ? 1 : 0;
        silent += SILENT.contains(name) ? 1 : 0;
        if (silent == 0) {
            element(name, parent, element);
        }
        path.push(name);
    }

    private void element(String name, String parent, XMLStreamReader element) {
        if (NOTES.contains(name)) {
            String type = Xml.attribute(element, "type");
            boolean separator = type != null && !type.equals("normal");
            note = separator ? null : new StringBuilder();
            author = Xml.attribute(element, "author");
        }
        if (name.equals("p")) {
            open.push(new Paragraph());
        }
        Paragraph paragraph = open.peek();
        if (paragraph == null) {
            return;
        }
        switch (name) {
            case "r" -> hidden = false;
            case "ins", "moveTo" -> sink.changed();
            case "vanish" -> hidden = (parent.equals("rPr") && inRun()) ? isOn(element) : hidden;
            case "pStyle" -> paragraph.style = Xml.attribute(element, "val");
            case "outlineLvl" -> paragraph.heading = !"9".equals(Xml.attribute(element, "val"));
            case "del", "moveFrom" -> paragraph.endDeleted |= parent.equals("rPr") && !inRun();
            case "tab" -> append(parent.equals("r") ? " " : "");
            case "br", "cr" -> append(parent.equals("r") ? "\n" : "");
            case "noBreakHyphen" -> append("-");
            default -> {}
        }
    }

    /** Whether the properties at hand are those of a run, not of a paragraph's end. */
    private boolean inRun() {
        boolean properties = false;
        for (String name : path) {
            if (properties) {
                return name.equals("r");
            }
            properties = name.equals("rPr");
        }
        return false;
    }

    private static boolean isOn(XMLStreamReader element) {
        String value = Xml.attribute(element, "val");
        return value == null || !Set.of("0", "false", "off").contains(value);
    }

    private void append(String text) {
        Paragraph paragraph = open.peek();
        if (paragraph != null) {
            (deleted > 0 ? paragraph.deleted : hidden ? paragraph.hidden : paragraph.text).append(text);
        }
    }

    @Override
    public void text(String text) {
        String inside = path.isEmpty() ? "" : path.peek();
        if (silent == 0 && (inside.equals("t") || inside.equals("delText"))) {
            append(text);
        }
    }

    @Override
    public void end(String name) {
        path.pop();
        String parent = path.isEmpty() ? "" : path.peek();
        boolean marker = parent.equals("rPr") || parent.equals("trPr");
        if (silent == 0) {
            if (name.equals("p")) {
                close(open.pop());
            } else if (name.equals("r")) {
                hidden = false;
            } else if (NOTES.contains(name) && note != null) {
                notes++;
                sink.note(note.toString(), notes, author);
                note = null;
            } else if ((name.equals("tc") || name.equals("body")) && !carried.isEmpty()) {
                // nothing follows that it could go on in
                sink.paragraph(WordStyles.Kind.TEXT, carried, paragraphs);
                carried = "";
            }
        }
        deleted -= DELETED.contains(name) && !marker ? 1 : 0;
        silent -= SILENT.contains(name) ? 1 : 0;
    }

    private void close(Paragraph paragraph) {
        paragraphs++;
        if (note != null) {
            note.append(paragraph.text).append(' ');
            return;
        }
        sink.deleted(paragraph.deleted.toString(), paragraphs);
        sink.hidden(paragraph.hidden.toString(), paragraphs);
        String text = carried + paragraph.text;
        carried = "";
        if (paragraph.endDeleted) {
            carried = text;
            return;
        }
        WordStyles.Kind kind = styles.kind(paragraph.style);
        boolean heading = kind == WordStyles.Kind.TEXT && paragraph.heading;
        // an empty line that somebody typed parts paragraphs
        for (String part : text.split("\\n[\\s\u00A0]*\\n")) {
            sink.paragraph(heading ? WordStyles.Kind.HEADING : kind, part, paragraphs);
        }
    }
}

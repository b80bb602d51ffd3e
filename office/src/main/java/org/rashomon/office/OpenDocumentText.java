package org.rashomon.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.office.Parsed;

/** Walks a part of an OpenDocument text that holds paragraphs. */
final class OpenDocumentText implements Xml.Visitor {
    private static final int MOST_BLANKS = 1000;
    private static final Set<String> SILENT =
            Set.of("title", "desc", "note-citation", "ruby-text", "sequence-decls", "binary-data");
    /** Within a comment or a deletion: who made it and when. */
    private static final Set<String> SIGNED = Set.of("creator", "date", "creator-initials", "date-string", "initials");

    /** What holds paragraphs that are no text, and why. */
    private static final Map<String, String> ASIDES = Map.ofEntries(
            Map.entry("deletion", ""),
            Map.entry("annotation", "a comment in the margin"),
            Map.entry("note-body", ""),
            Map.entry("table-of-content", "a table of contents"),
            Map.entry("alphabetical-index", "an index"),
            Map.entry("bibliography", "a bibliography"),
            Map.entry("hidden-text", "hidden text"),
            Map.entry("header", "a header of the pages"),
            Map.entry("header-left", "a header of the pages"),
            Map.entry("header-first", "a header of the pages"),
            Map.entry("footer", "a footer of the pages"),
            Map.entry("footer-left", "a footer of the pages"),
            Map.entry("footer-first", "a footer of the pages"));

    private final OpenDocumentStyles styles;
    private final Telling telling;
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private final Deque<Aside> asides = new ArrayDeque<>();
    /** For each open element that can be hidden, whether it is. */
    private final Deque<Boolean> hidden = new ArrayDeque<>();

    private int silent;
    private int signed;
    private int paragraphs;
    private int notes;

    OpenDocumentText(OpenDocumentStyles styles, Telling telling) {
        this.styles = styles;
        this.telling = telling;
    }

    private record Aside(String element, StringBuilder text) {}

    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder hidden = new StringBuilder();
        private final Parsed.Kind kind;
        /** How many asides lie around it. */
        private final int depth;

        Paragraph(Parsed.Kind kind, int depth) {
            this.kind = kind;
            this.depth = depth;
        }
    }

    @Override
    public void begin(String name, XMLStreamReader element) {
        silent += SILENT.contains(name) ? 1 : 0;
        signed += isSignature(name) ? 1 : 0;
        if (ASIDES.containsKey(name)) {
            asides.push(new Aside(name, new StringBuilder()));
        }
        @Nullable String style = Xml.attribute(element, "style-name");
        switch (name) {
            case "p", "h" -> {
                open.push(new Paragraph(name.equals("h") ? Parsed.Kind.HEADING : styles.kind(style), asides.size()));
                hidden.push(styles.isHidden(style));
            }
            case "span" -> hidden.push(styles.isHidden(style) || Boolean.TRUE.equals(hidden.peek()));
            case "s" -> append(" ".repeat(blanks(Xml.attribute(element, "c"))));
            case "insertion" -> telling.changed();
            case "tab" -> append(" ");
            case "line-break" -> append("\n");
            default -> {}
        }
    }

    private boolean isSignature(String name) {
        Aside aside = asides.peek();
        return aside != null
                && (aside.element.equals("annotation") || aside.element.equals("deletion"))
                && SIGNED.contains(name);
    }

    private static int blanks(@Nullable String count) {
        try {
            return count == null ? 1 : Math.max(1, Math.min(MOST_BLANKS, Integer.parseInt(count)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    @Override
    public void text(String text) {
        if (silent == 0 && signed == 0) {
            append(text);
        }
    }

    private void append(String text) {
        Paragraph paragraph = open.peek();
        Aside aside = asides.peek();
        if (aside != null && (paragraph == null || paragraph.depth < asides.size())) {
            // words of an aside that stand in no paragraph of its own
            aside.text.append(text);
        } else if (paragraph != null) {
            (Boolean.TRUE.equals(hidden.peek()) ? paragraph.hidden : paragraph.text).append(text);
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "p", "h" -> {
                hidden.pop();
                close(open.pop());
            }
            case "span" -> hidden.pop();
            default -> {}
        }
        signed -= isSignature(name) ? 1 : 0;
        if (ASIDES.containsKey(name)) {
            close(asides.pop());
        }
        silent -= SILENT.contains(name) ? 1 : 0;
    }

    private void close(Aside aside) {
        String reason = String.valueOf(ASIDES.get(aside.element));
        if (aside.element.equals("note-body")) {
            notes++;
            telling.footnote("note " + notes, aside.text.toString());
        } else if (aside.element.equals("deletion")) {
            telling.deleted("before the end of paragraph " + (paragraphs + 1), aside.text.toString());
        } else if (aside.element.startsWith("header") || aside.element.startsWith("footer")) {
            telling.aside(aside.element.replaceFirst("-.*", "") + " of the pages", aside.text.toString(), reason);
        } else {
            telling.aside("before the end of paragraph " + (paragraphs + 1), aside.text.toString(), reason);
        }
    }

    private void close(Paragraph paragraph) {
        Aside aside = asides.peek();
        if (aside != null) {
            aside.text.append(paragraph.text).append(' ');
            return;
        }
        paragraphs++;
        telling.aside("paragraph " + paragraphs, paragraph.hidden.toString(), "hidden text");
        // an empty line that somebody typed parts paragraphs
        for (String part : paragraph.text.toString().split("\\n[\\s\u00A0]*\\n")) {
            telling.passage(paragraph.kind, part);
        }
    }
}

package org.rashomon.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a Word document's styles of paragraphs are for. Their ids are in the language of the program that wrote them, their names are not. */
final class WordStyles implements Xml.Visitor {
    private static final int DEEPEST = 12;

    /** What a style says that its paragraphs are. */
    enum Kind {
        TEXT,
        HEADING,
        CAPTION,
        CONTENTS
    }

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private @Nullable String style;

    @Override
    public void begin(String name, XMLStreamReader element) {
        if (name.equals("style")) {
            style = Xml.attribute(element, "styleId");
        }
        String value = Xml.attribute(element, "val");
        if (style != null && value != null && name.equals("name")) {
            names.putIfAbsent(style, value.toLowerCase(Locale.ROOT));
        } else if (style != null && value != null && name.equals("basedOn")) {
            parents.putIfAbsent(style, value);
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("style")) {
            style = null;
        }
    }

    @Override
    public void text(String text) {}

    Kind kind(@Nullable String id) {
        String at = id;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            String name = names.getOrDefault(at, at.toLowerCase(Locale.ROOT));
            if (name.startsWith("toc")) {
                return Kind.CONTENTS;
            }
            if (name.equals("title") || name.equals("subtitle") || name.matches("heading ?[1-9]")) {
                return Kind.HEADING;
            }
            if (name.equals("caption")) {
                return Kind.CAPTION;
            }
            at = parents.get(at);
        }
        return Kind.TEXT;
    }
}

package org.rashomon.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a Word document's styles of paragraphs are for. Their ids are in the language of the program that wrote them, their names are not. */
final class WordStyles extends Styles {
    /** What a style says that its paragraphs are. */
    enum Kind {
        TEXT,
        HEADING,
        CAPTION,
        CONTENTS
    }

    private final Map<String, String> names = new HashMap<>();

    @Override
    public void begin(String name, XMLStreamReader element) {
        if (name.equals("style")) {
            style = Xml.attribute(element, "styleId");
        }
        String value = Xml.attribute(element, "val");
        if (style != null && value != null && name.equals("name")) {
            names.putIfAbsent(style, value.toLowerCase(Locale.ROOT));
        } else if (style != null && value != null && name.equals("basedOn")) {
            restsOn(style, value);
        }
    }

    Kind kind(@Nullable String id) {
        return first(id, this::telling).orElse(Kind.TEXT);
    }

    private @Nullable Kind telling(String id) {
        String name = names.getOrDefault(id, id.toLowerCase(Locale.ROOT));
        if (name.startsWith("toc")) {
            return Kind.CONTENTS;
        }
        if (name.equals("title") || name.equals("subtitle") || name.matches("heading ?[1-9]")) {
            return Kind.HEADING;
        }
        return name.equals("caption") ? Kind.CAPTION : null;
    }
}

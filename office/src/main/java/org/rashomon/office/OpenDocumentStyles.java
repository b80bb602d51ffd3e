package org.rashomon.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.office.Parsed;

/** What an OpenDocument text's styles are for; those that a program makes up (P1, P2) lead to one of a telling name. */
final class OpenDocumentStyles implements Xml.Visitor {
    private static final int DEEPEST = 12;

    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private @Nullable String style;

    @Override
    public void begin(String name, XMLStreamReader element) {
        if (name.equals("style")) {
            style = Xml.attribute(element, "name");
            String parent = Xml.attribute(element, "parent-style-name");
            if (style != null && parent != null) {
                parents.putIfAbsent(style, parent);
            }
        } else if (style != null
                && name.equals("text-properties")
                && "none".equals(Xml.attribute(element, "display"))) {
            hidden.add(style);
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

    boolean isHidden(@Nullable String name) {
        String at = name;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (hidden.contains(at)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }

    Parsed.Kind kind(@Nullable String name) {
        String at = name;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at.equals("Title") || at.equals("Subtitle") || at.matches("Heading(?:_20_\\d{1,2})?")) {
                return Parsed.Kind.HEADING;
            }
            if (at.equals("Caption")) {
                return Parsed.Kind.CAPTION;
            }
            at = parents.get(at);
        }
        return Parsed.Kind.TEXT;
    }
}

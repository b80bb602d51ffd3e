package org.rashomon.office;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.office.Parsed;

/** What an OpenDocument text's styles are for; those that a program makes up (P1, P2) lead to one of a telling name. */
final class OpenDocumentStyles extends Styles {
    private final Set<String> hidden = new HashSet<>();

    @Override
    public void begin(String name, XMLStreamReader element) {
        if (name.equals("style")) {
            style = Xml.attribute(element, "name");
            String parent = Xml.attribute(element, "parent-style-name");
            if (style != null && parent != null) {
                restsOn(style, parent);
            }
        } else if (style != null
                && name.equals("text-properties")
                && "none".equals(Xml.attribute(element, "display"))) {
            hidden.add(style);
        }
    }

    boolean isHidden(@Nullable String name) {
        return first(name, at -> hidden.contains(at) ? true : null).isPresent();
    }

    Parsed.Kind kind(@Nullable String name) {
        return first(name, OpenDocumentStyles::telling).orElse(Parsed.Kind.TEXT);
    }

    private static Parsed.@Nullable Kind telling(String name) {
        if (name.equals("Title") || name.equals("Subtitle") || name.matches("Heading(?:_20_\\d{1,2})?")) {
            return Parsed.Kind.HEADING;
        }
        return name.equals("Caption") ? Parsed.Kind.CAPTION : null;
    }
}

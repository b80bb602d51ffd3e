package org.rashomon.office;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The properties of a document as elements that hold text, by their names. */
final class CoreProperties implements Xml.Visitor {
    private static final int LONGEST = 2000;

    private final Map<String, StringBuilder> stated = new HashMap<>();
    private String inside = "";

    @Override
    public void begin(String name, XMLStreamReader element) {
        inside = name;
    }

    @Override
    public void end(String name) {
        inside = "";
    }

    @Override
    public void text(String text) {
        StringBuilder value = stated.computeIfAbsent(inside, any -> new StringBuilder());
        if (value.length() < LONGEST) {
            value.append(text);
        }
    }

    @Nullable
    String get(String name) {
        StringBuilder value = stated.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}

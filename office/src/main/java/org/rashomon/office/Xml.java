package org.rashomon.office;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks XML from begin to end; nothing outside it is fetched, no entity is unfolded, and nesting without end is damage. */
final class Xml {
    private static final int DEEPEST = 1000;

    private Xml() {}

    /** Takes what stands there. Names are without the prefix of their vocabulary. */
    interface Visitor {
        void begin(String name, XMLStreamReader element);

        void end(String name);

        void text(String text);
    }

    static void walk(InputStream xml, Visitor visitor) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > DEEPEST) {
                            throw new IOException("XML nested more than " + DEEPEST + " deep");
                        }
                        visitor.begin(reader.getLocalName(), reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        visitor.end(reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        visitor.text(reader.getText());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("bad XML: " + String.valueOf(e.getMessage()).replaceAll("(?s)\\s+", " "), e);
        }
    }

    /** An attribute by its name without prefix, or null. */
    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return null;
    }
}

package org.rashomon.ingest.formats.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.Source;

/**
 * XML as news comes in it, parsed without any of what makes XML dangerous: nothing outside the document is fetched, and no entity is
 * expanded but those of HTML. A document that declares entities of its own is refused. Damage within is passed over as browsers do; a
 * document that breaks off is refused, so that no half of an article stands for the whole.
 */
public final class XmlDocument {
    private static final int MAX_DEPTH = 200;
    private static final int PROLOGUE = 4096;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    /** What may stand before the root element, up to a document type: only there does the type declare anything. */
    private static final String BEFORE = "(?:\\s|<\\?(?:[^?]|\\?(?!>))*+\\?>|<!--(?:[^-]|-(?!->))*+-->)*+";

    private static final Pattern ENTITIES =
            Pattern.compile(BEFORE + "<!DOCTYPE[^>\\[]*\\[[^]]*<!ENTITY", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCTYPE =
            Pattern.compile(BEFORE + "(<!DOCTYPE[^>\\[]*(?:\\[[^]]*]\\s*)?>)", Pattern.CASE_INSENSITIVE);

    private XmlDocument() {}

    /**
     * The root element.
     *
     * @throws BadInputException when the document declares entities, has no element, or breaks off before its end
     */
    public static Element root(Source source) throws IOException {
        byte[] bytes = source.readAll();
        String start = new String(bytes, 0, Math.min(bytes.length, PROLOGUE), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(start.replaceFirst("^\u00EF\u00BB\u00BF", ""));
        return root(Decoder.decode(bytes, encoding.find() ? encoding.group(1) : null));
    }

    static Element root(String text) {
        String start = text.substring(0, Math.min(text.length(), PROLOGUE));
        if (ENTITIES.matcher(start).lookingAt()) {
            throw new BadInputException(
                    "the XML declares entities of its own, by which a small file makes a huge one or reads"
                            + " others; it is refused: write them out (xmllint --noent) if you trust the file");
        }
        Matcher doctype = DOCTYPE.matcher(text).region(0, start.length());
        String body = doctype.lookingAt() ? text.substring(doctype.end(1)) : text;
        Document document = Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(body, "");
        Element root = document.firstElementChild();
        if (root == null) {
            throw new BadInputException("XML without an element; there is nothing to read");
        }
        if (!isWhole(body, root)) {
            throw new BadInputException("the XML breaks off before </" + root.tagName() + ">; fetch the file again");
        }
        return root;
    }

    private static boolean isWhole(String text, Element root) {
        String end = text.substring(Math.max(0, text.length() - PROLOGUE)).toLowerCase(Locale.ROOT);
        return end.contains("</" + root.tagName().toLowerCase(Locale.ROOT))
                || end.stripTrailing().endsWith("/>");
    }

    /** An element's name in small letters without the prefix of its vocabulary. */
    public static String name(Element element) {
        String tag = element.tagName().toLowerCase(Locale.ROOT);
        return tag.substring(tag.indexOf(':') + 1);
    }

    /** The children of that name, whatever their prefix. */
    public static Stream<Element> children(Element parent, String name) {
        return parent.children().stream().filter(child -> name(child).equals(name));
    }

    /** The text of the first child of that name, character data as they stand; empty where it is missing or blank. */
    public static Optional<String> text(Element parent, String name) {
        return children(parent, name)
                .map(XmlDocument::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** An element's text as it stands. */
    public static String text(Element element) {
        return element.wholeText().strip();
    }

    /** The elements of that name below, in order, whatever their prefix. */
    public static Stream<Element> below(Element parent, String name) {
        return parent.getAllElements().stream()
                .skip(1)
                .filter(child -> name(child).equals(name));
    }
}

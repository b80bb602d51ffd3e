package org.rashomon.ingest.formats.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.xml.XmlDocument;

/**
 * A feed that a list of feeds (OPML, as feed readers export it) names.
 *
 * @param url as it stands there, stripped
 * @param title that the list gives it, or null
 */
public record Subscription(String url, @Nullable String title) {
    /**
     * The feeds of a list in its order, each once; outlines without an address are folders.
     *
     * @throws BadInputException when it is no OPML, or names no feed; the message is for people
     */
    public static List<Subscription> all(byte[] opml) {
        try {
            Element root = XmlDocument.root(Source.of("feeds.opml", new ByteArrayInputStream(opml)));
            if (!XmlDocument.name(root).equals("opml")) {
                throw new BadInputException(
                        "no list of feeds: the document is <" + root.tagName() + ">, and OPML is needed");
            }
            Map<String, Subscription> feeds = new LinkedHashMap<>();
            XmlDocument.below(root, "outline").forEach(outline -> {
                String url = attribute(outline, "xmlUrl");
                String title = attribute(outline, "title");
                String text = title.isEmpty() ? attribute(outline, "text") : title;
                if (!url.isEmpty()) {
                    feeds.putIfAbsent(url, new Subscription(url, text.isEmpty() ? null : text));
                }
            });
            if (feeds.isEmpty()) {
                throw new BadInputException("the list names no feed: no outline of it has an xmlUrl");
            }
            return List.copyOf(feeds.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Programs write it {@code xmlUrl}, {@code xmlurl} and {@code XMLURL}. */
    private static String attribute(Element outline, String name) {
        return outline.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(name))
                .map(attribute -> attribute.getValue().strip())
                .findFirst()
                .orElse("");
    }
}

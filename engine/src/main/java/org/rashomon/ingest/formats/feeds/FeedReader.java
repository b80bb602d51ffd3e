package org.rashomon.ingest.formats.feeds;

import static org.rashomon.ingest.formats.xml.XmlDocument.children;
import static org.rashomon.ingest.formats.xml.XmlDocument.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.xml.XmlDocument;
import org.rashomon.ingest.formats.xml.XmlRoot;
import org.rashomon.ingest.pages.Fragment;

/**
 * Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, with an XML declaration or without; each item an article. The outlet is what the item
 * names as its source, else the feed's title. What an item links to is not fetched.
 */
public final class FeedReader implements DocumentReader {
    /** Where kinds of feed have the day of publication, in the order of trust. */
    private static final List<String> PUBLISHED =
            List.of("published", "pubdate", "issued", "date", "created", "available");

    private static final List<String> CHANGED = List.of("updated", "modified", "lastmod");

    @Override
    public boolean recognises(Source.Head head) {
        return XmlRoot.of(head).filter(root -> isFeed(root, head)).isPresent();
    }

    static boolean isFeed(XmlRoot root, Source.Head head) {
        return switch (root.name()) {
            case "rss", "feed", "channel" -> true;
            case "rdf" -> head.ascii().contains("<channel") || root.tag().contains("rss");
            default -> false;
        };
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        Element root = XmlDocument.root(source);
        Element channel = channel(root);
        List<Element> items = items(root);
        if (items.isEmpty()) {
            throw new BadInputException("a feed without items; there is nothing to read");
        }
        int number = 0;
        for (Element item : items) {
            number++;
            item(item, channel).give("#" + number, sink);
        }
    }

    static Element channel(Element root) {
        return children(root, "channel").findFirst().orElse(root);
    }

    static List<Element> items(Element root) {
        return root.getAllElements().stream()
                .filter(element -> Set.of("item", "entry").contains(XmlDocument.name(element)))
                .filter(element -> element.parent() != null && !isItem(element.parent()))
                .toList();
    }

    private static boolean isItem(Element element) {
        return Set.of("item", "entry").contains(XmlDocument.name(element));
    }

    static FeedItem item(Element item, Element channel) {
        return new FeedItem(
                outlet(item, channel),
                title(item),
                url(item),
                first(item, PUBLISHED),
                first(item, CHANGED),
                authors(item),
                language(item, channel),
                parts(item, List.of("encoded", "content", "body", "fulltext", "fullitem")),
                parts(item, List.of("description", "summary", "abstract")));
    }

    private static @Nullable String outlet(Element item, Element channel) {
        return children(item, "source")
                .map(source -> text(source, "title").orElse(XmlDocument.text(source)))
                .filter(name -> !name.isBlank() && !name.contains("://"))
                .findFirst()
                .or(() -> plain(channel, "title").map(XmlDocument::text))
                .orElse(null);
    }

    /** A title's own element, not that of a picture or player, which share the name. */
    static Optional<Element> plain(Element parent, String name) {
        List<Element> all = children(parent, name)
                .filter(element -> !element.text().isBlank())
                .toList();
        return all.stream()
                .filter(element -> element.tagName().indexOf(':') < 0)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static @Nullable String title(Element item) {
        return plain(item, "title")
                .map(title -> title.children().isEmpty() ? decoded(title) : title.text())
                .orElse(null);
    }

    private static @Nullable String url(Element item) {
        Stream<String> links = children(item, "link")
                .filter(link -> Set.of("", "alternate").contains(link.attr("rel")))
                .map(link -> link.hasAttr("href") ? link.attr("href") : XmlDocument.text(link));
        Stream<String> guids = children(item, "guid")
                .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                .map(XmlDocument::text);
        return Stream.of(links, guids, Stream.of(item.attr("href"), item.attr("rdf:about")))
                .flatMap(addresses -> addresses)
                .map(String::strip)
                .filter(address -> address.startsWith("http://") || address.startsWith("https://"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String first(Element item, List<String> names) {
        return names.stream()
                .flatMap(name -> text(item, name).stream())
                .findFirst()
                .orElse(null);
    }

    private static List<String> authors(Element item) {
        List<String> atom = children(item, "author")
                .flatMap(author -> text(author, "name").stream())
                .toList();
        List<String> creators = children(item, "creator").map(XmlDocument::text).toList();
        List<String> plain = children(item, "author")
                .map(XmlDocument::text)
                .map(FeedReader::nameOf)
                .toList();
        return !atom.isEmpty() ? atom : !creators.isEmpty() ? creators : plain;
    }

    /** RSS wants an address of mail and leaves the name to brackets: {@code desk@ledger.example (Pia Dant)}. */
    private static String nameOf(String author) {
        int open = author.indexOf('(');
        boolean named = author.contains("@") && open > 0 && author.endsWith(")");
        return named ? author.substring(open + 1, author.length() - 1) : author.contains("@") ? "" : author;
    }

    private static @Nullable String language(Element item, Element channel) {
        for (Element at = item; at != null; at = at.parent()) {
            if (at.hasAttr("xml:lang")) {
                return at.attr("xml:lang");
            }
        }
        return text(channel, "language").orElse(null);
    }

    /** Of the elements of these names the one with the most words. */
    private static List<Draft.Part> parts(Element item, List<String> names) {
        return names.stream()
                .flatMap(name -> children(item, name))
                .filter(FeedReader::isText)
                .max((a, b) ->
                        Integer.compare(a.wholeText().length(), b.wholeText().length()))
                .map(FeedReader::parts)
                .orElse(List.of());
    }

    /** Content may be a picture or sound: a reference, or bytes of another type; {@code media:content} is always one. */
    private static boolean isText(Element content) {
        String type = content.attr("type").toLowerCase(Locale.ROOT);
        boolean other =
                type.contains("/") && !type.startsWith("text/") && !type.contains("xhtml") && !type.contains("html");
        return !other && !content.tagName().toLowerCase(Locale.ROOT).startsWith("media:");
    }

    private static List<Draft.Part> parts(Element content) {
        if (!content.children().isEmpty()) {
            return Fragment.parts(content);
        }
        String type = content.attr("type").toLowerCase(Locale.ROOT);
        boolean plain = type.equals("text") || type.equals("text/plain");
        String value = decoded(content);
        return plain && !value.isBlank() ? List.of(new Draft.Part(value.strip(), null)) : FeedItem.parts(value);
    }

    /** Atom 0.3 may pack a text in base64. */
    private static String decoded(Element content) {
        String value = XmlDocument.text(content);
        if (!content.attr("mode").equalsIgnoreCase("base64")) {
            return value;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

package org.rashomon.ingest.formats.wires;

import static org.rashomon.ingest.formats.xml.XmlDocument.below;
import static org.rashomon.ingest.formats.xml.XmlDocument.name;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.xml.XmlDocument;
import org.rashomon.ingest.formats.xml.XmlRoot;

/**
 * The XML of news agencies: NITF, NewsML-G2 (a {@code newsItem}, or a message with many), and NewsML 1 where NITF or XHTML lies in it; each
 * story an article. A package without its items is refused by name.
 */
public final class NewsXmlReader implements DocumentReader {
    private static final Set<String> ROOTS =
            Set.of("nitf", "newsitem", "newsmessage", "packageitem", "newsml", "conceptitem", "knowledgeitem");

    private final NewsItem items;

    public NewsXmlReader(Release release) {
        this.items = new NewsItem(release);
    }

    @Override
    public boolean recognises(Source.Head head) {
        return XmlRoot.of(head).filter(root -> ROOTS.contains(root.name())).isPresent();
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        Element root = XmlDocument.root(source);
        switch (name(root)) {
            case "nitf" -> sink.article(items.ofNitf(root, ""));
            case "newsitem" -> sink.article(items.of(root, ""));
            case "packageitem" ->
                throw new BadInputException(
                        "a NewsML-G2 package, a list of items that lie elsewhere; give the files of the items it names");
            case "conceptitem", "knowledgeitem" ->
                throw new BadInputException("NewsML-G2 " + root.tagName() + ", a vocabulary and no news; leave it out");
            default -> all(root, sink);
        }
    }

    /** The items of a message; in NewsML 1 each is a {@code NewsItem}, too. */
    private void all(Element root, Sink sink) {
        List<Element> found = below(root, "newsitem").toList();
        if (found.isEmpty()) {
            throw new BadInputException("a news message without news items; there is nothing to read");
        }
        int number = 0;
        for (Element item : found) {
            number++;
            String place = "#" + number;
            try {
                sink.article(items.of(item, place));
            } catch (BadInputException e) {
                sink.rejected(place, String.valueOf(e.getMessage()));
            }
        }
    }
}

package org.rashomon.ingest.formats.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.xml.XmlDocument;
import org.rashomon.ingest.formats.xml.XmlRoot;
import org.rashomon.ingest.pages.Fragment;
import org.rashomon.text.Hashes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a feed leads to, for whoever watches it.
 *
 * @param title of the feed, or null
 * @param entries its items in its own order; none where it has none at the moment
 */
public record FeedContent(@Nullable String title, List<Entry> entries) {
    public FeedContent {
        entries = List.copyOf(entries);
    }

    /**
     * One item.
     *
     * @param url of the page that it leads to, http or https; null where it states none
     * @param stamp the same as long as the feed says the same of the item
     */
    public record Entry(@Nullable String url, String stamp) {}

    /**
     * Of the bytes of a feed: RSS, Atom, CDF or JSON Feed, told by what they hold.
     *
     * @throws BadInputException when they are no feed, or a broken one; the message is for people
     */
    public static FeedContent of(byte[] bytes) {
        try {
            Source source = Source.of("feed", new ByteArrayInputStream(bytes));
            if (source.head().isEmpty()) {
                throw new BadInputException("an empty answer; there is no feed");
            }
            XmlRoot root = XmlRoot.of(source.head()).orElse(null);
            if (root != null && FeedReader.isFeed(root, source.head())) {
                return xml(XmlDocument.root(source));
            }
            if (source.head().ascii().startsWith("{")) {
                return json(Decoder.decode(source.readAll(), null));
            }
            throw new BadInputException(
                    root == null
                            ? "no feed: neither XML nor JSON"
                            : "no feed: the document is <" + root.name()
                                    + ">; give the address of RSS, Atom or JSON Feed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeedContent xml(Element root) {
        Element channel = FeedReader.channel(root);
        List<Entry> entries = new ArrayList<>();
        FeedReader.items(root).forEach(item -> entries.add(entry(FeedReader.item(item, channel))));
        return new FeedContent(
                FeedReader.plain(channel, "title")
                        .map(XmlDocument::text)
                        .map(FeedContent::line)
                        .orElse(null),
                entries);
    }

    private static FeedContent json(String text) {
        JsonNode feed;
        try {
            feed = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new BadInputException("no feed: the JSON is damaged (" + e.getOriginalMessage() + ")");
        }
        if (!JsonFeed.isFeed(feed)) {
            throw new BadInputException("no feed: the JSON does not call itself a JSON Feed");
        }
        List<Entry> entries = new ArrayList<>();
        feed.path("items").forEach(item -> entries.add(entry(JsonFeed.item(item, feed))));
        return new FeedContent(line(JsonFeed.text(feed, "title")), entries);
    }

    private static Entry entry(FeedItem item) {
        String words = (item.whole().isEmpty() ? item.teaser() : item.whole())
                .stream().map(Draft.Part::text).collect(Collectors.joining("\n"));
        String url = item.url();
        boolean web = url != null && (url.startsWith("http://") || url.startsWith("https://"));
        return new Entry(
                web ? url : null,
                Hashes.id(
                        "i",
                        String.valueOf(item.title()),
                        String.valueOf(item.published()),
                        String.valueOf(item.changed()),
                        words));
    }

    private static @Nullable String line(@Nullable String title) {
        return title == null || title.isBlank() ? null : Fragment.line(title).strip();
    }
}

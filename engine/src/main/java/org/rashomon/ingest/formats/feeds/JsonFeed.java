package org.rashomon.ingest.formats.feeds;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader.Sink;
import tools.jackson.databind.JsonNode;

/** JSON Feed, versions 1 and 1.1: each item an article. */
public final class JsonFeed {
    private JsonFeed() {}

    /** Whether an object calls itself a JSON Feed. */
    public static boolean isFeed(JsonNode object) {
        return object.path("version").asString("").contains("jsonfeed.org/version");
    }

    /** Hands the items of the feed to {@code sink}. */
    public static void read(JsonNode feed, Sink sink) {
        JsonNode items = feed.path("items");
        if (!items.isArray() || items.isEmpty()) {
            throw new BadInputException("a feed without items; there is nothing to read");
        }
        int number = 0;
        for (JsonNode item : items) {
            number++;
            item(item, feed).give("#" + number, sink);
        }
    }

    static FeedItem item(JsonNode item, JsonNode feed) {
        String html = text(item, "content_html");
        return new FeedItem(
                text(feed, "title"),
                text(item, "title"),
                text(item, text(item, "url") == null ? "external_url" : "url"),
                text(item, "date_published"),
                text(item, "date_modified"),
                authors(item),
                text(item, "language") == null ? text(feed, "language") : text(item, "language"),
                FeedItem.parts(html == null ? text(item, "content_text") : html),
                FeedItem.parts(text(item, "summary")));
    }

    private static List<String> authors(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.path("authors").forEach(author -> names.add(author.path("name").asString("")));
        if (names.isEmpty()) {
            names.add(item.path("author").path("name").asString(""));
        }
        return names;
    }

    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isString() || value.asString().isBlank() ? null : value.asString();
    }
}

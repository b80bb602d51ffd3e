package org.rashomon.ingest.pages;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema.org article that a page's JSON-LD describes; each field null where it states none. */
record JsonLd(
        @Nullable String headline,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable String published,
        @Nullable String language,
        @Nullable String articleBody) {
    private static final int MOST_NODES = 2000;
    /** Pages break JSON in these ways most often; each still has one reading. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** The first article described, at any depth of lists and {@code @graph}. */
    static Optional<JsonLd> article(Document page) {
        Deque<JsonNode> open = new ArrayDeque<>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            parse(script.data()).ifPresent(open::add);
        }
        for (int seen = 0; seen < MOST_NODES && !open.isEmpty(); seen++) {
            JsonNode node = open.removeFirst();
            if (node.isArray()) {
                node.forEach(open::addLast);
            } else if (node.isObject()) {
                if (isArticle(node.path("@type"))) {
                    return Optional.of(of(node));
                }
                for (String field : new String[] {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}) {
                    if (node.path(field).isContainer()) {
                        open.addLast(node.path(field));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> parse(String data) {
        String text = data.strip();
        if (text.startsWith("<!--")) {
            text = text.substring(4);
        }
        if (text.endsWith("-->")) {
            text = text.substring(0, text.length() - 3);
        }
        text = text.replace("<![CDATA[", "").replace("]]>", "").replaceFirst(";\\s*$", "");
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
        }
        String name = type.isString() ? type.asString() : "";
        return name.endsWith("Article")
                || name.endsWith("BlogPosting")
                || name.equals("Report")
                || name.equals("Review");
    }

    private static JsonLd of(JsonNode node) {
        JsonNode publisher = node.path("publisher");
        JsonNode about = publisher.isArray() && publisher.size() > 0 ? publisher.get(0) : publisher;
        JsonNode page = node.path("mainEntityOfPage");
        String url = string(node.path("url"));
        return new JsonLd(
                string(node.path("headline")),
                about.isString() ? string(about) : string(about.path("name")),
                url != null ? url : string(page.isString() ? page : page.path("@id")),
                string(node.path("datePublished")),
                string(node.path("inLanguage")),
                string(node.path("articleBody")));
    }

    private static @Nullable String string(JsonNode value) {
        if (!value.isString()) {
            return null;
        }
        // Publishers paste escaped HTML into JSON.
        String text = Parser.unescapeEntities(value.asString(), false).strip();
        return text.isEmpty() ? null : text;
    }
}

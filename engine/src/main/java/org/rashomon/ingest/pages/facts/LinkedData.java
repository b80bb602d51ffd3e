package org.rashomon.ingest.pages.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.model.Imprint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page's JSON-LD (schema.org) says of the page's own article. Nodes are found at any depth of lists and {@code @graph}; an
 * {@code @id} leads to the node that bears it; what is said of another article is left out.
 */
final class LinkedData {
    private static final int MOST_NODES = 2000;
    private static final int MOST_VALUES = 50;
    private static final int LEAST_ALIKE = 20;
    /** Pages break JSON in these ways most often; each still has one reading. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final List<String> ARTICLE = List.of("Article", "BlogPosting", "Report", "Review");
    private static final List<String> FAMILIES = List.of("Article", "BlogPosting", "WebPage");
    private static final List<String> PAGE = List.of("WebPage", "ItemPage");
    /** Fields in which the page's own nodes stand; what stands in others (lists, parts, mentions) is about something else. */
    private static final List<String> OWN_FIELDS = List.of("@graph", "mainEntity", "mainEntityOfPage");

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> nodes = new ArrayList<>();
    private final List<JsonNode> described = new ArrayList<>();
    private boolean broken;

    /**
     * A person or body that a node names.
     *
     * @param type the last word of its type, or empty
     */
    record Named(String name, String type) {
        boolean isBody() {
            return type.endsWith("Organization") || type.endsWith("Corporation");
        }
    }

    LinkedData(Document page, PageAddress address, List<String> titles) {
        Deque<JsonNode> open = new ArrayDeque<>();
        for (Element script : page.select("script[type^=application/ld+json]")) {
            Optional<JsonNode> node = parse(script.data());
            broken |= node.isEmpty() && !script.data().isBlank();
            node.ifPresent(open::add);
        }
        for (int seen = 0; seen < MOST_NODES && !open.isEmpty(); seen++) {
            JsonNode node = open.removeFirst();
            if (node.isArray()) {
                node.forEach(open::addLast);
            } else if (node.isObject()) {
                nodes.add(node);
                OWN_FIELDS.forEach(field -> open.addLast(node.path(field)));
            }
        }
        index();
        List<JsonNode> articles =
                nodes.stream().filter(node -> is(node, ARTICLE)).toList();
        own(articles, address, titles).ifPresent(described::add);
        Stream.concat(ofType(List.of("ClaimReview")), ofType(PAGE))
                .filter(node -> addresses(node).stream().noneMatch(address::isOther))
                .filter(node -> !described.contains(node))
                .forEach(described::add);
    }

    private Stream<JsonNode> ofType(List<String> types) {
        return nodes.stream().filter(node -> is(node, types));
    }

    /** A node that only refers ({@code {"@id": …}}) does not hide the one that says something. */
    private void index() {
        Deque<JsonNode> open = new ArrayDeque<>(nodes);
        for (int seen = 0; seen < MOST_NODES && !open.isEmpty(); seen++) {
            JsonNode node = open.removeFirst();
            if (node.isObject() && node.path("@id").isString() && node.size() > 1) {
                byId.putIfAbsent(node.path("@id").asString(), node);
            }
            node.forEach(child -> {
                if (child.isContainer()) {
                    open.addLast(child);
                }
            });
        }
    }

    /** The article that is the page's own: by its address, else by its headline, else because there is no other. */
    private Optional<JsonNode> own(List<JsonNode> articles, PageAddress address, List<String> titles) {
        Optional<JsonNode> byAddress =
                first(articles, node -> addresses(node).stream().anyMatch(address::isOwn));
        if (byAddress.isPresent()) {
            return byAddress;
        }
        Predicate<JsonNode> possible = node -> {
            List<String> given = addresses(node);
            return given.stream().noneMatch(address::isOther)
                    || (isTitle(node, titles) && given.stream().allMatch(address::isOwnHost));
        };
        List<JsonNode> left = articles.stream().filter(possible).toList();
        Optional<JsonNode> byTitle = first(left, node -> isTitle(node, titles));
        if (byTitle.isPresent() || left.size() != 1) {
            return byTitle;
        }
        return Optional.of(left.get(0));
    }

    private static Optional<JsonNode> first(List<JsonNode> nodes, Predicate<JsonNode> wanted) {
        return nodes.stream().filter(wanted).findFirst();
    }

    private static boolean isTitle(JsonNode node, List<String> titles) {
        return Stream.of("headline", "name", "alternativeHeadline")
                .map(field -> string(node.path(field)))
                .filter(text -> text != null && text.length() > 3 && text.length() < 1000)
                .map(Sentences::letters)
                .anyMatch(
                        headline -> titles.stream().map(Sentences::letters).anyMatch(title -> isSame(headline, title)));
    }

    /** Alike but for what one of them goes on with: a site's name, a long headline cut short. */
    private static boolean isSame(String headline, String title) {
        int shorter = Math.min(headline.length(), title.length());
        boolean opens = title.startsWith(headline) || headline.startsWith(title);
        return title.equals(headline) || (opens && shorter >= LEAST_ALIKE);
    }

    /** The addresses that a node gives for itself; a site's front page is none. */
    private static List<String> addresses(JsonNode node) {
        JsonNode main = node.path("mainEntityOfPage");
        return Stream.of(node.path("url"), main, main.path("@id"), main.path("url"), node.path("@id"))
                .map(LinkedData::string)
                .flatMap(Stream::ofNullable)
                .filter(text -> text.startsWith("http") || text.startsWith("/"))
                .map(text -> text.replaceFirst("#.*$", ""))
                .filter(text -> !PageAddress.isRoot(text))
                .toList();
    }

    /** Whether one of the node's types is one of these or, of articles and pages, ends in it ({@code NewsArticle, MedicalWebPage}). */
    private static boolean is(JsonNode node, List<String> types) {
        JsonNode type = node.path("@type");
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            String name = one.isString() ? one.asString() : "";
            if (types.stream()
                    .anyMatch(wanted -> FAMILIES.contains(wanted) ? name.endsWith(wanted) : name.equals(wanted))) {
                return true;
            }
        }
        return false;
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

    /** Values of a field of the page's own nodes, the article's first. */
    List<String> strings(String field) {
        return described.stream()
                .flatMap(node -> values(node.path(field)))
                .map(LinkedData::string)
                .flatMap(Stream::ofNullable)
                .limit(MOST_VALUES)
                .toList();
    }

    /** The field of the article itself, where one is described. */
    @Nullable
    String ofArticle(String field) {
        return described.stream()
                .filter(node -> is(node, ARTICLE))
                .map(node -> string(node.path(field)))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** The updates of a live blog that the article is, in the order in which they are given. */
    List<PageFacts.Update> updates() {
        return described.stream()
                .filter(node -> is(node, ARTICLE))
                .limit(1)
                .flatMap(node -> values(node.path("liveBlogUpdate")))
                .filter(JsonNode::isObject)
                .limit(MOST_NODES)
                .map(node -> new PageFacts.Update(
                        string(node.path("headline")),
                        Stream.of("articleBody", "text", "description")
                                .map(field -> string(node.path(field)))
                                .flatMap(Stream::ofNullable)
                                .findFirst()
                                .orElse(""),
                        Stream.of("datePublished", "dateCreated")
                                .map(field -> string(node.path(field)))
                                .flatMap(Stream::ofNullable)
                                .flatMap(stated -> Dates.parse(stated, Imprint.Origin.JSON_LD).stream())
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** Whether a script could not be read as JSON. */
    boolean isBroken() {
        return broken;
    }

    /** Who publishes the article: a person is its author, and no outlet. */
    List<Named> publishers() {
        return named("publisher").stream()
                .filter(publisher -> !publisher.type().endsWith("Person"))
                .toList();
    }

    /** Who a field names, of the first own node that names anybody there. */
    List<Named> named(String field) {
        for (JsonNode node : described) {
            List<Named> names = values(node.path(field))
                    .flatMap(this::name)
                    .limit(MOST_VALUES)
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    /** The same of a ClaimReview, whose author is who checks. */
    List<Named> checkers() {
        return ofType(List.of("ClaimReview"))
                .filter(described::contains)
                .flatMap(node -> values(node.path("author")).flatMap(this::name))
                .filter(Named::isBody)
                .limit(1)
                .toList();
    }

    /** Names of the sites that the page belongs to. */
    List<String> sites() {
        return ofType(List.of("WebSite"))
                .map(node -> string(node.path("name")))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private Stream<Named> name(JsonNode value) {
        if (value.isString()) {
            String text = string(value);
            JsonNode there = text == null ? null : byId.get(text);
            return there == null ? Stream.ofNullable(text).map(t -> new Named(t, "")) : name(there);
        }
        JsonNode names = value.path("name");
        if (names.isMissingNode() && value.path("@id").isString()) {
            JsonNode there = byId.get(value.path("@id").asString());
            return there == null || there.path("name").isMissingNode() ? Stream.empty() : name(there);
        }
        JsonNode type = value.path("@type").isArray() ? value.path("@type").path(0) : value.path("@type");
        String kind = type.isString() ? type.asString() : "";
        return values(names).map(LinkedData::string).flatMap(Stream::ofNullable).map(text -> new Named(text, kind));
    }

    private static Stream<JsonNode> values(JsonNode value) {
        if (value.isArray()) {
            List<JsonNode> all = new ArrayList<>();
            value.forEach(all::add);
            return all.stream();
        }
        return value.path("@list").isArray() ? values(value.path("@list")) : Stream.of(value);
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

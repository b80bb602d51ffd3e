package org.rashomon.ingest.formats.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object of a JSON file. */
public final class JsonRecord implements ArticleRecord {
    /** What objects that stand for a name call it. */
    private static final List<String> NAME_FIELDS = List.of("name", "title", "value", "rendered", "text");
    /** What objects that stand for a paragraph call its words. */
    private static final List<String> PARAGRAPH_FIELDS = List.of("text", "value", "content", "html", "body");
    /** What objects that stand for a date call it. */
    private static final List<String> DATE_FIELDS = List.of("$date", "$numberLong", "iso", "date", "value");

    /** {@code {"$date": {"$numberLong": "…"}}}. */
    private static final int DEEPEST_DATE = 2;

    /** Seconds; as many milliseconds are in the year 1973, which no epoch time of news in seconds reaches. */
    private static final long LAST_SECOND = 100_000_000_000L;

    private final Map<String, JsonNode> fields = new HashMap<>();

    public JsonRecord(JsonNode object) {
        object.properties().forEach(field -> fields.putIfAbsent(FieldNames.folded(field.getKey()), field.getValue()));
    }

    @Override
    public Optional<String> text(String name) {
        return node(name).flatMap(node -> string(node, name.equals("id")));
    }

    @Override
    public Optional<String> body(String name) {
        Optional<JsonNode> list = node(name).filter(node -> node.isArray() && !node.isEmpty());
        if (list.isEmpty()) {
            return text(name);
        }
        List<String> paragraphs = new ArrayList<>();
        for (JsonNode element : list.get()) {
            Stream.concat(Stream.of(element), PARAGRAPH_FIELDS.stream().map(element::path))
                    .filter(value -> value.isString() && !value.asString().isBlank())
                    .findFirst()
                    .ifPresent(value -> paragraphs.add(value.asString().strip()));
        }
        return paragraphs.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", paragraphs));
    }

    @Override
    public List<String> list(String name) {
        List<String> out = new ArrayList<>();
        node(name).ifPresent(node -> {
            if (node.isArray()) {
                node.forEach(element -> name(element).ifPresent(out::add));
            } else {
                name(node).ifPresent(out::add);
            }
        });
        return out;
    }

    @Override
    public Optional<String> date(String name) {
        return node(name).flatMap(node -> date(node, 0));
    }

    private static Optional<String> date(JsonNode node, int depth) {
        if (node.isNumber()) {
            return epoch(node.decimalValue());
        }
        if (node.isObject()) {
            return DATE_FIELDS.stream()
                    .map(node::get)
                    .filter(value -> value != null && depth < DEEPEST_DATE)
                    .findFirst()
                    .flatMap(value -> date(value, depth + 1));
        }
        if (node.isString() && node.asString().matches("\\d{10}|\\d{13}")) {
            return epoch(new BigDecimal(node.asString()));
        }
        return string(node, false);
    }

    /** Seconds or milliseconds since 1970; a year or a day as a number ({@code 20290307}) stays what it is. */
    private static Optional<String> epoch(BigDecimal number) {
        long whole = number.longValue();
        if (Math.abs(whole) < 100_000_000L) {
            return Optional.of(Long.toString(whole));
        }
        return Optional.of((Math.abs(whole) < LAST_SECOND ? Instant.ofEpochSecond(whole) : Instant.ofEpochMilli(whole))
                .toString());
    }

    private static Optional<String> name(JsonNode node) {
        return node.isObject()
                ? NAME_FIELDS.stream()
                        .map(node::get)
                        .filter(value -> value != null && value.isString())
                        .findFirst()
                        .flatMap(value -> string(value, false))
                : string(node, false);
    }

    private static Optional<String> string(JsonNode node, boolean numbers) {
        if (node.isObject()) {
            JsonNode rendered = node.get("rendered");
            return rendered == null ? Optional.empty() : string(rendered, numbers);
        }
        if (!node.isString() && !(numbers && node.isNumber())) {
            return Optional.empty();
        }
        String text = node.asString();
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private Optional<JsonNode> node(String path) {
        JsonNode whole = fields.get(path);
        if (whole != null || path.indexOf('.') < 0) {
            return Optional.ofNullable(whole);
        }
        String[] steps = path.split("\\.");
        @Nullable JsonNode at = fields.get(steps[0]);
        for (int step = 1; step < steps.length && at != null; step++) {
            at = inner(at, steps[step]);
        }
        return Optional.ofNullable(at);
    }

    private static @Nullable JsonNode inner(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (FieldNames.folded(field.getKey()).equals(name)) {
                return field.getValue();
            }
        }
        return null;
    }
}

package org.rashomon.ingest.formats;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.feeds.JsonFeed;
import org.rashomon.ingest.formats.records.FieldNames;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON document: a record of an article, a list of them, or an object that such a list lies in ({@code {"articles": [...]}}), on one
 * line or many. A list is read record by record, however long it is. The place of a record is its number.
 */
public final class JsonDocumentReader implements DocumentReader {
    /** Where answers of interfaces and exports of archives have their lists, in folded names. */
    private static final Set<String> LISTS = Set.of(
            "articles",
            "results",
            "items",
            "docs",
            "documents",
            "data",
            "value",
            "hits",
            "response",
            "stories",
            "news",
            "entries",
            "records",
            "rows",
            "posts",
            "result",
            "payload",
            "list",
            "articlelist",
            "objects");

    private static final int DEEPEST_LIST = 4;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(2 * Source.MAX_DOCUMENT_BYTES)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonRecords records;

    public JsonDocumentReader(JsonRecords records) {
        this.records = records;
    }

    /** A first line that is a whole object is JSONL, unless it is the only one and holds a list; so is one that another object follows. */
    @Override
    public boolean recognises(Source.Head head) {
        String text = head.ascii();
        if (text.startsWith("[")) {
            String rest = text.substring(1).stripLeading();
            return rest.startsWith("{") || (rest.startsWith("]") && rest.length() < 4) || named(head);
        }
        if (!text.startsWith("{")) {
            return false;
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.stream().skip(1).anyMatch(line -> line.startsWith("{\""))) {
            return !closes(lines.get(0)) && opensList(lines.get(0));
        }
        if (lines.size() == 1) {
            boolean told = head.name().endsWith(".jsonl") || head.name().endsWith(".ndjson");
            return !told && opensList(text);
        }
        String rest = text.substring(1).stripLeading();
        return !closes(lines.get(0)) && (rest.startsWith("\"") || rest.startsWith("}"));
    }

    private static boolean opensList(String text) {
        return LISTS.stream().anyMatch(list -> text.matches("(?s)\\{.{0,2000}?\"" + list + "\"\\s*:\\s*[\\[{].*"));
    }

    private static boolean named(Source.Head head) {
        return head.name().endsWith(".json");
    }

    /** Whether the braces of a line come out even. */
    private static boolean closes(String line) {
        int open = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else {
                open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
        return open == 0;
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        Walk walk = new Walk(sink);
        try (Bounded parser = new Bounded(JSON.createParser(LargeText.of(source.content())))) {
            walk.document(parser);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            sink.rejected(
                    "",
                    "the JSON breaks off or is damaged" + where + " (" + e.getOriginalMessage() + "); "
                            + (walk.number == 0 ? "nothing" : "only " + walk.number + " records before it")
                            + " could be read: mend the file and read it again");
        }
    }

    /** Goes through one document. */
    private final class Walk {
        private final Sink sink;
        private int number;

        Walk(Sink sink) {
            this.sink = sink;
        }

        void document(Bounded parser) {
            parser.nextToken();
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                list(parser);
                if (number == 0) {
                    throw new BadInputException("the list is empty; there is nothing to read");
                }
                others(parser, parser.nextToken() != null);
                return;
            }
            ObjectNode rest = JSON.createObjectNode();
            boolean listed = object(parser, rest, 1);
            boolean more;
            try {
                more = parser.nextToken() != null;
            } catch (JacksonException e) {
                only(rest, listed, false);
                throw e;
            }
            only(rest, listed, more);
            others(parser, more);
        }

        /** Gives what the first object holds. */
        private void only(ObjectNode object, boolean listed, boolean more) {
            if (JsonFeed.isFeed(object)) {
                JsonFeed.read(object, sink);
            } else if (!listed && !records.holdsText(object) && inner(object)) {
                return;
            } else if (!listed) {
                number += more ? 1 : 0;
                records.give(object, more ? "#" + number : "", sink);
            } else if (number == 0 && !more) {
                throw new BadInputException("the list of articles in it is empty; there is nothing to read");
            }
        }

        /** Values behind the first: some programs write one document behind the other. */
        private void others(Bounded parser, boolean more) {
            for (boolean next = more; next; next = parser.nextToken() != null) {
                parser.begin();
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    list(parser);
                } else {
                    element(parser);
                }
            }
        }

        /** Reads records that lie in an object under names of its own, one by one or in lists; whether there are any. */
        private boolean inner(ObjectNode object) {
            List<JsonNode> found = object.properties().stream()
                    .flatMap(field ->
                            field.getValue().isArray() ? field.getValue().valueStream() : Stream.of(field.getValue()))
                    .filter(value -> value.isObject() && records.holdsText(value))
                    .toList();
            for (JsonNode record : found) {
                number++;
                records.give(record, "#" + number, sink);
            }
            return !found.isEmpty();
        }

        /** Reads the lists of an object that is entered; all else of it goes into {@code rest}. Whether there was a list. */
        private boolean object(Bounded parser, ObjectNode rest, int depth) {
            boolean listed = false;
            parser.begin();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                boolean known =
                        LISTS.contains(FieldNames.folded(name)) && depth < DEEPEST_LIST && !JsonFeed.isFeed(rest);
                if (known && value == JsonToken.START_ARRAY) {
                    list(parser);
                    listed = true;
                } else if (known && value == JsonToken.START_OBJECT) {
                    ObjectNode inner = rest.putObject(name);
                    listed |= object(parser, inner, depth + 1);
                } else {
                    rest.set(name, tree(parser));
                }
            }
            return listed;
        }

        /** Reads the records of a list that is entered, up to its end. */
        private void list(Bounded parser) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new BadInputException(
                            "the list breaks off after " + number + " records; the file is not whole: fetch it again");
                }
                parser.begin();
                element(parser);
            }
        }

        private void element(Bounded parser) {
            number++;
            JsonNode element = tree(parser);
            String place = "#" + number;
            if (element.isObject()) {
                records.give(element, place, sink);
            } else {
                sink.rejected(place, "no object but " + kind(element) + "; an article is an object: {\"text\": ...}");
            }
        }

        private JsonNode tree(JsonParser parser) {
            return JSON.readTree(parser);
        }

        private static String kind(JsonNode node) {
            return node.isArray() ? "a list" : node.isString() ? "a string" : "a number or the like";
        }
    }

    /** Stops at a record that is longer than any article. */
    private static final class Bounded extends JsonParserDelegate {
        private long start;

        Bounded(JsonParser parser) {
            super(parser);
        }

        void begin() {
            start = offset();
        }

        private long offset() {
            return delegate.currentLocation().getCharOffset();
        }

        @Override
        public JsonToken nextToken() {
            JsonToken token = super.nextToken();
            if (offset() - start > 2L * Source.MAX_DOCUMENT_BYTES) {
                throw new BadInputException("a record of the list is longer than "
                        + Source.MAX_DOCUMENT_BYTES / 500_000
                        + " MB, the limit for one; what follows it was not read: shorten or remove it");
            }
            return token;
        }
    }
}

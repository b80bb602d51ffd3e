package org.rashomon.ingest.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Lines, one article an object: {@code text} is required; {@code id}, {@code outlet}, {@code title}, {@code url}, {@code
 * date} or {@code published} and {@code language} are optional; other fields are ignored. One line is held at a time.
 */
public final class JsonLinesReader implements DocumentReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean recognises(Source.Head head) {
        String text = head.ascii();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        String rest = text.substring(1).stripLeading();
        boolean named = head.name().endsWith(".jsonl")
                || head.name().endsWith(".json")
                || head.name().endsWith(".ndjson");
        return named || (text.charAt(0) == '{' && (rest.startsWith("\"") || rest.startsWith("}")));
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        InputStream in = source.content();
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
        boolean wide = source.head().looksUtf16();
        if (wide) {
            throw new BadInputException("JSON in UTF-16; JSONL is UTF-8: convert it (iconv -f UTF-16 -t UTF-8)");
        }
        int number = 0;
        boolean any = false;
        for (boolean more = true; more; ) {
            more = fill(in, line, number + 1);
            number++;
            String text = Decoder.decode(line.toByteArray(), null).strip();
            if (line.size() > Source.MAX_DOCUMENT_BYTES) {
                sink.rejected(
                        "#" + number,
                        "the line is longer than " + Source.MAX_DOCUMENT_BYTES / 1_000_000
                                + " MB, the limit for one article; shorten or remove it");
            } else if (!text.isEmpty()) {
                if (!any && opensPrettyPrinted(text)) {
                    throw new BadInputException("one JSON document over several lines; JSONL has one object a line:"
                            + " convert it (jq -c . for an object, jq -c .[] for a list)");
                }
                any = true;
                line(text, "#" + number, sink);
            }
        }
    }

    /** Reads to the next line feed, keeping no more than the limit and one byte; false at the end. */
    private static boolean fill(InputStream in, ByteArrayOutputStream line, int number) throws IOException {
        line.reset();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    return true;
                }
                if (line.size() <= Source.MAX_DOCUMENT_BYTES) {
                    line.write(b);
                }
            }
            return false;
        } catch (java.io.EOFException e) {
            throw new java.io.EOFException("in line " + number);
        }
    }

    private static boolean opensPrettyPrinted(String text) {
        return text.equals("{") || text.startsWith("[");
    }

    private static void line(String text, String place, Sink sink) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JacksonException e) {
            sink.rejected(place, "the line is no JSON (" + e.getOriginalMessage() + "); write one object a line");
            return;
        }
        if (!node.isObject()) {
            sink.rejected(place, "the line is JSON but no object; write {\"text\": ...}");
            return;
        }
        String body = string(node, "text");
        if (body == null) {
            sink.rejected(place, "the object has no \"text\"; put the article's text there as a string");
            return;
        }
        sink.article(new Draft(
                place,
                string(node, "id"),
                Imprint.builder()
                        .outlet(string(node, "outlet"), Imprint.Origin.GIVEN)
                        .url(string(node, "url"))
                        .title(string(node, "title"))
                        .published(published(node).orElse(null))
                        .language(string(node, "language"))
                        .build(),
                List.of(new Draft.Part(body, null)),
                List.of()));
    }

    private static Optional<PublicationDate> published(JsonNode node) {
        for (String field : List.of("date", "published")) {
            String stated = string(node, field);
            Optional<PublicationDate> date =
                    stated == null ? Optional.empty() : Dates.parse(stated, Imprint.Origin.GIVEN);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static @Nullable String string(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !(value.isString() || (field.equals("id") && value.isNumber()))) {
            return null;
        }
        String text = value.asString();
        return text.isBlank() ? null : text;
    }
}

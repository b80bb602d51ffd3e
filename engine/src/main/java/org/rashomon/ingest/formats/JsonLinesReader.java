package org.rashomon.ingest.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Lines, one article an object: {@code text} is required; {@code id}, {@code outlet}, {@code title}, {@code url}, {@code
 * date} or {@code published}, {@code byline} and {@code language} are optional, and the names that exports give them are known ({@link
 * org.rashomon.ingest.formats.records.FieldNames}); other fields are ignored. One line is held at a time.
 */
public final class JsonLinesReader implements DocumentReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonRecords records;

    public JsonLinesReader(JsonRecords records) {
        this.records = records;
    }

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
        InputStream in = source.head().looksUtf16()
                ? new ByteArrayInputStream(
                        Decoder.decode(source.readAll(), null).getBytes(StandardCharsets.UTF_8))
                : source.content();
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
        int number = 0;
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

    private void line(String text, String place, Sink sink) {
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
        records.give(node, place, sink);
    }
}

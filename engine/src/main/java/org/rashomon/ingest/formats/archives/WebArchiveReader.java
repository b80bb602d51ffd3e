package org.rashomon.ingest.formats.archives;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.model.Imprint;

/**
 * Web archives (WARC, and the older ARC), packed or not: what was captured is read as a page, text, feed or JSON of its own, under the address
 * that it was captured from. The day of capture is no day of publication and stands in a note. What is no news by its kind (pictures, style
 * sheets, redirects, errors, revisits, the archive's own records) is counted in one line; a tail that is damaged is told with its offset.
 * The place of an article is the number of its record.
 */
public final class WebArchiveReader implements DocumentReader {
    /** Addresses under which crawlers keep their own records. */
    private static final List<String> CRAWLERS_OWN = List.of("dns:", "filedesc:", "whois:", "metadata:");

    @Override
    public boolean recognises(Source.Head head) {
        return head.startsWith('W', 'A', 'R', 'C', '/') || head.ascii().startsWith("filedesc://");
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        Map<String, Integer> passed = new TreeMap<>();
        int number = 0;
        long offset = 0;
        PackedRecords packed = new PackedRecords(source.raw());
        try (WarcReader reader = new WarcReader(packed)) {
            reader.setLenient(true);
            for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                number++;
                offset = reader.position();
                packed.begin();
                record(next.get(), "#" + number, passed, sink);
                if (next.get().body().isOpen()) {
                    packed.drain(next.get().body().stream());
                }
            }
        } catch (ParsingException | EOFException | ZipException e) {
            damaged(number, offset, e, sink);
        } catch (IllegalArgumentException | IllegalStateException | java.time.DateTimeException e) {
            damaged(number, offset, e, sink);
        } catch (java.io.UncheckedIOException e) {
            damaged(number, offset, e, sink);
        }
        if (!passed.isEmpty()) {
            int all = passed.values().stream().mapToInt(Integer::intValue).sum();
            sink.skipped(
                    "",
                    all
                            + (all == 1 ? " record is no article: " : " records are no articles: ")
                            + passed.entrySet().stream()
                                    .map(kind -> kind.getValue() + " " + kind.getKey())
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static void damaged(int number, long offset, Exception e, Sink sink) {
        sink.rejected(
                "#" + (number + 1),
                "the archive is damaged or breaks off behind record " + number + ", which begins at byte " + offset
                        + " (" + shortened(e.getMessage()) + "); what follows was not read: fetch the file again");
    }

    /** The reader of records shows all that it stumbled on. */
    private static String shortened(@Nullable String message) {
        String text = message == null ? "it ends too early" : message;
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static void record(WarcRecord record, String place, Map<String, Integer> passed, Sink sink)
            throws IOException {
        Optional<String> reason = passedOver(record);
        if (reason.isPresent()) {
            passed.merge(reason.get(), 1, Integer::sum);
            return;
        }
        try {
            capture((WarcTargetRecord) record, place, sink);
        } catch (BadInputException e) {
            sink.rejected(place, e.getMessage() + " (" + ((WarcTargetRecord) record).target() + ")");
        }
    }

    /** What kind of record that is no news this is; empty for one that may be. */
    private static Optional<String> passedOver(WarcRecord record) throws IOException {
        if (!(record instanceof WarcResponse || record instanceof WarcResource || record instanceof WarcConversion)) {
            return Optional.of(record.type());
        }
        WarcTargetRecord target = (WarcTargetRecord) record;
        String address = target.target().toLowerCase(Locale.ROOT);
        if (CRAWLERS_OWN.stream().anyMatch(address::startsWith)) {
            return Optional.of("of the crawler");
        }
        if (address.endsWith("/robots.txt")) {
            return Optional.of("robots.txt");
        }
        if (record instanceof WarcResponse response
                && response.contentType().base().equals(MediaType.HTTP)) {
            int status = http(response).status();
            if (status >= 300 && status < 400) {
                return Optional.of("redirect");
            }
            if (status != 200) {
                return Optional.of("of status " + status);
            }
        }
        String type = payloadType(target);
        return MediaKinds.passedOver(type, address);
    }

    private static HttpResponse http(WarcResponse response) throws IOException {
        try {
            return response.http();
        } catch (ParsingException e) {
            throw new BadInputException(
                    "the headers of the response cannot be read (" + shortened(e.getMessage()) + ")");
        }
    }

    private static String payloadType(WarcTargetRecord record) throws IOException {
        try {
            MediaType type =
                    record instanceof WarcResponse response ? http(response).contentType() : record.contentType();
            return type.base().toString().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void capture(WarcTargetRecord record, String place, Sink sink) throws IOException {
        byte[] body = body(record);
        String charset = charset(record);
        if (charset != null) {
            // Said by the server, not by the page: the page is handed on in a form that needs no saying.
            body = ("\uFEFF" + Decoder.decode(body, charset)).getBytes(StandardCharsets.UTF_8);
        }
        if (body.length == 0) {
            throw new BadInputException("an empty capture; there is nothing to read");
        }
        String address = record.target();
        String day = record.date().toString();
        Imprint around = Imprint.builder()
                .url(address.startsWith("http") ? address : null)
                .build();
        sink.document(place, name(address), body, draft -> completed(draft, around, day));
    }

    private static Draft completed(Draft draft, Imprint around, String day) {
        // What lies in a feed or list has an address of its own, or none that is known.
        Draft placed = draft.place().isEmpty() ? draft.with(draft.imprint().over(around)) : draft;
        return placed.noted("captured from the web on " + day);
    }

    private static String name(String address) {
        return address.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] body(WarcTargetRecord record) throws IOException {
        MessageBody raw = record instanceof WarcResponse response
                        && response.contentType().base().equals(MediaType.HTTP)
                ? http(response).body()
                : record.body();
        List<String> codings = record instanceof WarcResponse response
                        && response.contentType().base().equals(MediaType.HTTP)
                ? http(response).headers().all("Content-Encoding")
                : List.of();
        try (InputStream in = ContentCoding.undo(new Unclosed(raw.stream()), codings)) {
            byte[] body = in.readNBytes(Source.MAX_DOCUMENT_BYTES + 1);
            if (body.length > Source.MAX_DOCUMENT_BYTES) {
                throw new BadInputException("a capture larger than " + Source.MAX_DOCUMENT_BYTES / 1_000_000
                        + " MB, unpacked, the limit for one document; it was passed over");
            }
            return body;
        } catch (ZipException | EOFException e) {
            throw new BadInputException(
                    "the packed body of the capture is damaged or breaks off (" + shortened(e.getMessage()) + ")");
        } catch (ParsingException e) {
            throw new BadInputException("the chunks of the capture are damaged (" + shortened(e.getMessage()) + ")");
        }
    }

    private static @Nullable String charset(WarcTargetRecord record) throws IOException {
        try {
            MediaType type =
                    record instanceof WarcResponse response ? http(response).contentType() : record.contentType();
            String name = type.parameters().get("charset");
            return name != null && Charset.isSupported(name.strip()) ? name.strip() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What lies within a record is closed when its unpacking ends; the record itself is then read to its end. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}

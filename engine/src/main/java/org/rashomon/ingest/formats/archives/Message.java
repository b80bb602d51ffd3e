package org.rashomon.ingest.formats.archives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.Source;
import org.rashomon.model.Imprint;

/** One message in MIME, taken apart: its head, the texts in it, the names of what is attached. */
final class Message {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 2000;
    /** The share of a page's words with which the plain text beside it is the whole letter and no hint to look at the page. */
    private static final double ENOUGH = 0.6;

    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(100_000)
            .setMaxHeaderCount(1000)
            .setMaxContentLen(-1)
            .build();

    /** Headers of the message itself, by name in small letters, the first of each. */
    private final Map<String, String> head = new HashMap<>();

    private final List<Text> texts = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final List<byte[]> forwarded = new ArrayList<>();

    private Message() {}

    /**
     * A part that is text.
     *
     * @param location the address that it was saved from, or null
     */
    record Text(
            boolean isPage,
            String content,
            @Nullable String location,
            @Nullable String id) {}

    /**
     * Takes a message apart.
     *
     * @throws BadInputException when it is damaged, nested without end or has too many parts
     */
    static Message of(byte[] bytes) {
        Message message = new Message();
        MimeTokenStream stream = new MimeTokenStream(CONFIG);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(bytes));
        try {
            message.take(stream);
        } catch (MimeException | IOException e) {
            throw new BadInputException("the message is damaged (" + e.getMessage() + "); save it again");
        }
        return message;
    }

    private void take(MimeTokenStream stream) throws MimeException, IOException {
        int depth = 0;
        int parts = 0;
        Map<String, String> own = head;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MULTIPART -> depth++;
                case T_END_MULTIPART -> depth--;
                case T_START_BODYPART -> {
                    own = new HashMap<>();
                    parts++;
                }
                case T_FIELD -> own.putIfAbsent(name(stream.getField()), value(stream.getField()));
                case T_BODY -> body(stream, own);
                default -> {}
            }
            if (depth > DEEPEST || parts > MOST_PARTS) {
                throw new BadInputException("a message of more than " + MOST_PARTS + " parts, or nested more than "
                        + DEEPEST + " deep, as no program writes it; it is not read");
            }
        }
    }

    private static String name(Field field) {
        return field.getName().toLowerCase(Locale.ROOT);
    }

    /** Unfolded, and with the words decoded that the head of a message may only have packed. */
    private static String value(Field field) {
        String body = field.getBody() == null
                ? ""
                : field.getBody().replaceAll("\\r?\\n[ \\t]*", " ").strip();
        try {
            return DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT);
        } catch (IllegalArgumentException e) {
            return body;
        }
    }

    private void body(MimeTokenStream stream, Map<String, String> own) throws IOException {
        BodyDescriptor kind = stream.getBodyDescriptor();
        String type = kind.getMimeType().toLowerCase(Locale.ROOT);
        boolean attached = own.getOrDefault("content-disposition", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("attachment");
        if (type.equals("message/rfc822")) {
            forwarded.add(stream.getDecodedInputStream().readNBytes(Source.MAX_DOCUMENT_BYTES));
            return;
        }
        boolean page = type.equals("text/html") || type.equals("application/xhtml+xml");
        if (attached || !(page || type.equals("text/plain"))) {
            if (attached || !isResource(type, own)) {
                attachments.add(attachment(own, type));
            }
            return;
        }
        byte[] bytes = stream.getDecodedInputStream().readNBytes(Source.MAX_DOCUMENT_BYTES);
        String declared =
                own.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).contains("charset")
                        ? kind.getCharset()
                        : null;
        String content = Decoder.decode(bytes, declared == null && page ? charsetWithin(bytes) : declared);
        if (!content.isBlank()) {
            texts.add(new Text(page, content, own.get("content-location"), own.get("content-id")));
        }
    }

    private static @Nullable String charsetWithin(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), java.nio.charset.StandardCharsets.ISO_8859_1);
        java.util.regex.Matcher stated = java.util.regex.Pattern.compile(
                        "(?i)charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})")
                .matcher(start);
        return stated.find() ? stated.group(1) : null;
    }

    /** What a page needs to look as it does, and no reader misses. */
    private static boolean isResource(String type, Map<String, String> own) {
        return MediaKinds.passedOver(type, "").isPresent()
                && !type.startsWith("application/pdf")
                && (own.containsKey("content-location") || own.containsKey("content-id"));
    }

    private static String attachment(Map<String, String> own, String type) {
        for (String header : List.of("content-disposition", "content-type")) {
            java.util.regex.Matcher name = java.util.regex.Pattern.compile("(?i)name\\*?=\\s*\"?([^\";]+)")
                    .matcher(own.getOrDefault(header, ""));
            if (name.find()) {
                return name.group(1).strip();
            }
        }
        return type;
    }

    /** Whether a browser wrote it: it says so, or has parts that belong together and was never sent. */
    boolean isSavedPage() {
        boolean related =
                head.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).startsWith("multipart/related");
        return head.containsKey("snapshot-content-location")
                || head.getOrDefault("from", "").startsWith("<Saved by")
                || (related && !head.containsKey("message-id"));
    }

    /** The text to read: the page that was saved; of a letter the plain text, unless the page beside it says far more. */
    Optional<Text> text() {
        if (isSavedPage()) {
            String root = head.getOrDefault("content-type", "").replaceFirst("(?is).*\\bstart=\"?([^\";]+).*", "$1");
            return texts.stream()
                    .filter(text -> text.id != null && text.id.equals(root))
                    .findFirst()
                    .or(() -> texts.stream().filter(Text::isPage).findFirst())
                    .or(() -> texts.stream().findFirst());
        }
        Optional<Text> plain = joined(false);
        Optional<Text> page = joined(true);
        boolean enough = plain.isPresent()
                && (page.isEmpty()
                        || words(plain.get().content)
                                >= ENOUGH
                                        * words(Jsoup.parse(page.get().content).text()));
        return enough ? plain : page;
    }

    /** The parts of one kind, which programs cut where a picture stands between them. */
    private Optional<Text> joined(boolean page) {
        List<String> contents = texts.stream()
                .filter(text -> text.isPage == page)
                .map(Text::content)
                .toList();
        return contents.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(page, String.join("\n\n", contents), null, null));
    }

    private static int words(String text) {
        return new StringTokenizer(text).countTokens();
    }

    /** The messages that are sent on within this one. */
    List<byte[]> forwarded() {
        return List.copyOf(forwarded);
    }

    /** The names of what is attached, each after a blank; empty where nothing is. */
    String attached() {
        return attachments.isEmpty() ? "" : " " + String.join(", ", attachments);
    }

    /** What the head states: of a saved page its address only, for it was saved on its date, not published. */
    Imprint imprint(Text text) {
        if (isSavedPage()) {
            String location = head.getOrDefault("snapshot-content-location", String.valueOf(text.location()));
            return Imprint.builder()
                    .url(location.startsWith("http") ? location : null)
                    .title(blankToNull(head.get("subject")))
                    .build();
        }
        String sender = sender();
        boolean list = head.containsKey("list-id") || head.containsKey("list-unsubscribe");
        return Imprint.builder()
                .outlet(list ? sender : null, Imprint.Origin.GIVEN)
                .byline(list ? null : sender)
                .title(blankToNull(head.get("subject")))
                .published(Optional.ofNullable(head.get("date"))
                        .map(date -> date.replaceFirst("\\s*\\([^)]*\\)\\s*$", ""))
                        .flatMap(date -> Dates.parse(date, Imprint.Origin.GIVEN))
                        .orElse(null))
                .build();
    }

    /** The name that the sender goes by; an address alone is none. */
    private @Nullable String sender() {
        String from = head.getOrDefault("from", "");
        int address = from.indexOf('<');
        String name = (address < 0 ? from : from.substring(0, address))
                .replace("\"", "")
                .strip();
        return name.isEmpty() || name.contains("@") ? null : name;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

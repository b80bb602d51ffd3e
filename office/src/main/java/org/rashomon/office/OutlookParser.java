package org.rashomon.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.office.Parsed;

/** Outlook's messages (MSG), rewritten as mail, which the program reads as it reads any other. */
final class OutlookParser {

    Parsed parse(POIFSFileSystem files) throws IOException {
        MAPIMessage message = new MAPIMessage(files);
        message.guess7BitEncoding();
        String text = body(message::getTextBody);
        String page = body(message::getHtmlBody);
        if (text.isBlank() && page.isBlank()) {
            String rich = body(message::getRtfBody);
            Rich unpacked = unpacked(rich);
            text = unpacked.text;
            page = unpacked.page;
        }
        MailWriter mail = new MailWriter();
        header(message, "date").or(() -> sent(message)).ifPresent(date -> mail.header("Date", date));
        mail.header("From", from(message));
        mail.header("Subject", stated(message::getSubject));
        header(message, "list-id").ifPresent(list -> mail.header("List-Id", list));
        header(message, "list-unsubscribe").ifPresent(list -> mail.header("List-Unsubscribe", list));
        mail.header("Message-ID", header(message, "message-id").orElse("<outlook@localhost>"));
        if (!text.isBlank()) {
            mail.part("text/plain", text);
        }
        if (!page.isBlank()) {
            mail.part("text/html", page);
        }
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            mail.attachment(name(attachment));
        }
        return new Parsed.Inner("message.eml", mail.bytes());
    }

    /** Something that a message may lack. */
    @FunctionalInterface
    private interface Asked {
        @Nullable
        String get() throws ChunkNotFoundException;
    }

    private static @Nullable String stated(Asked asked) {
        try {
            return asked.get();
        } catch (ChunkNotFoundException e) {
            return null;
        }
    }

    private static String body(Asked asked) {
        String body = stated(asked);
        return body == null ? "" : body.replace("\0", "");
    }

    /** A header of the mail that the message came as; messages that were never sent have none. */
    private static Optional<String> header(MAPIMessage message, String name) {
        String[] lines;
        try {
            lines = message.getHeaders();
        } catch (ChunkNotFoundException e) {
            return Optional.empty();
        }
        StringBuilder value = null;
        for (String line : lines == null ? new String[0] : lines) {
            if (value != null && (line.startsWith(" ") || line.startsWith("\t"))) {
                value.append(' ').append(line.strip());
            } else if (value != null) {
                break;
            } else if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                value = new StringBuilder(line.substring(name.length() + 1).strip());
            }
        }
        return Optional.ofNullable(value).map(StringBuilder::toString).filter(stated -> !stated.isBlank());
    }

    private static Optional<String> sent(MAPIMessage message) {
        try {
            return Optional.ofNullable(message.getMessageDate())
                    .map(Calendar::toInstant)
                    .map(time -> DateTimeFormatter.RFC_1123_DATE_TIME
                            .withLocale(Locale.ENGLISH)
                            .format(time.atOffset(ZoneOffset.UTC)));
        } catch (ChunkNotFoundException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String from(MAPIMessage message) {
        String name = stated(message::getDisplayFrom);
        return name == null || name.isBlank() ? null : name;
    }

    private static String name(AttachmentChunks attachment) {
        if (attachment.getAttachLongFileName() != null) {
            return attachment.getAttachLongFileName().getValue();
        }
        return attachment.getAttachFileName() != null
                ? attachment.getAttachFileName().getValue()
                : "a message";
    }

    private record Rich(String text, String page) {}

    /** Outlook packs a page into RTF as well as text. */
    private static Rich unpacked(String rich) throws IOException {
        if (rich.isBlank()) {
            return new Rich("", "");
        }
        Telling telling = new Telling();
        RichText walk = new RichText(telling);
        RichTextParser.walk(rich.getBytes(StandardCharsets.ISO_8859_1), walk);
        if (!walk.html().isBlank()) {
            return new Rich("", walk.html());
        }
        return telling.isEmpty()
                ? new Rich("", "")
                : new Rich(
                        String.join(
                                "\n\n",
                                telling.story("message").passages().stream()
                                        .map(Parsed.Passage::text)
                                        .toList()),
                        "");
    }
}

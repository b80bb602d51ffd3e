package org.rashomon.office;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Writes a message in MIME: headers, texts, and the names of what was attached. */
final class MailWriter {
    /** Stands in no text: all texts are in Base64, which has no such sign. */
    private static final String BOUNDARY = "=_rashomon_=";

    private final StringBuilder head = new StringBuilder("MIME-Version: 1.0\r\n");
    private final StringBuilder body = new StringBuilder();

    /** One that is not stated is left out. */
    void header(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            head.append(name).append(": ").append(encoded(value.strip())).append("\r\n");
        }
    }

    void part(String type, String text) {
        body.append("--").append(BOUNDARY).append("\r\n");
        body.append("Content-Type: ").append(type).append("; charset=UTF-8\r\n");
        body.append("Content-Transfer-Encoding: base64\r\n\r\n");
        body.append(Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .append("\r\n");
    }

    /** Its content is not read, and not handed on. */
    void attachment(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\";]", "_");
        body.append("--").append(BOUNDARY).append("\r\n");
        body.append("Content-Type: application/octet-stream\r\n");
        body.append("Content-Disposition: attachment; filename=\"")
                .append(encoded(plain))
                .append("\"\r\n\r\n\r\n");
    }

    byte[] bytes() {
        String all = head + "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n\r\n" + body + "--"
                + BOUNDARY + "--\r\n";
        return all.getBytes(StandardCharsets.US_ASCII);
    }

    /** Letters beyond ASCII in encoded words of bounded length, never cut within a character. */
    private static String encoded(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        StringBuilder word = new StringBuilder();
        line.codePoints().forEach(c -> {
            word.appendCodePoint(c);
            if (word.toString().getBytes(StandardCharsets.UTF_8).length > 40) {
                flush(word, out);
            }
        });
        flush(word, out);
        return out.toString();
    }

    private static void flush(StringBuilder word, StringBuilder out) {
        if (word.length() > 0) {
            out.append(out.length() == 0 ? "" : " ")
                    .append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8)))
                    .append("?=");
            word.setLength(0);
        }
    }
}

package org.rashomon.watch.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * An answer as archives of the web keep it: one record of WARC 1.1 with the head and the bytes as they came, packed where they were. Only how
 * they were cut up on the way (Transfer-Encoding) is not kept.
 */
public final class Warc {
    private static final Set<String> ON_THE_WAY =
            Set.of("transfer-encoding", "content-length", "connection", "keep-alive", "trailer", "set-cookie");

    private Warc() {}

    public static byte[] of(Fetched answer) {
        StringBuilder head = new StringBuilder(
                "HTTP/1.1 " + answer.status() + " " + line(answer.head().reason()) + "\r\n");
        answer.head().headers().stream()
                .filter(header -> !ON_THE_WAY.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> head.append(line(header.getKey()))
                        .append(": ")
                        .append(line(header.getValue()))
                        .append("\r\n"));
        head.append("Content-Length: ").append(answer.sent().length).append("\r\n\r\n");
        byte[] http = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        String date = answer.head().at().truncatedTo(ChronoUnit.SECONDS).toString();
        UUID id =
                UUID.nameUUIDFromBytes((answer.address() + " " + answer.head().at()).getBytes(StandardCharsets.UTF_8));
        String record =
                "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: " + answer.address() + "\r\nWARC-Date: " + date
                        + "\r\nWARC-Record-ID: <urn:uuid:" + id + ">\r\nWARC-IP-Address: "
                        + line(answer.head().network())
                        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                        + (http.length + answer.sent().length) + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(record.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(http);
        out.writeBytes(answer.sent());
        out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static String line(String value) {
        return value.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}

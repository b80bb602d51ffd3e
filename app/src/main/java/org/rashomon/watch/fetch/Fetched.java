package org.rashomon.watch.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a server answered. Its arrays are not to be changed. */
public final class Fetched {
    private final Head head;
    private final byte[] sent;
    private final byte[] body;

    /**
     * @param head what stands before the bytes
     * @param sent the bytes as they came, packed where they were
     * @param body the same unpacked
     */
    Fetched(Head head, byte[] sent, byte[] body) {
        this.head = head;
        this.sent = sent;
        this.body = body;
    }

    /**
     * @param address that answered, behind all redirects
     * @param network where that is
     * @param at when it was asked
     * @param status 200, or 304 where nothing is new
     * @param reason that stands beside the status, or empty
     * @param headers as they came
     */
    record Head(
            URI address,
            String network,
            Instant at,
            int status,
            String reason,
            List<Map.Entry<String, String>> headers) {
        Head {
            headers = List.copyOf(headers);
        }
    }

    Head head() {
        return head;
    }

    /** That answered, behind all redirects. */
    public URI address() {
        return head.address;
    }

    int status() {
        return head.status;
    }

    byte[] sent() {
        return sent;
    }

    /** Unpacked. */
    public byte[] body() {
        return body;
    }

    /** Whether it is what was known. */
    public boolean isUnchanged() {
        return head.status == 304;
    }

    /** The first header of a name. */
    public Optional<String> header(String name) {
        return head.headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The type without its parameters, in small letters; empty where none is stated. */
    String type() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}

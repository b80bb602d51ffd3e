package org.rashomon.watch.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param address that answered, behind all redirects
 * @param network where that is
 * @param at when it was asked
 * @param status 200, or 304 where nothing is new
 * @param reason that stands beside the status, or empty
 * @param headers as they came
 * @param sent the bytes as they came, packed where they were
 * @param body the same unpacked
 */
public record Fetched(
        URI address,
        String network,
        Instant at,
        int status,
        String reason,
        List<Map.Entry<String, String>> headers,
        byte[] sent,
        byte[] body) {
    public Fetched {
        headers = List.copyOf(headers);
    }

    public boolean isUnchanged() {
        return status == 304;
    }

    /** The first header of a name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The type without its parameters, in small letters; empty where none is stated. */
    public String type() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}

package org.rashomon.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.ingest.office.Parsed;

/** What the parsers make of a document, in lines for tests. */
record Told(Parsed parsed) {
    private static final DocumentKinds KINDS = new DocumentKinds();

    static Told of(byte[] document) {
        return new Told(KINDS.parse(document));
    }

    private Parsed.Story story() {
        if (parsed instanceof Parsed.Story story) {
            return story;
        }
        throw new AssertionError(String.valueOf(parsed));
    }

    /** The paragraphs, parted by bars; a heading begins with {@code # }, a caption with {@code ~ }. */
    String text() {
        return story().passages().stream()
                .map(passage -> switch (passage.kind()) {
                    case HEADING -> "# " + passage.text();
                    case CAPTION -> "~ " + passage.text();
                    case TEXT -> passage.text();
                })
                .collect(Collectors.joining(" | "));
    }

    /** What is left out: reason and words. */
    String leftOut() {
        return story().leftOut().stream()
                .map(aside -> aside.reason() + ": " + aside.text())
                .collect(Collectors.joining(" | "));
    }

    String places() {
        return story().leftOut().stream().map(Parsed.Aside::where).collect(Collectors.joining(" | "));
    }

    String notes() {
        return String.join(" | ", story().notes());
    }

    Parsed.Properties properties() {
        return story().properties();
    }

    String refusal() {
        return parsed instanceof Parsed.Refused refused ? refused.reason() : "read";
    }

    /** The message that it was rewritten as, with its texts unpacked. */
    String mail() {
        if (!(parsed instanceof Parsed.Inner inner)) {
            throw new AssertionError(String.valueOf(parsed));
        }
        return new String(inner.content(), UTF_8)
                .lines()
                .flatMap(line -> line.matches("[A-Za-z0-9+/]{20,}={0,2}")
                        ? Stream.of(new String(java.util.Base64.getDecoder().decode(line), UTF_8))
                        : Stream.of(line))
                .collect(Collectors.joining("\n"));
    }
}

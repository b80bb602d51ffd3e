package org.rashomon.ingest;

import java.util.Optional;
import org.rashomon.ingest.draft.Source;

/** Names the kinds of file that people hand over by mistake, so that the message can say what the file is. */
final class Foreign {
    private Foreign() {}

    static Optional<String> kind(Source.Head head) {
        if (head.startsWith(0x89, 'P', 'N', 'G')) {
            return Optional.of("a PNG image");
        }
        if (head.startsWith(0xFF, 0xD8, 0xFF)) {
            return Optional.of("a JPEG image");
        }
        if (head.startsWith('G', 'I', 'F', '8')) {
            return Optional.of("a GIF image");
        }
        if (head.startsWith('%', 'P', 'D', 'F', '-')) {
            return Optional.of("a PDF document");
        }
        if (head.startsWith('P', 'K', 3, 4)) {
            return Optional.of("a ZIP archive or an office document");
        }
        if (head.startsWith('W', 'A', 'R', 'C', '/')) {
            return Optional.of("a WARC archive");
        }
        String text = head.ascii();
        if (text.startsWith("<?xml") && !text.contains("<html")) {
            return Optional.of(
                    text.contains("<rss") || text.contains("<feed") ? "an RSS or Atom feed" : "an XML document");
        }
        return text.startsWith("{\\rtf") ? Optional.of("an RTF document") : Optional.empty();
    }
}

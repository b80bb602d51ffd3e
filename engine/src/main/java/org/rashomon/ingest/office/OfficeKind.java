package org.rashomon.ingest.office;

import java.util.List;
import org.rashomon.ingest.draft.Source;

/** Whether first bytes are those of an office document that the second machine should look at; it says what exactly the document is. */
final class OfficeKind {
    /** What ZIP archives of text documents hold near their beginning. */
    private static final List<String> ZIPPED =
            List.of("word/", "opendocument.text", "[Content_Types].xml", "content.xml");

    /** The same of archives that are something else, and named as such. */
    private static final List<String> OTHER =
            List.of("xl/", "ppt/", "application/epub+zip", "opendocument.spreadsheet", "opendocument.presentation");

    private OfficeKind() {}

    static boolean is(Source.Head head) {
        String ascii = head.ascii();
        if (ascii.startsWith("%pdf-") || ascii.startsWith("{\\rtf") || head.holds(0, "\u00D0\u00CF\u0011\u00E0")) {
            return true;
        }
        return head.holds(0, "PK\u0003\u0004")
                && (head.contains("word/") || OTHER.stream().noneMatch(head::contains))
                && (head.name().matches(".*\\.(?:do[ct][xm]|o[dt]t)")
                        || ZIPPED.stream().anyMatch(head::contains));
    }
}

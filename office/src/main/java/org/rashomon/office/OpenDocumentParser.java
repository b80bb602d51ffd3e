package org.rashomon.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.rashomon.ingest.office.Parsed;

/**
 * OpenDocument texts (ODT, OTT): the text as it reads with all recorded changes accepted. Headers, footers, notes, comments, deletions, hidden text and
 * indexes are told apart.
 */
final class OpenDocumentParser {

    Parsed parse(ZipParts parts) throws IOException {
        byte[] manifest = parts.bytes("META-INF/manifest.xml");
        if (manifest != null && new String(manifest, StandardCharsets.UTF_8).contains("encryption-data")) {
            throw new Unreadable("an encrypted OpenDocument file; open it with its password and save it without");
        }
        byte[] type = parts.bytes("mimetype");
        String kind = type == null ? "" : new String(type, StandardCharsets.US_ASCII);
        if (kind.contains("opendocument") && !kind.contains("opendocument.text")) {
            throw new Unreadable(
                    "an OpenDocument file that is no text (" + kind.strip().replaceFirst(".*opendocument\\.", "")
                            + "); save it as text or HTML, a table as CSV");
        }
        InputStream content = parts.part("content.xml");
        if (content == null) {
            throw new Unreadable("a ZIP archive without an office document in it; unpack it and give the files");
        }
        Telling telling = new Telling();
        CoreProperties stated = new CoreProperties();
        walk(parts, "meta.xml", stated);
        String author = stated.get("initial-creator");
        telling.properties(
                stated.get("title"), author == null ? stated.get("creator") : author, stated.get("creation-date"));
        OpenDocumentStyles styles = new OpenDocumentStyles();
        walk(parts, "styles.xml", styles);
        walk(parts, "content.xml", styles);
        walk(parts, "styles.xml", new OpenDocumentText(styles, telling));
        Xml.walk(content, new OpenDocumentText(styles, telling));
        return telling.story("OpenDocument text");
    }

    private static void walk(ZipParts parts, String name, Xml.Visitor visitor) throws IOException {
        InputStream part = parts.part(name);
        if (part != null) {
            Xml.walk(part, visitor);
        }
    }
}

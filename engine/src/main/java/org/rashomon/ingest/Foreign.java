package org.rashomon.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.formats.xml.XmlRoot;

/** Names the kinds of file that people hand over and that are not read, so that the message can say what the file is and what to do. */
final class Foreign {
    private static final String SAVE_TEXT = "save it as text or HTML";
    private static final String UNPACK = "unpack it and give the files";
    private static final String CONVERT = "convert its articles to text, HTML or JSONL";
    private static final String LEAVE_OUT = "leave it out";

    /** A kind, the bytes that tell it and where they stand, and the remedy. */
    private record Magic(String kind, int offset, String bytes, String remedy) {
        boolean fits(Source.Head head) {
            return head.holds(offset, bytes);
        }
    }

    private static final List<Magic> MAGIC = List.of(
            new Magic("a PNG image", 0, "\u0089PNG", CONVERT),
            new Magic("a JPEG image", 0, "\u00FF\u00D8\u00FF", CONVERT),
            new Magic("a GIF image", 0, "GIF8", CONVERT),
            new Magic("a WebP image", 8, "WEBP", CONVERT),
            new Magic("a TIFF image", 0, "II*\0", CONVERT),
            new Magic("a TIFF image", 0, "MM\0*", CONVERT),
            new Magic("a PDF document", 0, "%PDF-", SAVE_TEXT + " (pdftotext)"),
            new Magic("an RTF document", 0, "{\\rtf", SAVE_TEXT),
            new Magic(
                    "an office document of the old kind (DOC, XLS, PPT or MSG)",
                    0,
                    "\u00D0\u00CF\u0011\u00E0",
                    SAVE_TEXT),
            new Magic("a RAR archive", 0, "Rar!", UNPACK),
            new Magic("a 7-Zip archive", 0, "7z\u00BC\u00AF", UNPACK),
            new Magic("a gzip file within a gzip file", 0, "\u001F\u008B", UNPACK + " (gunzip)"),
            new Magic("a bzip2 file", 0, "BZh", UNPACK + " (bunzip2)"),
            new Magic("an xz file", 0, "\u00FD7zXZ", UNPACK + " (unxz)"),
            new Magic("a Zstandard file", 0, "(\u00B5/\u00FD", UNPACK + " (unzstd)"),
            new Magic("a tar archive", 257, "ustar", UNPACK + " (tar -xf)"),
            new Magic("a Parquet table", 0, "PAR1", "convert it to CSV or JSONL"),
            new Magic("an Arrow table", 0, "ARROW1", "convert it to CSV or JSONL"),
            new Magic("an Avro file", 0, "Obj\u0001", "convert it to JSONL"),
            new Magic("an SQLite database", 0, "SQLite format 3", "write its articles to CSV or JSONL (sqlite3 -json)"),
            new Magic("a sound file (MP3)", 0, "ID3", "give the words that are said as text"),
            new Magic("a sound file (Ogg)", 0, "OggS", "give the words that are said as text"),
            new Magic("a sound file (FLAC)", 0, "fLaC", "give the words that are said as text"),
            new Magic("a sound or film file (WAV, AVI)", 0, "RIFF", "give the words that are said as text"),
            new Magic("a film (MP4 or QuickTime)", 4, "ftyp", "give the words that are said as text"),
            new Magic("a film (Matroska or WebM)", 0, "\u001AE\u00DF\u00A3", "give the words that are said as text"),
            new Magic("a saved page in Apple's binary form (webarchive)", 0, "bplist00", "save the page as HTML"),
            new Magic("a program", 0, "\u007FELF", LEAVE_OUT),
            new Magic("a program", 0, "MZ\u0090", LEAVE_OUT));

    /** What a ZIP archive is, by a name that its first bytes hold, the first that fits. */
    private static final List<Map.Entry<String, String>> ZIPPED = List.of(
            Map.entry("application/epub+zip", "an EPUB book; " + SAVE_TEXT),
            Map.entry("opendocument.text", "an ODT document; " + SAVE_TEXT),
            Map.entry("opendocument.", "an OpenDocument file; " + SAVE_TEXT),
            Map.entry("word/", "a DOCX document; " + SAVE_TEXT),
            Map.entry("xl/", "an XLSX table; save it as CSV"),
            Map.entry("ppt/", "a PPTX document; " + SAVE_TEXT),
            Map.entry(
                    "[Content_Types].xml",
                    "an office document (DOCX, XLSX or PPTX); " + SAVE_TEXT + ", a table as CSV"),
            Map.entry(
                    "datapackage.json", "a WACZ web archive; unpack it and give the WARC files in its folder archive"));

    private static final List<String> PAGE_TAGS = List.of(
            "<html", "<body", "<p>", "<p ", "<div", "<br", "<h1", "<a ", "<span", "<li", "<td", "<article", "<section");

    /** Roots of XML that are no news. */
    private static final Map<String, String> XML = Map.of(
            "urlset", "a sitemap, a list of addresses without articles",
            "sitemapindex", "a sitemap, a list of addresses without articles",
            "opml", "a list of feeds (OPML) without articles",
            "svg", "an SVG image",
            "plist", "a property list",
            "kml", "a map (KML)",
            "tei", "a TEI text");

    private Foreign() {}

    /** What the file is and what to do, where it is of a kind that is not read. */
    static Optional<String> refusal(Source.Head head) {
        if (head.holds(0, "PK\u0003\u0004") || head.holds(0, "PK\u0005\u0006")) {
            return Optional.of(ZIPPED.stream()
                    .filter(kind -> head.contains(kind.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("a ZIP archive; " + UNPACK));
        }
        Optional<String> magic = MAGIC.stream()
                .filter(kind -> kind.fits(head))
                .map(kind -> kind.kind + "; " + kind.remedy)
                .findFirst();
        return magic.isPresent() ? magic : XmlRoot.of(head).flatMap(root -> xml(root, head));
    }

    /** XML says so of itself, or has a root that pages do not. */
    private static Optional<String> xml(XmlRoot root, Source.Head head) {
        boolean declared = head.ascii().startsWith("<?xml") || isNoPage(head);
        String known = XML.get(root.name());
        if (known != null) {
            return Optional.of(known + "; " + LEAVE_OUT);
        }
        return declared && !Foreign.isRead(root, head)
                ? Optional.of("an XML document of a kind that is not read (<" + root.name() + ">); " + CONVERT)
                : Optional.empty();
    }

    /** A vocabulary of its own: the root is closed, and nothing in sight is of HTML. */
    private static boolean isNoPage(Source.Head head) {
        String text = head.ascii();
        return text.split("</", 5).length > 4 && PAGE_TAGS.stream().noneMatch(text::contains);
    }

    private static boolean isRead(XmlRoot root, Source.Head head) {
        return switch (root.name()) {
            case "rss",
                    "feed",
                    "rdf",
                    "channel",
                    "nitf",
                    "newsitem",
                    "newsmessage",
                    "packageitem",
                    "newsml",
                    "conceptitem",
                    "knowledgeitem",
                    "html" -> true;
            default -> head.ascii().contains("<html");
        };
    }
}

package org.rashomon.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes documents that are ZIP archives: Word's and OpenDocument's, of the XML that a test is about. */
public final class Zipped {
    private static final String WORD =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    private static final String OPEN =
            "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                    + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();

    private Zipped() {}

    /** A Word document; {@code body} stands within {@code w:body}. */
    public static Zipped word(String body) {
        Zipped word = new Zipped();
        return word.wordPart("document.main", "word/document.xml", "document", "<w:body>" + body + "</w:body>")
                .wordPart("styles", "word/styles.xml", "styles", """
                        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
                        <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Our headline"/><w:basedOn w:val="berschrift1"/></w:style>
                        <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
                        <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>""");
    }

    /** A paragraph of one run. */
    public static String p(String words) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>";
    }

    static String p(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    public Zipped wordPart(String kind, String name, String root, String content) {
        types.append("<Override PartName=\"/")
                .append(name)
                .append("\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.")
                .append(kind)
                .append("+xml\"/>");
        return part(name, "<w:" + root + " " + WORD + ">" + content + "</w:" + root + ">");
    }

    Zipped core(String title, String author) {
        return part(
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">"
                        + "<dc:title>" + title + "</dc:title><dc:creator>" + author
                        + "</dc:creator><dcterms:created>2031-05-09T10:00:00Z</dcterms:created></cp:coreProperties>");
    }

    /** An OpenDocument text; {@code body} stands within {@code office:text}. */
    public static Zipped open(String body) {
        return new Zipped()
                .part("mimetype", "application/vnd.oasis.opendocument.text")
                .part(
                        "content.xml",
                        "<office:document-content " + OPEN + "><office:automatic-styles>"
                                + "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>"
                                + "<style:style style:name=\"T9\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
                                + "</office:automatic-styles><office:body><office:text>" + body
                                + "</office:text></office:body></office:document-content>")
                .part("META-INF/manifest.xml", "<manifest/>");
    }

    public Zipped openStyles(String master) {
        return part(
                "styles.xml",
                "<office:document-styles " + OPEN + "><office:master-styles><style:master-page>" + master
                        + "</style:master-page></office:master-styles></office:document-styles>");
    }

    Zipped openMeta(String content) {
        return part(
                "meta.xml",
                "<office:document-meta " + OPEN + "><office:meta>" + content + "</office:meta></office:document-meta>");
    }

    Zipped part(String name, String content) {
        parts.put(name, content.getBytes(UTF_8));
        return this;
    }

    Zipped part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    static Zipped empty() {
        return new Zipped();
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            if (types.length() > 0) {
                put(out, "[Content_Types].xml", ("<Types>" + types + "</Types>").getBytes(UTF_8));
            }
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                put(out, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}

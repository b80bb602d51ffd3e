package org.rashomon.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.rashomon.office.Zipped.p;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A document of each kind, for runs of the whole program; needs nothing but the module and its libraries. */
public final class EachKind {
    private static final String ARMY =
            "The Kestrian army denied on Monday that its forces had shelled the bridge at Ellery.";
    private static final String REBELS =
            "\"We were nowhere near the bridge,\" rebel commander Odo Fenn told reporters in Torvia.";

    private EachKind() {}

    /** One of each kind, with what stands beside its text. */
    static Map<String, byte[]> documents() {
        Map<String, byte[]> files = new TreeMap<>();
        Pages pages = new Pages();
        for (int page = 1; page <= 2; page++) {
            if (page == 2) {
                pages.page();
            } else {
                pages.headline("Army denies shelling bridge")
                        .line("By Jon Marrow")
                        .line("May 6, 2031");
            }
            pages.set(72, 800, 9, "The Ellery Gazette")
                    .paragraph(page == 1 ? ARMY : REBELS)
                    .set(290, 40, 9, "- " + page + " -");
        }
        files.put(
                "bridge.pdf",
                pages.properties("Something else in print", "Ada Quill").bytes());
        files.put(
                "bridge.docx",
                Zipped.word(
                                p("berschrift1", "Rebels deny shelling bridge") + p(REBELS)
                                        + "<w:p><w:r><w:t xml:space=\"preserve\">The army </w:t></w:r><w:del><w:r><w:delText>admitted</w:delText></w:r></w:del>"
                                        + "<w:ins><w:r><w:t>denied</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> on Monday that it had fired.</w:t></w:r></w:p>")
                        .wordPart("header", "word/header1.xml", "hdr", p("Torvia Today"))
                        .core("The properties say another", "Ada Quill")
                        .bytes());
        files.put(
                "bridge.odt",
                Zipped.open("<text:p>" + ARMY + "</text:p><text:p>" + REBELS + "</text:p>")
                        .openStyles("<style:footer><text:p>Kestria Daily</text:p></style:footer>")
                        .openMeta(
                                "<dc:title>Both sides deny shelling bridge</dc:title><meta:initial-creator>Ada Quill</meta:initial-creator>"
                                        + "<meta:creation-date>2031-05-09T10:00:00</meta:creation-date>")
                        .bytes());
        files.put(
                "bridge.rtf",
                ("{\\rtf1\\ansi{\\stylesheet{\\s1 heading 1;}}{\\header Dorvan Lantern\\par}\\pard\\s1 A bridge, two denials\\par\\pard "
                                + REBELS.replace("\"We", "\\ldblquote We").replace(",\"", ",\\rdblquote ") + "\\par "
                                + ARMY + "\\par}")
                        .getBytes(ISO_8859_1));
        files.put(
                "bridge.msg",
                new OutlookFile()
                        .subject("Statement on the bridge")
                        .from("Kestrian Press Office")
                        .headers("Date: Tue, 6 May 2031 09:00:00 +0200\r\nMessage-ID: <1@example>\r\n")
                        .body(ARMY + "\r\n\r\nA commission should look at the craters, the army said.")
                        .attached("map.png")
                        .bytes());
        files.put(
                "nexis.docx",
                Zipped.word(p("Bridge shelled at dawn")
                                + p("The Caul Courier")
                                + p("May 6, 2031 Tuesday")
                                + p("Length: 20 words")
                                + p("Byline: Ilsa Marrow")
                                + p("Body")
                                + p(ARMY)
                                + p(REBELS)
                                + p("Load-Date: May 7, 2031")
                                + p("End of Document"))
                        .bytes());
        files.put("scanned.pdf", new Pages().page().bytes());
        return files;
    }

    /** Writes the documents to the folder that is named. */
    public static void main(String... args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, byte[]> file : documents().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}

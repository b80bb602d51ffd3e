package org.rashomon.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.rashomon.ingest.office.Parsed;
import org.rashomon.office.pdf.PdfParser;

/** What a document is by its bytes, and the parser that takes it. */
final class DocumentKinds {
    private static final String SAVE = "; save it as text or HTML";

    /** A kind with the name that people know it by. */
    private record Kind(String name, Predicate<byte[]> recognises, DocumentParser parser) {}

    private final List<Kind> kinds = List.of(
            new Kind("PDF document", bytes -> begins(bytes, "%PDF-"), new PdfParser()),
            new Kind("RTF document", bytes -> begins(bytes, "{\\rtf"), new RichTextParser()),
            new Kind("office document", bytes -> begins(bytes, "PK\u0003\u0004"), DocumentKinds::zipped),
            new Kind("office document", bytes -> begins(bytes, "\u00D0\u00CF\u0011\u00E0"), DocumentKinds::old));

    /** Whatever happens to a parser short of the end of this machine is an answer. */
    Parsed parse(byte[] document) {
        Kind kind = kinds.stream()
                .filter(any -> any.recognises.test(document))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            return new Parsed.Refused("no office document of a known kind" + SAVE);
        }
        try {
            return kind.parser.parse(document);
        } catch (Unreadable e) {
            return new Parsed.Refused(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Parsed.Refused(
                    "a damaged " + kind.name + " (" + said(e) + "); fetch it again, or open it and save it as text");
        }
    }

    private static String said(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.substring(0, Math.min(line.length(), 200));
    }

    private static boolean begins(byte[] bytes, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        int at = begin(bytes);
        if (bytes.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Behind a byte order mark and white space. */
    private static int begin(byte[] bytes) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static Parsed zipped(byte[] document) throws IOException {
        ZipParts parts = ZipParts.of(document);
        if (parts.names().contains("[Content_Types].xml")) {
            return new WordParser().parse(parts);
        }
        if (parts.names().contains("content.xml") || parts.names().contains("META-INF/manifest.xml")) {
            return new OpenDocumentParser().parse(parts);
        }
        throw new Unreadable("a ZIP archive without an office document in it; unpack it and give the files");
    }

    /** The container of office documents of the old kind, of messages, and of encrypted documents of the new kind. */
    private static Parsed old(byte[] document) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(document))) {
            Set<String> names = files.getRoot().getEntryNames();
            if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
                throw new Unreadable("an encrypted office document; open it with its password and save it without");
            }
            if (names.contains("__properties_version1.0")
                    || names.stream().anyMatch(name -> name.startsWith("__substg1.0_"))) {
                return new OutlookParser().parse(files);
            }
            if (names.contains("WordDocument")) {
                throw new Unreadable("a Word document of the old kind (DOC); save it as DOCX, text or HTML");
            }
            if (names.contains("Workbook") || names.contains("Book")) {
                throw new Unreadable("a table of the old kind (XLS); save it as CSV");
            }
            throw new Unreadable("an office document of the old kind (PPT or another)" + SAVE);
        }
    }
}

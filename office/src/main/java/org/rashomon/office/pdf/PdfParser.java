package org.rashomon.office.pdf;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.office.Parsed;
import org.rashomon.office.DocumentParser;
import org.rashomon.office.Telling;
import org.rashomon.office.Unreadable;

/** PDF documents: the text in paragraphs, without what surrounds it on the pages. */
public final class PdfParser implements DocumentParser {
    private static final String SCANNED =
            "a PDF document without a text layer, scanned or drawn; make one by character recognition (ocrmypdf), and give that";
    /** Letters that no table of the document maps to a character come out as signs of no alphabet. */
    private static final double MOST_UNKNOWN = 0.2;

    private static final int MOST_PAGES_NAMED = 8;

    public PdfParser() {
        // the fonts of the machine decide nothing here, and looking through them would write a file
        FontMappers.set(new OneFont());
    }

    @Override
    public Parsed parse(byte[] document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return parse(pdf);
        } catch (InvalidPasswordException e) {
            throw new Unreadable(
                    "an encrypted PDF document; open it with its password and save it without (qpdf --decrypt)");
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("security handler")) {
                throw new Unreadable("an encrypted PDF document; open it with its key and save it without");
            }
            throw e;
        }
    }

    private static Parsed parse(PDDocument pdf) throws IOException {
        Telling telling = new Telling();
        PageLines pages = new PageLines();
        List<Line> all = pages.read(pdf);
        int pageCount = pdf.getNumberOfPages();
        if (all.isEmpty()) {
            throw new Unreadable(pageCount == 0 ? "a PDF document without pages; fetch it again" : SCANNED);
        }
        checkLetters(all);
        empty(all, pageCount, telling);
        properties(pdf, telling);
        List<Line> lines = RunningLines.cut(all, pages::height, telling);
        lines = Footnotes.cut(lines, telling);
        lines = Columns.ordered(lines, telling);
        asides(
                pages.artifacts(),
                "marked in the document as no part of its text (header, footer, page number)",
                telling);
        asides(pages.slanted(), "set at an angle across the page", telling);
        new Paragraphs(lines, telling).tell();
        if (telling.isEmpty()) {
            throw new Unreadable(SCANNED);
        }
        return telling.story("PDF document");
    }

    private static void checkLetters(List<Line> lines) {
        long letters = 0;
        long unknown = 0;
        for (Line line : lines) {
            String text = line.text();
            letters += text.length();
            unknown += text.chars()
                    .filter(c -> c == 0xFFFD || (c < ' ' && c != '\t') || Character.getType(c) == Character.PRIVATE_USE)
                    .count();
        }
        if (unknown > MOST_UNKNOWN * letters) {
            throw new Unreadable(
                    "a PDF document whose letters are mapped to no alphabet; make a text layer by character recognition (ocrmypdf --force-ocr), and give that");
        }
    }

    private static void empty(List<Line> lines, int pages, Telling telling) {
        boolean[] filled = new boolean[pages + 1];
        lines.forEach(line -> filled[Math.min(line.page(), pages)] = true);
        List<String> without = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            if (!filled[page]) {
                without.add(String.valueOf(page));
            }
        }
        if (!without.isEmpty()) {
            String more =
                    without.size() > MOST_PAGES_NAMED ? " and " + (without.size() - MOST_PAGES_NAMED) + " more" : "";
            telling.note("pages without text, empty or pictures: "
                    + String.join(", ", without.subList(0, Math.min(without.size(), MOST_PAGES_NAMED))) + more);
        }
    }

    private static void properties(PDDocument pdf, Telling telling) {
        PDDocumentInformation stated = pdf.getDocumentInformation();
        telling.properties(stated.getTitle(), stated.getAuthor(), day(stated));
    }

    private static @Nullable String day(PDDocumentInformation stated) {
        Calendar made = stated.getCreationDate();
        return made == null
                ? null
                : made.toInstant()
                        .atZone(
                                made.getTimeZone() == null
                                        ? ZoneOffset.UTC
                                        : made.getTimeZone().toZoneId())
                        .toLocalDate()
                        .toString();
    }

    private static void asides(Map<Integer, StringBuilder> pages, String reason, Telling telling) {
        pages.forEach((page, text) -> telling.aside("page " + page, text.toString(), reason));
    }
}

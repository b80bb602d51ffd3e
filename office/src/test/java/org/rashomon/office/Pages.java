package org.rashomon.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;

/** Makes PDF documents as programs that set text do: words at places, and nothing said of what they are. */
public final class Pages {
    static final float LEFT = 72;
    static final float TOP = 720;
    private static final PDType1Font PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final PDType1Font BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    private final PDDocument document = new PDDocument();
    private PDPage page = new PDPage(PDRectangle.A4);
    private float at = TOP;

    public Pages() {
        document.addPage(page);
    }

    Pages page() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        at = TOP;
        return this;
    }

    /** Words at a place, in points from the lower left corner. */
    Pages set(float x, float y, float size, String words) {
        return set(PLAIN, x, y, size, 0, words);
    }

    private Pages set(PDType1Font font, float x, float y, float size, double angle, String words) {
        try (PDPageContentStream out =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            out.beginText();
            out.setFont(font, size);
            out.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(angle), x, y));
            out.showText(words);
            out.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Words at a place that the document itself marks as no part of its text. */
    Pages artifact(float x, float y, String words) {
        try (PDPageContentStream out =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            out.beginMarkedContent(COSName.getPDFName("Artifact"));
            out.beginText();
            out.setFont(PLAIN, 11);
            out.newLineAtOffset(x, y);
            out.showText(words);
            out.endText();
            out.endMarkedContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Pages slanted(String words) {
        return set(PLAIN, 150, 300, 60, 45, words);
    }

    /** A headline, and room below it. */
    public Pages headline(String words) {
        set(BOLD, LEFT, at, 20, 0, words);
        at -= 34;
        return this;
    }

    /** A line by itself. */
    Pages line(String words) {
        set(LEFT, at, 11, words);
        at -= 24;
        return this;
    }

    /** A paragraph, set in lines of a width, and a gap below it; a word may be parted where it has a soft hyphen. */
    public Pages paragraph(String words) {
        flow(LEFT, 420, 11, words);
        at -= 10;
        return this;
    }

    /** A paragraph whose first line is indented, without a gap. */
    Pages indented(String words) {
        flow(LEFT, 420, 11, "\u00A0\u00A0\u00A0\u00A0" + words);
        return this;
    }

    private void flow(float left, float width, float size, String words) {
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            String[] pieces = word.split("\u00AD");
            String whole = word.replace("\u00AD", "");
            if (width(line + " " + whole, size) <= width) {
                line.append(line.length() == 0 ? "" : " ").append(whole);
            } else if (pieces.length == 2 && width(line + " " + pieces[0] + "-", size) <= width) {
                put(left, size, line + " " + pieces[0] + (pieces[0].endsWith("-") ? "" : "-"));
                line = new StringBuilder(pieces[1]);
            } else {
                put(left, size, line.toString());
                line = new StringBuilder(whole);
            }
        }
        put(left, size, line.toString());
    }

    private void put(float left, float size, String line) {
        String words = line.stripLeading();
        float indent = width(line, size) - width(words, size);
        int blanks = line.length() - line.replace("\u00A0", "").length();
        set(left + indent + blanks * 4, at, size, words.replace("\u00A0", ""));
        at -= size * 1.25f;
    }

    private static float width(String words, float size) {
        try {
            return PLAIN.getStringWidth(words.replace("\u00A0", "")) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two columns, written row by row as a table is. */
    Pages sideBySide(String left, String right) {
        return sideBySide(250, left, right);
    }

    /** {@code apart} is how far apart the columns begin. */
    Pages sideBySide(float apart, String left, String right) {
        String[] one = left.split("\n");
        String[] other = right.split("\n");
        for (int i = 0; i < Math.max(one.length, other.length); i++) {
            if (i < one.length) {
                set(LEFT, at, 11, one[i]);
            }
            if (i < other.length) {
                set(LEFT + apart, at, 11, other[i]);
            }
            at -= 14;
        }
        return this;
    }

    Pages properties(String title, String author) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setAuthor(author);
        Calendar made = new GregorianCalendar(2031, Calendar.MAY, 9, 12, 0, 0);
        made.setTimeZone(TimeZone.getTimeZone("UTC"));
        document.getDocumentInformation().setCreationDate(made);
        return this;
    }

    /** Locked by two passwords; one that is empty locks nothing for readers. */
    Pages locked(String reader) {
        try {
            document.protect(new StandardProtectionPolicy("owner", reader, new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

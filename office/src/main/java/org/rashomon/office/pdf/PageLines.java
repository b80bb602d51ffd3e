package org.rashomon.office.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** The lines of a document's pages, in the order in which they were written, each with its place. */
final class PageLines extends PDFTextStripper {
    /** Of the size of its letters: a gap within a line that is no gap between words. */
    private static final float APART = 1.8f;

    private static final float RAISED_SIZE = 0.8f;
    private static final double SLANTED_DEGREES = 4;

    private final List<Line> lines = new ArrayList<>();
    /** What is marked as no part of the text or stands at an angle, by page. */
    private final Map<Integer, StringBuilder> artifacts = new LinkedHashMap<>();

    private final Map<Integer, StringBuilder> slanted = new LinkedHashMap<>();
    private final Map<Integer, Float> heights = new HashMap<>();
    private final Map<PDFont, Boolean> bold = new HashMap<>();

    private final List<TextPosition> letters = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private boolean separated;

    private int depth;
    private int artifactDepth = -1;
    private int row;

    PageLines() {
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
        setSortByPosition(false);
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(true);
    }

    /** Reads all pages. */
    List<Line> read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
        return lines;
    }

    Map<Integer, StringBuilder> artifacts() {
        return artifacts;
    }

    Map<Integer, StringBuilder> slanted() {
        return slanted;
    }

    float height(int page) {
        return heights.getOrDefault(page, 0f);
    }

    @Override
    protected void startPage(PDPage page) {
        depth = 0;
        artifactDepth = -1;
        heights.put(
                getCurrentPageNo(),
                isUpright(page)
                        ? page.getCropBox().getHeight()
                        : page.getCropBox().getWidth());
    }

    private static boolean isUpright(PDPage page) {
        return page.getRotation() % 180 == 0;
    }

    @Override
    protected void endPage(PDPage page) {
        closeLine();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        depth++;
        if (artifactDepth < 0 && tag != null && tag.getName().equals("Artifact")) {
            artifactDepth = depth;
        }
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        if (depth == artifactDepth) {
            artifactDepth = -1;
        }
        depth = Math.max(0, depth - 1);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (artifactDepth >= 0) {
            artifacts
                    .computeIfAbsent(getCurrentPageNo(), page -> new StringBuilder())
                    .append(letter.getUnicode());
        } else if (isSlanted(letter)) {
            slanted.computeIfAbsent(getCurrentPageNo(), page -> new StringBuilder())
                    .append(letter.getUnicode());
        } else {
            super.processTextPosition(letter);
        }
    }

    private static boolean isSlanted(TextPosition letter) {
        double angle = Math.abs(Math.toDegrees(Math.atan2(
                        letter.getTextMatrix().getShearY(),
                        letter.getTextMatrix().getScaleX())))
                % 90;
        return Math.min(angle, 90 - angle) > SLANTED_DEGREES;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (positions.isEmpty()) {
            words.append(text);
            return;
        }
        TextPosition first = positions.get(0);
        if (!letters.isEmpty()) {
            TextPosition last = letters.get(letters.size() - 1);
            float gap = first.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
            float size = Math.max(size(first), size(last));
            if (gap > APART * size || gap < -size || first.getDir() != last.getDir()) {
                closeSegment();
            } else if (separated) {
                words.append(' ');
            }
        }
        separated = false;
        letters.addAll(positions);
        words.append(marked(text, positions));
    }

    /** The text with a number that is raised and small between marks: it may be that of a footnote. */
    private static String marked(String text, List<TextPosition> positions) {
        float size = 0;
        float base = 0;
        for (TextPosition letter : positions) {
            if (size(letter) > size) {
                size = size(letter);
                base = letter.getYDirAdj();
            }
        }
        int begin = positions.size();
        while (begin > 0 && isRaised(positions.get(begin - 1), size, base)) {
            begin--;
        }
        if (begin == 0 || begin == positions.size() || text.length() != positions.size()) {
            return text;
        }
        return text.substring(0, begin) + Line.RAISED + text.substring(begin) + Line.LOWERED;
    }

    private static boolean isRaised(TextPosition letter, float size, float base) {
        String sign = letter.getUnicode();
        return sign != null
                && sign.length() == 1
                && (Character.isDigit(sign.charAt(0)) || "*\u2020\u2021".indexOf(sign.charAt(0)) >= 0)
                && size(letter) < RAISED_SIZE * size
                && letter.getYDirAdj() < base - 0.15f * size;
    }

    private static float size(TextPosition letter) {
        float size = Math.abs(letter.getFontSizeInPt());
        return size > 0 ? size : Math.max(1, letter.getHeightDir());
    }

    @Override
    protected void writeWordSeparator() {
        separated = true;
    }

    @Override
    protected void writeLineSeparator() {
        closeLine();
    }

    @Override
    protected void writeParagraphEnd() {
        closeLine();
    }

    private void closeLine() {
        closeSegment();
        row++;
    }

    private void closeSegment() {
        String text = words.toString().strip();
        if (!text.isEmpty() && !letters.isEmpty()) {
            Map<Float, Integer> sizes = new TreeMap<>();
            float left = Float.MAX_VALUE;
            float right = 0;
            int heavy = 0;
            TextPosition main = letters.get(0);
            for (TextPosition letter : letters) {
                sizes.merge(Math.round(size(letter) * 4) / 4f, 1, Integer::sum);
                left = Math.min(left, letter.getXDirAdj());
                right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
                heavy += isBold(letter.getFont()) ? 1 : 0;
                main = size(letter) > size(main) ? letter : main;
            }
            float size = sizes.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(1f);
            lines.add(new Line(
                    getCurrentPageNo(), left, right, main.getYDirAdj(), size, heavy * 2 > letters.size(), row, text));
        }
        letters.clear();
        words.setLength(0);
        separated = false;
    }

    private boolean isBold(@Nullable PDFont font) {
        return font != null
                && bold.computeIfAbsent(font, any -> {
                    String name = String.valueOf(any.getName()).toLowerCase(Locale.ROOT);
                    return name.contains("bold") || name.contains("black") || name.contains("heavy");
                });
    }
}

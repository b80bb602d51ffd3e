package org.rashomon.office.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.rashomon.ingest.office.Parsed;
import org.rashomon.office.Telling;

/**
 * Lines to paragraphs. A paragraph ends before a wider gap, an indented line, letters of another size, and behind a line on which the next word would
 * have had room. At the end of a column or page it goes on where its sentence does.
 */
final class Paragraphs {
    /** Of the usual distance of two lines. */
    private static final float WIDER = 1.25f;

    private static final float FAR_WIDER = 2.2f;
    private static final float INDENT = 0.8f;
    private static final float OTHER_SIZE = 0.08f;
    private static final float HEADING_SIZE = 1.18f;
    private static final int FEWEST_BODY_WORDS = 12;
    /** Of the width of a column: what a line in the midst of a sentence lacks at most. */
    private static final float RAGGED = 0.12f;

    private static final float DROP_CAP = 1.8f;

    private final List<Line> lines;
    private final Telling telling;
    private final Hyphens hyphens;
    /** For each line the right edge of its column, in letters of its size. */
    private final float[] edges;
    /** For each line whether the one before it stands above it in the same column. */
    private final boolean[] below;

    private final Map<Float, Float> leading;
    private final float size;

    Paragraphs(List<Line> given, Telling telling) {
        this.lines = withDropCaps(given);
        this.telling = telling;
        this.hyphens = new Hyphens(lines);
        this.size = Footnotes.textSize(lines);
        this.below = new boolean[lines.size()];
        for (int i = 1; i < lines.size(); i++) {
            below[i] = isBelow(lines.get(i - 1), lines.get(i));
        }
        this.edges = edges();
        this.leading = leading();
    }

    /** A first letter as high as several lines belongs to the first of them. */
    private static List<Line> withDropCaps(List<Line> lines) {
        List<Line> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean letter = line.words().matches("[\"\u201C\u2018']?\\p{Lu}") && i + 1 < lines.size();
            if (letter
                    && line.size() > DROP_CAP * lines.get(i + 1).size()
                    && lines.get(i + 1).page() == line.page()) {
                out.add(lines.get(i + 1).with(line.words() + lines.get(i + 1).words()));
                i++;
            } else {
                out.add(line);
            }
        }
        return out;
    }

    private static boolean isBelow(Line above, Line line) {
        return above.page() == line.page()
                && above.row() != line.row()
                && line.top() > above.top()
                && line.left() < above.right()
                && line.right() > above.left();
    }

    private float[] edges() {
        float[] out = new float[lines.size()];
        for (int begin = 0; begin < lines.size(); ) {
            int end = begin + 1;
            while (end < lines.size() && below[end]) {
                end++;
            }
            for (int i = begin; i < end; i++) {
                float edge = lines.get(i).right();
                for (int j = begin; j < end; j++) {
                    if (isOneSize(lines.get(i), lines.get(j))) {
                        edge = Math.max(edge, lines.get(j).right());
                    }
                }
                out[i] = edge;
            }
            begin = end;
        }
        return out;
    }

    /** The most frequent distance of two lines of a size, as a multiple of it. */
    private Map<Float, Float> leading() {
        Map<Float, Map<Float, Integer>> counts = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (below[i] && isOneSize(lines.get(i - 1), line)) {
                float distance = Math.round((line.top() - lines.get(i - 1).top()) * 4) / 4f;
                counts.computeIfAbsent(line.size(), any -> new TreeMap<>()).merge(distance, 1, Integer::sum);
            }
        }
        Map<Float, Float> out = new HashMap<>();
        counts.forEach((letters, distances) -> out.put(
                letters,
                distances.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(1.2f * letters)));
        return out;
    }

    private static boolean isOneSize(Line one, Line other) {
        return Math.abs(one.size() - other.size()) <= OTHER_SIZE * Math.max(one.size(), other.size());
    }

    void tell() {
        StringBuilder text = new StringBuilder();
        int begin = 0;
        boolean body = false;
        for (int i = 0; i < lines.size(); i++) {
            if (i > begin && ends(i)) {
                body |= tell(begin, i, text, body);
                text.setLength(0);
                begin = i;
            }
            String line = lines.get(i).text();
            if (text.length() == 0) {
                text.append(line);
            } else {
                // only the last line can be parted: what stands before it is not looked at again
                int from = Math.max(0, text.length() - 80);
                String joined = hyphens.joined(text.substring(from), line);
                text.setLength(from);
                text.append(joined);
            }
        }
        if (!lines.isEmpty()) {
            tell(begin, lines.size(), text, body);
        }
        if (hyphens.joinedSome()) {
            telling.note("words that were parted at the ends of lines are joined");
        }
    }

    /** Tells a paragraph, and whether it is one of the body; large letters above the first of those are a headline. */
    private boolean tell(int begin, int end, CharSequence text, boolean body) {
        Line first = lines.get(begin);
        boolean heading = !body && first.size() > HEADING_SIZE * size;
        telling.passage(heading ? Parsed.Kind.HEADING : Parsed.Kind.TEXT, text.toString());
        return Math.abs(first.size() - size) <= OTHER_SIZE * size
                && lines.get(end - 1).endsSentence()
                && new StringTokenizer(text.toString()).countTokens() >= FEWEST_BODY_WORDS;
    }

    /** Whether a paragraph ends before line {@code i}. */
    private boolean ends(int i) {
        Line last = lines.get(i - 1);
        Line next = lines.get(i);
        if (last.row() == next.row() || !isOneSize(last, next)) {
            return true;
        }
        String words = next.text();
        boolean goesOn = !last.endsSentence() && Character.isLowerCase(words.charAt(0));
        boolean jumps = last.page() != next.page() || next.top() < last.top();
        if (!below[i] && !jumps) {
            // beside it or further down: another cell of a table
            return true;
        }
        if (!below[i]) {
            return last.endsSentence() || (!goesOn && hasRoom(i));
        }
        float usual = leading.getOrDefault(next.size(), 1.2f * next.size());
        float gap = next.top() - last.top();
        if (gap > WIDER * usual + 0.5f) {
            return !goesOn || gap > FAR_WIDER * usual;
        }
        if (goesOn) {
            return false;
        }
        boolean indented = next.left() > last.left() + INDENT * next.size() && last.endsSentence();
        boolean listed = words.matches("[\u2022\u25CF\u25AA\u2023\u25E6].*");
        boolean heavier = last.bold() != next.bold() && !last.endsSentence() && hasRoom(i);
        return indented || listed || heavier || hasRoom(i);
    }

    /** Whether the first word of line {@code i} would have had room on the line before. */
    private boolean hasRoom(int i) {
        Line last = lines.get(i - 1);
        Line next = lines.get(i);
        String words = next.text();
        int blank = words.indexOf(' ');
        float share = blank < 0 ? 1 : (float) blank / words.length();
        float needed = 0.25f * next.size() + share * next.width();
        float ragged = last.endsSentence() ? 0.4f * next.size() : RAGGED * (edges[i - 1] - last.left());
        return last.right() + needed < edges[i - 1] - ragged;
    }
}

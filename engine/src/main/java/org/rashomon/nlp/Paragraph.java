package org.rashomon.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Word-pieces and words of a stretch of text.
 *
 * @param ids word-pieces
 * @param first per word, its first word-piece
 * @param starts per word, in code units of the whole text
 * @param ends exclusive
 * @param shapes per word
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, handed on and never changed
record Paragraph(long[] ids, int[] first, int[] starts, int[] ends, int[] shapes) {

    int words() {
        return first.length;
    }

    /** Parts of at most so many word-pieces, cut before the last sentence of the second half, else before a word. */
    List<Paragraph> cut(int most, ReaderSettings settings) {
        List<Paragraph> parts = new ArrayList<>(1);
        Paragraph rest = this;
        while (rest.ids.length > most) {
            int at = rest.cutAt(most, settings);
            if (at >= rest.words()) {
                // one word alone; its pieces past the limit are lost
                parts.add(
                        new Paragraph(Arrays.copyOf(rest.ids, most), rest.first, rest.starts, rest.ends, rest.shapes));
                return parts;
            }
            parts.add(rest.part(0, at, most));
            rest = rest.part(at, rest.words(), Integer.MAX_VALUE);
        }
        parts.add(rest);
        return parts;
    }

    private int cutAt(int most, ReaderSettings settings) {
        int fits = 1;
        while (fits + 1 < words() && first[fits + 1] <= most) {
            fits++;
        }
        for (int i = Math.min(fits, words() - 1); i >= 1 && first[i] >= most / 2; i--) {
            if (settings.beginsSentence(shapes[i])) {
                return i;
            }
        }
        return fits;
    }

    private Paragraph part(int from, int to, int most) {
        int begin = first[from];
        int end = to < words() ? first[to] : ids.length;
        int[] moved = new int[to - from];
        for (int i = from; i < to; i++) {
            moved[i - from] = first[i] - begin;
        }
        return new Paragraph(
                Arrays.copyOfRange(ids, begin, Math.min(end, most == Integer.MAX_VALUE ? end : begin + most)),
                moved,
                Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(ends, from, to),
                Arrays.copyOfRange(shapes, from, to));
    }
}

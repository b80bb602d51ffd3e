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
        if (ids.length <= most) {
            return List.of(this);
        }
        List<Paragraph> parts = new ArrayList<>();
        int from = 0;
        while (from < words() && ids.length - first[from] > most) {
            // of one word alone the pieces past the limit are lost
            int to = cutAt(from, most, settings);
            parts.add(part(from, to, most));
            from = to;
        }
        if (from < words()) {
            parts.add(part(from, words(), most));
        }
        return parts;
    }

    /** Where a part that begins with the word {@code from} ends: one past its last word. */
    private int cutAt(int from, int most, ReaderSettings settings) {
        int begin = first[from];
        int fits = from + 1;
        while (fits + 1 < words() && first[fits + 1] - begin <= most) {
            fits++;
        }
        for (int i = Math.min(fits, words() - 1); i > from && first[i] - begin >= most / 2; i--) {
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
                Arrays.copyOfRange(ids, begin, Math.min(end, begin + most)),
                moved,
                Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(ends, from, to),
                Arrays.copyOfRange(shapes, from, to));
    }
}

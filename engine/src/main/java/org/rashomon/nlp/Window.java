package org.rashomon.nlp;

import java.util.ArrayList;
import java.util.List;

/**
 * Word-pieces of consecutive paragraphs, {@code [CLS] p [SEP] p [SEP] …}, which the encoder sees at once.
 *
 * @param shapes per word-piece
 * @param first per word, its first word-piece in {@code ids}
 * @param starts per word, in code units of the whole text
 * @param bounds per paragraph, its first word; the number of words at the end
 * @param owned the paragraphs from here on are this window's own, the one before is there as context
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, handed on and never changed
record Window(long[] ids, long[] shapes, int[] first, int[] starts, int[] ends, int[] bounds, int owned) {

    int paragraphs() {
        return bounds.length - 1;
    }

    /** The paragraph, as numbered in the window, that holds a word. */
    int paragraphOf(int word) {
        int paragraph = 0;
        while (bounds[paragraph + 1] <= word) {
            paragraph++;
        }
        return paragraph;
    }

    /** Packs paragraphs in order, each owned once; a window after the first opens with the paragraph before it when that is short. */
    static List<Window> of(List<Paragraph> paragraphs, ReaderSettings settings) {
        List<Window> windows = new ArrayList<>();
        int at = 0;
        while (at < paragraphs.size()) {
            List<Paragraph> use = new ArrayList<>();
            int size = 1;
            if (at > 0) {
                int before = paragraphs.get(at - 1).ids().length;
                if (before + 1 <= settings.context()
                        && before + paragraphs.get(at).ids().length + 3 <= settings.limit()) {
                    use.add(paragraphs.get(at - 1));
                    size = 2 + before;
                }
            }
            int owned = use.size();
            while (at < paragraphs.size()
                    && (use.size() == owned || size + paragraphs.get(at).ids().length + 1 <= settings.limit())) {
                size += paragraphs.get(at).ids().length + 1;
                use.add(paragraphs.get(at));
                at++;
            }
            windows.add(joined(use, owned, size, settings));
        }
        return windows;
    }

    private static Window joined(List<Paragraph> paragraphs, int owned, int size, ReaderSettings settings) {
        int words = paragraphs.stream().mapToInt(Paragraph::words).sum();
        long[] ids = new long[size];
        long[] shapes = new long[size];
        int[] first = new int[words];
        int[] starts = new int[words];
        int[] ends = new int[words];
        int[] bounds = new int[paragraphs.size() + 1];
        ids[0] = settings.cls();
        int piece = 1;
        int word = 0;
        for (int p = 0; p < paragraphs.size(); p++) {
            Paragraph paragraph = paragraphs.get(p);
            bounds[p] = word;
            int length = paragraph.ids().length;
            System.arraycopy(paragraph.ids(), 0, ids, piece, length);
            for (int w = 0; w < paragraph.words(); w++) {
                int end = w + 1 < paragraph.words() ? paragraph.first()[w + 1] : length;
                for (int i = paragraph.first()[w]; i < end; i++) {
                    shapes[piece + i] = paragraph.shapes()[w];
                }
                first[word + w] = piece + paragraph.first()[w];
            }
            System.arraycopy(paragraph.starts(), 0, starts, word, paragraph.words());
            System.arraycopy(paragraph.ends(), 0, ends, word, paragraph.words());
            word += paragraph.words();
            piece += length;
            ids[piece++] = settings.sep();
        }
        bounds[paragraphs.size()] = word;
        return new Window(ids, shapes, first, starts, ends, bounds, owned);
    }
}

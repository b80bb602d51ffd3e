package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rashomon.model.BlockRole;

/** Finds lines whose words another paragraph has too: pull-quotes, teasers, captions that quote the body, doubled lines. */
final class Repeats {
    private static final int GRAM = 3;
    private static final int FEWEST_WORDS = 6;
    /** A gram that more paragraphs than this have says nothing about any of them. */
    private static final int MOST_HOLDERS = 6;

    private static final double OF_SENTENCE = 0.85;
    private static final double OF_FRAGMENT = 0.6;
    /** Longer paragraphs are no pull-quotes; and a text may be one line of megabytes. */
    private static final int LONGEST_QUOTE = 1500;

    /** {@code pieces} with repeats marked as quotes; the fullest copy, or the last of equal ones, stays. */
    List<Piece> mark(String text, List<Piece> pieces) {
        int title = title(pieces);
        List<long[]> grams = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean under = piece.role() == BlockRole.HEADLINE && i > title;
            grams.add(isText(piece) || under ? grams(piece.in(text)) : new long[0]);
        }
        Map<Long, List<Integer>> holders = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (long gram : grams.get(i)) {
                List<Integer> of = holders.computeIfAbsent(gram, g -> new ArrayList<>(1));
                if (of.size() < MOST_HOLDERS && (of.isEmpty() || of.get(of.size() - 1) != i)) {
                    of.add(i);
                }
            }
        }
        List<Piece> out = new ArrayList<>(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (grams.get(i).length > 0
                    && piece.span().length() <= LONGEST_QUOTE
                    && repeats(text, i, out, grams, holders)) {
                out.set(i, piece.as(BlockRole.QUOTE));
            }
        }
        return out;
    }

    /** The first headline, which may say what the first sentence says and is a headline all the same. */
    private static int title(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).role() == BlockRole.HEADLINE) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isText(Piece piece) {
        return piece.role() == BlockRole.BODY || piece.role() == BlockRole.CAPTION || piece.role() == null;
    }

    private static boolean repeats(
            String text, int i, List<Piece> pieces, List<long[]> grams, Map<Long, List<Integer>> holders) {
        long[] own = grams.get(i);
        if (own.length < FEWEST_WORDS - GRAM + 1) {
            return false;
        }
        Map<Integer, Integer> shared = new HashMap<>();
        for (long gram : own) {
            for (int holder : holders.getOrDefault(gram, List.of())) {
                shared.merge(holder, 1, Integer::sum);
            }
        }
        boolean sentence =
                Sentences.endsLikeOne(pieces.get(i).in(text)) && pieces.get(i).role() != BlockRole.CAPTION;
        double needed = sentence ? OF_SENTENCE : OF_FRAGMENT;
        for (Map.Entry<Integer, Integer> entry : shared.entrySet()) {
            int other = entry.getKey();
            // Of two copies of one length the first is the teaser, and the fuller one is the text.
            boolean fuller = grams.get(other).length > own.length
                    || (grams.get(other).length == own.length && other > i)
                    || (!sentence && Sentences.endsLikeOne(pieces.get(other).in(text)));
            boolean kept = other != i && pieces.get(other).role() != BlockRole.QUOTE;
            if (kept && fuller && entry.getValue() >= needed * own.length) {
                return true;
            }
        }
        return false;
    }

    /** Hashes of each run of three words, letters and digits only. */
    private static long[] grams(String line) {
        List<Long> words = new ArrayList<>();
        long hash = 0;
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                hash = hash * 1_000_003L + Character.toLowerCase(c);
            } else if (hash != 0 && c != '\'' && c != '’') {
                words.add(hash);
                hash = 0;
            }
        }
        if (words.size() < GRAM) {
            return new long[0];
        }
        long[] grams = new long[words.size() - GRAM + 1];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = (words.get(i) * 31 + words.get(i + 1)) * 31 + words.get(i + 2);
        }
        return grams;
    }
}

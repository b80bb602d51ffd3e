package org.rashomon.ingest.blocks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.BlockRole;

/** Tells lines of running text that lack a stop from labels and headlines: halves of a sentence, and what a colon announces. */
final class Running {
    private static final int FEWEST_BEFORE_COLON = 3;
    private static final int FEWEST_WORDS = 4;
    private static final int LONGEST_LIST = 30;
    private static final String OPENERS = "\"“‘«„";
    private static final String CLOSERS = "\"”’»“";
    private static final String OPEN_ENDS = ",;—–";

    private Running() {}

    /** Whether the piece at {@code i} goes on in the next line, or is what the line before it announces. */
    static boolean is(String text, List<Piece> pieces, int i) {
        String line = pieces.get(i).in(text);
        String next = next(text, pieces, i);
        if (next != null && (Sentences.goesOn(line, next) || OPEN_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0)) {
            return true;
        }
        for (int at = i - 1; at >= Math.max(0, i - LONGEST_LIST); at--) {
            Piece piece = pieces.get(at);
            String before = piece.in(text);
            if (piece.role() == BlockRole.FURNITURE) {
                continue;
            }
            if (piece.role() != null) {
                return false;
            }
            if (!Sentences.endsLikeOne(before)) {
                // Under a colon there may stand a list without stops.
                continue;
            }
            return before.endsWith(":")
                    && (isQuotation(line) || Sentences.words(before, FEWEST_BEFORE_COLON) >= FEWEST_BEFORE_COLON);
        }
        return false;
    }

    /** The next line of running text; null where something else comes first. */
    private static @Nullable String next(String text, List<Piece> pieces, int i) {
        for (int at = i + 1; at < Math.min(pieces.size(), i + LONGEST_LIST); at++) {
            BlockRole role = pieces.get(at).role();
            if (role == null) {
                return pieces.get(at).in(text);
            }
            if (role != BlockRole.FURNITURE && role != BlockRole.CAPTION) {
                return null;
            }
        }
        return null;
    }

    private static boolean isQuotation(String line) {
        return OPENERS.indexOf(line.charAt(0)) >= 0 && CLOSERS.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** Whether a line without a stop has the shape of a sentence: a quotation, or words in small letters more than in capitals. */
    static boolean readsLikeSentence(String line) {
        if (isQuotation(line)) {
            return true;
        }
        String[] words = line.split("\\s+");
        String last = words[words.length - 1];
        if (last.contains("@") || last.contains("://") || last.startsWith("www.")) {
            return false;
        }
        int small = 0;
        for (String word : words) {
            small += Character.isLowerCase(word.charAt(0)) ? 1 : 0;
        }
        return words.length >= FEWEST_WORDS && small * 2 >= words.length && !Character.isLowerCase(line.charAt(0));
    }
}

package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;

/**
 * Cuts a row of tags out of a line whose punctuation was lost: <em>… a guard said. Tags Island Ferry Storm The council …</em>. The
 * row ends where a word begins a sentence; when none does, the sentence is given up, since nobody said its first words.
 */
final class Tags {
    private static final String LABEL = " Tags ";
    /** Rows stand under the headline or its teaser. */
    private static final int WITHIN = 1500;

    private static final Pattern FIRST =
            Pattern.compile("(?:Tags|Topics|Keywords|Filed under) ?[:|] ?", Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS = 30;
    private static final Set<String> OPENERS = Set.of(
            "The",
            "A",
            "An",
            "At",
            "In",
            "On",
            "After",
            "As",
            "When",
            "While",
            "It",
            "He",
            "She",
            "They",
            "This",
            "There",
            "Around",
            "About",
            "More",
            "Nearly",
            "Over",
            "Some",
            "Several",
            "Dozens",
            "Scores",
            "Hundreds",
            "Thousands",
            "One",
            "Two",
            "Three",
            "Four",
            "Five",
            "Six",
            "Seven",
            "Eight",
            "Nine",
            "Ten",
            "Eleven",
            "Twelve",
            "Thirteen",
            "Fourteen",
            "Fifteen",
            "Sixteen",
            "Seventeen",
            "Eighteen",
            "Nineteen",
            "Twenty",
            "Warplanes",
            "Fighters",
            "Rebels",
            "Activists",
            "Government",
            "Airstrikes",
            "Jets");

    private Tags() {}

    /** Where the row of tags ends that {@code line} begins with and a sentence follows; negative where it begins with none. */
    static int rowEnd(String text, Span line) {
        String head = text.substring(line.start(), Math.min(line.end(), line.start() + WITHIN));
        Matcher label = FIRST.matcher(head);
        if (!label.lookingAt() || !Sentences.endsLikeOne(line.in(text))) {
            return -1;
        }
        int word = line.start() + label.end();
        for (int words = 0; words < MOST_WORDS && word < line.end(); words++) {
            int space = text.indexOf(' ', word);
            int next = space < 0 || space > line.end() ? line.end() : space + 1;
            if (words > 0 && OPENERS.contains(text.substring(word, next).strip())) {
                return word;
            }
            word = next;
        }
        return -1;
    }

    /** The pieces of {@code piece}, which is undecided; itself where it holds no row of tags. */
    static List<Piece> cut(String text, Piece piece) {
        Span span = piece.span();
        String head = text.substring(span.start(), Math.min(span.end(), span.start() + WITHIN));
        int label = head.indexOf(LABEL);
        if (label < 0 || !Character.isUpperCase(charAt(head, label + LABEL.length()))) {
            return List.of(piece);
        }
        int start = span.start() + label;
        int end = end(text, start + LABEL.length(), span.end());
        List<Piece> pieces = new ArrayList<>();
        add(text, span.start(), start, null, pieces);
        add(text, start, end, BlockRole.FURNITURE, pieces);
        add(text, end, span.end(), null, pieces);
        return pieces;
    }

    private static void add(String text, int start, int end, @Nullable BlockRole role, List<Piece> pieces) {
        Span span = Paragraph.trimmed(text, start, end);
        if (span != null) {
            pieces.add(new Piece(span, role));
        }
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    /** Where the row that begins at {@code at} ends. */
    private static int end(String text, int at, int limit) {
        int word = at;
        for (int words = 0; words < MOST_WORDS && word < limit; words++) {
            int space = text.indexOf(' ', word);
            int next = space < 0 || space > limit ? limit : space + 1;
            String token = text.substring(word, next).strip();
            if (words > 0 && OPENERS.contains(token)) {
                return word;
            }
            if (token.endsWith(".")) {
                return next;
            }
            word = next;
        }
        int stop = text.indexOf(". ", at);
        return stop < 0 || stop > limit ? limit : stop + 1;
    }
}

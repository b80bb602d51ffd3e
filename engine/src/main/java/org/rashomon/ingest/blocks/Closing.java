package org.rashomon.ingest.blocks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;

/** Takes off what stands after the last sentence inside one line: the wire's name, an editor's initials, tags, a site's menu. */
final class Closing {
    private static final int MOST_CUTS = 6;
    private static final int LONGEST_TAIL = 1500;
    private static final Pattern INITIALS = Pattern.compile(
            "(?:\\p{Lu}{2,6}|\\p{Lu}{1,3}(?:[/.-]\\p{Lu}{1,3}){1,3}\\.?|\\d{1,4}(?:-\\d{1,3})?)(?: (?:\\p{Lu}{2,6}|\\d{1,4})){0,2}");
    private static final Pattern NAMES =
            Pattern.compile("\\p{Lu}[\\p{L}.'’-]{1,20}(?:(?: | ?/ ?| and )(?:al-)?\\p{Lu}[\\p{L}.'’-]{1,20}){1,5}");
    private static final Pattern TAGS =
            Pattern.compile("(?i)\\b(?:tags \\p{L}|community standards|comment via|read also|more ?image)");
    private static final Pattern WIRE =
            Pattern.compile("[\\s–—(\\[/*-]*(?:via |with |source:? )?(?<wire>[^()\\[\\]]{2,40}?)[)\\].\\s]*");

    private final FurnitureLexicon lexicon;
    private final Furniture furniture;

    Closing(FurnitureLexicon lexicon, Furniture furniture) {
        this.lexicon = lexicon;
        this.furniture = furniture;
    }

    /**
     * A line without its tail.
     *
     * @param rest null when all of the line is tail
     * @param tail in order
     */
    record Parsed(@Nullable Span rest, List<Piece> tail) {}

    /** Cuts the tail off {@code line}, the last line of running text. */
    Parsed cut(String text, Span line) {
        Deque<Piece> tail = new ArrayDeque<>();
        Span rest = line;
        int anchor = anchor(text, line);
        if (anchor > 0) {
            Span before = Paragraph.trimmed(text, line.start(), anchor);
            Span after = Paragraph.trimmed(text, anchor, line.end());
            if (before != null && after != null) {
                tail.add(new Piece(after, BlockRole.FURNITURE));
                rest = before;
            }
        }
        for (int i = 0; i < MOST_CUTS; i++) {
            int from = Math.max(rest.start(), rest.end() - LONGEST_TAIL);
            int start = Sentences.lastStart(text, from, rest.end());
            if (start == from) {
                break;
            }
            Span last = Paragraph.trimmed(text, start, rest.end());
            BlockRole role = last == null ? null : role(last.in(text));
            if (last == null || role == null) {
                break;
            }
            tail.addFirst(new Piece(last, role));
            Span left = Paragraph.trimmed(text, rest.start(), start);
            if (left == null) {
                return new Parsed(null, new ArrayList<>(tail));
            }
            rest = left;
        }
        return new Parsed(rest, new ArrayList<>(tail));
    }

    /** Where the first anchor in the latter half of {@code line} stands, or -1. */
    private int anchor(String text, Span line) {
        int from = line.start() + line.length() / 2;
        int first = -1;
        for (FurnitureLexicon.Entry entry : lexicon.anchors()) {
            int at = text.indexOf(entry.phrase(), from);
            boolean inside = at > 0 && at + entry.phrase().length() <= line.end();
            first = inside && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    private @Nullable BlockRole role(String sentence) {
        var wire = WIRE.matcher(sentence);
        if (sentence.length() <= 60
                && wire.matches()
                && lexicon.isAgency(Furniture.core(Sentences.fold(wire.group("wire"))))) {
            return BlockRole.BYLINE;
        }
        if (sentence.length() <= 20 && INITIALS.matcher(sentence).matches()) {
            return BlockRole.FURNITURE;
        }
        String folded = Sentences.fold(sentence);
        int words = Sentences.words(folded, 200);
        for (FurnitureLexicon.Entry entry : lexicon.tails()) {
            if (words <= entry.words() && folded.startsWith(entry.phrase())) {
                return entry.role();
            }
        }
        if (!Sentences.endsLikeOne(sentence)) {
            if (sentence.length() <= 60 && NAMES.matcher(sentence).matches()) {
                return BlockRole.BYLINE;
            }
            if (TAGS.matcher(sentence).find()) {
                return BlockRole.FURNITURE;
            }
        }
        boolean menu = !Sentences.endsLikeOne(sentence)
                && words <= 100
                && furniture.menuWords(sentence) >= Math.max(3, words / 4);
        return menu ? BlockRole.FURNITURE : null;
    }
}

package org.rashomon.ingest.blocks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;

/**
 * Gives every stretch of an article's text its role.
 *
 * <p>Five passes over the paragraphs, each deciding only what the ones before left open: what a line's own words say (furniture,
 * captions, credits); the head of the article, up to its first sentence; the tail after its last; single lines between
 * paragraphs; repeats. What is left is body.
 */
public final class BlockMarker {
    private static final int MOST_TITLE_WORDS = 25;
    private static final int MOST_HEAD_WORDS = 45;
    private static final int MOST_HEAD_LINES = 9;
    private static final int MOST_SUBHEAD_WORDS = 7;
    private static final int MOST_LINK_WORDS = 16;
    private static final int MOST_TAIL_WORDS = 12;
    private static final int FEWEST_PROSE_WORDS = 6;
    private static final int FEWEST_ANNOUNCED = 3;
    private static final int STEM = 5;
    private static final int LONG_LINE = 300;
    private static final int FEWEST_MENU_LINES = 4;
    private static final Pattern BYLINE =
            Pattern.compile("(?:By|BY|by|From|Report by|Written by)[: ] ?\\p{Lu}[^.!?]{2,120}\\.?|[Aa]uthor: .{2,80}");
    private static final Pattern WIRE_AND_PLACE =
            Pattern.compile("(?<wire>\\p{L}[\\p{L} -]{1,40}?) ?[.,|/–—-] ?(?<place>\\p{Lu}[\\p{L} ]{2,30})");

    private final FurnitureLexicon lexicon = new FurnitureLexicon();
    private final Furniture furniture = new Furniture(lexicon);
    private final Opening opening = new Opening(lexicon, furniture);
    private final Closing closing = new Closing(lexicon, furniture);
    private final Repeats repeats = new Repeats();

    /**
     * Marks the blocks of {@code text}.
     *
     * @param paragraphs in order; their roles, where set, come from markup
     * @param title the headline as stated elsewhere, or null
     */
    public Marked mark(String text, List<Paragraph> paragraphs, @Nullable String title) {
        List<Piece> pieces = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            pieces.addAll(byMarkup(text, paragraph));
        }
        if (isMenu(text, pieces)) {
            pieces = pieces.stream()
                    .map(piece -> piece.role() == null ? piece.as(BlockRole.FURNITURE) : piece)
                    .toList();
        }
        Set<Integer> shown = paragraphs.stream()
                .filter(paragraph -> paragraph.role() == BlockRole.BODY)
                .map(paragraph -> paragraph.span().start())
                .collect(Collectors.toSet());
        Head head = new Head(text, title);
        pieces = head.mark(pieces);
        pieces = tail(text, pieces);
        pieces = pieces.stream()
                .flatMap(piece -> piece.role() == null ? Tags.cut(text, piece).stream() : Stream.of(piece))
                .toList();
        pieces = between(text, pieces, shown);
        pieces = repeats.mark(text, pieces);
        List<Block> blocks = pieces.stream()
                .map(piece -> new Block(piece.span(), piece.role() == null ? BlockRole.BODY : piece.role()))
                .toList();
        return new Marked(blocks, head.title, head.published);
    }

    /** What the marker finds; title and date are null where the text states none. */
    public record Marked(
            List<Block> blocks,
            @Nullable String title,
            @Nullable PublicationDate published) {}

    private List<Piece> byMarkup(String text, Paragraph paragraph) {
        BlockRole role = paragraph.role();
        if (role != null && role != BlockRole.BODY && role != BlockRole.CAPTION) {
            return List.of(new Piece(paragraph.span(), role));
        }
        List<Piece> pieces = furniture.cut(text, paragraph.span());
        return role != BlockRole.CAPTION
                ? pieces
                : pieces.stream()
                        .map(piece -> piece.role() == null || (piece.role() == BlockRole.BYLINE && pieces.size() > 1)
                                ? piece.as(piece.role() == null ? BlockRole.CAPTION : BlockRole.FURNITURE)
                                : piece)
                        .toList();
    }

    /** Whether nothing but short lines without a stop is left: a list of links, not an article. */
    private static boolean isMenu(String text, List<Piece> pieces) {
        List<String> open = pieces.stream()
                .filter(piece -> piece.role() == null)
                .map(piece -> piece.in(text))
                .toList();
        return pieces.size() >= FEWEST_MENU_LINES
                && open.stream().filter(Sentences::endsLikeOne).count() * 2 <= open.size()
                && open.stream()
                        .noneMatch(
                                line -> isProse(line) || Sentences.words(line, MOST_TAIL_WORDS + 1) > MOST_TAIL_WORDS);
    }

    private static boolean isProse(String line) {
        return line.length() > LONG_LINE
                || (Sentences.endsLikeOne(line) && Sentences.words(line, FEWEST_PROSE_WORDS) >= FEWEST_PROSE_WORDS);
    }

    /**
     * Single lines between paragraphs: sub-headlines, and links to other stories, which are longer or set like headlines.
     *
     * @param shown where the paragraphs start that a page shows as such; lines of links have gone from these
     */
    private static List<Piece> between(String text, List<Piece> pieces, Set<Integer> shown) {
        int lastProse = -1;
        int firstProse = -1;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).role() == null && isProse(pieces.get(i).in(text))) {
                firstProse = firstProse < 0 ? i : firstProse;
                lastProse = i;
            }
        }
        List<Piece> out = new ArrayList<>(pieces);
        for (int i = 0; i < pieces.size() && firstProse >= 0; i++) {
            Piece piece = pieces.get(i);
            if (piece.role() != null || i <= firstProse || isProse(piece.in(text)) || Running.is(text, pieces, i)) {
                continue;
            }
            String line = piece.in(text);
            boolean paragraph = shown.contains(piece.span().start());
            int words = Sentences.words(line, MOST_HEAD_WORDS);
            boolean ends = Sentences.endsLikeOne(line);
            if (i > lastProse) {
                boolean listed = pieces.size() - lastProse > 4 && words > MOST_SUBHEAD_WORDS && !isHeadlineCase(line);
                if (!ends && words <= MOST_TAIL_WORDS && !listed && !(paragraph && Running.readsLikeSentence(line))) {
                    out.set(i, piece.as(BlockRole.FURNITURE));
                }
            } else if (!ends && words <= MOST_SUBHEAD_WORDS) {
                out.set(i, piece.as(isShouted(line) && words > 5 ? BlockRole.FURNITURE : BlockRole.HEADLINE));
            } else if (!ends && words <= MOST_LINK_WORDS && isLink(text, pieces, i, line, paragraph)) {
                out.set(i, piece.as(announces(text, pieces, i) ? BlockRole.HEADLINE : BlockRole.FURNITURE));
            }
        }
        return out;
    }

    /** A line of a list is none: its neighbours lack stops as well. */
    private static boolean isLink(String text, List<Piece> pieces, int i, String line, boolean paragraph) {
        if (isHeadlineCase(line) || isShouted(line)) {
            return !line.startsWith("Update");
        }
        if (paragraph) {
            return false;
        }
        boolean quoted = "\"“‘'•-–".indexOf(line.charAt(0)) >= 0
                || Character.isLowerCase(line.charAt(0))
                || Character.isDigit(line.charAt(0))
                || line.contains("(@");
        boolean alone =
                isProse(pieces.get(i - 1).in(text)) && isProse(pieces.get(i + 1).in(text));
        char last = line.charAt(line.length() - 1);
        return alone && !quoted && Character.isLetterOrDigit(last);
    }

    /**
     * Whether most of the line's telling words stand in the paragraph that follows: a sub-headline sums up what comes, a link to
     * another story stands where it fell.
     */
    private static boolean announces(String text, List<Piece> pieces, int i) {
        Set<String> line = stems(pieces.get(i).in(text));
        Set<String> next = stems(pieces.get(i + 1).in(text));
        long shared = line.stream().filter(next::contains).count();
        return shared >= FEWEST_ANNOUNCED
                && shared * 2 >= line.size()
                && !isShouted(pieces.get(i).in(text));
    }

    /** The beginnings of the longer words, so that <em>waited</em> and <em>waiting</em> are one. */
    private static Set<String> stems(String line) {
        Set<String> stems = new HashSet<>();
        for (String word : Sentences.fold(line).split("[^\\p{L}\\d]+")) {
            if (word.length() >= 4) {
                stems.add(word.substring(0, Math.min(word.length(), STEM)));
            }
        }
        return stems;
    }

    private static boolean isHeadlineCase(String line) {
        int long4 = 0;
        int capital = 0;
        for (String word : line.split("\\s+")) {
            if (word.length() >= 4) {
                long4++;
                capital += Character.isLowerCase(word.charAt(0)) ? 0 : 1;
            }
        }
        return long4 >= 3 && capital * 10 >= long4 * 9;
    }

    private static boolean isShouted(String line) {
        return line.equals(line.toUpperCase(Locale.ROOT))
                && line.chars().filter(Character::isLetter).count() > 3;
    }

    private static boolean holdsSentence(String text, Span span) {
        String line = span.in(text);
        return isProse(line)
                || (Sentences.lastStart(line, 0, line.length()) > 0
                        && Sentences.words(line, FEWEST_PROSE_WORDS) >= FEWEST_PROSE_WORDS);
    }

    /** The end of the last paragraph of prose. */
    private List<Piece> tail(String text, List<Piece> pieces) {
        List<Piece> out = new ArrayList<>(pieces);
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            if (piece.role() == null && holdsSentence(text, piece.span())) {
                Closing.Parsed cut = closing.cut(text, piece.span());
                List<Piece> parts = new ArrayList<>();
                Optional.ofNullable(cut.rest()).ifPresent(rest -> parts.add(new Piece(rest, null)));
                parts.addAll(cut.tail());
                out.remove(i);
                out.addAll(i, parts);
                return out;
            }
        }
        return out;
    }

    /** The article's head: all up to the first sentence. */
    private final class Head {
        private final String text;
        private final @Nullable String stated;
        private @Nullable String title;
        private @Nullable PublicationDate published;
        private int lines;

        Head(String text, @Nullable String stated) {
            this.text = text;
            this.stated = stated;
        }

        List<Piece> mark(List<Piece> pieces) {
            int prose = 0;
            for (int i = 0; i < pieces.size(); i++) {
                prose += pieces.get(i).role() == null && isProse(pieces.get(i).in(text)) ? 1 : 0;
            }
            List<Piece> out = new ArrayList<>();
            boolean open = true;
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                if (!open || piece.role() != null) {
                    out.add(piece);
                    note(piece);
                    continue;
                }
                List<Piece> parts = line(piece, prose > 0 && !Running.is(text, pieces, i));
                open = parts.isEmpty();
                out.addAll(open ? last : parts);
            }
            return out;
        }

        /** What {@link #line} made of a line that belongs to the head. */
        private List<Piece> last = List.of();

        private void note(Piece piece) {
            if (piece.role() == BlockRole.HEADLINE && title == null) {
                title = piece.in(text);
            }
        }

        /** Empty when the line belongs to the head, with its pieces in {@link #last}; else the pieces of the first body line. */
        private List<Piece> line(Piece piece, boolean mayBeHeadline) {
            String line = piece.in(text);
            Span span = piece.span();
            Optional<Dates.Found> date = line.length() > 80 ? Optional.empty() : dateAt(span);
            if (date.isPresent()
                    && Furniture.core(text.substring(date.get().end(), span.end()))
                            .isEmpty()) {
                if (published == null && date.get().day() != null) {
                    published = new PublicationDate(date.get().day(), null, Imprint.Origin.TEXT);
                }
                return head(List.of(piece.as(BlockRole.DATELINE)));
            }
            if (stated != null && Opening.titleEnd(text, span.start(), span.end(), stated) == span.end()) {
                lines++;
                return head(List.of(piece.as(BlockRole.HEADLINE)));
            }
            if (line.length() <= 140) {
                List<Piece> byline = byline(piece, line);
                if (!byline.isEmpty()) {
                    return head(byline);
                }
            }
            if (mayBeHeadline && isHeadline(line)) {
                if (title == null && stated == null) {
                    title = line;
                }
                lines++;
                return head(List.of(piece.as(BlockRole.HEADLINE)));
            }
            Opening.Parsed parsed = opening.parse(text, span, stated != null ? stated : title);
            published = published != null ? published : parsed.published();
            List<Piece> parts = new ArrayList<>(parsed.pieces());
            if (parsed.rest() == null) {
                return head(parts);
            }
            parts.add(new Piece(parsed.rest(), null));
            return parts;
        }

        private List<Piece> head(List<Piece> pieces) {
            last = pieces;
            return List.of();
        }

        private Optional<Dates.Found> dateAt(Span span) {
            String line = span.in(text);
            int colon = line.indexOf(':');
            boolean labelled = line.regionMatches(true, 0, "published", 0, 9)
                    || line.regionMatches(true, 0, "posted", 0, 6)
                    || line.regionMatches(true, 0, "date", 0, 4);
            int skip = 0;
            if (labelled) {
                skip = colon > 0 && colon < 24 ? colon + 1 : line.indexOf(' ') + 1;
            }
            int at = span.start() + skip;
            while (at < span.end() && (text.charAt(at) == ' ' || text.charAt(at) == '(' || text.charAt(at) == '[')) {
                at++;
            }
            if (text.startsWith("on ", at)) {
                at += 3;
            }
            return Dates.at(text, at);
        }

        private List<Piece> byline(Piece piece, String line) {
            if (BYLINE.matcher(line).matches()) {
                return List.of(piece.as(BlockRole.BYLINE));
            }
            String core = Furniture.core(Sentences.fold(line));
            if (lexicon.isAgency(core)) {
                return List.of(piece.as(BlockRole.BYLINE));
            }
            var match = WIRE_AND_PLACE.matcher(line);
            if (match.matches() && lexicon.isAgency(Sentences.fold(match.group("wire")))) {
                int place = piece.span().start() + match.start("place");
                List<Piece> parts = new ArrayList<>();
                Furniture.addTrimmed(text, piece.span().start(), place, BlockRole.BYLINE, parts);
                Furniture.addTrimmed(text, place, piece.span().end(), BlockRole.DATELINE, parts);
                return parts;
            }
            return List.of();
        }

        private boolean isHeadline(String line) {
            int most = title == null && stated == null ? MOST_TITLE_WORDS : MOST_HEAD_WORDS;
            if (lines >= MOST_HEAD_LINES || line.length() > LONG_LINE || Sentences.words(line, most + 1) > most) {
                return false;
            }
            char end = line.charAt(line.length() - 1);
            boolean asks = (end == '?' || end == '!') && lines == 0;
            return (asks || !Sentences.endsLikeOne(line)) && ",;".indexOf(end) < 0;
        }
    }
}

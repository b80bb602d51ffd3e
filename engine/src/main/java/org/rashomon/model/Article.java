package org.rashomon.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One outlet's article in canonical text (NFC, {@code \n} line ends, no invisible characters). Paragraphs are blocks; text that a
 * page gave parts them by a blank line, plain text keeps its own line ends, so that offsets into the file hold.
 *
 * @param id the input's own id, else the content hash
 * @param file where it came from: a path relative to the input given, with {@code #line} for a line of a JSONL file; empty where
 *     it came from no file
 * @param imprint what is stated about it beside the text
 * @param text canonical text that all spans point into
 * @param blocks in order, not overlapping; text outside every block is white space
 * @param notes what was mended while it was read, for people, a sentence each: <em>double-encoded UTF-8 mended</em>
 * @param sha256 hex digest of the UTF-8 bytes of {@code text}
 */
public record Article(
        String id, String file, Imprint imprint, String text, List<Block> blocks, List<String> notes, String sha256) {
    public Article {
        notes = List.copyOf(notes);
        blocks = List.copyOf(blocks);
        int last = 0;
        for (Block block : blocks) {
            if (block.span().start() < last || block.span().end() > text.length()) {
                throw new IllegalArgumentException("article " + id + ": block " + block
                        + " overlaps its neighbour or ends after " + text.length());
            }
            last = block.span().end();
        }
    }

    /**
     * An article of a text that is at hand. The text stays as it stands, so that all spans point into the string that was given: each line
     * that holds more than white space is a paragraph of the body. Nothing is taken for a headline, a caption or page furniture,
     * lines that were wrapped are not joined, and characters are not brought into canonical form; {@code
     * org.rashomon.ingest.Readers} does all that for files, pages and streams.
     *
     * @param id tells the article from others of one comparison; ids of claims are made of it
     * @param published the day of publication, from which <em>yesterday</em> and <em>the president</em> get their meaning; null where it is
     *     not known, and they stay without
     * @throws IllegalArgumentException when the id or the text is empty or white space only
     */
    public static Article ofText(String id, String text, @Nullable LocalDate published) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(
                    "an article needs an id; give it one that no other article of a comparison has");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("article " + id + ": the text is empty; there is nothing to read");
        }
        PublicationDate date = published == null ? null : new PublicationDate(published, null, Imprint.Origin.GIVEN);
        return new Article(
                id, "", Imprint.builder().published(date).build(), text, paragraphs(text), List.of(), sha256(text));
    }

    private static List<Block> paragraphs(String text) {
        List<Block> paragraphs = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r') {
                String line = text.substring(start, end);
                if (!line.isBlank()) {
                    int from = start + line.length() - line.stripLeading().length();
                    paragraphs.add(new Block(new Span(from, from + line.strip().length()), BlockRole.BODY));
                }
                start = end + 1;
            }
        }
        return paragraphs;
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public @Nullable String outlet() {
        return imprint.outlet();
    }

    public @Nullable String url() {
        return imprint.url();
    }

    public @Nullable String title() {
        return imprint.title();
    }

    public @Nullable PublicationDate published() {
        return imprint.published();
    }

    public @Nullable String language() {
        return imprint.language();
    }

    /** The text of the blocks that are read, a line each; offsets into it mean nothing. */
    public String readText() {
        return blocks.stream()
                .filter(block -> block.role().isRead())
                .map(block -> block.span().in(text))
                .collect(Collectors.joining("\n"));
    }

    /** The block that holds {@code offset}, if one does. */
    public Optional<Block> blockAt(int offset) {
        int index = blockIndexAt(offset);
        return index < 0 ? Optional.empty() : Optional.of(blocks.get(index));
    }

    /** The index of the block that holds {@code offset}, or -1 where none does. */
    public int blockIndexAt(int offset) {
        int index = Bisection.first(blocks.size(), i -> blocks.get(i).span().end() > offset);
        return index < blocks.size() && blocks.get(index).span().start() <= offset ? index : -1;
    }
}

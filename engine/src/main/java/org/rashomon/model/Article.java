package org.rashomon.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One outlet's article in canonical text (NFC, {@code \n} line ends, no invisible characters). Paragraphs are blocks; text that a
 * page gave parts them by a blank line, plain text keeps its own line ends, so that offsets into the file hold.
 *
 * @param id the input's own id, else the content hash
 * @param file where it came from: a path relative to the input given, with {@code #line} for a line of a JSONL file
 * @param outlet the publisher as stated, or null
 * @param url where it was published, or null
 * @param title the headline as stated, or null
 * @param published when, with where that is stated, or null
 * @param language BCP 47 tag as stated or null
 * @param text canonical text that all spans point into
 * @param blocks in order, not overlapping; text outside every block is white space
 * @param sha256 hex digest of the UTF-8 bytes of {@code text}
 */
public record Article(
        String id,
        String file,
        @Nullable String outlet,
        @Nullable String url,
        @Nullable String title,
        @Nullable PublicationDate published,
        @Nullable String language,
        String text,
        List<Block> blocks,
        String sha256) {
    public Article {
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

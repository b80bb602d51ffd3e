package org.rashomon.ingest.blocks;

import org.jspecify.annotations.Nullable;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Span;

/**
 * A stretch of text on its way to becoming a block.
 *
 * @param role null while undecided
 */
record Piece(Span span, @Nullable BlockRole role) {

    String in(String text) {
        return span.in(text);
    }

    Piece as(BlockRole decided) {
        return new Piece(span, decided);
    }
}

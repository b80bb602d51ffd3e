package org.rashomon.ingest.pages.body;

import java.util.EnumSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.PublicationDate;

/** A stretch of a page's text that no block parts: what it says, where it stands, and what becomes of it. */
final class Stretch {
    private static final int FEWEST_SENTENCE_WORDS = 3;

    final String text;
    /** Letters of the text that are links. */
    final int links;

    final int length;
    /** The block that it stands in. */
    final Element block;
    /** By its markup. */
    final BlockRole markup;
    /** Whether it stands in an element that was chosen as the article. */
    final boolean chosen;
    /** Why it stands in doubt, and the outermost element that brought the doubt; both null where nothing did. */
    final @Nullable Cut cut;

    final @Nullable Element cutAt;
    /** Words inside a line of others. */
    final boolean inline;

    final Set<Block.Mark> marks = EnumSet.noneOf(Block.Mark.class);

    @Nullable
    PublicationDate posted;

    /** What becomes of it; null while it is left out. */
    @Nullable
    BlockRole role;
    /** Why it is left out. */
    String reason = "";

    Stretch(
            String text,
            int links,
            Element block,
            BlockRole markup,
            boolean chosen,
            @Nullable Cut cut,
            @Nullable Element cutAt,
            boolean inline) {
        this.text = text;
        this.links = links;
        this.length = Dom.visible(text);
        this.block = block;
        this.markup = markup;
        this.chosen = chosen;
        this.cut = cut;
        this.cutAt = cutAt;
        this.inline = inline;
    }

    boolean isKept() {
        return role != null;
    }

    void keep() {
        role = markup;
    }

    void drop(String why) {
        role = null;
        reason = why;
    }

    double linkShare() {
        return length == 0 ? 0 : (double) links / length;
    }

    /** Ends as a sentence does and has the words of one. */
    boolean isSentence() {
        return Sentences.endsLikeOne(text) && !text.endsWith(":") && words() >= FEWEST_SENTENCE_WORDS;
    }

    int words() {
        return Sentences.words(text, 1000);
    }

    boolean isEmbedded() {
        return marks.contains(Block.Mark.EMBEDDED);
    }
}

package org.rashomon.ingest;

import java.util.List;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.ReadResult.LeftOut;

/** The blocks of an article that no claim may rest on, with the reason. */
final class NotRead {
    private NotRead() {}

    static List<LeftOut> of(Article article) {
        return article.blocks().stream()
                .filter(block -> !block.role().isRead())
                .map(block -> new LeftOut(
                        article.file(),
                        where(block),
                        block.span().in(article.text()),
                        "kept, but not read: " + why(block.role())))
                .toList();
    }

    private static String where(Block block) {
        return "characters " + block.span().start() + " to " + block.span().end() + " of its text";
    }

    private static String why(BlockRole role) {
        return switch (role) {
            case BYLINE -> "says who wrote or supplied the article";
            case DATELINE -> "the place and day that open the report";
            case QUOTE -> "repeats words of the article";
            case FURNITURE -> "a menu, a label, a link, or an offer or notice of the site";
            case HEADLINE, BODY, CAPTION -> throw new IllegalArgumentException(role + " is read");
        };
    }
}

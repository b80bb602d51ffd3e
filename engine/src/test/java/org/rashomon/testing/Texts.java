package org.rashomon.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.text.Hashes;

/** Articles for tests: one body block a line. */
public final class Texts {
    private Texts() {}

    public static Article article(String text, @Nullable LocalDate published) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                int lead = line.length() - line.stripLeading().length();
                blocks.add(new Block(
                        new Span(start + lead, start + lead + line.strip().length()), BlockRole.BODY));
            }
            start += line.length() + 1;
        }
        PublicationDate date = published == null ? null : new PublicationDate(published, null, Imprint.Origin.GIVEN);
        return new Article(
                "t",
                "t.txt",
                Imprint.builder().published(date).language("en").build(),
                text,
                blocks,
                List.of(),
                Hashes.sha256(text));
    }
}

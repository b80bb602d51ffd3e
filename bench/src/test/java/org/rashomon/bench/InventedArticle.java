package org.rashomon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.rashomon.model.Article;
import tools.jackson.databind.node.JsonNodeFactory;

/** An article of 600 tokens about the invented Kestria, of 15 March 2023, with all that the steps look for. */
final class InventedArticle {
    private InventedArticle() {}

    static Article read() {
        try (InputStream text = InventedArticle.class.getResourceAsStream("article.txt")) {
            return PlainText.article(JsonNodeFactory.instance
                    .objectNode()
                    .put("id", "article")
                    .put("dct", "2023-03-15")
                    .put("text", new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.rashomon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.rashomon.model.Article;

/** An article of 600 tokens about the invented Kestria, of 15 March 2023, with all that the steps look for. */
final class InventedArticle {
    private InventedArticle() {}

    static Article read() {
        try (InputStream text = InventedArticle.class.getResourceAsStream("article.txt")) {
            String words = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
            return Article.ofText("article", words, LocalDate.of(2023, 3, 15));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.rashomon.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.ReadResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Task {@code extraction}: a record {@code {id, html, url}}, where {@code html} is a page or the path of one, gives {@code {id,
 * text, title, published, outlet, outletFrom, publishedFrom, byline, authors, credit, notes}}. The text is the article without headline,
 * standfirst, captions and furniture, as the gold has it.
 */
final class Extraction {
    private final Readers readers = Readers.standard();

    ObjectNode predict(JsonNode record) {
        String id = record.path("id").asString("");
        ObjectNode prediction = Task.JSON.createObjectNode().put("id", id);
        try (InputStream html = open(record.path("html").asString(""))) {
            readers.read(id + ".html", html, result -> {
                if (result instanceof ReadResult.Read read) {
                    fill(prediction, read.article());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return prediction.has("text") ? prediction : prediction.put("text", "");
    }

    private static InputStream open(String html) throws IOException {
        if (html.length() < 4096 && html.indexOf('<') < 0) {
            return new BufferedInputStream(Files.newInputStream(Path.of(html)));
        }
        // The mark tells readers that the string's own characters hold, whatever set the page declares.
        return new ByteArrayInputStream(("\uFEFF" + html).getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(ObjectNode prediction, Article article) {
        prediction.put("text", text(article));
        prediction.put("title", article.title());
        PublicationDate published = article.published();
        Imprint imprint = article.imprint();
        prediction.put("published", published == null ? null : published.day().toString());
        prediction.put(
                "publishedFrom", published == null ? null : published.from().label());
        prediction.put("outlet", imprint.outlet());
        Imprint.Origin outletFrom = imprint.outletFrom();
        prediction.put("outletFrom", outletFrom == null ? null : outletFrom.label());
        prediction.put("byline", imprint.byline());
        imprint.authors().forEach(prediction.putArray("authors")::add);
        prediction.put("credit", imprint.credit());
        article.notes().forEach(prediction.putArray("notes")::add);
    }

    private static String text(Article article) {
        List<Block> blocks = article.blocks();
        boolean titled = !blocks.isEmpty() && blocks.get(0).role() == BlockRole.HEADLINE;
        return blocks.subList(titled ? 1 : 0, blocks.size()).stream()
                .filter(block -> block.role() == BlockRole.BODY
                        || block.role() == BlockRole.HEADLINE
                        || block.role() == BlockRole.QUOTE
                        || block.role() == BlockRole.DATELINE)
                .filter(block -> !block.marks().contains(Block.Mark.STANDFIRST))
                .map(block -> block.span().in(article.text()))
                .collect(Collectors.joining("\n\n"));
    }
}

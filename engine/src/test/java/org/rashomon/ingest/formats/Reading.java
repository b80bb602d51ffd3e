package org.rashomon.ingest.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/** What the readers make of one document. */
record Reading(List<Article> articles, List<Rejected> rejected, List<ReadResult.Skipped> skipped) {
    static final String STRIKE =
            "Rockets damaged the grain terminal at Port Ovrane on Tuesday night, harbour director Ilsa Marrow said.";
    static final String DENIAL =
            "Colonel Tomas Verrick denied on Wednesday that government troops had fired on the port.";

    static Reading of(String name, String content) {
        return of(Readers.standard(), name, content.getBytes(UTF_8));
    }

    static Reading of(String name, byte[] content) {
        return of(Readers.standard(), name, content);
    }

    static Reading of(Readers readers, String name, byte[] content) {
        List<ReadResult> results = new ArrayList<>();
        readers.read(name, new ByteArrayInputStream(content), results::add);
        return new Reading(
                only(results, ReadResult.Read.class)
                        .map(ReadResult.Read::article)
                        .toList(),
                only(results, Rejected.class).toList(),
                only(results, ReadResult.Skipped.class).toList());
    }

    private static <T> Stream<T> only(List<ReadResult> results, Class<T> kind) {
        return results.stream().filter(kind::isInstance).map(kind::cast);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The facts of each article, parted by bars, a dash for what is not stated. */
    List<String> facts() {
        return articles.stream().map(Reading::facts).toList();
    }

    private static String facts(Article article) {
        return Stream.of(
                        article.title(),
                        article.outlet(),
                        article.published() == null ? null : article.published().day(),
                        article.imprint().byline(),
                        article.url())
                .map(fact -> Objects.toString(fact, "-"))
                .collect(Collectors.joining(" | "));
    }

    List<String> texts() {
        return articles.stream().map(Article::text).toList();
    }

    /** All that was told of what was not read. */
    String refusals() {
        return rejected.stream().map(Rejected::toString).collect(Collectors.joining("\n"));
    }

    String notes() {
        return articles.stream().flatMap(article -> article.notes().stream()).collect(Collectors.joining("\n"));
    }
}

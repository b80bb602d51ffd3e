package org.rashomon.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Json;
import org.rashomon.model.Article;
import org.rashomon.text.Hashes;

/**
 * What a document gave.
 *
 * @param document number of the document in the order of reading
 * @param place where in the document, in order
 * @param folder in which the document lies
 * @param file as the article names it, or what was rejected
 * @param id of the article; empty for what was rejected or passed over
 * @param article as JSON; empty likewise
 * @param sha256 of the article's text
 * @param url of the article, or null
 * @param reason why there is no article; empty where there is one
 * @param kind of what there is no article of
 */
record Taken(
        int document,
        int place,
        String folder,
        String file,
        String id,
        String article,
        String sha256,
        @Nullable String url,
        String reason,
        Kind kind)
        implements Serializable {
    /** What became of it. */
    enum Kind {
        READ,
        REJECTED,
        DUPLICATE,
        SKIPPED
    }

    static Taken of(Documents.Document document, int place, Article article) {
        return new Taken(
                document.number(),
                place,
                document.folder(),
                article.file(),
                article.id(),
                Json.write(article),
                article.sha256(),
                article.url(),
                "",
                Kind.READ);
    }

    static Taken none(Documents.Document document, int place, String file, String reason, Kind kind) {
        return new Taken(document.number(), place, document.folder(), file, "", "", "", null, reason, kind);
    }

    Taken instead(String why, Kind other) {
        return new Taken(document, place, folder, file, "", "", "", null, why, other);
    }

    /** The same text under another id. */
    Taken named(String other, Article renamed) {
        return new Taken(document, place, folder, file, other, Json.write(renamed), sha256, url, "", Kind.READ);
    }

    /** What an analysis rests on: the run and all that the article states. */
    String key(String run) {
        return Hashes.id("k", run, article);
    }
}

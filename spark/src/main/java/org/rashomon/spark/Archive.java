package org.rashomon.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.rashomon.casefile.Json;
import org.rashomon.model.Article;
import org.rashomon.model.dossier.ArticleAnalysis;
import scala.Tuple2;

/**
 * All articles with their analyses, numbered in the order of publication day (undated last) and id, which is that of the engine's corpus;
 * each partition holds a stretch of that order.
 */
record Archive(JavaPairRDD<Integer, Kept> articles, int count) {
    static final String LAST = "~";

    /** One of them, as it is kept. */
    record Kept(String id, String article, String analysis) implements Serializable {
        ArticleAnalysis read() {
            return Json.analysis(Json.read(article, Article.class), analysis);
        }

        /** As much of it as stories ask for: the article, and of one that is not dated the days that its text tells. */
        ArticleAnalysis dated() {
            ArticleAnalysis text = ArticleAnalysis.textOnly(Json.read(article, Article.class));
            return text.article().published() != null
                    ? text
                    : new ArticleAnalysis(
                            text.article(),
                            List.of(),
                            List.of(),
                            read().times(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of());
        }
    }

    static Archive of(Dataset<Row> analyses, int partitions) {
        JavaPairRDD<Integer, Kept> articles = analyses.select("day", "id", "article", "analysis")
                .javaRDD()
                .sortBy(row -> (row.isNullAt(0) ? LAST : row.getString(0)) + '\0' + row.getString(1), true, partitions)
                .zipWithIndex()
                .mapToPair(numbered -> {
                    Row row = numbered._1();
                    return new Tuple2<>(
                            Math.toIntExact(numbered._2()),
                            new Kept(row.getString(1), row.getString(2), row.getString(3)));
                })
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        return new Archive(articles, Math.toIntExact(articles.count()));
    }
}

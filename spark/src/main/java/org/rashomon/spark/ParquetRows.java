package org.rashomon.spark;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import scala.Tuple2;

/** The rows of a Parquet file, each read as the record that it is as JSON: columns are found by the names that records have. */
final class ParquetRows {
    private ParquetRows() {}

    static JavaRDD<Taken> read(SparkSession spark, Documents.Document document) {
        return spark.read()
                .parquet(document.path())
                .toJSON()
                .javaRDD()
                .zipWithIndex()
                .mapPartitions(rows -> {
                    Readers readers = Readers.standard();
                    List<Taken> taken = new ArrayList<>();
                    while (rows.hasNext()) {
                        Tuple2<String, Long> row = rows.next();
                        int place = Math.toIntExact(row._2());
                        String name = document.name() + "#" + (place + 1);
                        byte[] record = row._1().getBytes(StandardCharsets.UTF_8);
                        readers.read(
                                document.name(),
                                new ByteArrayInputStream(record),
                                result -> taken.add(Documents.taken(document, place, at(name, result))));
                    }
                    return taken.iterator();
                });
    }

    /** In its file a record stands in a row. */
    private static ReadResult at(String name, ReadResult result) {
        if (result instanceof ReadResult.Read read) {
            Article article = read.article();
            return new ReadResult.Read(new Article(
                    article.id(),
                    name,
                    article.imprint(),
                    article.text(),
                    article.blocks(),
                    article.notes(),
                    article.sha256()));
        }
        return result instanceof org.rashomon.model.Rejected reject
                ? new org.rashomon.model.Rejected(name, reject.reason(), reject.fault())
                : result;
    }
}

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

/** The rows of Parquet files in one folder, each read as the record that it is as JSON: columns are found by the names that records have. */
final class ParquetRows {
    private ParquetRows() {}

    private static final class Standard {
        static final Readers READERS = Readers.standard();
    }

    static JavaRDD<Taken> read(SparkSession spark, List<Documents.Document> files) {
        Documents.Document document = files.size() == 1 ? files.get(0) : folder(files.get(0));
        String[] paths = files.stream().map(Documents.Document::path).toArray(String[]::new);
        return spark.read().parquet(paths).toJSON().javaRDD().zipWithIndex().flatMap(row -> {
            int place = Math.toIntExact(row._2());
            String name = document.name() + "#" + (place + 1);
            List<Taken> taken = new ArrayList<>();
            Standard.READERS.read(
                    document.name(),
                    new ByteArrayInputStream(row._1().getBytes(StandardCharsets.UTF_8)),
                    result -> taken.add(Documents.taken(document, place, at(name, result))));
            return taken.iterator();
        });
    }

    /** A table of many files is one document. */
    private static Documents.Document folder(Documents.Document first) {
        int end = first.name().lastIndexOf('/');
        String name = end < 0 ? first.name() : first.name().substring(0, end);
        return new Documents.Document(first.number(), first.folder(), name, first.folder());
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

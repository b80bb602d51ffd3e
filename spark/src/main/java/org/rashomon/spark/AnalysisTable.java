package org.rashomon.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The table of analyses: Parquet, a folder for each month of publication, to which runs add. */
final class AnalysisTable {
    /** The month of what the engine broke on, or was too slow for. */
    static final String BROKEN = "broken";

    static final String UNDATED = "undated";
    private static final String FOLDER = "analyses";

    private static final StructType SCHEMA = new StructType()
            .add("key", DataTypes.StringType)
            .add("run", DataTypes.StringType)
            .add("made", DataTypes.LongType)
            .add("id", DataTypes.StringType)
            .add("day", DataTypes.StringType)
            .add("file", DataTypes.StringType)
            .add("outlet", DataTypes.StringType)
            .add("sha256", DataTypes.StringType)
            .add("claims", DataTypes.IntegerType)
            .add("article", DataTypes.StringType)
            .add("analysis", DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add("month", DataTypes.StringType);

    private final SparkSession spark;
    private final String place;

    AnalysisTable(SparkSession spark, String folder) {
        this.spark = spark;
        this.place = folder + "/" + FOLDER;
    }

    /**
     * An article with its analysis.
     *
     * @param key what the analysis rests on, see {@link Taken#key}
     * @param run what made it, as JSON
     * @param day of publication, or null
     * @param analysis as JSON without the article; empty where the engine broke
     * @param reason why there is none; empty where there is one
     */
    record Entry(
            String key,
            String run,
            long made,
            String id,
            @Nullable String day,
            String file,
            @Nullable String outlet,
            String sha256,
            int claims,
            String article,
            String analysis,
            String reason)
            implements Serializable {
        Row row() {
            String month = !reason.isEmpty() ? BROKEN : day == null ? UNDATED : day.substring(0, 7);
            return RowFactory.create(
                    key, run, made, id, day, file, outlet, sha256, claims, article, analysis, reason, month);
        }

        static Entry of(Row row) {
            return new Entry(
                    row.getAs("key"),
                    row.getAs("run"),
                    row.<Long>getAs("made"),
                    row.getAs("id"),
                    row.getAs("day"),
                    row.getAs("file"),
                    row.getAs("outlet"),
                    row.getAs("sha256"),
                    row.<Integer>getAs("claims"),
                    row.getAs("article"),
                    row.getAs("analysis"),
                    row.getAs("reason"));
        }
    }

    /** Adds the rows; they are there when this returns, and none of them where it breaks. */
    void add(org.apache.spark.api.java.JavaRDD<Entry> entries) {
        spark.createDataFrame(entries.map(Entry::row), SCHEMA)
                // a file for each month, and not one for each month of each task
                .repartition(col("month"))
                .write()
                .mode(SaveMode.Append)
                .partitionBy("month")
                .parquet(place);
    }

    boolean isThere() {
        Path path = new Path(place);
        try {
            return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dataset<Row> all() {
        return isThere() ? spark.read().schema(SCHEMA).parquet(place) : spark.createDataFrame(List.<Row>of(), SCHEMA);
    }

    /**
     * Articles with their analyses, each article once: as it was analysed last.
     *
     * @param run as JSON; empty where the table holds but one
     * @throws UsageException where the table holds analyses of several runs and none is named: they are not one comparison
     */
    Dataset<Row> of(String run) {
        Dataset<Row> good = all().where(col("reason").equalTo(""));
        List<String> runs = good.select("run").distinct().as(Encoders.STRING()).collectAsList();
        if (runs.isEmpty()) {
            throw new UsageException(place + " holds no analyses; run analyse first");
        }
        if (run.isEmpty() ? runs.size() > 1 : !runs.contains(run)) {
            throw new UsageException(
                    "--run: name one of the runs that made these analyses: " + String.join(" or ", runs));
        }
        Column latest = functions
                .row_number()
                .over(Window.partitionBy("id").orderBy(col("made").desc(), col("key")));
        return good.where(col("run").equalTo(run.isEmpty() ? runs.get(0) : run))
                .withColumn("latest", latest)
                .where(col("latest").equalTo(1));
    }
}

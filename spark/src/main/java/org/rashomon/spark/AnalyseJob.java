package org.rashomon.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.rashomon.casefile.Json;
import org.rashomon.limits.Deadline;
import org.rashomon.limits.Overdue;
import org.rashomon.model.Article;
import org.rashomon.model.Run;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.pipeline.StepException;
import scala.Tuple2;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;

/**
 * Documents to a table of analyses. Articles go in batches, each of which is there whole once it is done; what a run has done it does not do
 * again, so that a run that broke off goes on where it was.
 */
final class AnalyseJob {
    /** Articles of one task: some ten seconds of work. */
    private static final int OF_A_TASK = 100;

    private static final StructType REJECTED = new StructType()
            .add("source", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("reason", DataTypes.StringType);

    private final SparkSession spark;
    private final String reader;
    private final int batch;

    /**
     * @param reader {@code learned} or {@code rules}
     * @param batch about how many articles are kept at once
     */
    AnalyseJob(SparkSession spark, String reader, int batch) {
        if (!reader.equals("learned") && !reader.equals("rules")) {
            throw new UsageException("--reader: there is no reader \"" + reader + "\"; there are rules and learned");
        }
        this.spark = spark;
        this.reader = reader;
        this.batch = batch;
    }

    /**
     * What a run came to.
     *
     * @param analysed articles that were analysed by this call
     * @param known articles that the same run had analysed before
     * @param broken articles, of all these, on which the engine broke or that took too long
     * @param unread documents and records that could not be read
     */
    record Outcome(String run, long analysed, long known, long broken, long unread, long duplicates, long skipped) {
        String line() {
            return ("%d articles analysed, %d known from before, %d of these on which the engine broke;"
                            + " %d inputs not read, %d duplicates, %d passed over (table rejected says which and why)")
                    .formatted(analysed, known, broken, unread, duplicates, skipped);
        }
    }

    Outcome run(List<String> inputs, String out, PrintStream told) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        String run = Json.write(new Run(version(), reader, Weights.of(reader).digests()));
        AnalysisTable table = new AnalysisTable(spark, out);
        JavaRDD<Taken> read = read(context, Documents.of(inputs, context.hadoopConfiguration()))
                .persist(StorageLevel.DISK_ONLY());
        try {
            JavaPairRDD<String, Taken> articles = articles(read).persist(StorageLevel.DISK_ONLY());
            JavaPairRDD<String, Taken> fresh = fresh(articles, run, table).persist(StorageLevel.DISK_ONLY());
            long analysed = analyse(context, fresh, run, table, told);
            JavaRDD<Taken> none = read.filter(taken -> taken.kind() != Taken.Kind.READ)
                    .union(articles.values().filter(taken -> taken.kind() != Taken.Kind.READ));
            keepRejects(none, run, table, out);
            var kinds = none.map(Taken::kind).countByValue();
            long all = articles.values()
                    .filter(taken -> taken.kind() == Taken.Kind.READ)
                    .count();
            long broken = articles.values()
                    .filter(taken -> taken.kind() == Taken.Kind.READ)
                    .mapToPair(taken -> new Tuple2<>(taken.key(run), 1))
                    .join(broken(table, run).mapToPair(key -> new Tuple2<>(key, 1)))
                    .count();
            return new Outcome(
                    run,
                    analysed,
                    all - analysed,
                    broken,
                    kinds.getOrDefault(Taken.Kind.REJECTED, 0L),
                    kinds.getOrDefault(Taken.Kind.DUPLICATE, 0L),
                    kinds.getOrDefault(Taken.Kind.SKIPPED, 0L));
        } finally {
            read.unpersist();
        }
    }

    private JavaRDD<Taken> read(JavaSparkContext context, List<Documents.Document> documents) {
        Broadcast<SerializableConfiguration> hadoop =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        List<Documents.Document> plain =
                documents.stream().filter(document -> !document.isParquet()).toList();
        JavaRDD<Taken> read = context.parallelize(plain, Math.max(1, plain.size()))
                .flatMap(document -> Documents.read(document, hadoop.value().value()));
        Map<String, List<Documents.Document>> tables = documents.stream()
                .filter(Documents.Document::isParquet)
                .collect(Collectors.groupingBy(Documents.Document::folder, TreeMap::new, Collectors.toList()));
        for (List<Documents.Document> table : tables.values()) {
            read = read.union(ParquetRows.read(spark, table));
        }
        return read;
    }

    /** By id; articles of one id told apart, and spread over tasks of some seconds. */
    private static JavaPairRDD<String, Taken> articles(JavaRDD<Taken> read) {
        JavaPairRDD<String, Taken> byId = read.filter(taken -> taken.kind() == Taken.Kind.READ)
                .mapToPair(taken -> new Tuple2<>(taken.id(), taken));
        int tasks = (int) Math.max(1, byId.count() / OF_A_TASK);
        return byId.groupByKey(new HashPartitioner(tasks))
                .flatMapValues(one -> Admission.admit(one).iterator());
    }

    /** Those that the run has not done. */
    private static JavaPairRDD<String, Taken> fresh(
            JavaPairRDD<String, Taken> articles, String run, AnalysisTable table) {
        JavaPairRDD<String, Taken> byKey = articles.values()
                .filter(taken -> taken.kind() == Taken.Kind.READ)
                .mapToPair(taken -> new Tuple2<>(taken.key(run), taken));
        JavaPairRDD<String, Integer> done = table.all()
                .where(col("run").equalTo(run))
                .select("key")
                .as(Encoders.STRING())
                .javaRDD()
                .mapToPair(key -> new Tuple2<>(key, 1));
        return byKey.subtractByKey(done, articles.getNumPartitions());
    }

    private static JavaRDD<String> broken(AnalysisTable table, String run) {
        return table.all()
                .where(col("run").equalTo(run).and(col("month").equalTo(AnalysisTable.BROKEN)))
                .select("key")
                .as(Encoders.STRING())
                .javaRDD();
    }

    private long analyse(
            JavaSparkContext context,
            JavaPairRDD<String, Taken> fresh,
            String run,
            AnalysisTable table,
            PrintStream told) {
        long all = fresh.count();
        int tasks = fresh.getNumPartitions();
        int atOnce = (int) Math.max(context.defaultParallelism(), (long) tasks * batch / Math.max(1, all));
        long done = 0;
        for (int from = 0; from < tasks && all > 0; from += atOnce) {
            JavaRDD<Taken> part = JavaRDD.fromRDD(
                    PartitionPruningRDD.create(fresh.values().rdd(), new Between(from, Math.min(tasks, from + atOnce))),
                    ClassTag$.MODULE$.apply(Taken.class));
            String with = reader;
            table.add(part.mapPartitions(articles -> {
                Analysis analysis = new Analysis(with, run, Deadline.STANDARD);
                return new Mapped<>(articles, analysis::of);
            }));
            done += part.count();
            told.println(done + " of " + all + " articles analysed");
        }
        return done;
    }

    /** Numbers of partitions from one to before another. */
    private static final class Between extends AbstractFunction1<Object, Object> implements Serializable {
        private static final long serialVersionUID = 1L;
        private final int from;
        private final int to;

        Between(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Object apply(Object partition) {
            int number = (Integer) partition;
            return number >= from && number < to;
        }
    }

    /** Analyses one article after the other; on what the engine breaks is told and does not stop the rest. */
    private record Analysis(String reader, String run, java.time.Duration deadline) {
        AnalysisTable.Entry of(Taken taken) {
            Article article = Json.read(taken.article(), Article.class);
            try {
                ArticleAnalysis analysis = Deadline.within(
                        deadline, "analyse", () -> Weights.of(reader).analyse(article));
                return entry(taken, article, analysis.claims().size(), Json.body(analysis), "");
            } catch (Overdue e) {
                return entry(taken, article, 0, "", String.valueOf(e.getMessage()));
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (cause instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
                    throw error;
                }
                String step = cause instanceof StepException at ? at.step() : "analysis";
                Throwable fault = cause instanceof StepException && cause.getCause() != null ? cause.getCause() : cause;
                return entry(taken, article, 0, "", "the step \"" + step + "\" broke (" + fault + ")");
            }
        }

        private AnalysisTable.Entry entry(Taken taken, Article article, int claims, String analysis, String reason) {
            return new AnalysisTable.Entry(
                    taken.key(run),
                    run,
                    System.currentTimeMillis(),
                    article.id(),
                    article.published() == null
                            ? null
                            : article.published().day().toString(),
                    article.file(),
                    article.outlet(),
                    article.sha256(),
                    claims,
                    taken.article(),
                    analysis,
                    reason);
        }
    }

    /** What could not be read or analysed, in place of what earlier calls said. */
    private void keepRejects(JavaRDD<Taken> none, String run, AnalysisTable table, String out) {
        JavaRDD<Row> rows = none.map(
                taken -> RowFactory.create(taken.file(), taken.kind().name().toLowerCase(Locale.ROOT), taken.reason()));
        spark.createDataFrame(rows, REJECTED)
                .union(table.all()
                        .where(col("run").equalTo(run).and(col("month").equalTo(AnalysisTable.BROKEN)))
                        .select(col("file"), col("month"), col("reason")))
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(out + "/rejected");
    }

    /** The version of the program. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = AnalyseJob.class.getResourceAsStream("build.properties")) {
            properties.load(Objects.requireNonNull(in, "build.properties is missing from the program's jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}

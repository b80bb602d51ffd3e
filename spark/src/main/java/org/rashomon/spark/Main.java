package org.rashomon.spark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The program {@code rashomon-spark}. Exit codes are those of {@code rashomon}: 0 done, 1 failure, 2 usage, 3 done with rejects. */
public final class Main {
    private static final String USAGE = """
            rashomon-spark analyse --in PATH... --out DIR [--reader learned|rules] [--batch ARTICLES]
            rashomon-spark compare --in DIR --out DIR [--run RUN]
            rashomon-spark case    --in PATH... --analyses DIR --case DIR [--run RUN]

            analyse   reads WARC, JSONL, Parquet and whatever else rashomon reads, and adds to the table of analyses in DIR
                      what the same run has not done yet
            compare   compares all articles of a table of analyses; the tables are whole when DIR/_SUCCESS is there
            case      makes a case of documents whose analyses are in a table, for rashomon to serve, correct and export

            Where it runs says spark-submit (--master), or SPARK_MASTER; else on all cores of this machine.""";

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... args) {
        int code = run(System.err, args);
        SparkSession.getActiveSession().foreach(spark -> {
            spark.stop();
            return null;
        });
        System.exit(code);
    }

    /** @return the exit code */
    static int run(PrintStream told, String... args) {
        try {
            Arguments given = Arguments.of(List.of(args));
            return switch (given.command()) {
                case "analyse" -> analyse(given, told);
                case "compare" -> compare(given, told);
                case "case" -> open(given, told);
                default -> {
                    told.println(USAGE);
                    yield given.command().equals("help") ? 0 : 2;
                }
            };
        } catch (UsageException e) {
            told.println("rashomon-spark: " + e.getMessage());
            return 2;
        }
    }

    private static int analyse(Arguments given, PrintStream told) {
        given.only("in", "out", "reader", "batch");
        AnalyseJob job = new AnalyseJob(session(), given.one("reader", "learned"), given.number("batch", 20_000));
        AnalyseJob.Outcome outcome = job.run(given.all("in"), given.one("out"), told);
        told.println(outcome.line());
        return outcome.unread() + outcome.broken() > 0 ? 3 : 0;
    }

    private static int compare(Arguments given, PrintStream told) {
        given.only("in", "out", "run");
        told.println(new CompareJob(session())
                .run(given.one("in"), given.one("run", ""), given.one("out"))
                .line());
        return 0;
    }

    private static int open(Arguments given, PrintStream told) {
        given.only("in", "analyses", "case", "run");
        CaseJob.Outcome outcome = new CaseJob(session())
                .run(
                        given.all("in").stream().map(Path::of).toList(),
                        given.one("analyses"),
                        given.one("run", ""),
                        given.one("case"));
        told.println(outcome.line());
        return outcome.isWhole() ? 0 : 3;
    }

    private static SparkSession session() {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("rashomon")
                .config("spark.ui.enabled", System.getProperty("spark.ui.enabled", "false"))
                .config("spark.ui.showConsoleProgress", "false");
        String master = System.getenv("SPARK_MASTER");
        if (System.getProperty("spark.master") == null) {
            builder.master(master == null ? "local[*]" : master);
        }
        SparkSession spark = builder.getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }
}

package org.rashomon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same on executors that are Java machines of their own, to which everything goes by the network: what is no more than shared within one
 * machine shows here. The program runs in a process of its own, since a machine has one session.
 */
@Tag("cluster")
class ClusterTest {
    @TempDir
    Path scratch;

    @Test
    void executorsOfTheirOwnFindTheSame() throws Exception {
        run("local[1]", "one");
        run("local-cluster[2,1,1024]", "two");
        assertThat(rows("two")).isEqualTo(rows("one")).isNotEmpty();
    }

    private java.util.List<String> rows(String name) {
        return Local.spark()
                .read()
                .parquet(scratch.resolve(name + "-compared").toString())
                .selectExpr("concat_ws(' ', table, key, json) as row")
                .orderBy("row")
                .as(org.apache.spark.sql.Encoders.STRING())
                .collectAsList();
    }

    private void run(String master, String name) throws Exception {
        String analysed = scratch.resolve(name).toString();
        long begun = System.nanoTime();
        assertThat(program(master, "analyse", "--in", Local.EXAMPLES.toString(), "--out", analysed))
                .isEqualTo(3);
        assertThat(program(master, "compare", "--in", analysed, "--out", analysed + "-compared"))
                .isZero();
        System.out.println(master + ": " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s");
    }

    private int program(String master, String... args) throws IOException, InterruptedException {
        Path home = home();
        java.util.List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens") || option.startsWith("-Djdk"))
                .forEach(command::add);
        command.add("-Xmx1200m");
        command.add("-Dspark.test.home=" + home);
        command.add("-Dspark.executor.memory=1g");
        command.add("-Dspark.executor.extraClassPath=" + classPath());
        command.add("-Dspark.driver.host=127.0.0.1");
        command.add("-Dspark.driver.bindAddress=127.0.0.1");
        command.add("-cp");
        command.add(classPath());
        command.add("org.rashomon.spark.Main");
        command.addAll(java.util.List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("SPARK_MASTER", master);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.directory(scratch.toFile());
        return builder.start().waitFor();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** What a distribution of Spark has beside its jars: scripts ask for it, and here nothing but links to the jars is in it. */
    private Path home() throws IOException {
        Path jars = scratch.resolve("home/jars");
        if (!Files.isDirectory(jars)) {
            Files.createDirectories(jars);
            for (String jar : classPath().split(java.io.File.pathSeparator)) {
                if (jar.endsWith(".jar")) {
                    Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
                }
            }
        }
        return scratch.resolve("home");
    }
}

package org.rashomon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as a process of its own, with the Java options that the launcher gives it. The class path goes by the environment, so that the
 * command line is as long as its arguments make it.
 *
 * @param home what the process takes for the home folder
 * @param temporary what it takes for the folder of temporary files
 * @param folder the folder it is started in
 */
record Program(Path home, Path temporary, Path folder) {
    private static final long MINUTES = 5;

    /** What a run gave: its exit code, and what it wrote to the screen. */
    record Ended(int code, String screen) {}

    /** Three new and empty folders in {@code parent}. */
    static Program in(Path parent) throws IOException {
        return new Program(
                Files.createDirectory(parent.resolve("home")),
                Files.createDirectory(parent.resolve("temporary")),
                Files.createDirectory(parent.resolve("started in")));
    }

    /**
     * Runs the program and waits for its end.
     *
     * @param before what the Java machine is started by, as {@code strace} with its options; or nothing
     * @param options more options for Java
     * @param arguments of the program
     */
    Ended run(List<String> before, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        Path screen = Files.createTempFile("rashomon-test", ".txt");
        try {
            Process running = start(screen, before, options, arguments);
            if (!running.waitFor(MINUTES, TimeUnit.MINUTES)) {
                running.destroyForcibly().waitFor();
                throw new IllegalStateException("no end after " + MINUTES + " minutes: " + Files.readString(screen));
            }
            return new Ended(running.exitValue(), Files.readString(screen));
        } finally {
            Files.delete(screen);
        }
    }

    /** Starts the program, which writes what it says to a file. */
    Process start(Path screen, List<String> before, List<String> options, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(before);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(launcherOptions());
        line.add("-Duser.home=" + home);
        line.add("-Djava.io.tmpdir=" + temporary);
        line.addAll(options);
        line.add(Main.class.getName());
        line.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        process.environment().put("HOME", home.toString());
        // where a desk has set them they lead elsewhere
        process.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("JAVA_TOOL"));
        return process.start();
    }

    Ended run(List<String> arguments) throws IOException, InterruptedException {
        return run(List.of(), List.of(), arguments);
    }

    /** As the script {@code rashomon} has them, in its line {@code options="..."}. */
    private static List<String> launcherOptions() {
        try {
            String line = Files.readAllLines(Path.of("..", "rashomon")).stream()
                    .filter(words -> words.startsWith("options=\""))
                    .findFirst()
                    .orElseThrow();
            return Arrays.asList(
                    line.substring("options=\"".length(), line.length() - 1).split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

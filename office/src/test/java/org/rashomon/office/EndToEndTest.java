package org.rashomon.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, told of the module as the launcher tells it, over a folder with each kind; {@code .ci/run} does so with the launcher. */
class EndToEndTest {
    @TempDir
    private Path folder;

    /** A run: its exit code, and what it said. */
    private record Ended(int code, String screen) {}

    private Process start(Path screen, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("temporary")),
                "-Duser.home=" + Files.createDirectories(folder.resolve("home")),
                "-Drashomon.office=" + System.getProperty("java.class.path"),
                "org.rashomon.cli.Main"));
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(screen.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Path screen = folder.resolve("screen");
        Process running = start(screen, arguments);
        if (!running.waitFor(3, TimeUnit.MINUTES)) {
            running.destroyForcibly().waitFor();
        }
        return new Ended(running.exitValue(), Files.readString(screen));
    }

    private List<Path> left(String where) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("hsperf"))
                    .toList();
        }
    }

    @Test
    void readsAFolderWithEachKind() throws IOException, InterruptedException {
        Path documents = folder.resolve("documents");
        EachKind.main(documents.toString());
        Path out = folder.resolve("dossier");

        Ended ended = run("read", documents.toString(), "--out", out.toString(), "--reader", "rules");

        assertThat(ended.code).as(ended.screen).isEqualTo(3);
        assertThat(ended.screen).contains("6 articles read, 1 rejected").contains("scanned");
        String articles = Files.readString(out.resolve("articles.jsonl"));
        assertThat(articles)
                .contains("\"title\":\"Army denies shelling bridge\"")
                .contains("By Jon Marrow")
                .contains("\"title\":\"Rebels deny shelling bridge\"")
                .contains("\"title\":\"Both sides deny shelling bridge\"")
                .contains("\"title\":\"A bridge, two denials\"")
                .contains("\"title\":\"Statement on the bridge\"")
                .contains("\"title\":\"Bridge shelled at dawn\"")
                .contains("\"outlet\":\"The Caul Courier\"")
                .contains("the title is that of the file's properties")
                .contains("the author is that of the file's properties")
                .contains("that is no day of publication")
                .contains("attached and not read: map.png")
                .doesNotContain("Ellery Gazette")
                .doesNotContain("Torvia Today")
                .doesNotContain("Kestria Daily")
                .doesNotContain("Dorvan Lantern")
                .doesNotContain("admitted")
                .doesNotContain("Something else in print")
                .doesNotContain("The properties say another");
        assertThat(articles.lines().filter(line -> line.contains("bridge.pdf")))
                .singleElement()
                .asString()
                .contains("2031-05-06")
                .contains("the file was made on 2031-05-09");
        assertThat(Files.readString(out.resolve("claims.jsonl")))
                .contains("Odo Fenn")
                .doesNotContain("Page");
        assertThat(Files.readString(out.resolve("manifest.json")))
                .contains("\"parsers\"")
                .contains("\"pdfbox\"");
        assertThat(left("temporary")).isEmpty();
        assertThat(left("home")).isEmpty();
    }

    @Test
    void listsWhatIsLeftOut() throws IOException, InterruptedException {
        Path documents = folder.resolve("documents");
        EachKind.main(documents.toString());

        Ended ended = run("read", documents.toString(), "--why-not");

        assertThat(ended.screen)
                .contains("repeats at the top of pages: a header (pages 1 to 2)")
                .contains("The Ellery Gazette")
                .contains("a header of the pages (header of the pages)")
                .contains("Torvia Today")
                .contains("Kestria Daily")
                .contains("Dorvan Lantern")
                .contains("deleted, in the document's tracked changes (paragraph 3)")
                .contains("admitted");
    }

    /** The second machine sees that nobody is there any more, whatever it is doing, and takes its folder with it. */
    @Test
    void nothingIsLeftOfAProgramThatIsKilled() throws IOException, InterruptedException {
        Path document = Files.write(folder.resolve("endless.pdf"), HostileDocumentsTest.endless());
        Process running = start(
                folder.resolve("screen"),
                "read",
                document.toString(),
                "--out",
                folder.resolve("d").toString(),
                "--reader",
                "rules");
        List<ProcessHandle> second = List.of();
        for (int i = 0; i < 600 && second.isEmpty(); i++) {
            Thread.sleep(100);
            second = running.children().toList();
        }
        Thread.sleep(2000);
        assertThat(left("temporary")).hasSize(1);
        running.destroyForcibly().waitFor();
        assertThat(second).isNotEmpty();
        for (ProcessHandle machine : second) {
            machine.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
        assertThat(left("temporary")).isEmpty();
    }
}

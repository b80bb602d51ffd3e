package org.rashomon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program on machines that lack something: it does its work, or says in one line what is missing and what helps. */
class HardMachineTest {
    private static final String REPORT = """
            KELDRA, 3 March 2031 -- The Velm ministry said on Monday that jets struck a hospital.

            Ostria denied it. "It was the rebels," ministry spokesman Ivo Tarn said.
            """;

    @TempDir
    Path temp;

    private Program program;
    private Path article;
    private Path out;

    @BeforeEach
    void machine() throws IOException {
        program = Program.in(temp);
        article = Files.writeString(temp.resolve("late edition.txt"), REPORT);
        out = temp.resolve("out");
    }

    private List<String> reading(String... more) {
        return Stream.concat(Stream.of("read", article.toString(), "--out", out.toString()), Stream.of(more))
                .toList();
    }

    @Test
    void withoutAHomeItReads() throws Exception {
        Program.Ended ended = program.run(List.of(), List.of("-Duser.home=/nonexistent"), reading());
        assertThat(ended.code()).as(ended.screen()).isZero();
        assertThat(out.resolve("manifest.json")).content().contains("\"reader\" : \"learned\"");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"noexec", "size=1m"})
    void whereTemporaryFilesMayNotRunOrHaveNoRoomItFindsAnotherPlace(String option) throws Exception {
        assumeTrue(
                runs(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        option,
                        "tmpfs",
                        program.temporary().toString()),
                "needs the right to mount a tmpfs");
        try {
            Program.Ended ended = program.run(reading());
            assertThat(ended.code()).as(ended.screen()).isZero();
            assertThat(out.resolve("manifest.json")).content().contains("\"reader\" : \"learned\"");
            assertThat(program.temporary()).isEmptyDirectory();
        } finally {
            assertThat(runs("umount", program.temporary().toString())).isTrue();
        }
    }

    @Test
    void tooLittleMemoryIsToldInOneLine() throws Exception {
        Program.Ended ended = program.run(List.of(), List.of("-Xmx48m"), reading());
        assertThat(ended.screen().lines())
                .singleElement()
                .asString()
                .contains("out of memory while ", "0 articles", "RASHOMON_OPTS=-Xmx1024m");
        assertThat(ended.code()).isEqualTo(Main.FAILURE);
        assertThat(out).doesNotExist();
    }

    @Test
    void nothingInANameSteersTheTerminal() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("in"));
        Files.copy(article, folder.resolve("a.txt"));
        Files.createFile(folder.resolve("\u001b]0;owned\u0007\u001b[2J\n0 rejected\r.txt"));
        Program.Ended ended =
                program.run(List.of("read", folder.toString(), "--reader", "rules", "--out", out.toString()));
        assertThat(ended.code()).isEqualTo(Main.REJECTS);
        assertThat(ended.screen().lines())
                .anyMatch(line ->
                        line.contains("1 rejected: \\u001b]0;owned\\u0007\\u001b[2J\\u000a0 rejected\\u000d.txt"));
        assertThat(ended.screen().chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
        Program.Ended usage = program.run(List.of("read", "--no\u001b[2Jsuch", folder.toString()));
        assertThat(usage.code()).isEqualTo(Main.USAGE);
        assertThat(usage.screen().chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"TERM, 143", "INT, 130"})
    void whoEndsItGetsTheExitCodeAndNoLeftovers(String signal, int code) throws Exception {
        Files.writeString(article, REPORT + "He said he said that he denied it and ".repeat(3000));
        Path screen = temp.resolve("screen.txt");
        // a shell starts what it puts into the background deaf to INT; this does not
        Process running = program.start(screen, List.of(), List.of(), reading());
        while (running.isAlive() && names(temp).noneMatch(name -> name.startsWith(".rashomon-lock-"))) {
            Thread.sleep(50);
        }
        Thread.sleep(500);
        assertThat(runs("kill", "-" + signal, String.valueOf(running.pid()))).isTrue();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).as(Files.readString(screen)).isEqualTo(code);
        assertThat(screen).isEmptyFile();
        assertThat(names(temp)).noneMatch(name -> name.startsWith(".rashomon"));
        assertThat(program.temporary()).isEmptyDirectory();
        assertThat(out).doesNotExist();
    }

    @Test
    void aFullDiskIsToldAlsoWhereThePageFillsIt() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
                "needs the right to mount a tmpfs");
        try {
            out = disk.resolve("d");
            Files.writeString(article, REPORT.repeat(40));
            Program.Ended ended = program.run(reading("--reader", "rules"));
            assertThat(ended.code()).as(ended.screen()).isEqualTo(Main.FAILURE);
            assertThat(ended.screen().lines()).singleElement().asString().contains("is full; no dossier was written");
            assertThat(disk).isEmptyDirectory();
        } finally {
            assertThat(runs("umount", disk.toString())).isTrue();
        }
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program here
        }
    }
}

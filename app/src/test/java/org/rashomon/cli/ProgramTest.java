package org.rashomon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: its command line, what it asks of the machine, what it leaves behind. */
class ProgramTest {
    private static final String REPORT = """
            The mayor of Ostrel said on Monday that bridge %d was closed.

            A harbour official denied that any ship had been turned away from Ostrel.
            """;
    /** From here on one version of ONNX Runtime ended the Java machine without a word. */
    private static final int LONG_COMMAND_LINE = 3_968;

    @TempDir
    Path temp;

    private Program program = new Program(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void folders() throws IOException {
        program = Program.in(temp);
    }

    @Test
    void twoHundredFileNamesAreRead() throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("read", "--out", temp.resolve("out").toString()));
        Path folder = Files.createDirectory(temp.resolve("articles"));
        for (int i = 0; i < 200; i++) {
            arguments.add(Files.writeString(folder.resolve("late edition " + i + ".txt"), REPORT.formatted(i))
                    .toString());
        }
        assertThat(String.join(" ", arguments)).hasSizeGreaterThan(LONG_COMMAND_LINE);
        Program.Ended ended = program.run(arguments);
        assertThat(ended.screen()).contains("200 articles read");
        assertThat(ended.code()).isZero();
        assertThat(temp.resolve("out/claims.jsonl")).isNotEmptyFile();
        assertThat(temp.resolve("out/manifest.json")).content().contains("\"reader\" : \"learned\"");
    }

    /** Skipped where there is no strace, but never in CI. */
    @Test
    void aRunAsksNothingOfTheNetworkAndLeavesNothingButTheDossier() throws Exception {
        Path trace = temp.resolve("trace.txt");
        Path out = temp.resolve("out");
        List<String> strace = List.of(
                "strace",
                "--follow-forks",
                "--seccomp-bpf",
                "--quiet=all",
                "--trace=%network,open,openat,creat",
                "--output",
                trace.toString());
        assumeTraceable(strace);
        Path article = Files.writeString(temp.resolve("late edition.txt"), REPORT.formatted(1));
        Program.Ended ended =
                program.run(strace, List.of(), List.of("read", article.toString(), "--out", out.toString()));
        assertThat(ended.code()).as(ended.screen()).isZero();
        assertThat(out.resolve("manifest.json")).content().contains("\"reader\" : \"learned\"");

        Trace seen = Trace.of(Files.readAllLines(trace));
        assertThat(seen.lookUps()).isEmpty();
        Path temporary = program.temporary();
        assertThat(seen.written())
                .as("the trace shows what was written")
                .anyMatch(path -> path.getFileName().toString().equals("claims.jsonl"))
                .anyMatch(path -> path.startsWith(temporary));
        assertThat(seen.written())
                .allMatch(path -> path.startsWith(temporary)
                        // the dossier is put together beside its folder, to which it is renamed when it is whole
                        || path.toString()
                                .startsWith(temp.resolve(".rashomon-writing-").toString())
                        || path.toString()
                                .startsWith(temp.resolve(".rashomon-lock-").toString())
                        || path.startsWith("/dev/null")
                        || path.startsWith("/proc/self"));
        assertThat(seen.written().stream()
                        .filter(path -> path.startsWith(temporary))
                        .map(path -> temporary.relativize(path).getName(0).toString())
                        .distinct())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("rashomon-native-");
        for (Path canary : List.of(program.home(), temporary, program.folder())) {
            assertThat(canary).isEmptyDirectory();
        }
    }

    private static void assumeTraceable(List<String> strace) throws InterruptedException {
        List<String> nothing = new ArrayList<>(strace);
        nothing.add("true");
        boolean works;
        try {
            works = new ProcessBuilder(nothing)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            works = false;
        }
        if (!works) {
            assertThat(System.getenv("CI"))
                    .as("CI needs a strace that may trace")
                    .isNotEqualTo("true");
            assumeTrue(false, "no strace here, or none that may trace; install it (apt install strace)");
        }
    }

    /** As on a Mac with an Intel processor, for which ONNX Runtime is no longer built. */
    private static final List<String> NO_NATIVE_PARTS = List.of("-Dos.name=Mac OS X", "-Dos.arch=x86_64");

    @Test
    void whereTheTrainedReaderCannotRunTheRulesReadAndTheSummarySaysSo() throws Exception {
        Path article = Files.writeString(temp.resolve("late edition.txt"), REPORT.formatted(1));
        Path out = temp.resolve("out");
        Program.Ended ended =
                program.run(List.of(), NO_NATIVE_PARTS, List.of("read", article.toString(), "--out", out.toString()));
        assertThat(ended.screen().lines())
                .hasSize(4)
                .contains("1 article read")
                .anyMatch(
                        line -> line.startsWith(
                                "Read by rules, which find less: the trained reader cannot run: its native part onnxruntime cannot be loaded on Mac OS X (x86_64): "));
        assertThat(ended.code()).isZero();
        assertThat(out.resolve("manifest.json")).content().contains("\"reader\" : \"rules\"");
        for (Path canary : List.of(program.home(), program.temporary(), program.folder())) {
            assertThat(canary).isEmptyDirectory();
        }
    }

    @Test
    void whoAsksForTheTrainedReaderWhereItCannotRunIsToldSo() throws Exception {
        Path article = Files.writeString(temp.resolve("late edition.txt"), REPORT.formatted(1));
        Path out = temp.resolve("out");
        Program.Ended ended = program.run(
                List.of(),
                NO_NATIVE_PARTS,
                List.of("read", article.toString(), "--reader", "learned", "--out", out.toString()));
        assertThat(ended.screen().lines())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("rashomon: --reader learned: the trained reader cannot run: ")
                .endsWith("; use --reader rules");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void damagedWeightsAreRefusedWithWhatHelps() throws Exception {
        Path article = Files.writeString(temp.resolve("late edition.txt"), REPORT.formatted(1));
        Path damaged = Files.createDirectories(temp.resolve("damaged/org/rashomon/models/reader"));
        Files.writeString(damaged.resolve("config.json"), "{}");
        Path out = temp.resolve("out");
        Program.Ended ended = program.run(
                List.of(),
                List.of("-cp", temp.resolve("damaged") + File.pathSeparator + System.getProperty("java.class.path")),
                List.of("read", article.toString(), "--out", out.toString()));
        assertThat(ended.screen().lines())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("rashomon: the reader's weights are damaged")
                .contains("config.json has the SHA-256 ", "install the program again")
                .endsWith("--reader rules does without it");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(out).doesNotExist();
    }
}

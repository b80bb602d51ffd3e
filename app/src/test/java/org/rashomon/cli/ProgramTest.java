package org.rashomon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
}

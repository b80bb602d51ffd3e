package org.rashomon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rashomon.service.Build;
import org.rashomon.service.ReadService;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

class ManualCommandTest {
    @Command(
            name = "quill",
            header = "Reads.",
            description = {"", ".starts with a dot", "a back\\slash and 100%% of -x", "", "  quill -x"},
            footer = "'begins with a quote")
    private static final class Quill {}

    private final StringWriter out = new StringWriter();

    @Test
    void everyCommandAndOptionHasItsPlace() {
        assertThat(run("manual")).isZero();
        CommandLine program = Main.commandLine(ReadService::of);
        for (CommandLine command : program.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            if (spec.usageMessage().hidden()) {
                assertThat(out.toString()).doesNotContain("rashomon " + spec.name() + "\"");
                continue;
            }
            assertThat(out.toString()).contains(".SS \"rashomon " + spec.name() + "\"");
            spec.options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> assertThat(out.toString())
                            .contains(option.longestName().replace("-", "\\-")));
        }
    }

    @Test
    void nothingInADescriptionIsTakenForAnInstruction() {
        List<String> page = ManualCommand.page(CommandSpec.forAnnotatedObject(new Quill()));
        assertThat(page)
                .contains(
                        "\\&.starts with a dot",
                        "a back\\eslash and 100% of \\-x",
                        "\\&'begins with a quote",
                        "quill \\-x");
        assertThat(page).doesNotContain(".starts with a dot", "'begins with a quote");
    }

    @Test
    void completionNamesCommandsAndOptions() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString())
                .contains("complete -F", "verify", "--why-not")
                .doesNotContain("rashomon_manual");
    }

    @Test
    void theVersionNamesTheWeightsTheJavaAndTheLicence() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString())
                .contains("rashomon " + Build.version(), "weights: sha256 ", "Java 1", "Apache License 2.0");
    }

    private int run(String... args) {
        CommandLine line = Main.commandLine(ReadService::of);
        line.setOut(new PrintWriter(out, true));
        return line.execute(args);
    }
}

package org.rashomon.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what a shell needs to complete commands and options; releases bring it as a file. */
@Command(
        name = "completion",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Prints a script that completes commands and options in bash and zsh: source <(rashomon completion)")
final class CompletionCommand implements Runnable {
    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            CommandLine program = spec.root().commandLine();
            spec.commandLine().getOut().print(AutoComplete.bash(program.getCommandName(), program));
            spec.commandLine().getOut().flush();
        }
    }
}

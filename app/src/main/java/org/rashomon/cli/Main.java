package org.rashomon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.CaseException;
import org.rashomon.service.Build;
import org.rashomon.service.ConfigurationException;
import org.rashomon.service.DefectException;
import org.rashomon.service.Ending;
import org.rashomon.service.NothingReadException;
import org.rashomon.service.OneLine;
import org.rashomon.service.OutOfMemory;
import org.rashomon.service.ReadService;
import org.rashomon.service.ReaderException;
import org.rashomon.service.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program. */
@Command(
        name = "rashomon",
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true,
        header = "Reads rival news coverage of the same events and lays the accounts side by side.",
        description = {
            "",
            "Every statement it shows rests on words in an article. It takes no side: it tells who says what of whom, and who"
                    + " says otherwise."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start with:",
            "  rashomon read articles/ --out dossier",
            "  rashomon serve examples",
            "  rashomon help read",
            "",
            "Exit codes: 0 done, 1 failure (no article could be read, or the disk failed), 2 wrong usage,"
                    + " 3 done, but some inputs were rejected."
        })
public final class Main implements Runnable {
    static final int DONE = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    static final int REJECTS = 3;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        // No Locale, no time zone of the machine gets into the output.
        Ending.onSignals();
        Ending.with(run(commandLine(ReadService::of), args));
    }

    /** The command line over a service, which is made of the name of a reader and a table of actors, either or null, only when a command needs it. */
    static CommandLine commandLine(BiFunction<@Nullable String, @Nullable Path, ReadService> service) {
        return new CommandLine(new Main())
                .addSubcommand(new ReadCommand(service))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new ServeCommand(service))
                .addSubcommand(new UserCommand())
                .addSubcommand(new McpCommand(service))
                .addSubcommand(new WatchCommand(service))
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new ManualCommand())
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line.getErr()));
    }

    /** Runs it; whatever comes out at the top ends in one line and an exit code. */
    static int run(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (RuntimeException | Error e) {
            return failed(e, line.getErr());
        }
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Give a command.");
        }
    }

    private static int failed(Throwable e, PrintWriter err) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof NothingReadException) {
            say(err, message); // several lines, each of which is plain
        } else if (e instanceof ConfigurationException
                || e instanceof StoreException
                || e instanceof CaseException
                || e instanceof ReaderException
                || e instanceof OutOfMemory
                || (e instanceof DefectException defect && defect.isTold())) {
            say(err, OneLine.of(message));
        } else if (OutOfMemory.in(e).isPresent()) {
            say(err, String.valueOf(OutOfMemory.whileLoading(e).getMessage()));
        } else {
            say(err, "a defect of the program; please report it with what follows");
            e.printStackTrace(err);
        }
        err.flush();
        boolean misused = e instanceof ConfigurationException
                || (e instanceof CaseException told && told.kind() == CaseException.Kind.NO_CASE);
        return misused ? USAGE : FAILURE;
    }

    private static void say(PrintWriter err, String words) {
        err.println("rashomon: " + words);
    }

    /** What was given may hold anything; the help behind it is the program's own. */
    private static int misused(CommandLine.ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(OneLine.of(String.valueOf(e.getMessage())));
        line.usage(err);
        return USAGE;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return Build.about().toArray(String[]::new);
        }
    }
}

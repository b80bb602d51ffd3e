package org.rashomon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rashomon.service.Build;
import org.rashomon.service.ConfigurationException;
import org.rashomon.service.NothingReadException;
import org.rashomon.service.ReadService;
import org.rashomon.service.ReaderException;
import org.rashomon.service.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

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
        System.exit(commandLine(ReadService::of).execute(args));
    }

    /** The command line over a service, which is made of the name of a reader and a table of actors, either or null, only when a command needs it. */
    static CommandLine commandLine(BiFunction<@Nullable String, @Nullable Path, ReadService> service) {
        return new CommandLine(new Main())
                .addSubcommand(new ReadCommand(service))
                .addSubcommand(new CommandLine.HelpCommand())
                .setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Give a command.");
        }
    }

    private static int failed(Exception e, CommandLine line, ParseResult parsed) throws Exception {
        PrintWriter err = line.getErr();
        if (e instanceof ConfigurationException) {
            err.println("rashomon: " + e.getMessage());
            return USAGE;
        }
        if (e instanceof StoreException || e instanceof NothingReadException || e instanceof ReaderException) {
            err.println("rashomon: " + e.getMessage());
            return FAILURE;
        }
        err.println("rashomon: a defect of the program; please report it with what follows");
        e.printStackTrace(err);
        return FAILURE;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rashomon " + Build.version()};
        }
    }
}

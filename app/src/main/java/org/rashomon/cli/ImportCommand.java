package org.rashomon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Verification;
import org.rashomon.service.CaseService;
import org.rashomon.service.OneLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rashomon import BUNDLE [--case DIR]}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Makes a case of a bundle that \"export bundle\" made, here or on another machine.",
        description = {
            "",
            "Originals, texts, analyses, corrections and the chain of custody are as they were. Every file is held against its checksum,"
                    + " and the case is verified before it gets its place; a bundle with anything wrong in it is refused as a whole."
        },
        footer = {
            "",
            "Examples:",
            "  rashomon import case1.zip --case case1",
            "",
            "Exit codes: 0 done, 1 failure or a bundle that was refused, 2 wrong usage, no such file, or a case is there already."
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BUNDLE", description = "The file.")
    private Path bundle = Path.of("");

    @Option(
            names = "--case",
            paramLabel = "DIR",
            defaultValue = "dossier/case",
            description =
                    "Where no case is yet: a folder, or postgres://… of an empty database (default: ${DEFAULT-VALUE}).")
    private String place = "dossier/case";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        Verification found = CaseService.bringIn(bundle, place);
        screen.println(String.format(
                Locale.ROOT,
                "%d articles, %d originals and %d corrections imported to %s: the case is whole",
                found.articles(),
                found.originals(),
                found.corrections(),
                OneLine.of(place.replaceFirst("//[^@/]*@", "//"))));
        Screen.close(screen);
        return Main.DONE;
    }
}

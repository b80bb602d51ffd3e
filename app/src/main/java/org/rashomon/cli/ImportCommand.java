package org.rashomon.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
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

/** {@code rashomon import BUNDLE|FOLDER [--case DIR]}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Makes a case of a bundle that \"export bundle\" made, or takes corrections from annotations.",
        description = {
            "",
            "A bundle: originals, texts, analyses, corrections and the chain of custody are as they were. Every file is held against its checksum,"
                    + " and the case is verified before it gets its place; a bundle with anything wrong in it is refused as a whole.",
            "",
            "A folder that \"export brat\" made, and somebody annotated: what was changed in it becomes corrections of the case, each of which"
                    + " can be undone. Taken are who speaks, the act, whom it is aimed at, and that something is no claim; every other change"
                    + " is told, and left aside. So is what somebody changed in the case since."
        },
        footer = {
            "",
            "Examples:",
            "  rashomon import case1.zip --case case1",
            "  rashomon import annotated --case case1 --author \"Ana Ruiz\"",
            "",
            "Exit codes: 0 done, 1 failure or a bundle that was refused, 2 wrong usage, no such file, or a case is there already (a bundle) or"
                    + " not (a folder), 3 done, but some changes were left aside."
        })
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    @Parameters(paramLabel = "BUNDLE", description = "The file, or the folder of annotations.")
    private Path bundle = Path.of("");

    @Option(
            names = "--case",
            paramLabel = "DIR",
            defaultValue = "dossier/case",
            description =
                    "For a bundle where no case is yet, for annotations the case they were exported from: a folder, or postgres://…"
                            + " (default: ${DEFAULT-VALUE}).")
    private String place = "dossier/case";

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "For annotations: whose corrections these are (default: the user).")
    private String author = String.valueOf(System.getProperty("user.name"));

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        if (Files.isDirectory(bundle)) {
            return annotated(screen);
        }
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

    private int annotated(PrintWriter screen) {
        CaseService.Annotated found = CaseService.annotated(bundle, place, author);
        found.rejected().stream().limit(SHOWN).forEach(line -> screen.println("  left aside: " + OneLine.of(line)));
        if (found.rejected().size() > SHOWN) {
            screen.println("  and " + (found.rejected().size() - SHOWN) + " more");
        }
        screen.println(String.format(
                Locale.ROOT,
                "%d files compared: %d corrections made, %d there already, %d changes left aside",
                found.files(),
                found.corrected(),
                found.already(),
                found.rejected().size()));
        Screen.close(screen);
        return found.rejected().isEmpty() ? Main.DONE : Main.REJECTS;
    }
}

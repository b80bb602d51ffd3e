package org.rashomon.cli;

import java.io.PrintWriter;
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
import picocli.CommandLine.Spec;

/** {@code rashomon verify --case DIR}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "Checks a case through and through, and says what is broken and where.",
        description = {
            "",
            "Every text and original against its hash, every span against its text, every link, and the chain of custody: that"
                    + " nothing was added, changed or taken away since the program kept it. Nothing is changed."
        },
        footer = {"", "Exit codes: 0 the case is whole, 1 something is broken, 2 wrong usage or no case there."})
final class VerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    @Option(
            names = "--case",
            paramLabel = "DIR",
            required = true,
            description = "The case: its folder, or postgres://….")
    private String place = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        Verification found = CaseService.verify(place);
        found.broken().stream().limit(SHOWN).forEach(one -> screen.println(OneLine.of(one.toString())));
        if (found.broken().size() > SHOWN) {
            screen.println("and " + (found.broken().size() - SHOWN) + " more");
        }
        screen.println(String.format(
                Locale.ROOT,
                "%d articles, %d revisions, %d analyses, %d originals, %d corrections checked: %s",
                found.articles(),
                found.revisions(),
                found.analyses(),
                found.originals(),
                found.corrections(),
                found.broken().isEmpty() ? "the case is whole" : found.broken().size() + " faults"));
        Screen.close(screen);
        return found.broken().isEmpty() ? Main.DONE : Main.FAILURE;
    }
}

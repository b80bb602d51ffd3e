package org.rashomon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rashomon.service.CaseService;
import org.rashomon.service.OneLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rashomon export KIND --case DIR --out PATH}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Writes a case down for people or other programs; reads and analyses nothing.",
        footer = {
            "",
            "Examples:",
            "  rashomon export jsonl --case case1 --out tables",
            "  rashomon export html --case case1 --out pages",
            "  rashomon export csv --case case1 --incident i-0123456789abcdef --out incident",
            "  rashomon export corrections --case case1 --out corrections.jsonl",
            "  rashomon export bundle --case case1 --out case1.zip",
            "",
            "docs/exports.md tells what each kind holds and what it loses.",
            "",
            "Exit codes: 0 done, 1 failure, 2 wrong usage or no case there."
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "KIND",
            description =
                    "jsonl (the tables), html (the pages), csv (tables for spreadsheets, with datapackage.json), jsonld (linked data),"
                            + " geojson (incidents on a map), brat (annotations), corrections (what people corrected, one a line), or bundle (all of the case in one file, for another machine).")
    private String kind = "";

    @Option(
            names = "--case",
            paramLabel = "DIR",
            required = true,
            description = "The case: its folder, or postgres://….")
    private String place = "";

    @Option(
            names = "--out",
            paramLabel = "PATH",
            required = true,
            description = "Where it goes: a folder; for corrections and a bundle a file, which is replaced.")
    private Path out = Path.of("export");

    @Option(names = "--story", paramLabel = "ID", description = "Only the articles of this story.")
    private @Nullable String story;

    @Option(
            names = "--incident",
            paramLabel = "ID",
            description = "Only what is said of this incident, and the articles that say it.")
    private @Nullable String incident;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        int count = CaseService.export(kind, place, new CaseService.Part(story, incident), out);
        screen.println((kind.equals("corrections") ? count + " corrections" : count + " articles") + " written to "
                + OneLine.of(out.toString()));
        Screen.close(screen);
        return Main.DONE;
    }
}

package org.rashomon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.OpenCase;
import org.rashomon.server.mcp.McpStdio;
import org.rashomon.service.CaseService;
import org.rashomon.service.ConfigurationException;
import org.rashomon.service.ReadService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rashomon mcp [--case DIR] [PATH...]}. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        header = "Answers an assistant (Model Context Protocol) over standard input and output.",
        description = {
            "",
            "The tools only read. Standard output belongs to the protocol; the assistant's program starts this one and ends it."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rashomon mcp --case hospital",
            "  rashomon mcp articles/",
            "",
            "A case that is served already answers at http://127.0.0.1:8080/mcp, too.",
            "",
            "Exit codes: 0 the input ended, 1 failure, 2 wrong usage."
        })
final class McpCommand implements Callable<Integer> {
    private final BiFunction<@Nullable String, @Nullable Path, ReadService> service;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files and folders to add first, as for rashomon read.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--case",
            paramLabel = "DIR",
            description = "The folder of a case. Without it what PATH names is read into a temporary one.")
    private @Nullable String place;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    McpCommand(BiFunction<@Nullable String, @Nullable Path, ReadService> service) {
        this.service = service;
    }

    @Override
    public Integer call() throws IOException {
        if (place != null) {
            ReadService reading = engine.of(service);
            serve(inputs.isEmpty() ? Cases.look(place, reading.workshop()) : CaseService.open(place, reading));
            return Main.DONE;
        }
        if (inputs.isEmpty()) {
            throw new ConfigurationException("Give a case (--case DIR) or articles to read");
        }
        Path temporary = Files.createTempDirectory("rashomon-mcp");
        try {
            serve(CaseService.open(temporary.resolve("case").toString(), engine.of(service)));
        } finally {
            delete(temporary);
        }
        return Main.DONE;
    }

    private void serve(OpenCase open) {
        try (open) {
            if (!inputs.isEmpty()) {
                open.add(inputs, words -> {});
            }
            McpStdio.serve(open, System.in, System.out);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(McpCommand.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }
}

package org.rashomon.cli;

import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rashomon.service.ReadService;
import picocli.CommandLine.Option;

/** What reads the articles, for commands that read some on the way to something else. */
final class EngineOptions {
    @Option(names = "--reader", paramLabel = "READER", description = "learned or rules, as for rashomon read.")
    private @Nullable String reader;

    @Option(
            names = "--actors",
            paramLabel = "FILE",
            description = "People and bodies of your own, as for rashomon read.")
    private @Nullable Path actors;

    /** The service that reads so. */
    ReadService of(BiFunction<@Nullable String, @Nullable Path, ReadService> service) {
        return service.apply(reader, actors);
    }
}

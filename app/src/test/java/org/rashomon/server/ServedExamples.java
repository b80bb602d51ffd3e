package org.rashomon.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.OpenCase;
import org.rashomon.service.ReadService;

/** A case of the examples, read by rules, and a server of it; each for one test class. */
record ServedExamples(Path folder, OpenCase open, CaseServer server) implements AutoCloseable {
    static final Path EXAMPLES = Path.of("..", "examples");

    static ServedExamples in(Path folder) throws IOException {
        return in(folder, null);
    }

    static ServedExamples in(Path folder, @org.jspecify.annotations.Nullable String token) throws IOException {
        Path place = Files.createTempDirectory(folder, "served").resolve("case");
        OpenCase open = Cases.open(place.toString(), ReadService.of("rules").workshop());
        open.add(List.of(EXAMPLES), words -> {});
        return new ServedExamples(
                place,
                open,
                CaseServer.start(
                        open,
                        new ServerSettings("127.0.0.1", 0, List.of(), token, "Ana", ServerSettings.USUAL_LARGEST)));
    }

    int port() {
        return server.port();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
        open.close();
    }
}

package org.rashomon.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.OpenCase;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.feeds.Look;
import org.rashomon.casefile.feeds.WatchedFeed;
import org.rashomon.casefile.feeds.WatchedPage;
import org.rashomon.casefile.users.User;
import org.rashomon.service.ReadService;

/** A case of the examples, read by rules, and a server of it; each for one test class. */
record ServedExamples(Path folder, OpenCase open, CaseServer server) implements AutoCloseable {
    static final Path EXAMPLES = Path.of("..", "examples");

    static ServedExamples in(Path folder) throws IOException {
        return in(folder, null);
    }

    static ServedExamples in(Path folder, @org.jspecify.annotations.Nullable String token, User... users)
            throws IOException {
        Path place = Files.createTempDirectory(folder, "served").resolve("case");
        OpenCase open = Cases.open(place.toString(), ReadService.of("rules").workshop());
        int before = open.feedLog().position();
        open.add(List.of(EXAMPLES), words -> {});
        watched(open.feedLog(), before);
        for (User user : users) {
            open.keep(user);
        }
        return new ServedExamples(
                place,
                open,
                CaseServer.start(
                        open,
                        new ServerSettings("127.0.0.1", 0, List.of(), token, "Ana", ServerSettings.USUAL_LARGEST)));
    }

    /** As if the examples had come from feeds, and a later look had brought nothing. */
    private static void watched(FeedLog log, int before) {
        Instant at = Instant.parse("2029-03-07T06:00:00Z");
        WatchedFeed whole =
                new WatchedFeed("https://courier.example/rss", "Caul Courier", null, null, at, null, 0, null);
        log.keep(
                whole,
                List.of(
                        new WatchedPage(
                                "https://elsewhere.example/" + "a-long-way/".repeat(20),
                                whole.url(),
                                "s",
                                null,
                                null,
                                at,
                                0,
                                "the host elsewhere.example is none of the feeds' own; allow it by --allow elsewhere.example if it is to be asked")));
        log.keep(new WatchedFeed(
                "https://lantern.example/feeds/" + "all/".repeat(30),
                null,
                null,
                null,
                at,
                at.plusSeconds(900),
                3,
                "the server answers with status 503"));
        Look first = log.keep(new Look(0, at, at, before, log.position(), 2, 0, 18, 0));
        log.keep(new Look(0, at, at.plusSeconds(900), first.after(), first.after(), 2, 1, 0, 1));
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
